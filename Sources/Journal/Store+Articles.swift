package import ClaimModel
private import Fingerprint

extension Store {
  /// Keeps an article.
  ///
  /// - Returns: The article as the store has it, which is what a session must be made of: a text that
  ///   is there already keeps the blocks and metadata that it came with first.
  @discardableResult
  package func add(_ article: Article) throws(JournalError) -> Article {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in try keep(article) }
  }

  /// The article with an identity.
  package func article(_ id: ArticleID) throws(JournalError) -> Article {
    guard let article = try storedArticle(id) else { throw .noSuchArticle(id) }
    return article
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

  func keep(_ article: Article) throws(JournalError) -> Article {
    guard article.id == ArticleID(of: article.text) else {
      throw .unstorable(reason: "the article's identity is not the hash of its text")
    }
    if let stored = try storedArticle(article.id) { return stored }
    try connection.run(
      "INSERT INTO article(id, added, metadata, blocks, text) VALUES (?, ?, ?, ?, ?)",
      [
        .text(article.id.rawValue), .integer(now().milliseconds),
        .text(String(decoding: try codec.json(article.metadata), as: UTF8.self)),
        .text(String(decoding: try codec.json(article.blocks), as: UTF8.self)),
        .text(article.text),
      ])
    return article
  }

  func keep(_ codebook: Codebook) throws(JournalError) -> String {
    let json = try codec.json(codebook)
    let id = SHA256.name(json)
    try connection.run(
      "INSERT INTO codebook(id, json) VALUES (?, ?) ON CONFLICT(id) DO NOTHING",
      [.text(id), .text(String(decoding: json, as: UTF8.self))])
    return id
  }

  private func storedArticle(_ id: ArticleID) throws(JournalError) -> Article? {
    try connection.first(
      "SELECT metadata, blocks, text FROM article WHERE id = ?", [.text(id.rawValue)]
    ) { (row) throws(JournalError) in
      guard let metadata = codec.metadata(row.bytes(0)), let blocks = codec.blocks(row.bytes(1))
      else { throw .damaged(path, detail: "article '\(id.rawValue)' cannot be read") }
      let text = row.text(2)
      guard blocks.allSatisfy({ $0.span.end <= text.utf8.count }) else {
        throw .damaged(path, detail: "a block of article '\(id.rawValue)' leaves its text")
      }
      return Article(id: id, text: text, blocks: blocks, metadata: metadata)
    }
  }
}
