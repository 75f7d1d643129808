/// What raised characters (`sup`) mean after the words before them.
enum Raised: Equatable {
  /// The mark of a note: no part of the text.
  case note
  /// A power or a unit's power, in raised digits (`⁶`, `²`, `⁻³`) or after a `^`; or a price's cents after a point.
  case sign([UInt8])
  /// Part of the word, such as the `st` of `1st`.
  case text

  /// - Parameters:
  ///   - raised: The characters, single spaces between them.
  ///   - before: What stands right before, without a space between; empty where nothing does.
  ///   - after: What stands right behind.
  ///   - isReference: Whether it is a link or is called a note.
  ///   - isEnglish: Whether the page says that it is; other languages raise letters of ordinals, as in `10ª`.
  init(
    _ raised: ArraySlice<UInt8>, between before: ArraySlice<UInt8>, and after: ArraySlice<UInt8>,
    isReference: Bool, isEnglish: Bool
  ) {
    guard let first = raised.first else {
      self = .note
      return
    }
    let isMark = raised.allSatisfy { !$0.isASCIILetter && !$0.isASCIIDigit }
    let isList = raised.allSatisfy { $0.isASCIIDigit || ", []()*–-".utf8.contains($0) }
    guard let power = Self.digits(raised) else {
      let isBracketed = first == UInt8(ascii: "[")
      if isBracketed || isReference || isList || isMark && Self.isNoteMark(raised)
        || Self.isNoteLetter(raised, after: before, isEnglish: isEnglish)
      {
        self = .note
      } else if let exponent = Self.exponent(raised, after: before) {
        self = .sign(exponent)
      } else {
        self = .text
      }
      return
    }
    if isReference {
      self = .note
    } else if let point = Self.point(raised, before, after) {
      self = .sign([point] + raised)
    } else {
      self = !first.isASCIIDigit || Self.isBase(before, of: raised, after) ? .sign(power) : .note
    }
  }

  // MARK: - Letters

  /// Whether a letter is a note's: `1,204a`, `80b` where ordinals are written otherwise.
  private static func isNoteLetter(
    _ raised: ArraySlice<UInt8>, after before: ArraySlice<UInt8>, isEnglish: Bool
  ) -> Bool {
    guard raised.count == 1, let letter = raised.first, "abcd".utf8.contains(letter) else {
      return false
    }
    let number = before.suffix(before.reversed().prefix { $0.isASCIIDigit }.count)
    guard !number.isEmpty else { return false }
    let isParted = before.dropLast(number.count).last.map { ".,".utf8.contains($0) } ?? false
    return isEnglish || isParted
  }

  /// `^n` or `^(n+1)` for an exponent of letters on a number, a letter or a bracket; nil for other raised text.
  private static func exponent(
    _ raised: ArraySlice<UInt8>, after before: ArraySlice<UInt8>
  ) -> [UInt8]? {
    guard raised.count <= 8, let last = before.last,
      last.isASCIIDigit || last == UInt8(ascii: ")")
        || last.isASCIILetter && before.reversed().prefix(while: { $0.isASCIILetter }).count == 1
    else { return nil }
    if raised.count == 1 {
      guard let letter = raised.first, "nxkijyz".utf8.contains(letter) else { return nil }
      return [UInt8(ascii: "^"), letter]
    }
    let isFormula =
      raised.contains { "+-*/".utf8.contains($0) } && raised.contains(where: \.isASCIILetter)
      && raised.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-*/ ".utf8.contains($0) }
    return isFormula ? Array("^(".utf8) + raised + [UInt8(ascii: ")")] : nil
  }

  // MARK: - Numbers

  private static func isNoteMark(_ raised: ArraySlice<UInt8>) -> Bool {
    ["*", "†", "‡", "§", "¶"].contains { raised.starts(with: Array($0.utf8)) }
  }

  /// A number with or without a sign in raised digits; nil for anything else.
  private static func digits(_ raised: ArraySlice<UInt8>) -> [UInt8]? {
    var digits: [UInt8] = []
    var rest = raised
    for (sign, power) in [("-", "⁻"), ("−", "⁻"), ("–", "⁻"), ("+", "⁺")]
    where raised.starts(with: Array(sign.utf8)) {
      digits += Array(power.utf8)
      rest = raised.dropFirst(sign.utf8.count)
    }
    guard 1...3 ~= rest.count, rest.allSatisfy(\.isASCIIDigit) else { return nil }
    for digit in rest { digits += Array(raisedDigits[Int(digit - 0x30)].utf8) }
    return digits
  }

  private static let raisedDigits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// The sign before raised cents: a point after `$4`, a comma before ` €`; nil where they are none.
  private static func point(
    _ raised: ArraySlice<UInt8>, _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>
  ) -> UInt8? {
    let number = before.reversed().prefix { $0.isASCIIDigit }.count
    guard raised.count == 2, raised.allSatisfy(\.isASCIIDigit), number > 0 else { return nil }
    let left = before.dropLast(number)
    if ["$", "£", "€"].contains(where: { left.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      return UInt8(ascii: ".")
    }
    let isPriced = ["€", "$", "£", "EUR", "kr"].contains { after.trimmed.starts(with: $0.utf8) }
    return isPriced ? UInt8(ascii: ",") : nil
  }

  /// Whether a number is raised on these words as their power: on 10, on one letter, or on a unit.
  ///
  /// On any other number or word it is the mark of a note.
  private static func isBase(
    _ before: ArraySlice<UInt8>, of raised: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>
  ) -> Bool {
    let number = before.reversed().prefix { $0.isASCIIDigit }.count
    if number > 0 {
      guard before.suffix(number).elementsEqual("10".utf8) else { return false }
      let left = before.dropLast(number)
      if left.last.map({ ".,".utf8.contains($0) }) ?? false { return false }
      if ["×", "·", "⋅", "x", "*"].contains(where: {
        left.trimmed.suffix($0.utf8.count).elementsEqual($0.utf8)
      }) {
        return true
      }
      // "10 per cent" with the mark of a note; nobody writes 10 to the power of 1.
      let isShare = shares.contains { after.trimmed.startsIgnoringCase($0) }
      return !isShare && !raised.elementsEqual("1".utf8)
    }
    let word = before.suffix(before.reversed().prefix { $0.isASCIILetter }.count)
    guard before.dropLast(word.count).last.map({ $0 < 0x80 }) ?? true else { return false }
    return word.count == 1 || units.contains(String(decoding: word, as: UTF8.self))
  }

  private static let shares: [StaticString] = [
    "%", "per cent", "percent", "prozent", "por ciento", "pour cent", "procent",
  ]
  private static let units: Set<String> = [
    "km", "cm", "mm", "dm", "nm", "ft", "in", "yd", "mi", "sec", "mc", "kpc", "hm",
  ]
}
