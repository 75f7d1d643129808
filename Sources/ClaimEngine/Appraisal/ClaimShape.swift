/// A claim's words around its main verb.
struct ClaimShape {
  /// The claim's tokens, marks among them.
  let tokens: [Token]
  /// The place of the main clause's finite verb; nil where it has none.
  let main: Int?
  /// The place of the last verb in its group: "have not been *examined*".
  let head: Int?
  /// The first comma after the main verb.
  let comma: Int?
  /// The first noun, pronoun or gerund.
  let firstNoun: Int?
  /// The head of the main verb's subject, as far as the words in front of it tell: "the *levy* on bread".
  let subjectHead: Int?
  /// Whether it has "than".
  let compares: Bool

  /// In time linear in the tokens.
  init(_ tokens: [Token]) {
    self.tokens = tokens
    main = Self.main(of: tokens)
    head = main.map { Self.head(of: tokens, from: $0) }
    comma = main.flatMap { main in tokens[main...].firstIndex { $0.mark == .comma } }
    firstNoun = tokens.firstIndex { $0.tag.isNoun || $0.tag == .prp || $0.tag == .vbg }
    subjectHead = main.flatMap { Self.subjectHead(of: tokens, before: $0) }
    compares = tokens.contains { $0.word == .than }
  }

  /// Whether the main verb says what the subject is.
  var isCopula: Bool { head.map { tokens[$0].isBe } ?? false }

  /// Whether something in the main verb's group negates it.
  var isNegated: Bool {
    guard let main, let head else { return false }
    return tokens[main...min(head + 1, tokens.count - 1)].contains {
      $0.word == .not || $0.word == .nt || $0.word == .never
    }
  }

  /// Whether the main verb's group tells of what is over: "sank", "has been told", "had".
  var isPast: Bool {
    guard let main, let head else { return false }
    switch tokens[main].tag {
    case .vbd: return true
    case .vbn: return true
    case .vbz, .vbp:
      switch tokens[main].word {
      case .has, .have, .apostropheVe, .apostropheS:
        return main < head && (tokens[head].tag == .vbn || tokens[head].tag == .vbd)
          && (tokens[main].word != .apostropheS || tokens[main + 1].word == .been)
      default: return false
      }
    default: return false
    }
  }

  private static func subjectHead(of tokens: [Token], before main: Int) -> Int? {
    var start =
      tokens[..<main].lastIndex { $0.mark == .comma || $0.mark == .dash }.map { $0 + 1 } ?? 0
    // "The levy, he says, …" has its subject in front of the commas.
    if start > 0, !(tokens.first.map(opensAdjunct) ?? false) { start = 0 }
    var head: Int?
    for place in start..<main {
      switch tokens[place].tag {
      case .nn, .nns, .nnp, .nnps, .prp: head = place
      case .dt, .jj, .jjr, .jjs, .cd, .prpPossessive, .pos, .pdt, .vbg, .vbn, .rb, .cc: continue
      case .punctuation where tokens[place].mark == .hyphen: continue
      default: if head != nil { return head }
      }
    }
    return head
  }

  private static func opensAdjunct(_ token: Token) -> Bool {
    switch token.tag {
    case .in, .to, .rb, .wrb, .vbg, .vbn: true
    default: false
    }
  }

  /// A word at a place, nil for a mark and outside the claim.
  func word(_ place: Int) -> Token? {
    tokens.indices.contains(place) && tokens[place].mark == .none ? tokens[place] : nil
  }

  private static func main(of tokens: [Token]) -> Int? {
    var isSubordinate = false
    var first: Int?
    for (place, token) in tokens.enumerated() {
      if token.mark == .comma {
        isSubordinate = isSubordinate && place > 0 && first == nil && !opens(tokens)
      }
      if opensClause(token) || place == 0 && setsTime(token) { isSubordinate = true }
      guard token.tag.hasTense, token.mark == .none else { continue }
      if !isSubordinate { return place }
      if first == nil { first = place }
      isSubordinate = false
    }
    // A past tense that the tagger takes for a participle.
    return first ?? tokens.firstIndex { $0.tag == .vbn && $0.mark == .none }
  }

  /// Whether the claim begins with a clause that a comma ends: "If the door gives, …".
  private static func opens(_ tokens: [Token]) -> Bool {
    tokens.first { $0.mark == .none }.map { opensClause($0) || setsTime($0) } ?? false
  }

  /// Whether it can open a clause that says when: "until they are changed".
  private static func setsTime(_ token: Token) -> Bool {
    switch token.word {
    case .until, .till, .after, .before, .since, .once, .as: true
    default: false
    }
  }

  private static func opensClause(_ token: Token) -> Bool {
    switch token.word {
    case .who, .which, .whose, .whom, .what, .where, .when, .if, .unless, .because, .although,
      .though,
      .while, .whereas:
      true
    case .that: token.tag == .wdt || token.tag == .in
    default: false
    }
  }

  private static func head(of tokens: [Token], from main: Int) -> Int {
    var head = main
    var isOpen = tokens[main].takesBareVerb
    for place in tokens.indices.dropFirst(main + 1) {
      switch tokens[place].tag {
      case .rb: continue
      // After "do" and "will" comes a verb, whatever the tagger makes of it.
      case _ where isOpen && tokens[place].tag.isOpenClass: head = place
      case .vb, .vbn, .vbg, .vbd, .vbp, .vbz:
        head = place
      default: return head
      }
      isOpen = false
    }
    return head
  }
}

extension Token {
  var isBe: Bool {
    switch word {
    case .be, .am, .is, .are, .was, .were, .been, .being, .apostropheM, .apostropheRe: true
    case .apostropheS: tag != .pos
    default: false
    }
  }

  /// "Do", "will" and the like, which a base form follows.
  var takesBareVerb: Bool {
    switch word {
    case .do, .does, .did: true
    default: tag == .md
    }
  }
}

extension Tag {
  /// A noun, verb or adjective in its base form.
  var isOpenClass: Bool {
    switch self {
    case .vb, .vbp, .nn, .jj: true
    default: false
    }
  }
}
