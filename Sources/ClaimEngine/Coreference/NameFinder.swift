/// Finds names in sentences: runs of capitalised words, parted into title, role and name.
///
/// Linear in the tokens; no tag is needed, but one helps at the beginning of a sentence.
struct NameFinder {
  let text: Document
  let tokens: [Token]
  let kinds: [NounKinds]
  let lexicon: NounLexicon
  /// Words that stand with a capital inside a sentence somewhere.
  private let innerCapitals: Set<UInt64>
  /// Words that stand in small letters somewhere.
  private let smallWords: Set<UInt64>

  init(_ text: Document, kinds: [NounKinds], lexicon: NounLexicon) {
    self.text = text
    self.tokens = text.tokens
    self.kinds = kinds
    self.lexicon = lexicon
    var inner: Set<UInt64> = []
    for sentence in text.sentences {
      for index in sentence.tokens.dropFirst()
      where tokens[index].shape.contains(.capitalized) && tokens[index - 1].mark == .none {
        inner.insert(tokens[index].hash)
      }
    }
    innerCapitals = inner
    smallWords = Set(
      tokens.lazy.filter { !$0.shape.contains(.capitalized) && $0.shape.contains(.hasLetter) }
        .map(\.hash))
  }

  func mentions(readingTitles: Bool = false) -> [NameMention] {
    var found: [NameMention] = []
    for (number, sentence) in text.sentences.enumerated() {
      if !readingTitles, isShouted(sentence) { continue }
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard isNameWord(index, in: sentence) else {
          index += 1
          continue
        }
        let end = firstName(in: index..<runEnd(from: index, in: sentence))
        if let mention = mention(in: index..<end, sentence, number: number) {
          found.append(mention)
        }
        index = end
      }
    }
    return found
  }

  // MARK: Words of names

  /// Whether nearly all words are capitalised, so that a capital says nothing.
  private func isShouted(_ sentence: Sentence) -> Bool {
    var words = 0
    var small = 0
    for index in sentence.tokens where tokens[index].shape.contains(.hasLetter) {
      words += 1
      if !tokens[index].shape.contains(.capitalized) { small += 1 }
    }
    return words >= 6 && small * 5 < words
  }

  private func isNameWord(_ index: Int, in sentence: Sentence) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.capitalized), token.shape.contains(.hasLetter),
      !token.shape.contains(.clitic), !token.shape.contains(.address)
    else { return false }
    let kind = kinds[index]
    let opens = opensSentence(index, in: sentence)
    if kind.contains(.calendar) {
      return kind.contains(.givenName) && !followsPreposition(index, in: sentence)
        && index + 1 < sentence.tokens.upperBound
        && tokens[index + 1].shape.contains(.capitalized) && !kinds[index + 1].contains(.calendar)
        || index > sentence.tokens.lowerBound && kinds[index - 1].contains(.givenName)
    }
    if token.word != .unlisted {
      if token.shape.contains(.allCapitals), !opens || token.word == .us {
        return token.named == .unread || token.named.isName
      }
      return !opens && (token.word == .will || token.word == .may)
        && (kinds[index - 1].containsAny([.givenName, .title])
          || isCapitalised(index + 1, in: sentence))
    }
    guard opens else { return token.named != .none || !isShoutedWord(token) }
    if token.named == .none, opensWithCommonWord(index, in: sentence) { return false }
    if kind.containsAny([.givenName, .country, .seat, .place, .title]) { return true }
    if token.classes.contains(.opener) || token.classes.contains(.speechVerb) { return false }
    switch token.tag {
    case .in, .md, .vb, .vbg, .rb, .wrb, .wdt, .wp, .to, .cd: return false
    default: break
    }
    if token.named.isName, isCapitalised(index + 1, in: sentence) { return true }
    if innerCapitals.contains(token.hash) || token.shape.contains(.allCapitals) {
      return token.named.isName || token.tag.isName
        || token.named == .unread && !smallWords.contains(token.hash)
    }
    if kind.contains(.people) { return true }
    if kind.containsAny([.office, .authority, .body]), index + 1 < sentence.tokens.upperBound,
      tokens[index + 1].word == .of, isCapitalised(index + 2, in: sentence)
    {
      return true
    }
    if isCapitalised(index + 1, in: sentence) {
      return !kind.containsAny(.role) || token.tag != .nns
    }
    return kind.isEmpty && token.tag.isName
  }

  /// Whether the word that opens a sentence is no name for the encoder, and no role before one: "Black folks",
  /// "Natural gas", "Unlike Kestrel".
  private func opensWithCommonWord(_ index: Int, in sentence: Sentence) -> Bool {
    if kinds[index].containsAny(.role.union([.title, .country, .seat, .people, .past]))
      || tokens[index].tag.isName && innerCapitals.contains(tokens[index].hash)
    {
      return false
    }
    guard isCapitalised(index + 1, in: sentence) else {
      return smallWords.contains(tokens[index].hash)
    }
    return tokens[index + 1].named.isName && !kinds[index].containsAny(.anyBody)
  }

  /// A word in capitals that the encoder takes for no name: "WANT", not "FBI".
  private func isShoutedWord(_ token: Token) -> Bool {
    token.shape.contains(.allCapitals) && !token.shape.contains(.hasDigit)
      && (token.length > 4 || smallWords.contains(token.hash))
  }

  /// "In June": a month, though it is a given name too.
  private func followsPreposition(_ index: Int, in sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound else { return false }
    switch tokens[index - 1].word {
    case .in, .since, .until, .till, .by, .on, .before, .after, .during, .from: return true
    default: return tokens[index - 1].shape.contains(.number)
    }
  }

  private func isCapitalised(_ index: Int, in sentence: Sentence) -> Bool {
    index < sentence.tokens.upperBound && tokens[index].shape.contains(.capitalized)
      && tokens[index].shape.contains(.hasLetter) && tokens[index].word == .unlisted
      && !kinds[index].contains(.calendar)
  }

  /// Whether only marks stand between a word and the start of its sentence, quote or clause.
  private func opensSentence(_ index: Int, in sentence: Sentence) -> Bool {
    var place = index - 1
    while place >= sentence.tokens.lowerBound {
      let mark = tokens[place].mark
      if mark == .none || mark == .comma { return false }
      if mark.isQuote || mark == .colon || mark == .bullet || mark == .dash || mark.endsSentence {
        if mark.isQuote, place > sentence.tokens.lowerBound, tokens[place - 1].mark == .none {
          return false
        }
        return true
      }
      place -= 1
    }
    return true
  }

  // MARK: Runs

  /// The end of the first of two names that stand side by side, where nothing says that the first describes the
  /// second: "in the Ashdown Herald Perle said".
  private func firstName(in run: Range<Int>) -> Int {
    guard run.count > 1, tokens[run.upperBound - 1].named == .person else { return run.upperBound }
    var start = run.upperBound - 1
    while start > run.lowerBound, tokens[start - 1].named == .person { start -= 1 }
    guard start > run.lowerBound, tokens[start - 1].mark == .none,
      tokens[start - 1].named == .organization || tokens[start - 1].named == .place,
      !run.contains(where: {
        kinds[$0].containsAny(.role.union([.title, .people, .particle, .suffix]))
          || tokens[$0].word != .unlisted
      })
    else { return run.upperBound }
    return start
  }

  private func runEnd(from start: Int, in sentence: Sentence) -> Int {
    var end = start + 1
    let limit = min(sentence.tokens.upperBound, start + 16)
    while end < limit {
      if tokens[end].mark == .none, isInnerNameWord(end, start: start) {
        end += 1
      } else if let next = joined(at: end, start: start, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private func isInnerNameWord(_ index: Int, start: Int) -> Bool {
    let token = tokens[index]
    if kinds[index].contains(.suffix) { return true }
    guard token.shape.contains(.capitalized), token.shape.contains(.hasLetter) else { return false }
    if token.shape.contains(.clitic) || token.shape.contains(.address) { return false }
    if kinds[index].contains(.calendar) {
      return token.word == .may && kinds[index - 1].contains(.givenName)
    }
    return token.word == .unlisted || token.shape.contains(.allCapitals)
      || token.word == .will || token.word == .may || token.word == .said
  }

  /// The place after a small word that joins parts of a name, with the capital after it.
  private func joined(at index: Int, start: Int, limit: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let token = tokens[index]
    var next = index + 1
    if token.mark == .comma, kinds[next].contains(.suffix) { return next + 1 }
    if token.mark == .none, kinds[index].contains(.particle), !token.shape.contains(.capitalized) {
      if kinds[next].contains(.particle), next + 1 < limit { next += 1 }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    }
    let before = kinds[index - 1]
    switch token.word {
    case .of:
      guard before.containsAny([.authority, .body, .office, .leader, .media, .document]) else {
        return nil
      }
      if tokens[next].word == .the, next + 1 < limit { next += 1 }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    case .for, .on:
      guard before.contains(.body) || tokens[index - 1].hash == Self.commissioner else {
        return nil
      }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    case .to:
      guard before.contains(.office), kinds[next].containsAny(.anyPlace) else { return nil }
      return next + 1
    case .and:
      guard (start..<index).contains(where: { tokens[$0].word == .of }),
        kinds[start].containsAny([.authority, .body])
      else { return nil }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    default:
      return token.mark == .symbol && text.bytes[Int(token.start)] == UInt8(ascii: "&")
        && isInnerNameWord(next, start: start) ? next + 1 : nil
    }
  }

  private static let commissioner = WordHash("commissioner").value

  // MARK: Kind

  func kinds(ofPhrase range: Range<Int>) -> NounKinds? {
    var hash = WordHash()
    for index in range {
      if index > range.lowerBound { hash.add(0x20) }
      for byte in text.bytes(of: tokens[index]) { hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    }
    return lexicon.kinds(ofPhrase: hash.value)
  }

  /// What the words of a name say that it is.
  func formKind(of name: Range<Int>, hasRole: Bool) -> NameEntity.Kind {
    let first = kinds[name.lowerBound]
    if name.count > 1 {
      if let known = kinds(ofPhrase: name) { return Self.kind(known) }
      if endsAsBody(name) {
        let head =
          name.first { tokens[$0].word == .of || tokens[$0].word == .for }.map { $0 - 1 }
          ?? name.upperBound - 1
        return Self.kind(kinds[max(head, name.lowerBound)])
      }
      if hasRole || first.contains(.givenName)
        || name.dropFirst().contains(where: { tokens[$0].shape.contains(.initial) })
      {
        return .person
      }
      if kinds[name.upperBound - 1].contains(.people) { return .people }
      if kinds[name.upperBound - 1].containsAny(.anyText) { return .document }
      return .unknown
    }
    if hasRole, !first.containsAny([.country, .seat]) { return .person }
    if first.containsAny([.country, .seat, .place, .people]), !first.contains(.givenName) {
      return Self.kind(first)
    }
    if first.containsAny([.authority, .body, .media]) { return Self.kind(first) }
    if first.contains(.givenName) { return .person }
    let token = tokens[name.lowerBound]
    if token.shape.contains(.allCapitals), token.length <= 6 { return .organization }
    return .unknown
  }

  static func kind(_ kinds: NounKinds) -> NameEntity.Kind {
    if kinds.containsAny([.country, .seat]) { return .government }
    if kinds.contains(.authority) { return .government }
    if kinds.contains(.media) { return .media }
    if kinds.contains(.body) { return .organization }
    if kinds.contains(.place) { return .place }
    if kinds.contains(.people) { return .people }
    return .unknown
  }
}
