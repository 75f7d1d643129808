package import ClaimModel
private import Fingerprint

/// Articles as JSON objects: `assay.article/1`, with offsets in code points.
package enum ArticleJSON {
  package static let schema = "assay.article/1"

  /// An article with its schema name, ended by LF.
  ///
  /// - Parameter provenance: Where a page said what is known of it, by the name of the member; written
  ///   in alphabetical order, and not at all where there is none.
  package static func encode(
    _ article: Article, provenance: [String: String] = [:], layout: JSONWriter.Layout = .pretty
  ) -> [UInt8] {
    var json = JSONWriter(layout)
    let text = BorderText(article, unit: .codePoint)
    json.object { json in
      json.member("schema", schema)
      json.articleMembers(text, withAddress: true)
      json.struckMembers(text)
      json.updateMembers(text)
      if provenance.isEmpty { return }
      json.key("provenance")
      json.object { json in
        for (field, place) in provenance.sorted(by: { $0.key < $1.key }) {
          json.member(field, place)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

// MARK: - Writing

extension JSONWriter {
  /// What was struck out, and where; nothing where nothing was.
  fileprivate mutating func struckMembers(_ text: BorderText) {
    guard let struck = text.article.metadata.struck else { return }
    key("struck")
    array { json in
      for words in struck {
        let place = TextSpan(words.utf8Offset, words.utf8Offset)
        json.inline { json in
          json.object { json in
            json.member("at", text.converter.span(ofUTF8: place).start)
            json.member("text", words.text)
          }
        }
      }
    }
  }

  /// The parts with a moment of their own; nothing where there are none.
  fileprivate mutating func updateMembers(_ text: BorderText) {
    guard let updates = text.article.metadata.updates else { return }
    key("updates")
    array { json in
      for update in updates {
        let (start, end) = text.converter.span(ofUTF8: update.span)
        json.inline { json in
          json.object { json in
            json.member("published", update.moment.description)
            json.member("start", start)
            json.member("end", end)
          }
        }
      }
    }
  }

  /// - Parameter withAddress: `assay.split/1` has no room for the address.
  mutating func articleMembers(_ text: BorderText, withAddress: Bool) {
    let metadata = text.article.metadata
    member("id", text.article.id.rawValue)
    member("path", metadata.path)
    member("title", metadata.title)
    member("published", metadata.published?.description)
    member("byline", metadata.byline)
    member("publisher", metadata.publisher)
    if withAddress { member("address", metadata.address) }
    member("language", metadata.language)
    member("text", text.article.text)
    key("blocks")
    array { json in
      for block in text.article.blocks {
        let (start, end) = text.converter.span(ofUTF8: block.span)
        json.inline { json in
          json.object { json in
            json.member("role", block.role.rawValue)
            json.member("start", start)
            json.member("end", end)
          }
        }
      }
    }
  }
}

// MARK: - Reading

extension ArticleJSON {
  /// Reads the object that `articleMembers` writes and checks that its parts fit together.
  static func article(_ field: JSONField) throws(JSONFault) -> Article {
    let members = try field.object([
      "id", "path", "title", "published", "byline", "publisher", "address", "language", "text",
      "blocks",
    ])
    let text = try members.required("text").string()
    let id = try members.required("id")
    guard try id.string() == ArticleID(of: text).rawValue else {
      throw id.fault("this is not the SHA-256 of the article's text")
    }
    let metadata = Article.Metadata(
      path: try members.optional("path")?.string(),
      title: try members.optional("title")?.string(),
      published: try members.optional("published")?
        .value(PublicationDate.self, called: "a date such as 2004-03-23 or 2004-03-23T13:37"),
      byline: try members.optional("byline")?.string(),
      publisher: try members.optional("publisher")?.string(),
      address: try members.optional("address")?.string(),
      language: try members.optional("language")?.string())
    let converter = OffsetConverter(text, unit: .codePoint)
    var blocks: [Block] = []
    for field in try members.required("blocks").array() {
      let block = try self.block(field, converter: converter)
      if let last = blocks.last, block.span.start < last.span.end {
        throw field.fault("it starts before the block before it ends")
      }
      blocks.append(block)
    }
    return Article(id: ArticleID(of: text), text: text, blocks: blocks, metadata: metadata)
  }

  private static func block(_ field: JSONField, converter: OffsetConverter) throws(JSONFault)
    -> Block
  {
    let members = try field.object(["role", "start", "end"])
    let start = try members.required("start").integer()
    let end = try members.required("end").integer()
    guard let span = converter.utf8Span(start: start, end: end) else {
      throw field.fault("[\(start), \(end)] does not lie in the text")
    }
    return Block(role: try members.required("role").choice(Block.Role.self), span: span)
  }
}
