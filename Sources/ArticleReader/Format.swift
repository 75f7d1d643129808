/// A kind of input that articles come in.
package enum Format: String, CaseIterable, Sendable {
  case plainText = "text"
  case html
  case markdown
  case pdf
  /// A message (EML).
  case mail
  /// A web page as browsers save it in one file (MHTML).
  case webArchive = "web-archive"

  /// Tells the format by the first bytes, and by the name where these leave it open.
  package static func guess(_ bytes: [UInt8], path: String?) -> Format {
    var head = bytes.prefix(1024)
    if isPDF(head) { return .pdf }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = head.dropFirst(2).filter { $0 != 0 }[...]
    }
    head = head.trimmed
    let named = path.flatMap { Format(fileName: $0) }
    if named == .markdown { return .markdown }
    guard head.first == UInt8(ascii: "<") else {
      return MailFormat.guess(bytes, name: path?.lowercased() ?? "") ?? .plainText
    }
    for sign: StaticString in ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title"]
    where head.contains(sign) { return .html }
    if named == .html { return .html }
    for sign: StaticString in ["<p>", "<p ", "<div", "<article", "<h1", "<br"]
    where head.startsIgnoringCase(sign) { return .html }
    return .plainText
  }

  /// The format that a file's name ends as; nil where the ending is none of a known format's.
  init?(fileName: String) {
    let name = fileName.lowercased()
    let format = Self.allCases.first { $0.nameEndings.contains { name.hasSuffix($0) } }
    guard let format else { return nil }
    self = format
  }

  private var nameEndings: [String] {
    switch self {
    case .plainText: [".txt", ".text"]
    case .html: [".html", ".htm", ".xhtml", ".shtml"]
    case .markdown: [".md", ".markdown", ".mdown", ".mkd"]
    case .pdf: [".pdf"]
    case .mail: [".eml"]
    case .webArchive: [".mhtml", ".mht"]
    }
  }

  /// Readers of PDF allow for some bytes before its mark.
  private static func isPDF(_ head: ArraySlice<UInt8>) -> Bool {
    let mark = Array("%PDF-".utf8)
    if head.starts(with: mark) { return true }
    return head.contains(0)
      && head.indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
  }
}
