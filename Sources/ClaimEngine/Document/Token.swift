/// A word, number or punctuation mark of a text: a plain value, no string inside.
package struct Token: Hashable, Sendable {
  /// UTF-8 offsets into the article's text.
  package let start: Int32
  package let end: Int32
  /// FNV-1a over the lower-cased bytes, with ’ read as '.
  package let hash: UInt64
  package let shape: Shape
  package internal(set) var mark: Mark
  /// The closed-class word that it is; `.unlisted` for all the rest.
  package internal(set) var word: Word = .unlisted
  /// What the lexicon says of its form.
  package internal(set) var classes: WordClasses = []
  package internal(set) var tag: Tag = .punctuation
  /// The class of name that the encoder takes it for.
  package internal(set) var named: NameClass = .unread

  package init(start: Int, end: Int, hash: UInt64, shape: Shape, mark: Mark) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.hash = hash
    self.shape = shape
    self.mark = mark
  }

  package var length: Int { Int(end - start) }
  package var isPunctuation: Bool { mark != .none }
}

extension Token {
  /// What its letters look like.
  package struct Shape: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is a capital.
    package static let capitalized = Shape(rawValue: 1 << 0)
    /// Two letters or more, all capitals.
    package static let allCapitals = Shape(rawValue: 1 << 1)
    package static let hasDigit = Shape(rawValue: 1 << 2)
    /// Digits with at most separators between them: `1,000`, `3.5`, `13:37`.
    package static let number = Shape(rawValue: 1 << 3)
    package static let hyphenated = Shape(rawValue: 1 << 4)
    /// Its last byte is a full stop that belongs to it: an abbreviation or an initial.
    package static let endsInPeriod = Shape(rawValue: 1 << 5)
    /// One capital letter and a full stop.
    package static let initial = Shape(rawValue: 1 << 6)
    /// White space stands before it.
    package static let spaceBefore = Shape(rawValue: 1 << 7)
    /// A line end stands before it.
    package static let lineBefore = Shape(rawValue: 1 << 8)
    /// An empty line stands before it, or it is the first of its block.
    package static let paragraphBefore = Shape(rawValue: 1 << 9)
    /// Split off the word before it: `n't`, `'s`, `'ll`.
    package static let clitic = Shape(rawValue: 1 << 10)
    package static let hasLetter = Shape(rawValue: 1 << 11)
    /// A web address, mail address, `@name` or `#topic`.
    package static let address = Shape(rawValue: 1 << 12)
  }

  /// The kind of a punctuation mark; `.none` for words and numbers.
  package enum Mark: UInt8, Hashable, Sendable {
    case none
    case period, question, exclamation, ellipsis
    case comma, semicolon, colon
    /// A dash between words, also `--` and a hyphen that stands alone.
    case dash
    /// A hyphen with spaces around it in text that was cut into words before: "120 - day".
    case hyphen
    /// `"` and ``` `` ```, whose direction only the context tells.
    case straightDouble
    case straightSingle
    case openDouble, closeDouble
    case openSingle
    /// ’, which is an apostrophe or closes a single quote.
    case closeSingle
    case openBracket, closeBracket
    case slash, bullet, symbol

    package var isQuote: Bool {
      switch self {
      case .straightDouble, .straightSingle, .openDouble, .closeDouble, .openSingle, .closeSingle:
        true
      default: false
      }
    }

    package var endsSentence: Bool {
      switch self {
      case .period, .question, .exclamation, .ellipsis: true
      default: false
      }
    }
  }
}
