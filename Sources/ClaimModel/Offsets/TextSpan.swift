/// A stretch of an article's canonical text, in UTF-8 bytes from `start` up to, not including, `end`.
package struct TextSpan: Hashable, Sendable {
  package let start: Int
  package let end: Int

  /// Makes a span; an `end` before `start` is a mistake of the caller.
  package init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span runs forward from a byte of the text")
    self.start = start
    self.end = end
  }

  package var range: Range<Int> { start..<end }
  package var length: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  package func contains(utf8Offset: Int) -> Bool { start <= utf8Offset && utf8Offset < end }

  /// Whether the two share a byte; spans that only touch do not overlap.
  package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

// MARK: - Order

extension TextSpan: Comparable {
  /// Reading order: by start, the shorter first.
  package static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

// MARK: - Coding

extension TextSpan: Codable {
  /// Reads `[start, end]`, the form that every file of ours uses.
  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let start = try container.decode(Int.self)
    let end = try container.decode(Int.self)
    guard 0 <= start, start <= end else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "[\(start), \(end)] is not a span"))
    }
    self.init(start, end)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(start)
    try container.encode(end)
  }
}

// MARK: - Several spans

extension [TextSpan] {
  /// Puts spans into reading order and joins those that overlap or touch; empty ones vanish.
  package var normalized: [TextSpan] {
    var joined: [TextSpan] = []
    for span in sorted() where !span.isEmpty {
      if let last = joined.last, span.start <= last.end {
        joined[joined.count - 1] = TextSpan(last.start, Swift.max(last.end, span.end))
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// The smallest single span that holds all of them; nil where there is none.
  package var hull: TextSpan? {
    guard let first = self.min(by: { $0.start < $1.start }),
      let last = self.max(by: { $0.end < $1.end })
    else { return nil }
    return TextSpan(first.start, last.end)
  }
}
