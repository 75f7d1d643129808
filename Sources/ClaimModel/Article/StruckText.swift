/// Words that a page shows as struck out: said once and taken back, so no part of the article's text.
package struct StruckText: Hashable, Codable, Sendable {
  /// Where they stood in the text, in bytes of UTF-8.
  package let utf8Offset: Int
  package let text: String

  package init(utf8Offset: Int, text: String) {
    self.utf8Offset = utf8Offset
    self.text = text
  }
}
