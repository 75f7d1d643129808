extension Format {
  /// Whether content of a type, as a server names it, may be an article.
  ///
  /// - Parameter mediaType: In lower case, without parameters; nil where the server names none.
  package static func reads(mediaType: String?) -> Bool {
    guard let mediaType else { return true }
    return byMediaType[mediaType] != nil || guessed.contains(mediaType)
  }

  /// The format that a server's word stands for; nil where the bytes and the name have to tell.
  ///
  /// Markdown often comes as plain text; its name then tells.
  package init?(mediaType: String?, path: String) {
    guard let mediaType, let format = Self.byMediaType[mediaType] else { return nil }
    self = format == .plainText && Self.guess([], path: path) == .markdown ? .markdown : format
  }

  private static let byMediaType: [String: Format] = [
    "text/html": .html, "application/xhtml+xml": .html, "text/plain": .plainText,
    "text/markdown": .markdown, "text/x-markdown": .markdown,
  ]

  /// Types that say little, or stand for formats that are known by their first bytes.
  private static let guessed: Set<String> = [
    "application/octet-stream", "binary/octet-stream", "application/pdf", "application/x-pdf",
    "message/rfc822", "multipart/related", "application/x-mimearchive",
  ]
}
