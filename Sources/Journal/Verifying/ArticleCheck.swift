import ClaimModel
private import Fingerprint

/// A text and one reading of it, as their rows have them, checked against their names and each other.
struct ArticleCheck {
  let id: ArticleID
  /// Without a path; nil where the rows cannot be read.
  private(set) var article: Article?
  private(set) var problems: [Finding.Problem] = []

  /// - Parameter reading: Nil where a session names none.
  init(_ id: ArticleID, _ reading: ReadingID?, in connection: Connection, codec: EventCodec)
    throws(JournalError)
  {
    self.id = id
    let text = try connection.first("SELECT text FROM article WHERE id = ?", [.text(id.rawValue)]) {
      $0.bytes(0)
    }
    guard let text else {
      problems.append(.articleMissing(id))
      return
    }
    let isChanged = SHA256.name(text) != id.rawValue
    if isChanged { problems.append(.articleChanged(id)) }
    let row = try reading.flatMap { reading throws(JournalError) in
      try connection.first(
        "SELECT article, metadata, blocks FROM reading WHERE id = ?", [.text(reading.rawValue)]
      ) { ($0.text(0), $0.bytes(1), $0.bytes(2)) }
    }
    guard let reading, let (article, metadata, blocks) = row else {
      problems.append(.readingMissing(reading))
      return
    }
    guard let known = codec.metadata(metadata), let parts = codec.blocks(blocks),
      let words = String(validating: text, as: UTF8.self)
    else {
      problems.append(.readingChanged(reading))
      return
    }
    let read = Article(id: id, text: words, blocks: parts, metadata: known)
    self.article = read
    // A changed text changes every reading of it.
    guard !isChanged else { return }
    if article != id.rawValue || ReadingID(of: read) != reading {
      problems.append(.readingChanged(reading))
      return
    }
    for json in [metadata, blocks] {
      guard let key = DuplicateKeys.first(in: json) else { continue }
      problems.append(
        .readingUnsound(
          reading, reason: "its row has '\(key)' twice, so it can be read in two ways"))
    }
    if let reason = read.blockProblem {
      problems.append(.readingUnsound(reading, reason: reason))
    }
  }
}

extension Article {
  /// Why its blocks cannot be those of its text; nil where they can.
  fileprivate var blockProblem: String? {
    if blocks.isEmpty, text.utf8.contains(where: { !Self.isBlank($0) }) {
      return "it has words and no blocks"
    }
    var end = 0
    for block in blocks {
      if block.span.end > text.utf8.count { return "a block leaves the text" }
      if block.span.start < end { return "its blocks overlap or are out of order" }
      if text.utf8Substring(block.span) == nil { return "a block cuts a character in two" }
      end = block.span.end
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte
  }
}

extension Article {
  /// The first proposed claim that does not touch the block that it names.
  func claimOutsideBlock(in analysis: Analysis) -> ClaimID? {
    analysis.claims.first { claim in
      guard !claim.spans.isEmpty else { return false }
      guard blocks.indices.contains(claim.block) else { return true }
      return !claim.spans.contains { blocks[claim.block].span.overlaps($0) }
    }?.id
  }
}
