/// The events of a session, in their order.
package typealias EventLog = AppendOnlyLog<RecordedEvent>

/// A list that only grows.
///
/// Its elements lie in chunks, so that a copy with one more shares all of them but the last: a label in a
/// session of twenty thousand events costs no more than in a new one.
package struct AppendOnlyLog<Element: Hashable & Sendable>: Hashable, Sendable {
  private static var chunkSize: Int { 256 }

  /// All are full but the last.
  private var chunks: [[Element]] = []

  package init() {}

  package mutating func append(_ element: Element) {
    if let last = chunks.indices.last, chunks[last].count < Self.chunkSize {
      chunks[last].append(element)
    } else {
      chunks.append([element])
    }
  }
}

// MARK: - RandomAccessCollection

extension AppendOnlyLog: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    guard let last = chunks.last else { return 0 }
    return (chunks.count - 1) * Self.chunkSize + last.count
  }

  package subscript(position: Int) -> Element {
    chunks[position / Self.chunkSize][position % Self.chunkSize]
  }
}
