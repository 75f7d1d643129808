/// What a reader takes in before it gives up: untrusted input must not cost unbounded time or memory.
package struct Limits: Hashable, Sendable {
  /// The most bytes that an input may have.
  package var bytes: Int
  /// The most lines with text that a plain text may have.
  package var lines: Int
  /// The most tags that a web page may have.
  package var tags: Int
  /// The most bytes of a Markdown text, which can cost its parser the square of its length.
  package var markdownBytes: Int

  package init(bytes: Int, lines: Int, tags: Int, markdownBytes: Int = 1 << 20) {
    self.bytes = bytes
    self.lines = lines
    self.tags = tags
    self.markdownBytes = markdownBytes
  }

  /// 64 MB, a million lines, a million tags, 1 MB of Markdown.
  package static let standard = Limits(bytes: 64 << 20, lines: 1_000_000, tags: 1_000_000)
}
