import ClaimModel

/// Finds the words of a mail that are not its sender's: quoted mails, and what stands under every mail.
enum MailQuotes {
  /// The blocks with these as boilerplate.
  ///
  /// Lines after `>` are quoted. After "On … wrote:" come quotes; where none are marked, all that
  /// follows is quoted. After "-- " stands the signature, after "Original Message" the mail that is answered.
  static func marked(_ blocks: [Block], _ text: [UInt8]) -> [Block] {
    var isRest = false
    var afterOpening = false
    return blocks.enumerated().map { index, block in
      let bytes = text[block.span.range]
      let isQuote = bytes.first == UInt8(ascii: ">") || block.role == .quote && afterOpening
      if isSignature(block, text) || isOriginal(bytes) { isRest = true }
      let opens = isOpening(
        bytes, followedBy: index + 1 < blocks.count ? text[blocks[index + 1].span.range] : [])
      if afterOpening, !isQuote, !opens {
        // The quote is over, or was never marked.
        let before = blocks[index - 1]
        if isOpening(text[before.span.range], followedBy: bytes),
          !isOpeningsFirstHalf(text[before.span.range])
        {
          isRest = true
        }
        afterOpening = false
      }
      if opens { afterOpening = true }
      let isTheirs = isRest || isQuote || opens
      return isTheirs ? Block(role: .boilerplate, span: block.span) : block
    }
  }

  /// `On Tuesday, 12 March 2024, Jane Doe <jane@example.org> wrote:`, on one line or two.
  private static func isOpening(
    _ bytes: ArraySlice<UInt8>, followedBy next: ArraySlice<UInt8>
  ) -> Bool {
    guard bytes.count <= 300 else { return false }
    if bytes.trimmed.reversed().starts(with: "wrote:".utf8.reversed()) {
      return bytes.startsIgnoringCase("on ") || bytes.contains(UInt8(ascii: "@"))
    }
    return isOpeningsFirstHalf(bytes) && next.count <= 200
      && next.trimmed.reversed().starts(with: "wrote:".utf8.reversed())
  }

  private static func isOpeningsFirstHalf(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.startsIgnoringCase("on ") && bytes.contains(where: \.isASCIIDigit)
      && !bytes.trimmed.reversed().starts(with: "wrote:".utf8.reversed())
  }

  private static func isOriginal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.drop { $0 == UInt8(ascii: "-") || $0 == 0x20 }
    return bytes.first == UInt8(ascii: "-") && words.startsIgnoringCase("original message")
  }

  /// The line of two hyphens and a space, by RFC 3676.
  private static func isSignature(_ block: Block, _ text: [UInt8]) -> Bool {
    let bytes = text[block.span.range]
    guard bytes.starts(with: "--".utf8) else { return false }
    let after = text[block.span.range.lowerBound...].dropFirst(2).prefix { $0 != 0x0A }
    return after.elementsEqual([0x20])
      || after.isEmpty && (block.span.start == 0 || text[block.span.start - 1] == 0x0A)
  }
}
