private import CMarkdown
private import Glibc

/// Markdown by libcmark-gfm; no pointer leaves this file.
enum MarkdownParser {
  /// The HTML of a text, with the HTML that stands in it.
  ///
  /// Nobody is shown this HTML: it is parsed for its words at once.
  static func html(_ markdown: ArraySlice<UInt8>) -> [UInt8] {
    let rendered = markdown.withUnsafeBytes { buffer in
      cmark_markdown_to_html(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer(bitPattern: 1),
        buffer.count, CMARK_OPT_UNSAFE)
    }
    guard let rendered else { return [] }
    defer { free(rendered) }
    let count = strlen(rendered)
    return UnsafeBufferPointer(start: rendered, count: count).map { UInt8(bitPattern: $0) }
  }
}
