import ClaimModel
private import Fingerprint

/// Turns the bytes of an input into an article.
package struct ArticleReader: Sendable {
  private let limits: Limits

  package init(limits: Limits = .standard) {
    self.limits = limits
  }

  /// Reads one input.
  ///
  /// - Parameters:
  ///   - bytes: The whole input, as `ArticleFile` loads it.
  ///   - path: What the user called it; nil for standard input.
  ///   - format: The format, where the user said it; else it is guessed.
  /// - Returns: The article. Its blocks are in order, do not overlap, and cover every character
  ///   that is not white space.
  /// - Throws: `tooLarge`, `tooManyLines`, `empty` or `binary`.
  /// - Complexity: O(*n*) in the bytes.
  package func read(
    _ bytes: [UInt8], path: String?, format: Format? = nil
  ) throws(ReaderError) -> Reading {
    guard bytes.count <= limits.bytes else { throw .tooLarge(path: path, limit: limits.bytes) }
    if let kind = BinaryCheck.kind(of: bytes) { throw .binary(path: path, kind: kind) }
    let decoded = DecodedText(bytes)
    if decoded.bytes.contains(0) { throw .binary(path: path, kind: "binary data") }
    guard !decoded.bytes[...].trimmed.isEmpty else { throw .empty(path: path) }
    let plain = try PlainTextReader(decoded.bytes, limits: limits)
    var metadata = plain.metadata
    metadata.path = path
    let text = String(decoding: decoded.bytes, as: UTF8.self)
    return Reading(
      article: Article(
        id: ArticleID(of: text), text: text, blocks: plain.blocks, metadata: metadata),
      format: format ?? .plainText, notices: decoded.notices + plain.notices)
  }
}
