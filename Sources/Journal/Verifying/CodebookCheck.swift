import ClaimModel
private import Fingerprint

/// A codebook as its row has it now, checked against its name.
struct CodebookCheck {
  /// Nil where the row cannot be trusted.
  private(set) var labels: CodebookLabels?
  private(set) var problems: [Finding.Problem] = []

  init(_ id: String, in connection: Connection, codec: EventCodec) throws(JournalError) {
    let json = try connection.first("SELECT json FROM codebook WHERE id = ?", [.text(id)]) {
      $0.bytes(0)
    }
    guard let json else {
      problems = [.codebookMissing(id)]
      return
    }
    guard SHA256.name(json) == id, DuplicateKeys.first(in: json) == nil,
      let codebook = codec.value(Codebook.self, from: json)
    else {
      problems = [.codebookChanged(id)]
      return
    }
    labels = CodebookLabels(codebook)
  }
}

/// What sessions share, checked once for those that lie side by side.
struct SharedChecks {
  private var articles: [ReadingID?: ArticleCheck] = [:]
  private var codebooks: [String: CodebookCheck] = [:]
  private let connection: Connection
  private let codec: EventCodec

  /// Texts are long, and sessions on one article mostly lie side by side.
  private static let most = 8

  init(connection: Connection, codec: EventCodec) {
    self.connection = connection
    self.codec = codec
  }

  mutating func article(of header: Store.Header) throws(JournalError) -> ArticleCheck {
    if let known = articles[header.reading], known.id.rawValue == header.article { return known }
    if articles.count == Self.most { articles = [:] }
    let check = try ArticleCheck(
      ArticleID(rawValue: header.article), header.reading, in: connection, codec: codec)
    articles[header.reading] = check
    return check
  }

  mutating func codebook(_ id: String) throws(JournalError) -> CodebookCheck {
    if let known = codebooks[id] { return known }
    if codebooks.count == Self.most { codebooks = [:] }
    let check = try CodebookCheck(id, in: connection, codec: codec)
    codebooks[id] = check
    return check
  }
}
