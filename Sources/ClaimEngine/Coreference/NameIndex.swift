import ClaimModel

/// The names of an article in reading order, and who bears them.
///
/// Built once for an article, in time linear in its tokens.
package struct NameIndex: Sendable {
  package let text: TokenizedText
  /// For each token what the lexicon says of it.
  let kinds: [NounKinds]
  /// For each token whether it stands in quote marks.
  let quoted: [Bool]
  package let mentions: [NameMention]
  package let entities: [NameEntity]
  /// For each token the mention whose name it belongs to; -1 for none.
  private let mentionOfToken: [Int32]
  private let lexicon: NounLexicon
  /// The people introduced with a role, by the key of its head.
  let bearersOfRole: [UInt64: [Int]]
  /// The bodies of several words, by each of their words.
  let bodiesByWord: [UInt64: [Int]]
  /// The people of a last name.
  private let surnames: [UInt64: [Int]]
  /// What each token hangs on, where the engine has a parse.
  let tree: ParseTree?

  /// - Parameters:
  ///   - introductions: Whom title and headings name, for last names that the text never gives in full.
  ///   - tree: The parse of the text; without it the places of words tell subjects and objects.
  ///   - readingTitles: Whether names are looked for in sentences of capitals too.
  package init(
    _ text: TokenizedText, tree: ParseTree? = nil, introductions: Introductions? = nil,
    lexicon: NounLexicon = .english, readingTitles: Bool = false
  ) {
    self.text = text
    self.tree = tree
    self.lexicon = lexicon
    let kinds = text.tokens.map(lexicon.kinds(of:))
    self.kinds = kinds
    quoted = Self.quoted(text)
    var linker = NameLinker(text, kinds: kinds, lexicon: lexicon)
    linker.link(
      NameFinder(text, kinds: kinds, lexicon: lexicon).mentions(readingTitles: readingTitles))
    mentions = linker.mentions
    entities = linker.entities.map { entity in
      // "Adler said": the title has the name in full.
      guard entity.kind == .person, entity.name.count == 1, let last = entity.name.first,
        !kinds[last].contains(.givenName),
        let known = introductions?.fullName(ofLastName: text.tokens[last].hash),
        known.gender.agrees(with: entity.gender)
      else { return entity }
      var entity = entity
      entity.titleName = known.name
      entity.gender = known.gender
      return entity
    }
    var surnames: [UInt64: [Int]] = [:]
    for (number, entity) in linker.entities.enumerated()
    where entity.kind == .person {
      if let last = entity.name.last(where: { !kinds[$0].contains(.suffix) }) {
        surnames[text.tokens[last].hash, default: []].append(number)
      }
    }
    self.surnames = surnames
    var bearersOfRole: [UInt64: [Int]] = [:]
    var bodiesByWord: [UInt64: [Int]] = [:]
    for (number, entity) in linker.entities.enumerated() {
      if entity.kind == .person {
        for head in Set(entity.roles.map(\.head)) {
          bearersOfRole[head, default: []].append(number)
        }
      } else if entity.name.count > 1 {
        for hash in Set(entity.name.map { text.tokens[$0].hash }) {
          bodiesByWord[hash, default: []].append(number)
        }
      }
    }
    self.bearersOfRole = bearersOfRole
    self.bodiesByWord = bodiesByWord
    var mentionOfToken = [Int32](repeating: -1, count: text.tokens.count)
    for (index, mention) in linker.mentions.enumerated() {
      for token in mention.tokens { mentionOfToken[token] = Int32(index) }
    }
    self.mentionOfToken = mentionOfToken
  }

  /// Which tokens lie in double quote marks; a paragraph that opens one without closing it is quoted
  /// to its end.
  private static func quoted(_ text: TokenizedText) -> [Bool] {
    var quoted = [Bool](repeating: false, count: text.tokens.count)
    // Curled marks may stand inside straight ones.
    var isOpen = false
    var isStraight = false
    for (index, token) in text.tokens.enumerated() {
      if token.shape.contains(.paragraphBefore) { (isOpen, isStraight) = (false, false) }
      switch token.mark {
      case .openDouble: isOpen = true
      case .closeDouble: isOpen = false
      case .straightDouble: isStraight.toggle()
      default: quoted[index] = isOpen || isStraight
      }
    }
    return quoted
  }

  // MARK: Asking

  func mention(ofToken token: Int) -> Int? {
    let found = mentionOfToken[token]
    return found < 0 ? nil : Int(found)
  }

  /// The words of a bearer's fullest name.
  package func name(of entity: Int) -> String {
    entities[entity].titleName ?? words(entities[entity].name)
  }

  /// Other people of the article who bear the one word of a mention as their last name, where it is
  /// not plain that the most named is meant.
  func namesakes(of mention: NameMention) -> [Int] {
    guard mention.tokens.count == 1, !mention.roleKinds.contains(.title) else { return [] }
    let hash = text.tokens[mention.tokens.lowerBound].hash
    let known = entities[mention.entity].mentions
    return surnames[hash, default: []].filter {
      $0 != mention.entity && entities[$0].mentions * 3 > known
    }
  }

  /// The people of a last name, by their numbers.
  func people(ofLastName hash: UInt64) -> [Int] {
    surnames[hash, default: []].filter { entities[$0].name.count > 1 }
  }

  /// One key for all words of the same role.
  func role(_ hash: UInt64) -> UInt64 { lexicon.role(hash) }

  /// The words of a token range, white space made single.
  func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let whole = text.string(of: text.span(of: range))
    guard whole.utf8.contains(where: { $0 < 0x20 }) || whole.contains("  ") else { return whole }
    return whole.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The indices of the tokens that begin in some spans, in reading order.
  func tokens(in spans: [TextSpan]) -> [Int] {
    var found: [Int] = []
    for span in spans.sorted() {
      var index = firstToken(from: span.start)
      while index < text.tokens.count, Int(text.tokens[index].start) < span.end {
        if found.last.map({ $0 < index }) ?? true { found.append(index) }
        index += 1
      }
    }
    return found
  }

  /// The first token that begins at or after an offset.
  func firstToken(from offset: Int) -> Int {
    var low = 0
    var high = text.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(text.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the sentence of a token.
  func sentence(ofToken token: Int) -> Int {
    var low = 0
    var high = text.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The index of the first mention that begins at or after a token.
  func firstMention(from token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
