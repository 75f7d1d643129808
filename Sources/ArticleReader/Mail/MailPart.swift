/// A mail, or a part of one: its head, and its content or the parts in it.
///
/// A reader of our own: the one library of Debian's that does this, GMime, brings GLib with it, and
/// gives more than the words of one text part, which is all that an article needs.
struct MailPart {
  let head: MailHead
  /// `text/plain` where it does not say.
  let type: String
  /// As it was written for the way; empty where there are parts.
  private(set) var content: ArraySlice<UInt8> = []
  private(set) var parts: [MailPart] = []

  private static let deepest = 20

  /// - Throws: `tooManyParts`.
  /// - Complexity: O(*n*) in the bytes, for each of at most twenty levels.
  init(_ bytes: ArraySlice<UInt8>, limits: Limits) throws(ReaderError) {
    var left = limits.mailParts
    try self.init(bytes, depth: 0, left: &left, limits)
  }

  private init(
    _ bytes: ArraySlice<UInt8>, depth: Int, left: inout Int, _ limits: Limits
  ) throws(ReaderError) {
    left -= 1
    guard left >= 0, depth <= Self.deepest else {
      throw .tooManyParts(parts: limits.mailParts, depth: Self.deepest)
    }
    head = MailHead(bytes)
    type = head.word("content-type") ?? "text/plain"
    let rest = bytes[head.end...]
    if type.hasPrefix("multipart/"), let boundary = head.parameter("boundary", of: "content-type"),
      1...200 ~= boundary.utf8.count
    {
      for piece in Self.pieces(rest, boundary: Array("--\(boundary)".utf8)) {
        parts.append(try MailPart(piece, depth: depth + 1, left: &left, limits))
      }
    } else if type == "message/rfc822" {
      parts = [try MailPart(rest, depth: depth + 1, left: &left, limits)]
    } else {
      content = rest
    }
  }

  /// What stands between the lines of a boundary; without the last one, up to the end.
  private static func pieces(
    _ bytes: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[position] == UInt8(ascii: "-"), bytes[position..<end].starts(with: boundary) {
        let after = bytes[(position + boundary.count)..<end].trimmed
        if after.isEmpty || after.elementsEqual("--".utf8) {
          if let start { pieces.append(bytes[start..<position]) }
          start = after.isEmpty ? min(end + 1, bytes.endIndex) : nil
          if !after.isEmpty { return pieces }
        }
      }
      position = min(end + 1, bytes.endIndex)
    }
    if let start { pieces.append(bytes[start...]) }
    return pieces
  }

  /// The bytes of the content as they were.
  var bytes: [UInt8] {
    TransferEncoding.decoded(content, head.word("content-transfer-encoding") ?? "")
  }

  /// The content's text.
  var text: DecodedText {
    let decoded = TransferEncoding.decoded(
      content, head.word("content-transfer-encoding") ?? "")
    let isFlowed =
      type == "text/plain" && head.parameter("format", of: "content-type")?.lowercased() == "flowed"
    let deletesSpaces = head.parameter("delsp", of: "content-type")?.lowercased() == "yes"
    return DecodedText(
      html: isFlowed ? FlowedText.joined(decoded, deletesSpaces: deletesSpaces) : decoded,
      charset: head.parameter("charset", of: "content-type")?.lowercased())
  }

  /// Whether it is for saving and not for reading.
  var isAttachment: Bool {
    head.word("content-disposition") == "attachment"
      || head.parameter("filename", of: "content-disposition") != nil
  }
}
