package import ClaimModel
import TestSupport

/// Makes sentences out of the words and phrases of others: cut, joined, repeated, shuffled.
///
/// The same seed and samples give the same sentence on every machine.
package struct SentenceMixer: Sendable {
  /// Each a list of words as they stand between spaces, marks and all.
  private let samples: [[String]]
  /// The most words of a sentence, a few more than the engine reads.
  private static let longest = 420

  /// - Parameter lines: Texts; a sentence is taken to end with a word on ".", "!" or "?", and with
  ///   its line. At least one has a word.
  package init(_ lines: [String]) {
    var samples: [[String]] = []
    for line in lines {
      var words: [String] = []
      for word in line.split(whereSeparator: \.isWhitespace) {
        words.append(String(word))
        if let last = word.last, ".!?".contains(last), words.count > 2 {
          samples.append(words)
          words = []
        }
      }
      if !words.isEmpty { samples.append(words) }
    }
    precondition(!samples.isEmpty, "sentences are mixed out of at least one word")
    self.samples = samples
  }

  /// Several sentences as an article, in paragraphs of one to four.
  package func article(seed: UInt64, sentences: Int) -> Article {
    var random = SeededGenerator(seed: seed)
    var text = ""
    var blocks: [Block] = []
    var start = 0
    func close(_ role: Block.Role) {
      let end = text.utf8.count
      if end > start { blocks.append(Block(role: role, span: TextSpan(start, end))) }
    }
    for number in 0..<sentences {
      if number > 0 {
        if random.next(below: 3) == 0 {
          text += " "
        } else {
          close(random.next(below: 8) == 0 ? .list : .body)
          text += "\n\n"
          start = text.utf8.count
        }
      }
      text += sentence(&random)
    }
    close(.body)
    let published = random.next(below: 2) == 0 ? nil : PublicationDate("2026-03-01")
    return Article(
      id: ArticleID(rawValue: "sha256:\(seed)"), text: text, blocks: blocks,
      metadata: Article.Metadata(published: published))
  }

  // MARK: - Mixing

  private func sentence(_ random: inout SeededGenerator) -> String {
    var words = pick(samples, &random)
    for _ in 0..<(1 + random.next(below: 4)) {
      change(&words, &random)
      if words.count > Self.longest { words.removeSubrange(Self.longest...) }
    }
    if words.isEmpty { words = pick(samples, &random) }
    return words.joined(separator: " ")
  }

  private func change(_ words: inout [String], _ random: inout SeededGenerator) {
    switch random.next(below: 9) {
    case 0: words = Array(words[stretch(of: words, &random)])
    case 1: words.removeSubrange(stretch(of: words, &random))
    case 2, 3:
      let other = pick(samples, &random)
      words.append(pick(Self.links, &random))
      words += other[stretch(of: other, &random)]
    case 4:
      let other = pick(samples, &random)
      words.insert(
        contentsOf: other[stretch(of: other, &random)], at: random.next(below: words.count + 1))
    case 5:
      let range = stretch(of: words, &random)
      let part = Array(words[range])
      for _ in 0..<(1 << random.next(below: 5)) where words.count < Self.longest {
        if random.next(below: 2) == 0 {
          words.insert(pick(Self.links, &random), at: range.upperBound)
        }
        words.insert(contentsOf: part, at: range.upperBound)
      }
    case 6: words[stretch(of: words, &random)].shuffle(using: &random)
    case 7:
      guard !words.isEmpty else { return }
      words[random.next(below: words.count)] = pick(pick(samples, &random), &random)
    default:
      words.insert(pick(Self.marks, &random), at: random.next(below: words.count + 1))
    }
  }

  private func stretch(of words: [String], _ random: inout SeededGenerator) -> Range<Int> {
    let (one, other) = (random.next(below: words.count + 1), random.next(below: words.count + 1))
    return min(one, other)..<max(one, other)
  }

  private func pick<Element>(_ list: [Element], _ random: inout SeededGenerator) -> Element {
    list[random.next(below: list.count)]
  }

  /// Words that tie clauses and phrases.
  private static let links = [
    ",", "and", ", and", "but", ", but", "or", ";", ":", "–", "that", ", that", "and that",
    ", which", ", who", "which", "who said", ", he said", ", she said ,", "said that", "because",
    "while", ", while", "if", "when", "to", "and to", "not", ", quote ,", "as", "of", "by", "'s",
    "&", "was", "has been", ", according to", "did not say", "denied", "whether", ", including",
  ]

  private static let marks = [
    ",", ".", "“", "”", "\"", "'", "’", "‘", "(", ")", "[", "]", "—", "-", "–", "…", "...", ":",
    ";", "?", "!", "&", "/", "%", "$", "•", "*", "#", "@", "n't", "'s", "é", "漢字", "👩‍👩‍👧",
    "e\u{301}\u{301}", "\u{200B}", "\u{202E}", "\u{A0}", "\u{AD}", "``", "''", "3.5", "2,000",
    "Mr.", "U.S.", "Inc.", "I", "He", "They", "May", "Monday", "1999", "Jan. 3", "12:30",
  ]
}
