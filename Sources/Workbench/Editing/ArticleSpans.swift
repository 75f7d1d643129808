package import ClaimModel

/// Spans as they are typed and printed: `120-180,190-200`, half-open, in code points of the article.
package enum ArticleSpans {
  package static func read(_ text: String, in article: Article) throws -> [TextSpan] {
    let converter = OffsetConverter(article.text, unit: .codePoint)
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end,
        let span = converter.utf8Span(start: start, end: end)
      else { throw ArticleSpansError(text: String(part)) }
      return span
    }
  }

  /// A place to cut at: `120`, or `120-124` to leave out what stands between.
  package static func gap(_ text: String, in article: Article) throws -> TextSpan {
    let converter = OffsetConverter(article.text, unit: .codePoint)
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let start = ends[0], let end = ends[ends.count - 1],
      start <= end, let span = converter.utf8Span(start: start, end: end)
    else { throw ArticleSpansError(text: text) }
    return span
  }

  /// The places of two parts: `120-180;120-130,184-200`.
  package static func parts(_ text: String, in article: Article) throws -> [[TextSpan]] {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ArticleSpansError(text: text) }
    return try parts.map { try read(String($0), in: article) }
  }

  package static func text(_ spans: [TextSpan], in article: Article) -> String {
    let converter = OffsetConverter(article.text, unit: .codePoint)
    return spans.map { span in
      let ends = converter.span(ofUTF8: span)
      return "\(ends.start)-\(ends.end)"
    }.joined(separator: ",")
  }
}

package struct ArticleSpansError: Error, Equatable, CustomStringConvertible {
  let text: String

  package var description: String {
    "'\(text)' is no span of the article; write START-END in code points, as 120-180"
  }
}
