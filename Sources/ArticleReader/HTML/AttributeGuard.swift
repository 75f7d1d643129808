/// Keeps tags from having more attributes than a page can need.
///
/// libxml2 compares each attribute of a tag with all before it, so that 100,000 of them take a minute.
enum AttributeGuard {
  /// No tag of a page that people read comes near it.
  private static let mostAttributes = 100

  /// The page with what stands after a tag's hundredth attribute blanked out.
  ///
  /// - Complexity: O(*n*); the bytes are copied only when there is something to blank.
  static func limited(_ page: [UInt8]) -> [UInt8] {
    var blanks: [Range<Int>] = []
    var position = 0
    while let open = page[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      guard position < page.count, page[position].isASCIILetter else { continue }
      let isScript = page[position...].startsIgnoringCase("script")
      position = endOfTag(page, from: position, &blanks)
      if isScript {
        position = endOfScript(page, from: position)
      }
    }
    guard !blanks.isEmpty else { return page }
    var limited = page
    for blank in blanks {
      for index in blank { limited[index] = 0x20 }
    }
    return limited
  }

  /// The index of the `>` that ends a tag, and what of the tag is too much.
  private static func endOfTag(
    _ page: [UInt8], from start: Int, _ blanks: inout [Range<Int>]
  ) -> Int {
    var position = start
    var attributes = 0
    var firstTooMany: Int?
    var quote: UInt8?
    var followsEquals = false
    while position < page.count {
      let byte = page[position]
      let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
      if let open = quote {
        if byte == open {
          quote = nil
          attributes += 1
        }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if followsEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if isSpace {
        attributes += 1
      }
      if !isSpace { followsEquals = byte == UInt8(ascii: "=") && quote == nil }
      if attributes > mostAttributes * 2, firstTooMany == nil { firstTooMany = position + 1 }
      position += 1
    }
    if let firstTooMany, firstTooMany < position { blanks.append(firstTooMany..<position) }
    return position
  }

  private static func endOfScript(_ page: [UInt8], from start: Int) -> Int {
    var position = start
    while let open = page[position...].firstIndex(of: UInt8(ascii: "<")) {
      if page[open...].startsIgnoringCase("</script") { return open + 2 }
      position = open + 1
    }
    return page.count
  }
}
