private import CMarkdown
private import Glibc

/// Markdown by libcmark-gfm, with GitHub's tables, strikes, bare addresses and footnotes; no pointer leaves this file.
enum MarkdownParser {
  /// The HTML of a text, with the HTML that stands in it.
  ///
  /// Nobody is shown this HTML: it is parsed for its words at once.
  static func html(_ markdown: ArraySlice<UInt8>) -> [UInt8] {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return [] }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    markdown.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(document) }
    guard
      let rendered = cmark_render_html(
        document, options, cmark_parser_get_syntax_extensions(parser))
    else { return [] }
    defer { free(rendered) }
    let count = strlen(rendered)
    return UnsafeBufferPointer(start: rendered, count: count).map { UInt8(bitPattern: $0) }
  }
}
