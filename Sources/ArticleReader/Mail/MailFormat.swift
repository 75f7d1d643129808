/// Tells mails and saved web pages from texts that begin like them.
enum MailFormat {
  /// - Returns: `mail`, `webArchive`, or nil for what has no head of either.
  static func guess(_ bytes: [UInt8], name: String) -> Format? {
    guard let first = bytes.first(where: { $0 > 0x20 }), first.isASCIILetter else { return nil }
    let isArchiveName = name.hasSuffix(".mht") || name.hasSuffix(".mhtml")
    let isMailName = name.hasSuffix(".eml")
    let head = MailHead(bytes.drop { $0 <= 0x20 })
    guard head.isWellFormed else { return nil }
    if head.holds("mime-version") || isArchiveName, isArchive(head, isNamedSo: isArchiveName) {
      return .webArchive
    }
    // Only what programs add on the way, not what people type, makes a mail of a text by itself.
    let isSent = ["mime-version", "message-id", "received", "return-path", "dkim-signature"]
      .contains(where: head.holds)
    let isAddressed = head.holds("from") && (head.holds("date") || head.holds("subject"))
    return isAddressed && (isSent || isMailName) ? .mail : nil
  }

  /// Browsers write the parts of a page as a mail, with the address that it was saved from.
  private static func isArchive(_ head: MailHead, isNamedSo: Bool) -> Bool {
    let type = head.word("content-type")
    guard type == "multipart/related" || type == "text/html" else { return false }
    return isNamedSo || head.holds("snapshot-content-location")
      || head.text("from")?.hasPrefix("<Saved by ") ?? false
  }
}
