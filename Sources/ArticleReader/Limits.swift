/// What a reader takes in before it gives up: untrusted input must not cost unbounded time or memory.
package struct Limits: Hashable, Sendable {
  /// The most bytes that an input may have.
  package var bytes: Int
  /// The most lines with text that a plain text may have.
  package var lines: Int

  package init(bytes: Int, lines: Int) {
    self.bytes = bytes
    self.lines = lines
  }

  /// 64 MB and a million lines.
  package static let standard = Limits(bytes: 64 << 20, lines: 1_000_000)
}
