import ClaimModel

/// Reads what the store keeps of an article beside its text.
///
/// As `FlatPayload` does, it knows the one form that the journal writes, keys sorted and nothing
/// between them, and leaves any other to `JSONDecoder`.
enum ArticlePayload {
  /// The metadata; nil where the form is another, which does not mean that it is wrong.
  static func metadata(_ json: [UInt8]) -> Article.Metadata? {
    var scanner = PayloadScanner(json)
    guard let metadata = scanner.metadata(), scanner.isAtEnd else { return nil }
    return metadata
  }

  /// The blocks; nil where the form is another, which does not mean that it is wrong.
  static func blocks(_ json: [UInt8]) -> [Block]? {
    var scanner = PayloadScanner(json)
    guard let blocks = scanner.list({ $0.block() }), scanner.isAtEnd else { return nil }
    return blocks
  }
}

extension PayloadScanner {
  fileprivate mutating func metadata() -> Article.Metadata? {
    guard skip("{") else { return nil }
    var metadata = Article.Metadata()
    var isFirst = true
    guard member("\"address\":", &metadata.address, &isFirst),
      member("\"byline\":", &metadata.byline, &isFirst),
      member("\"language\":", &metadata.language, &isFirst),
      member("\"path\":", &metadata.path, &isFirst)
    else { return nil }
    var published: String?
    guard member("\"published\":", &published, &isFirst),
      member("\"publisher\":", &metadata.publisher, &isFirst),
      member("\"title\":", &metadata.title, &isFirst), skip("}")
    else { return nil }
    if let published {
      guard let date = PublicationDate(published) else { return nil }
      metadata.published = date
    }
    return metadata
  }

  /// Takes a member if its key stands here.
  /// - Returns: Whether what stands here can be gone on from.
  private mutating func member(
    _ key: StaticString, _ value: inout String?, _ isFirst: inout Bool
  ) -> Bool {
    let start = self
    guard isFirst || skip(","), skip(key) else {
      self = start
      return true
    }
    isFirst = false
    value = string()
    return value != nil
  }

  fileprivate mutating func block() -> Block? {
    guard skip("{\"role\":"), let name = string(), let role = Block.Role(rawValue: name),
      skip(",\"span\":["), let start = number(), skip(","), let end = number(), start <= end,
      skip("]}")
    else { return nil }
    return Block(role: role, span: TextSpan(start, end))
  }
}
