import ClaimModel

/// Which of an article's names stand for somebody or something: a capital alone is not enough.
///
/// The first word of a sentence or quote, a word among capitals, and what is spelled like an address may be written large
/// for other reasons.
struct NamedActors: Sendable {
  private let index: NameIndex
  /// For each entity whether one of its mentions can be nothing but a name.
  private let isFirm: [Bool]

  init(index: NameIndex) {
    self.index = index
    var isFirm = [Bool](repeating: false, count: index.entities.count)
    for mention in index.mentions where !isFirm[mention.entity] {
      isFirm[mention.entity] = Self.isFirm(mention, in: index)
    }
    self.isFirm = isFirm
  }

  /// The entity that a token names; nil for peoples, and for what may be no name.
  func entity(ofToken token: Int) -> Int? {
    guard let mention = index.mention(ofToken: token).map({ index.mentions[$0] }) else {
      return nil
    }
    guard isFirm[mention.entity], index.entities[mention.entity].kind != .people else { return nil }
    return Self.isShouted(mention, in: index.text) ? nil : mention.entity
  }

  private static func isFirm(_ mention: NameMention, in index: NameIndex) -> Bool {
    let text = index.text
    if isShouted(mention, in: text) { return false }
    let tokens = text.tokens[mention.tokens]
    guard tokens.contains(where: { $0.tag.isName || $0.classes.contains(.title) }) else {
      return false
    }
    guard tokens.count == 1, let token = tokens.first else { return true }
    if token.shape.contains(.address) { return false }
    if token.shape.contains(.hasDigit), token.length > 5 { return false }
    if token.word != .unlisted || token.classes.contains(.timeName) { return false }
    guard opens(mention.tokens.lowerBound, in: index) else { return true }
    // "Cruz dropped out", "Cruz's plan".
    let next = mention.tokens.upperBound
    if token.tag == .nnp, text.tokens.indices.contains(next),
      text.tokens[next].tag.hasTense || text.tokens[next].tag == .pos
    {
      return true
    }
    // A person or place that is known by its form, or a mark of ownership: "Climate" is neither.
    if mention.lead < mention.tokens.lowerBound || mention.role != nil { return true }
    switch index.entities[mention.entity].kind {
    case .person, .place, .government, .media: return true
    default: return token.shape.contains(.allCapitals)
    }
  }

  /// Whether it is the first word of a sentence, a quote, or what follows a colon or dash.
  private static func opens(_ token: Int, in index: NameIndex) -> Bool {
    let text = index.text
    if token == 0 { return true }
    let before = text.tokens[token - 1]
    switch before.mark {
    case .none, .comma: break
    case .symbol, .hyphen: break
    default: return true
    }
    return text.sentences[index.sentence(ofToken: token)].tokens.lowerBound == token
  }

  /// In words of capitals that are no abbreviation: "WHITE", "GARLAND STEPS ASIDE".
  private static func isShouted(_ mention: NameMention, in text: Document) -> Bool {
    let tokens = text.tokens[mention.tokens]
    guard tokens.allSatisfy({ $0.shape.contains(.allCapitals) }) else { return false }
    if tokens.contains(where: { $0.length > 6 || $0.word != .unlisted }) { return true }
    let before = mention.tokens.lowerBound - 1
    let after = mention.tokens.upperBound
    for place in [before, after] where text.tokens.indices.contains(place) {
      let token = text.tokens[place]
      if token.mark == .none, token.shape.contains(.allCapitals) { return true }
    }
    return tokens.count > 1 && tokens.contains { $0.length > 4 }
  }
}
