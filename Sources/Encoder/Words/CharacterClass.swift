/// What a scalar is to the rule of words; Training/words.py states the same rule.
enum CharacterClass {
  case space, alone, wordPart

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      switch scalar.value {
      case 0...0x20, 0x7F: self = .space
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .wordPart
      default: self = .alone
      }
      return
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .alone
    default:
      self = Self.isIdeograph(scalar.value) ? .alone : .wordPart
    }
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2FA1F: true
    default: false
    }
  }
}

/// How a word is written, as the embedding of surfaces counts it.
enum LetterCase: Int {
  case none, lower, capital, capitals, other

  /// The case of the scalars that are given one after the other.
  struct Counter {
    private var letters = 0
    private var capitals = 0
    private var isFirstCapital = false

    mutating func count(_ scalar: Unicode.Scalar) {
      let isUpper: Bool
      if scalar.isASCII {
        isUpper = (0x41...0x5A).contains(scalar.value)
        guard isUpper || (0x61...0x7A).contains(scalar.value) else { return }
      } else {
        isUpper = scalar.properties.isUppercase
        guard isUpper || scalar.properties.isLowercase else { return }
      }
      if letters == 0 { isFirstCapital = isUpper }
      letters += 1
      if isUpper { capitals += 1 }
    }

    var letterCase: LetterCase {
      switch (letters, capitals) {
      case (0, _): .none
      case (_, 0): .lower
      case (2..., letters): .capitals
      case (_, 1) where isFirstCapital: .capital
      default: .other
      }
    }
  }
}
