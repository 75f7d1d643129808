/// The events of a session, in their order.
///
/// They lie in chunks, so that a copy with one event more shares all of them but the last: a label in a session of
/// twenty thousand events costs no more than in a new one.
package struct EventLog: Hashable, Sendable {
  private static let chunkSize = 256

  /// All are full but the last.
  private var chunks: [[RecordedEvent]] = []

  package mutating func append(_ event: RecordedEvent) {
    if let last = chunks.indices.last, chunks[last].count < Self.chunkSize {
      chunks[last].append(event)
    } else {
      chunks.append([event])
    }
  }
}

// MARK: - RandomAccessCollection

extension EventLog: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    guard let last = chunks.last else { return 0 }
    return (chunks.count - 1) * Self.chunkSize + last.count
  }

  package subscript(position: Int) -> RecordedEvent {
    chunks[position / Self.chunkSize][position % Self.chunkSize]
  }
}
