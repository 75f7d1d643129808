/// The bullet, number or letter that opens an item of a list: `•`, `3.`, `(b)`, `iv)`, `2.1`.
struct ListMark {
  /// Through the white space after it, in bytes.
  let width: Int
  /// The same for all marks of one list: how it counts, and the signs around it.
  let manner: Int
  /// What it counts: 3 for `3.`, `c)` and `iii.`; nil for a bullet.
  let value: Int?
  /// The other number that a letter such as `i)` or `c.` can be; nil for most marks.
  let otherValue: Int?
  /// Whether it marks an item without others of its kind beside it, unlike the initial of a name.
  let isSure: Bool

  private enum Counting: Int { case bullet, number, small, capital, chain }

  /// Reads the start of a trimmed line; nil where it opens with words.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let mark = Self.bullet(bytes) ?? Self.number(bytes) ?? Self.letter(bytes) else {
      return nil
    }
    self = mark
  }

  private init(
    width: Int, _ counting: Counting, _ sign: Int, value: Int? = nil, otherValue: Int? = nil,
    isSure: Bool
  ) {
    self.width = width
    manner = counting.rawValue << 32 | sign
    self.value = value
    self.otherValue = otherValue
    self.isSure = isSure
  }

  /// Whether an item with this mark comes next after one with the other.
  func follows(_ other: ListMark) -> Bool {
    guard manner == other.manner else { return false }
    guard let value, let before = other.value else { return true }
    if value == before + 1 { return true }
    guard let before = other.otherValue ?? other.value else { return false }
    return (otherValue ?? value) == before + 1
  }

  // MARK: - Bullets

  /// Bullets that are nothing else at the start of a line.
  private static let bullets: Set<UInt32> = Set(
    "•▪‣·◦●○■□▫◆◇❖★☆✓✔✗➤►▶▸→➔➢⁃∙–※☐☑".unicodeScalars.map(\.value))
  /// What opens other lines, too: dialogue, signatures, letters of symbol fonts.
  private static let signs: Set<UInt32> = Set("—―§ØüÜo~".unicodeScalars.map(\.value))

  private static func bullet(_ bytes: ArraySlice<UInt8>) -> ListMark? {
    guard let first = bytes.first else { return nil }
    let scalar: UInt32
    let length: Int
    if first < 0x80 {
      guard "-*+o~".utf8.contains(first) else { return nil }
      (scalar, length) = (UInt32(first), 1)
    } else {
      guard let decoded = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
      else { return nil }
      (scalar, length) = (decoded.value, UTF8.width(decoded))
    }
    let isBullet = first < 0x80 ? "-*+".utf8.contains(first) : bullets.contains(scalar)
    guard isBullet || signs.contains(scalar) else { return nil }
    let end = bytes.startIndex + length
    let space = widthOfSpaces(bytes, at: end)
    if space > 0, end + space < bytes.endIndex {
      return ListMark(width: length + space, .bullet, Int(scalar), isSure: isBullet)
    }
    // A word that touches its bullet: "•The gate". A hyphen can open a word or a number.
    guard isBullet, space == 0, end < bytes.endIndex, bytes[end].isASCIILetter else { return nil }
    return ListMark(
      width: length, .bullet, Int(scalar), isSure: first >= 0x80 && !bytes.starts(with: "–".utf8))
  }

  // MARK: - Numbers

  /// Reads `3.`, `3)`, `(3)`, `2.1` and `2.1.`.
  private static func number(_ bytes: ArraySlice<UInt8>) -> ListMark? {
    let isBracketed = bytes.first == UInt8(ascii: "(")
    var position = bytes.startIndex + (isBracketed ? 1 : 0)
    guard position < bytes.endIndex, bytes[position].isASCIIDigit else { return nil }
    var values: [Int] = []
    var end = position
    while values.count < 4, position < bytes.endIndex, bytes[position].isASCIIDigit {
      var value = 0
      let start = position
      while position < bytes.endIndex, bytes[position].isASCIIDigit, position - start < 3 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      values.append(value)
      end = position
      guard position < bytes.endIndex, bytes[position] == UInt8(ascii: ".") else { break }
      position += 1
    }
    guard let value = values.last, end < bytes.endIndex, value < 200 else { return nil }
    let close = bytes[end]
    let isClosed =
      close == UInt8(ascii: ")") || close == UInt8(ascii: ".") && !isBracketed
    guard isClosed || values.count > 1 && !isBracketed else { return nil }
    if isClosed { end += 1 }
    let space = widthOfSpaces(bytes, at: end)
    guard end + space < bytes.endIndex else { return nil }
    let sign = (isBracketed ? 1 : 0) << 8 | (isClosed ? Int(close) : 0)
    if values.count > 1 {
      guard space > 0 else { return nil }
      let chapter = values.dropLast().reduce(1) { ($0 &* 256 &+ $1) & 0xFFFF }
      return ListMark(
        width: end + space - bytes.startIndex, .chain, chapter << 9 | sign, value: value,
        isSure: false)
    }
    // "3.The gate" is a number whose space got lost.
    guard space > 0 || bytes[end].isASCIILetter else { return nil }
    return ListMark(
      width: end + space - bytes.startIndex, .number, sign, value: value,
      isSure: space > 0 && value < 100)
  }

  // MARK: - Letters

  /// Reads `(b)`, `b)`, `b.`, `B.`, `(iv)` and `IV.`.
  private static func letter(_ bytes: ArraySlice<UInt8>) -> ListMark? {
    let isBracketed = bytes.first == UInt8(ascii: "(")
    let letters = bytes.dropFirst(isBracketed ? 1 : 0).prefix(6).prefix { $0.isASCIILetter }
    guard 1...5 ~= letters.count, letters.endIndex < bytes.endIndex else { return nil }
    let close = bytes[letters.endIndex]
    let isRound = close == UInt8(ascii: ")")
    guard isRound || close == UInt8(ascii: ".") && !isBracketed else { return nil }
    let isSmall = letters.allSatisfy(\.isASCIILowercase)
    guard isSmall || letters.allSatisfy(\.isASCIIUppercase) else { return nil }
    let space = widthOfSpaces(bytes, at: letters.endIndex + 1)
    let width = letters.endIndex + 1 + space - bytes.startIndex
    guard space > 0, bytes.startIndex + width < bytes.endIndex else { return nil }
    let roman = roman(letters)
    let place = letters.count == 1 ? letters.first.map { Int($0 | 0x20) - 0x60 } : nil
    guard let value = place ?? roman else { return nil }
    return ListMark(
      width: width, isSmall ? .small : .capital, (isBracketed ? 1 : 0) << 8 | Int(close),
      value: value, otherValue: place == nil ? nil : roman, isSure: isRound)
  }

  /// The value of a Roman numeral up to 39, in either case; nil for other letters.
  private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    let digits: [UInt8: Int] = [UInt8(ascii: "i"): 1, UInt8(ascii: "v"): 5, UInt8(ascii: "x"): 10]
    let values = letters.compactMap { digits[$0 | 0x20] }
    guard values.count == letters.count else { return nil }
    var total = 0
    for (index, value) in values.enumerated() {
      total += index + 1 < values.count && value < values[index + 1] ? -value : value
    }
    return total > 0 ? total : nil
  }

  private static func widthOfSpaces(_ bytes: ArraySlice<UInt8>, at start: Int) -> Int {
    var position = start
    while position < bytes.endIndex, let width = bytes.widthOfSpace(at: position) {
      position += width
    }
    return position - start
  }
}
