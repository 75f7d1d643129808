package import ClaimModel
private import Fingerprint

/// What an address gave: the bytes that an article was read from.
package struct FetchedPage: Hashable, Sendable {
  /// The address that was asked for.
  package let asked: String
  /// Where the bytes came from, after redirects.
  package let final: String
  package let at: Timestamp
  /// As the server said; nil where it did not.
  package let contentType: String?
  package let bytes: [UInt8]

  package init(
    asked: String, final: String, at: Timestamp, contentType: String?, bytes: [UInt8]
  ) {
    self.asked = asked
    self.final = final
    self.at = at
    self.contentType = contentType
    self.bytes = bytes
  }

  /// SHA-256 of the bytes.
  var digest: [UInt8] { SHA256.digest(bytes) }

  /// SHA-256 of everything that a row says.
  ///
  /// What is hashed is article, moment in milliseconds, the two addresses and the content type, each
  /// with a line end (which none of them holds), then the hash of the bytes.
  func hash(article: ArticleID) -> [UInt8] {
    let type = contentType.map { "type " + $0 } ?? "no type"
    let lines = [article.rawValue, String(at.milliseconds), asked, final, type]
    return SHA256.digest(Array((lines.joined(separator: "\n") + "\n").utf8) + digest)
  }
}
