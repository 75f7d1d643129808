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
  /// The most seconds that reading a PDF may take.
  package var pdfSeconds = 60
  /// The most bytes that its words and their places may take; a word takes about a hundred.
  package var pdfOutputBytes = 128 << 20
  /// The most bytes of memory that the program which reads it may ask for.
  package var pdfMemoryBytes = 2 << 30

  /// The most parts that a mail or a saved page may have.
  package var mailParts = 10_000

  package init(bytes: Int, lines: Int, tags: Int, markdownBytes: Int = 1 << 20) {
    self.bytes = bytes
    self.lines = lines
    self.tags = tags
    self.markdownBytes = markdownBytes
  }

  /// 64 MB, a million lines, a million tags, 1 MB of Markdown; a minute, 2 GB and a million words for a PDF.
  package static let standard = Limits(bytes: 64 << 20, lines: 1_000_000, tags: 1_000_000)
}
