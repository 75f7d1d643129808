import Testing

@testable import ClaimModel

@Suite("the events of a session")
struct ChunkedArrayTests {
  private func event(_ sequence: Int) -> RecordedEvent {
    RecordedEvent(
      sequence: sequence, command: sequence, at: Timestamp(milliseconds: Int64(sequence)),
      event: .undone([sequence]))
  }

  @Test("are found where they were appended", arguments: [0, 1, 255, 256, 257, 600])
  func order(count: Int) {
    var log = EventLog()
    for sequence in 0..<count { log.append(event(sequence)) }
    #expect(log.count == count && log.isEmpty == (count == 0))
    #expect(log.map(\.sequence) == Array(0..<count))
    #expect(log.indices.allSatisfy { log[$0].sequence == $0 })
    #expect(log.suffix(3).map(\.sequence) == Array((0..<count).suffix(3)))
  }

  @Test("a copy does not change with what it was copied from")
  func copies() {
    var log = EventLog()
    for sequence in 0..<300 { log.append(event(sequence)) }
    let copy = log
    log.append(event(300))
    #expect(copy.count == 300 && log.count == 301 && copy != log)
    #expect(log.last?.sequence == 300 && copy.last?.sequence == 299)
  }
}
