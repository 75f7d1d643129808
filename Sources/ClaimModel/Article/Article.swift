/// One document: its canonical text, the blocks of it, and what is known about it.
///
/// The canonical text is what was read, decoded to UTF-8, without byte order mark, with LF as the
/// only line end, and nothing else changed. Every span of the program points into it.
package struct Article: Hashable, Codable, Sendable {
  package let id: ArticleID
  package let text: String
  package let blocks: [Block]
  package let metadata: Metadata

  package init(id: ArticleID, text: String, blocks: [Block], metadata: Metadata) {
    self.id = id
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
  }

  /// What is known about an article besides its text; nil where it does not say.
  package struct Metadata: Hashable, Codable, Sendable {
    /// The file it was read from, as the user wrote it, or the address; nil for standard input.
    package var path: String?
    package var title: String?
    package var published: PublicationDate?
    package var byline: String?
    package var publisher: String?
    /// The address where it lives.
    package var address: String?
    /// A BCP 47 tag.
    package var language: String?
    /// What the page shows as struck out, which is not in the text; nil where nothing is.
    package var struck: [StruckText]?
    /// The parts of the text with a moment of their own, in order; nil where the article has one moment.
    package var updates: [Update]?

    package init(
      path: String? = nil, title: String? = nil, published: PublicationDate? = nil,
      byline: String? = nil, publisher: String? = nil, address: String? = nil,
      language: String? = nil
    ) {
      self.path = path
      self.title = title
      self.published = published
      self.byline = byline
      self.publisher = publisher
      self.address = address
      self.language = language
    }
  }
}

/// The identity of a text: `sha256:` and the SHA-256 of its UTF-8 bytes in hexadecimal.
package struct ArticleID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// The identity of a reading, the whole article as it was read: `sha256:` and the SHA-256 of its
/// canonical form in hexadecimal.
package struct ReadingID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

extension Article {
  /// The same reading, found at another path; the path is no part of a reading.
  package func at(path: String?) -> Article {
    var metadata = metadata
    metadata.path = path
    return Article(id: id, text: text, blocks: blocks, metadata: metadata)
  }
}

// MARK: - Words of the text

extension Article {
  /// The words under some spans, verbatim, with ` … ` between spans that do not touch.
  ///
  /// A span that does not lie in the text adds nothing, so a damaged file cannot end the program.
  package func words(of spans: [TextSpan]) -> String {
    spans.compactMap { text.utf8Substring($0) }.joined(separator: " … ")
  }

  /// The index of the block that holds a byte; nil between blocks.
  package func block(at utf8Offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.end <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].span.contains(utf8Offset: utf8Offset) else { return nil }
    return low
  }
}

extension String {
  /// The text under a byte span; nil where the span leaves the text or cuts a character in two.
  package func utf8Substring(_ span: TextSpan) -> Substring? {
    let bytes = utf8
    guard span.end <= bytes.count else { return nil }
    let start = bytes.index(startIndex, offsetBy: span.start)
    let end = bytes.index(start, offsetBy: span.length)
    guard start.samePosition(in: unicodeScalars) != nil, end.samePosition(in: unicodeScalars) != nil
    else { return nil }
    return self[start..<end]
  }
}
