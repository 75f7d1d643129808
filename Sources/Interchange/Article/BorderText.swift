import ClaimModel

/// An article's text as another tool sees it: its words, and offsets in the tool's unit.
struct BorderText {
  let article: Article
  let converter: OffsetConverter

  init(_ article: Article, unit: OffsetUnit) {
    self.article = article
    converter = OffsetConverter(article.text, unit: unit)
  }
}

// MARK: - Writing

extension JSONWriter {
  /// `[5, 20]`.
  mutating func span(_ span: TextSpan, of text: BorderText) {
    let (start, end) = text.converter.span(ofUTF8: span)
    inline { json in
      json.array { json in
        json.number(start)
        json.number(end)
      }
    }
  }

  /// `[[0, 5], [9, 20]]`.
  mutating func spans(_ spans: [TextSpan], of text: BorderText) {
    inline { json in
      json.array { json in
        for span in spans { json.span(span, of: text) }
      }
    }
  }
}
