import ClaimModel

/// What a claim says, as far as it can be told from its words in any order.
///
/// Two claims are compared without their article, so that claims of different articles can be too.
package struct ClaimWords: Sendable {
  /// The stems of the words that it is about, in their order, without figures and dates; of a name the
  /// last.
  package private(set) var content: [String] = []
  /// The names among them: the stems of each run of capitalised words.
  private(set) var names: [[String]] = []
  private(set) var numbers: Set<String> = []
  private(set) var dates = Dates()
  /// The kinds of `RepeatWords.modality` that it has.
  private(set) var modality: Set<Int> = []
  /// The stems of small words that stand in a pair of opposites, as "before".
  private(set) var poles: Set<String> = []
  private(set) var negations = 0
  /// Whether somebody may be named after "by" who did it.
  private(set) var hasBy = false
  /// The words and figures by which a full-text index leads to claims that may say the same, those that
  /// tell most first.
  package var searchWords: [String] {
    searched.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.word)
  }

  private var searched: [(word: String, weight: Int)] = []
  /// The stem of what stands first and after no preposition: who does it, or what it is done to.
  private(set) var subject: String?

  struct Dates: Hashable, Sendable {
    var weekdays: Set<String> = []
    var months: Set<String> = []
    var days: Set<String> = []
    var years: Set<String> = []
    /// "Last", "next", "tomorrow".
    var directions: Set<String> = []

    var isFixed: Bool { !months.isEmpty || !years.isEmpty }
  }

  /// Reads a claim or its statement, whose square brackets are read through.
  ///
  /// - Complexity: O(*n*) in the bytes; words after the 200th token are not read.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(lexicon: .english).tokenize(
      bytes, in: TextSpan(0, min(bytes.count, Self.limit)), into: &tokens)
    var reader = Reader(tokens: tokens, bytes: bytes)
    reader.read(into: &self)
  }

  /// Bytes of a claim that are read; one that is longer says more than one thing.
  private static let limit = 2_000
}

// MARK: - Reading

extension ClaimWords {
  private mutating func search(_ word: String, weight: Int) {
    if !searched.contains(where: { $0.word == word }) { searched.append((word, weight)) }
  }

  /// The word lists, made once.
  private struct Lists: Sendable {
    let negations = set(RepeatWords.negations)
    let empty = set(RepeatWords.empty)
    let numbers = places(RepeatWords.numbers)
    let tens = places(RepeatWords.tens)
    let scales = set(RepeatWords.scales)
    let shares = set(RepeatWords.shares)
    let months = Dictionary(
      RepeatWords.months.split(separator: " ").enumerated().map { (String($1), "\($0 % 12)") },
      uniquingKeysWith: { first, _ in first })
    let weekdays = set(RepeatWords.weekdays)
    let directions = set(RepeatWords.directions)
    let modality = Dictionary(
      RepeatWords.modality.enumerated().flatMap { kind, words in
        words.split(separator: " ").flatMap {
          [(String($0), kind), (WordStem.english.stem(String($0)), kind)]
        }
      }, uniquingKeysWith: { first, _ in first })

    private static func set(_ list: String) -> Set<String> {
      Set(list.split(separator: " ").map(String.init))
    }

