/// The events of a session, in their order.
package typealias EventLog = ChunkedArray<RecordedEvent>

/// A list whose elements lie in chunks, so that a copy that changes shares all of them but those that it
/// touched: a label in a session of twenty thousand events costs no more than in a new one.
package struct ChunkedArray<Element> {
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

extension ChunkedArray: Sendable where Element: Sendable {}
extension ChunkedArray: Equatable where Element: Equatable {}
extension ChunkedArray: Hashable where Element: Hashable {}

// MARK: - RandomAccessCollection

extension ChunkedArray: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    guard let last = chunks.last else { return 0 }
    return (chunks.count - 1) * Self.chunkSize + last.count
  }

  package internal(set) subscript(position: Int) -> Element {
    get { chunks[position / Self.chunkSize][position % Self.chunkSize] }
    set { chunks[position / Self.chunkSize][position % Self.chunkSize] = newValue }
  }
}
