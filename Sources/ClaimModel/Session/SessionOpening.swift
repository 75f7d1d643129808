/// The first event of a session: who works on what.
///
/// Its hash is the session's name to the world.
package struct SessionOpening: Hashable, Codable, Sendable {
  package let annotator: String
  package let article: ArticleID
  /// `sha256:` and the hash of the codebook, as the store keeps it.
  package let codebook: String
  /// 128 random bits as 32 lower-case hexadecimal digits; nil in a session that a script began under
  /// its clock without one, and in those of older versions.
  package let id: String?
  /// The annotator's public key, `ed25519:` and 64 lower-case hexadecimal digits; nil without one.
  package let key: String?
  /// The file or address that the article was read from, as the annotator wrote it; nil for standard
  /// input, for the store, and in sessions of older versions.
  package let path: String?
  /// The article as it was read; nil in sessions of older versions, which recorded its text alone.
  package let reading: ReadingID?

  package init(
    article: ArticleID, annotator: String, codebook: String, id: String? = nil,
    key: String? = nil, path: String? = nil, reading: ReadingID? = nil
  ) {
    self.annotator = annotator
    self.article = article
    self.codebook = codebook
    self.id = id
    self.key = key
    self.path = path
    self.reading = reading
  }

  /// Whether a text is an id: 32 lower-case hexadecimal digits.
  package static func isID(_ text: String) -> Bool { isHexadecimal(text, digits: 32) }

  /// Whether a text is a public key: `ed25519:` and 64 lower-case hexadecimal digits.
  package static func isKey(_ text: String) -> Bool {
    let prefix = "ed25519:"
    return text.hasPrefix(prefix)
      && isHexadecimal(String(text.dropFirst(prefix.count)), digits: 64)
  }

  private static func isHexadecimal(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits
      && text.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
      }
  }
}
