/// Turns UTF-8 byte offsets of one text into another unit, and back.
///
/// It keeps a checkpoint every 256 bytes, so a conversion reads at most 256 bytes of the text.
package struct OffsetConverter: Sendable {
  package let unit: OffsetUnit
  private let bytes: [UInt8]
  /// Units before byte `i * stride`, for each `i`; one more entry than there are whole strides.
  ///
  /// Empty where every byte is a unit.
  private let checkpoints: [Int]

  private static let stride = 256

  /// Prepares a text.
  /// - Complexity: O(*n*) in the bytes of the text; nothing is kept but the bytes for UTF-8 itself.
  package init(_ text: String, unit: OffsetUnit) {
    self.unit = unit
    bytes = Array(text.utf8)
    guard unit != .utf8, bytes.contains(where: { $0 >= 0x80 }) else {
      checkpoints = []
      return
    }
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var units = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { checkpoints.append(units) }
      units += Self.units(startedBy: byte, in: unit)
    }
    self.checkpoints = checkpoints
  }

  /// The offset in `unit` of a byte offset.
  ///
  /// - Parameter utf8Offset: From 0 to the text's length; inside a character it counts that
  ///   character as begun. An offset past the end answers the end.
  package func offset(ofUTF8 utf8Offset: Int) -> Int {
    let target = Swift.min(Swift.max(utf8Offset, 0), bytes.count)
    guard !checkpoints.isEmpty else { return target }
    let checkpoint = Swift.min(target / Self.stride, checkpoints.count - 1)
    var units = checkpoints[checkpoint]
    for byte in bytes[(checkpoint * Self.stride)..<target] {
      units += Self.units(startedBy: byte, in: unit)
    }
    return units
  }

  /// The byte offset of an offset in `unit`; nil past the end, and inside a UTF-16 surrogate pair.
  package func utf8Offset(of offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    guard !checkpoints.isEmpty else { return offset <= bytes.count ? offset : nil }
    var low = 0
    var high = checkpoints.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if checkpoints[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var units = checkpoints[low]
    var position = low * Self.stride
    while position < bytes.count {
      let width = Self.units(startedBy: bytes[position], in: unit)
      if units == offset && width > 0 { return position }
      if units > offset { return nil }
      units += width
      position += 1
    }
    return units == offset ? position : nil
  }

  /// The bytes of a span, without a copy; none where the span leaves the text or cuts a character in two.
  package func withBytes<Result>(
    of span: TextSpan, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      let isWhole = { (place: Int) in
        place == bytes.count || bytes[place] & 0b1100_0000 != 0b1000_0000
      }
      guard span.end <= bytes.count, isWhole(span.start), isWhole(span.end) else {
        return try body(UnsafeBufferPointer(start: nil, count: 0))
      }
      return try body(UnsafeBufferPointer(rebasing: bytes[span.range]))
    }
  }

  package func span(ofUTF8 span: TextSpan) -> (start: Int, end: Int) {
    (offset(ofUTF8: span.start), offset(ofUTF8: span.end))
  }

  /// The byte span of a half-open span in `unit`; nil where it does not lie in the text.
  package func utf8Span(start: Int, end: Int) -> TextSpan? {
    guard start <= end, let first = utf8Offset(of: start), let last = utf8Offset(of: end) else {
      return nil
    }
    return TextSpan(first, last)
  }

  private static func units(startedBy byte: UInt8, in unit: OffsetUnit) -> Int {
    if byte & 0b1100_0000 == 0b1000_0000 { return 0 }
    return unit == .utf16 && byte >= 0b1111_0000 ? 2 : 1
  }
}
