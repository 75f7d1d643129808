package import ClaimModel
private import Fingerprint

/// Whose reading of a text an article is.
package enum ReadingOrigin: Sendable {
  /// The reader of this program made it, here.
  case own
  /// It came with a session from elsewhere.
  case imported
}

extension Store {
  /// Keeps an article: its text, and beside other readings of that text this one.
  ///
  /// - Returns: The identity of the reading.
  @discardableResult
  package func add(_ article: Article, origin: ReadingOrigin = .own) throws(JournalError)
    -> ReadingID
  {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      try keep(article, origin: origin)
    }
  }

  /// A text as it was read.
  ///
  /// That is the reading which this store's own reader gave last or, where it gave none, the one that came
  /// first from elsewhere. It has no path.
  package func article(_ id: ArticleID) throws(JournalError) -> Article {
    let reading = try connection.first(
      """
      SELECT id FROM reading WHERE article = ? ORDER BY read DESC NULLS LAST, added, id LIMIT 1
      """, [.text(id.rawValue)]
    ) { ReadingID(rawValue: $0.text(0)) }
    guard let reading else { throw .noSuchArticle(id) }
    return try article(reading)
  }

  /// The article of a reading, without a path.
  package func article(_ id: ReadingID) throws(JournalError) -> Article {
    let found = try connection.first(
      """
      SELECT reading.article, metadata, blocks, text FROM reading
      JOIN article ON article.id = reading.article WHERE reading.id = ?
      """, [.text(id.rawValue)]
    ) { (row) throws(JournalError) in
      guard let metadata = codec.metadata(row.bytes(1)), let blocks = codec.blocks(row.bytes(2))
      else { throw .damaged(path, detail: "reading '\(id.rawValue)' cannot be read") }
      let text = row.text(3)
      guard blocks.allSatisfy({ $0.span.end <= text.utf8.count }) else {
        throw .damaged(path, detail: "a block of reading '\(id.rawValue)' leaves its text")
      }
      return Article(
        id: ArticleID(rawValue: row.text(0)), text: text, blocks: blocks, metadata: metadata)
    }
    guard let found else { throw .noSuchReading(id) }
    return found
  }

  /// Keeps a codebook.
  /// - Returns: Its identity: `sha256:` and the hash of its JSON in the journal's form.
  @discardableResult
  package func add(_ codebook: Codebook) throws(JournalError) -> String {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in try keep(codebook) }
  }

  /// The codebook with an identity.
  package func codebook(_ id: String) throws(JournalError) -> Codebook {
    if let known = knownCodebooks[id] { return known }
    let json = try connection.first(
      "SELECT json FROM codebook WHERE id = ?", [.text(id)]
    ) { $0.bytes(0) }
    guard let json else { throw .noSuchCodebook(id) }
    guard let codebook = codec.value(Codebook.self, from: json) else {
      throw .damaged(path, detail: "codebook '\(id)' cannot be read")
    }
    knownCodebooks[id] = codebook
    return codebook
  }

  /// The codebook that a session was made with, without reading its events.
  package func codebook(of id: SessionID) throws(JournalError) -> Codebook {
    let codebook = try connection.first(
      "SELECT codebook FROM session WHERE id = ?", [.integer(id.rawValue)]
    ) { $0.text(0) }
    guard let codebook else { throw .noSuchSession(id) }
    return try self.codebook(codebook)
  }

  /// The identity that a codebook has or would have in a store.
  package func identity(of codebook: Codebook) throws(JournalError) -> String {
    SHA256.name(try codec.json(codebook))
  }

  // MARK: - Inside a transaction

  func keep(_ article: Article, origin: ReadingOrigin) throws(JournalError) -> ReadingID {
    guard article.id == ArticleID(of: article.text) else {
      throw .unstorable(reason: "the article's identity is not the hash of its text")
    }
    let id = ReadingID(of: article)
    let moment = now().milliseconds
    try connection.run(
      "INSERT INTO article(id, added, text) VALUES (?, ?, ?) ON CONFLICT(id) DO NOTHING",
      [.text(article.id.rawValue), .integer(moment), .text(article.text)])
    try connection.run(
      """
      INSERT INTO reading(id, article, added, metadata, blocks) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT(id) DO NOTHING
      """,
      [
        .text(id.rawValue), .text(article.id.rawValue), .integer(moment),
        .text(String(decoding: try codec.json(article.at(path: nil).metadata), as: UTF8.self)),
        .text(String(decoding: try codec.json(article.blocks), as: UTF8.self)),
      ])
    if origin == .own {
      try connection.run(
        "UPDATE reading SET read = ? WHERE id = ?", [.integer(moment), .text(id.rawValue)])
    }
    return id
  }

  func keep(_ codebook: Codebook) throws(JournalError) -> String {
    let json = try codec.json(codebook)
    let id = SHA256.name(json)
    try connection.run(
      "INSERT INTO codebook(id, json) VALUES (?, ?) ON CONFLICT(id) DO NOTHING",
      [.text(id), .text(String(decoding: json, as: UTF8.self))])
    return id
  }
}
