import TestSupport
import Testing

@testable import ClaimModel

/// A text whose claims are drawn into it: `⟦1:words⟧`, a claim of several spans with its number again.
struct DrawnText {
  let text: String
  /// In the order of their numbers.
  let claims: [[TextSpan]]

  init(_ drawn: String) {
    var text = ""
    var spans: [Int: [TextSpan]] = [:]
    var open: (id: Int, start: Int)?
    var rest = drawn[...]
    while let character = rest.popFirst() {
      switch character {
      case "⟦":
        let digits = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(digits.count + 1)
        open = (Int(digits) ?? 0, text.utf8.count)
      case "⟧":
        if let open { spans[open.id, default: []].append(TextSpan(open.start, text.utf8.count)) }
      default: text.append(character)
      }
    }
    self.text = text
    claims = spans.sorted { $0.key < $1.key }.map(\.value)
  }

  func words(_ spans: [TextSpan]) -> [String] {
    spans.map { text.utf8Substring($0).map(String.init) ?? "nothing" }
  }
}

@Suite("ClaimTracker")
struct ClaimTrackerTests {
  static let old = DrawnText(
    """
    The council met on Monday.

    ⟦1:The tram carried 4,200 people a day⟧, the council said, but ⟦2:repairs would take until May⟧.

    ⟦3:The union⟧ of shopkeepers ⟦3:lost a third of its trade⟧.

    “⟦4:We found cracks in two bridges⟧,” said Zoë Marant.
    """)

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let new: String
    /// Verdicts and words of the four claims.
    let found: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a paragraph put in, a line wrapped elsewhere",
      new: """
        The council met on Monday.

        A word of the editor: this is an update of 2 March.

        The tram carried 4,200
        people a day, the council said, but repairs would take until May.

        The union of shopkeepers lost a third of its trade.

        “We found cracks in two bridges,” said Zoë Marant.
        """,
      found: [
        "unmoved The tram carried 4,200\npeople a day", "unmoved repairs would take until May",
        "unmoved The union|lost a third of its trade", "unmoved We found cracks in two bridges",
      ]),
    Case(
      testDescription: "paragraphs that changed places, and one that went",
      new: """
        “We found cracks in two bridges,” said Zoë Marant.

        The council met on Monday.

        The union of all shopkeepers lost a third of its trade.
        """,
      found: [
        "gone ", "gone ", "unmoved The union|lost a third of its trade",
        "moved We found cracks in two bridges",
      ]),
    Case(
      testDescription: "other words in their place",
      new: """
        The council met on Monday.

        The tram carried 3,900 people a day, the council said, but repairs would take until the end \
        of June.

        The union of shopkeepers lost half of its trade.

        “We found cracks in every single bridge of the whole line,” said Zoë Marant.
        """,
      found: [
        "changed The tram carried 3,900 people a day",
        "changed repairs would take until the end of June",
        "changed The union|lost half of its trade",
        "changed We found cracks in every single bridge of the whole line",
      ]),
    Case(
      testDescription: "nothing that was there",
      new: "Rain is expected in all northern valleys until Sunday evening.",
      found: ["gone ", "gone ", "gone ", "gone "]),
    Case(testDescription: "an empty text", new: "", found: ["gone ", "gone ", "gone ", "gone "]),
  ]

  @Test("says what became of each claim", arguments: cases)
  func verdicts(_ row: Case) {
    let new = DrawnText(row.new)
    let tracks = ClaimTracker(from: Self.old.text, to: new.text)
      .tracks(of: Self.old.claims.map { ($0, false) }, among: [])
    let found = tracks.map {
      "\($0.verdict.rawValue) \(new.words($0.spans).joined(separator: "|"))"
    }
    #expect(found == row.found)
  }

  @Test("takes an engine's cut for words that changed")
  func proposals() {
    let old = DrawnText("It said ⟦1:the toll rose to 40 people⟧ on Monday. More rain is expected.")
    let new = DrawnText(
      "It said ⟦1:that day the toll rose to 52 people⟧ on Monday. More rain is expected.")
    let tracker = ClaimTracker(from: old.text, to: new.text)
    let proposed = tracker.tracks(of: [(old.claims[0], true)], among: new.claims)
    #expect(proposed.map(\.verdict) == [.changed])
    #expect(proposed[0].spans == new.claims[0])
    // The annotator's own cut stays as it was made.
    let own = tracker.tracks(of: [(old.claims[0], false)], among: new.claims)
    #expect(new.words(own[0].spans) == ["the toll rose to 52 people"])
  }

  @Test("gives words that stand once to one of two claims only")
  func noCollapse() {
    let old = DrawnText(
      """
      ⟦1:Nobody in this office was warned⟧, he said.

      It rained for two days in the valley.

      ⟦2:Nobody in this office was warned⟧, he said again.
      """)
    let new =
      "It rained for two days in the valley.\n\nNobody in this office was warned, he said again."
    let tracks = ClaimTracker(from: old.text, to: new)
      .tracks(of: old.claims.map { ($0, true) }, among: [])
    #expect(tracks.map(\.verdict) == [.gone, .unmoved])
  }

  @Test("does not take a few words that stand anywhere for a claim that moved")
  func shortWords() {
    let old = DrawnText("⟦1:It rained⟧.\n\nThe bridge over the river was closed for two weeks.")
    let new =
      "The bridge over the river was closed for two weeks.\n\nIn June it was dry. It rained in May."
    let tracks = ClaimTracker(from: old.text, to: new)
      .tracks(of: old.claims.map { ($0, true) }, among: [])
    #expect(tracks.map(\.verdict) == [.gone])
  }

  // MARK: - Properties

  /// An article of paragraphs of words, some of which often come back, with claims in it.
  struct Drawing {
    var paragraphs: [[String]]

    static func words(_ count: Int, _ alphabet: String, _ rng: inout SeededGenerator) -> [String] {
      (0..<count).map { _ in
        let common = ["the", "of", "and", "said", ",", ".", "Zoë’s", "漢", "🚋"]
        if Int.random(in: 0..<4, using: &rng) == 0 {
          return common.randomElement(using: &rng) ?? ""
        }
        return alphabet + String(Int.random(in: 0..<300, using: &rng))
      }
    }

    init(_ alphabet: String, _ rng: inout SeededGenerator) {
      paragraphs = (0..<Int.random(in: 1...12, using: &rng)).map { _ in
        Self.words(Int.random(in: 1...40, using: &rng), alphabet, &rng)
      }
    }

    var text: String {
      paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    }

    mutating func edit(_ rng: inout SeededGenerator) {
      let place = Int.random(in: 0...paragraphs.count, using: &rng)
      switch Int.random(in: 0..<6, using: &rng) {
      case 0: paragraphs.insert(Self.words(12, "n", &rng), at: place)
      case 1 where place < paragraphs.count: paragraphs.remove(at: place)
      case 2 where place < paragraphs.count:
        let moved = paragraphs.remove(at: place)
        paragraphs.insert(moved, at: Int.random(in: 0...paragraphs.count, using: &rng))
      case 3 where place < paragraphs.count && !paragraphs[place].isEmpty:
        let word = Int.random(in: 0..<paragraphs[place].count, using: &rng)
        paragraphs[place][word] = Self.words(1, "n", &rng)[0]
      case 4 where place < paragraphs.count:
        let word = Int.random(in: 0...paragraphs[place].count, using: &rng)
        paragraphs[place].insert(contentsOf: Self.words(3, "o", &rng), at: word)
      case 5 where place < paragraphs.count: paragraphs.append(paragraphs[place])
      default: break
      }
    }

    /// Spans of a few words each, the claims of some of two stretches.
    func claims(_ rng: inout SeededGenerator) -> [[TextSpan]] {
      let words = WordSequence(text).spans
      guard !words.isEmpty else { return [] }
      return (0..<Int.random(in: 1...15, using: &rng)).map { _ in
        var spans: [TextSpan] = []
        var next = Int.random(in: 0..<words.count, using: &rng)
        for _ in 0...Int.random(in: 0...1, using: &rng) where next < words.count {
          let last = min(words.count - 1, next + Int.random(in: 0...12, using: &rng))
          spans.append(TextSpan(words[next].start, words[last].end))
          next = last + 3
        }
        return spans.normalized
      }
    }
  }

  static func wordsOf(_ spans: [TextSpan], in text: String) -> [String] {
    spans.flatMap { span -> [String] in
      let cut = text.utf8Substring(span).map(String.init) ?? "outside"
      let words = WordSequence(cut)
      return words.spans.map { cut.utf8Substring($0).map(String.init) ?? "outside" }
    }
  }

  @Test(
    "cuts the same words wherever it says so, and no words for two claims",
    arguments: 0..<150 as Range<UInt64>)
  func edits(seed: UInt64) {
    var rng = SeededGenerator(seed: seed)
    var drawing = Drawing("w", &rng)
    let old = drawing.text
    let claims = drawing.claims(&rng)
    for _ in 0..<Int.random(in: 0...8, using: &rng) { drawing.edit(&rng) }
    let new = drawing.text
    let proposals = drawing.claims(&rng)
    let tracks = ClaimTracker(from: old, to: new)
      .tracks(of: claims.map { ($0, Bool.random(using: &rng)) }, among: proposals)
    var owners: [[TextSpan]: [TextSpan]] = [:]
    for (spans, track) in zip(claims, tracks) {
      #expect(track.spans == track.spans.normalized)
      #expect(track.spans.isEmpty == (track.verdict == .gone))
      for span in track.spans { #expect(new.utf8Substring(span)?.isEmpty == false) }
      #expect(new.utf8Substring(TextSpan(track.place, track.place)) != nil)
      if track.verdict.hasPlace {
        #expect(Self.wordsOf(track.spans, in: new) == Self.wordsOf(spans, in: old))
      }
      guard track.verdict != .gone else { continue }
      #expect(owners.updateValue(spans, forKey: track.spans).map { $0 == spans } ?? true)
    }
    // What is unmoved stands in the order in which it stood.
    let unmoved = zip(claims, tracks).filter { $0.1.verdict == .unmoved }
    for (first, second) in zip(unmoved, unmoved.dropFirst())
    where first.0.hull.map({ hull in second.0.hull.map { hull.end <= $0.start } ?? false }) ?? false
    {
      #expect((first.1.spans.last?.end ?? 0) <= (second.1.spans.first?.start ?? 0))
    }
  }

  @Test("finds everything unmoved in the same text", arguments: 0..<30 as Range<UInt64>)
  func identical(seed: UInt64) {
    var rng = SeededGenerator(seed: seed)
    let drawing = Drawing("w", &rng)
    let claims = drawing.claims(&rng)
    let tracks = ClaimTracker(from: drawing.text, to: drawing.text)
      .tracks(of: claims.map { ($0, true) }, among: claims)
    #expect(tracks.allSatisfy { $0.verdict == .unmoved })
    #expect(tracks.map(\.spans) == claims)
  }

  @Test("finds everything gone in quite another text", arguments: 0..<30 as Range<UInt64>)
  func different(seed: UInt64) {
    var rng = SeededGenerator(seed: seed)
    let drawing = Drawing("w", &rng)
    let claims = drawing.claims(&rng)
    let other = (0..<200).map { "x\($0)" }.joined(separator: " ")
    let tracks = ClaimTracker(from: drawing.text, to: other)
      .tracks(of: claims.map { ($0, true) }, among: [[TextSpan(0, 9)]])
    #expect(tracks.allSatisfy { $0.verdict == .gone && $0.spans.isEmpty })
  }

  @Test("loses nothing to paragraphs that are put in", arguments: 0..<30 as Range<UInt64>)
  func insertions(seed: UInt64) {
    var rng = SeededGenerator(seed: seed)
    var drawing = Drawing("w", &rng)
    let old = drawing.text
    let claims = drawing.claims(&rng)
    for index in 0..<Int.random(in: 1...5, using: &rng) {
      let words = (0..<9).map { "new\(index)-\($0)" }
      let place = Int.random(in: 0...drawing.paragraphs.count, using: &rng)
      // Between paragraphs in which a claim may stand, so that none is torn.
      drawing.paragraphs.insert(words, at: place)
    }
    let whole = claims.filter { spans in
      !(spans.contains { old.utf8Substring($0)?.contains("\n") ?? true })
    }
    let tracks = ClaimTracker(from: old, to: drawing.text)
      .tracks(of: whole.map { ($0, true) }, among: [])
    #expect(tracks.allSatisfy { $0.verdict == .unmoved })
  }

  @Test(
    "ends with texts that are made to be hard",
    arguments: [
      (String(repeating: "same line\n", count: 40_000), "same line\n"),
      (String(repeating: "a b ", count: 60_000), "x "),
      ((0..<60_000).map { "w\($0 % 7)" }.joined(separator: " "), "w3 w9 "),
      (String(repeating: "x", count: 1_000_000), "y"),
      (String(repeating: "“", count: 100_000), "”"),
    ])
  func hostile(text: String, change: String) {
    let half = text.utf8.count / 2
    let middle = text.utf8.index(text.startIndex, offsetBy: half).samePosition(in: text)
    let cut = middle ?? text.startIndex
    let new = change + text[..<cut] + change + text[cut...] + change
    let claims = stride(from: 0, to: text.utf8.count - 30, by: text.utf8.count / 300).map {
      [TextSpan($0 / 12 * 12, $0 / 12 * 12 + 24)]
    }
    let tracks = ClaimTracker(from: text, to: new)
      .tracks(of: claims.map { ($0, true) }, among: claims)
    #expect(tracks.count == claims.count)
  }
}
