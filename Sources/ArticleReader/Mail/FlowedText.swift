/// Puts the paragraphs of `format=flowed` together again, by RFC 3676.
enum FlowedText {
  /// - Parameters:
  ///   - bytes: Lines of a part that says it is flowed; LF or CR LF ends them.
  ///   - deletesSpaces: Whether the part says `delsp=yes`: the space at a soft line's end is none of the text's.
  /// - Returns: The text with soft line ends joined and quote marks before each quoted paragraph.
  /// - Complexity: O(*n*) in the bytes.
  static func joined(_ bytes: [UInt8], deletesSpaces: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var openDepth: Int?
    var position = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[position..<end]
      position = end + 1
      if line.last == 0x0D { line.removeLast() }
      let marks = line.prefix { $0 == UInt8(ascii: ">") }
      line = line[marks.endIndex...]
      // A space was put before lines that could be taken for a quote.
      if line.first == 0x20 { line = line.dropFirst() }
      let isSignature = line.elementsEqual([0x2D, 0x2D, 0x20])
      if let depth = openDepth, depth == marks.count, !isSignature {
        if deletesSpaces { text.removeLast() }
      } else {
        if openDepth != nil { text.append(0x0A) }
        if !marks.isEmpty { text += marks + [0x20] }
      }
      text += line
      openDepth = line.last == 0x20 && !isSignature ? marks.count : nil
      if openDepth == nil { text.append(0x0A) }
    }
    return text
  }
}
