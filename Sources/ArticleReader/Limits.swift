/// What a reader takes in before it gives up: untrusted input must not cost unbounded time or memory.
package struct Limits: Hashable, Sendable {
  /// The most bytes that an input may have.
  package var bytes: Int
  /// The most lines with text that a plain text may have.
  package var lines: Int
  /// The most tags that a web page may have.
  package var tags: Int

  package init(bytes: Int, lines: Int, tags: Int) {
    self.bytes = bytes
    self.lines = lines
    self.tags = tags
  }

  /// 64 MB, a million lines, a million tags.
  package static let standard = Limits(bytes: 64 << 20, lines: 1_000_000, tags: 1_000_000)
}
