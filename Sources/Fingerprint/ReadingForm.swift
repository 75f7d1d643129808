package import ClaimModel

/// The canonical form of a reading, `reading/1`, whose hash is its identity.
///
/// `Docs/trust.md` defines it: the version, then each field with the length of its value in bytes, so
/// that no two articles have one form. Blocks are in UTF-8 bytes of the text. The path is no part of it.
package enum ReadingForm {
  package static func bytes(of article: Article) -> [UInt8] {
    var form = Array("reading/1\n".utf8)
    form.reserveCapacity(article.text.utf8.count + 32 * article.blocks.count + 512)
    let blocks = article.blocks.map { "\($0.role.rawValue) \($0.span.start) \($0.span.end)" }
    let metadata = article.metadata
    let fields: [(name: String, value: String?)] = [
      ("text", article.text), ("blocks", blocks.joined(separator: "\n")),
      ("title", metadata.title), ("date", metadata.published?.description),
      ("byline", metadata.byline), ("publisher", metadata.publisher),
      ("address", metadata.address), ("language", metadata.language),
    ]
    for case (let name, let value?) in fields {
      form += "\(name) \(value.utf8.count)\n".utf8
      form += value.utf8
      form.append(UInt8(ascii: "\n"))
    }
    return form
  }
}

extension ReadingID {
  /// The identity of an article as it was read.
  package init(of article: Article) {
    self.init(rawValue: SHA256.name(ReadingForm.bytes(of: article)))
  }
}
