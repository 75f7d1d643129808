/// What the place of each token in its paragraph says: quotes and brackets around it, and what lies ahead.
struct ParagraphPlaces {
  /// What is known of a token and of the gap before it.
  struct Place {
    /// The token's mark with the direction of straight quotes told from their place; 0 for a word.
    var mark: UInt8 = 0
    /// Whether the gap before the token lies between double quote marks.
    var isQuoted = false
    /// Where the outermost brackets around the gap before the token open; -1 outside of brackets.
    var bracket: Int32 = -1
    /// Whether the token is the mouth of ":)" and no bracket.
    var isFace = false
    /// The next token that ends a sentence by its mark, this one included; the paragraph's end without one.
    var nextMark: Int32 = 0
    /// How many tokens before this one are long words in small letters, finite verbs, subject pronouns.
    var seen: (small: Int32, finite: Int32, subject: Int32) = (0, 0, 0)
  }

  /// Brackets that close later than so many tokens are taken for stray marks.
  private static let longestBrackets = 60

  /// One for each token, and one for the paragraph's end.
  private(set) var places: [Place]
  /// How the paragraph is written: with sentence marks or without, with capitals or without.
  private(set) var style: Style = []
  private let tokens: ArraySlice<Token>

  /// The manners of a paragraph.
  struct Style: OptionSet {
    let rawValue: UInt32
    static let mostlyCapitals = Style(rawValue: 1 << 0)
    static let noCapitals = Style(rawValue: 1 << 1)
    static let startsSmall = Style(rawValue: 1 << 2)
    static let endsMarked = Style(rawValue: 1 << 3)
    /// A sentence mark at all, and more than one in forty tokens.
    static let hasMarks = Style(rawValue: 1 << 4)
    static let hasManyMarks = Style(rawValue: 1 << 5)
  }

  /// - Parameter tokens: One paragraph, not empty.
  /// - Complexity: O(*n*) in the tokens.
  init(_ tokens: ArraySlice<Token>) {
    self.tokens = tokens
    places = [Place](repeating: Place(), count: tokens.count + 1)
    readForward()
    readBrackets()
    readBackward()
  }

  subscript(_ index: Int) -> Place { places[index - tokens.startIndex] }

  // MARK: Passes

  private mutating func readForward() {
    var place = Place()
    var words = 0
    var capitals = 0
    for index in tokens.indices {
      let token = tokens[index]
      place.mark = mark(index, isQuoted: place.isQuoted)
      places[index - tokens.startIndex] = place
      switch Token.Mark(rawValue: place.mark) {
      case .openDouble: place.isQuoted = true
      case .closeDouble: place.isQuoted = false
      default: break
      }
      guard token.mark == .none else { continue }
      if token.shape.contains(.hasLetter) {
        words += 1
        if token.shape.contains(.capitalized) { capitals += 1 }
        if !token.shape.contains(.capitalized), token.length > 3 { place.seen.small += 1 }
      }
      if token.word.isFinite { place.seen.finite += 1 }
      if token.word.isSubject { place.seen.subject += 1 }
    }
    places[tokens.count] = place
    if capitals * 2 > words { style.insert(.mostlyCapitals) }
    if capitals * 100 < words { style.insert(.noCapitals) }
    if let first = tokens.first, first.mark == .none, !first.shape.contains(.capitalized) {
      style.insert(.startsSmall)
    }
  }

  /// A straight mark opens at a space that no space follows, closes where only space follows, and else goes
  /// by whether a quote is open.
  private func mark(_ index: Int, isQuoted: Bool) -> UInt8 {
    let token = tokens[index]
    let spaceBefore = token.shape.contains(.spaceBefore)
    let spaceAfter =
      index + 1 == tokens.endIndex || tokens[index + 1].shape.contains(.spaceBefore)
    switch token.mark {
    case .straightDouble:
      let opens = spaceBefore == spaceAfter ? !isQuoted : spaceBefore
      return (opens ? Token.Mark.openDouble : .closeDouble).rawValue
    case .straightSingle, .closeSingle:
      if spaceBefore, !spaceAfter, token.mark == .straightSingle {
        return Token.Mark.openSingle.rawValue
      }
      // After a word it may be an apostrophe: "the boys' room".
      let isApostrophe = index > tokens.startIndex && tokens[index - 1].mark == .none
      return (isApostrophe ? Token.Mark.straightSingle : .closeSingle).rawValue
    default: return token.mark.rawValue
    }
  }

  private mutating func readBrackets() {
    var open: [Int] = []
    for index in tokens.indices {
      switch tokens[index].mark {
      case .openBracket, .closeBracket:
        if isFace(index) {
          places[index - tokens.startIndex].isFace = true
          continue
        }
        if tokens[index].mark == .openBracket {
          open.append(index)
          continue
        }
        // The outermost brackets close last, and so have the last word.
        guard let start = open.popLast(), index - start <= Self.longestBrackets else { continue }
        for inner in start + 1...index {
          places[inner - tokens.startIndex].bracket = Int32(start)
        }
      default: break
      }
    }
  }

  /// Whether a bracket is the mouth of ":(" or ";-)".
  private func isFace(_ index: Int) -> Bool {
    guard index > tokens.startIndex, !tokens[index].shape.contains(.spaceBefore) else {
      return false
    }
    switch tokens[index - 1].mark {
    case .colon, .semicolon: return true
    case .dash, .symbol:
      return index - 1 > tokens.startIndex
        && (tokens[index - 2].mark == .colon || tokens[index - 2].mark == .semicolon)
    default: return false
    }
  }

  private mutating func readBackward() {
    var next = tokens.endIndex
    var marks = 0
    places[tokens.count].nextMark = Int32(next)
    for index in tokens.indices.reversed() {
      if tokens[index].mark.endsSentence || tokens[index].shape.contains(.endsInPeriod) {
        next = index
        marks += 1
      }
      places[index - tokens.startIndex].nextMark = Int32(next)
    }
    if marks > 0 { style.insert(.hasMarks) }
    if marks * 40 >= tokens.count { style.insert(.hasManyMarks) }
    let last = tokens.suffix(4).reversed().drop { token in
      token.mark.isQuote || token.mark == .closeBracket
    }.first
    if let last, last.mark.endsSentence || last.shape.contains(.endsInPeriod) {
      style.insert(.endsMarked)
    }
  }
}

extension Word {
  /// A verb form of a closed class that only a finite clause has.
  fileprivate var isFinite: Bool {
    switch self {
    case .is, .am, .are, .was, .were, .have, .has, .had, .do, .does, .did, .can, .could, .may,
      .might, .must, .shall, .should, .will, .would, .said, .says, .apostropheS, .apostropheRe,
      .apostropheM, .apostropheVe, .apostropheLl, .nt:
      true
    default: false
    }
  }

  fileprivate var isSubject: Bool {
    switch self {
    case .i, .he, .she, .they, .we, .you, .it: true
    default: false
    }
  }
}
