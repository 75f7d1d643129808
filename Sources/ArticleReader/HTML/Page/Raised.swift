/// What raised characters (`sup`) mean after the words before them.
enum Raised: Equatable {
  /// The mark of a note: no part of the text.
  case note
  /// A power or a unit's power, in raised digits: `⁶`, `²`, `⁻³`.
  case power([UInt8])
  /// Part of the word, such as the `st` of `1st`.
  case text

  /// - Parameters:
  ///   - raised: The characters, single spaces between them.
  ///   - before: What stands right before, without a space between; empty where nothing does.
  ///   - isReference: Whether it is a link or is called a note.
  init(_ raised: ArraySlice<UInt8>, after before: ArraySlice<UInt8>, isReference: Bool) {
    guard let first = raised.first else {
      self = .note
      return
    }
    let isMark = raised.allSatisfy { !$0.isASCIILetter && !$0.isASCIIDigit }
    let isList = raised.allSatisfy { $0.isASCIIDigit || ", []()*–-".utf8.contains($0) }
    guard let power = Self.digits(raised) else {
      let isBracketed = first == UInt8(ascii: "[")
      self =
        isBracketed || isReference || isList || isMark && Self.isNoteMark(raised) ? .note : .text
      return
    }
    let isSigned = !first.isASCIIDigit
    self = !isReference && (isSigned || Self.isBase(before)) ? .power(power) : .note
  }

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

  /// Whether a number is raised on these words as their power: on 10, on one letter, or on a unit.
  ///
  /// On any other number or word it is the mark of a note.
  private static func isBase(_ before: ArraySlice<UInt8>) -> Bool {
    let number = before.reversed().prefix { $0.isASCIIDigit }.count
    if number > 0 {
      guard before.suffix(number).elementsEqual("10".utf8) else { return false }
      let left = before.dropLast(number).last
      return left.map { !".,".utf8.contains($0) } ?? true
    }
    let word = before.suffix(before.reversed().prefix { $0.isASCIILetter }.count)
    guard before.dropLast(word.count).last.map({ $0 < 0x80 }) ?? true else { return false }
    return word.count == 1 || units.contains(String(decoding: word, as: UTF8.self))
  }

  private static let units: Set<String> = [
    "km", "cm", "mm", "dm", "nm", "ft", "in", "yd", "mi", "sec", "mc", "kpc", "hm",
  ]
}