    private static func places(_ list: String) -> [String: Int] {
      Dictionary(
        list.split(separator: " ").enumerated().map { (String($1), $0) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static let lists = Lists()

  private struct Reader {
    let tokens: [Token]
    let bytes: [UInt8]
    /// Whether the words before belong to a preposition.
    var isAfterPreposition = false
    var isInName = false
    /// The figure read last, and where, which a scale may follow.
    var figure: (place: Int, text: String)?

    mutating func read(into words: inout ClaimWords) {
      let lists = ClaimWords.lists
      for (place, token) in tokens.enumerated() {
        guard token.mark == .none else {
          isInName = isInName && (token.mark == .openBracket || token.mark == .closeBracket)
          if token.mark == .comma { isAfterPreposition = false }
          if bytes[Int(token.start)] == UInt8(ascii: "%") { words.content.append("percent") }
          continue
        }
        let word = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
          .lowercased().replacing("’", with: "'")
        let stem = WordStem.english.stem(word)
        if lists.negations.contains(word) || lists.negations.contains(stem) {
          words.negations += 1
          isInName = false
          continue
        }
        if let kind = lists.modality[word] ?? lists.modality[stem],
          !(token.shape.contains(.capitalized) && place > 0)
        {
          words.modality.insert(kind)
        }
        if ClaimWords.smallPoles.contains(word) { words.poles.insert(stem) }
        if readDate(word, token, place, lists, into: &words.dates)
          || readNumber(word, token, place, lists, into: &words.numbers)
        {
          if token.shape.contains(.number) { words.search(word, weight: 4 * word.utf8.count) }
          isInName = false
          continue
        }
        if token.word == .by { words.hasBy = true }
        if token.word.isPreposition { isAfterPreposition = true }
        guard !isEmpty(word, token, lists) else {
          isInName = false
          continue
        }
        let wasInName = isInName
        let isName = readName(stem, token, place, into: &words.names)
        // A name is one word, its last, however many the claim or its statement gives.
        if wasInName, isName, words.content.popLast() == words.subject { words.subject = nil }
        words.content.append(stem)
        words.search(
          word, weight: isName ? 100 : WordStem.english.hasMeaning(word) ? 0 : word.utf8.count)
        if words.subject == nil, !isAfterPreposition { words.subject = stem }
        if !isInName { isAfterPreposition = false }
      }
    }

    private mutating func readName(
      _ stem: String, _ token: Token, _ place: Int, into names: inout [[String]]
    ) -> Bool {
      let known = NounLexicon.english.kinds(of: token)
      let isRole = !known.isDisjoint(with: [.office, .title, .leader])
      // A capital at the beginning says nothing, unless the word is known or more of a name follows.
      let isName =
        token.shape.contains(.capitalized)
        && (place > 0 || !known.isDisjoint(with: [.country, .seat, .place, .people, .givenName])
          || (place + 1 < tokens.count && tokens[place + 1].shape.contains(.capitalized)))
      guard isName, !isRole else {
        isInName = false
        return false
      }
      if isInName, !names.isEmpty {
        names[names.count - 1].append(stem)
      } else {
        names.append([stem])
      }
      isInName = true
      return true
    }

    private func isEmpty(_ word: String, _ token: Token, _ lists: Lists) -> Bool {
      token.word != .unlisted || token.classes.contains(.title) || lists.empty.contains(word)
        || word == "'"
    }

    // MARK: Figures

    private mutating func readNumber(
      _ word: String, _ token: Token, _ place: Int, _ lists: Lists, into numbers: inout Set<String>
    ) -> Bool {
      if lists.scales.contains(word) || lists.scales.contains(String(word.dropLast())) {
        if let figure, figure.place == place - 1 {
          numbers.remove(figure.text)
          numbers.insert(figure.text + " " + word)
        } else {
          numbers.insert(word)
        }
        return true
      }
      if lists.shares.contains(word) {
        numbers.insert(word)
        return true
      }
      let text: String
      if token.shape.contains(.number) {
        text = word.replacing(",", with: "")
      } else if let number = number(in: word, lists) {
        // "One" is a pronoun as often as a figure.
        guard number != 1 else { return false }
        text = String(number)
      } else if token.shape.contains(.hasDigit), !token.shape.contains(.hyphenated) {
        text = word
      } else {
        return false
      }
      numbers.insert(text)
      figure = (place, text)
      return true
    }

    /// "Seven", "twenty-five"; nil for other words.
    private func number(in word: String, _ lists: Lists) -> Int? {
      if let number = lists.numbers[word] { return number }
      let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
      guard let first = parts.first, let tens = lists.tens[first] else { return nil }
      guard parts.count == 2 else { return (tens + 2) * 10 }
      return lists.numbers[parts[1]].map { (tens + 2) * 10 + $0 }
    }

    // MARK: Dates

    private func readDate(
      _ word: String, _ token: Token, _ place: Int, _ lists: Lists, into dates: inout Dates
    ) -> Bool {
      if let month = month(at: place, lists) {
        dates.months.insert(month)
      } else if lists.weekdays.contains(word) {
        dates.weekdays.insert(word)
      } else if lists.directions.contains(word) {
        dates.directions.insert(word)
      } else if token.shape.contains(.number), token.length == 4,
        word.hasPrefix("19") || word.hasPrefix("20"), Int(word) != nil
      {
        dates.years.insert(word)
      } else if token.shape.contains(.number), token.length <= 2,
        month(at: place - 1, lists) ?? month(at: place + 1, lists) != nil
      {
        dates.days.insert(word)
      } else {
        return false
      }
      return true
    }

    /// The month that a token names, by its capital: "May", not "may".
    private func month(at place: Int, _ lists: Lists) -> String? {
      guard tokens.indices.contains(place), tokens[place].shape.contains(.capitalized),
        // "May" and "March" begin sentences that are about no month.
        place > 0 || tokens.count > 1 && tokens[1].shape.contains(.number)
      else { return nil }
      var word = String(
        decoding: bytes[Int(tokens[place].start)..<Int(tokens[place].end)], as: UTF8.self
      ).lowercased()
      if word.hasSuffix(".") { word.removeLast() }
      return lists.months[word]
    }
  }
}

extension ClaimWords {
  /// Closed-class words that have an opposite.
  fileprivate static let smallPoles: Set<String> = [
    "more", "less", "fewer", "most", "least", "up", "down", "above", "below", "over", "under",
    "before",
    "after", "against", "for", "all", "some", "first", "last",
  ]
}

extension Word {
  fileprivate var isPreposition: Bool {
    switch self {
    case .in, .to, .of, .on, .at, .by, .with, .from, .about, .into, .over, .under, .between, .among,
      .amid, .against, .during, .despite, .within, .through, .per, .via, .like, .for, .as, .after,
      .before, .since, .until:
      true
    default: false
    }
  }
}
