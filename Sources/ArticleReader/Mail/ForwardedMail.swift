/// A mail that another carries in its text, as the sender's program copied it there.
struct ForwardedMail {
  let head: ForwardedHead
  /// Where its own words start.
  let start: Int

  /// Over a forwarded mail stand fewer words of the one who forwards it, unless the mail says that it is forwarded.
  private static let wordsOfNote = 30
  /// Mails in mails that are looked through.
  private static let deepest = 12

  /// The innermost mail that a text forwards; nil where it forwards none.
  ///
  /// Mails under an answer are not forwarded.
  ///
  /// - Parameter subject: As it was written, with its "FW:"; nil where there is none.
  init?(in text: [UInt8], subject: String?) {
    var found: ForwardedHead?
    var position = 0
    var subject = subject
    for _ in 0..<Self.deepest {
      guard let head = ForwardedHead.first(in: text, from: position),
        Self.isForwarded(head, note: text[position..<head.range.lowerBound], subject: subject)
      else { break }
      found = head
      position = head.range.upperBound
      subject = head.subject
    }
    guard let found else { return nil }
    head = found
    start = min(text.count, found.range.upperBound + 1)
  }

  private static func isForwarded(
    _ head: ForwardedHead, note: ArraySlice<UInt8>, subject: String?
  ) -> Bool {
    if head.opening == .forwarded { return true }
    let prefix = subject.map { $0.lowercased() } ?? ""
    if MailWords.forwardPrefixes.contains(where: prefix.hasPrefix) { return true }
    if MailWords.answerPrefixes.contains(where: prefix.hasPrefix) { return false }
    let words = note.split { $0 <= 0x20 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    return words.count < wordsOfNote
  }

  /// The text with the quote marks gone that stand before each line of the forwarded mail, as Apple Mail writes them.
  func unquoted(_ text: [UInt8]) -> [UInt8] {
    guard head.depth > 0 else { return text }
    var plain = Array(text[..<start])
    var position = start
    while position < text.count {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      var line = text[position..<end]
      var left = head.depth
      while left > 0, line.first == UInt8(ascii: ">") {
        line = line.dropFirst()
        if line.first == 0x20, left == 1 || line.dropFirst().first == UInt8(ascii: ">") {
          line = line.dropFirst()
        }
        left -= 1
      }
      plain += line
      if end < text.count { plain.append(0x0A) }
      position = end + 1
    }
    return plain
  }
}
