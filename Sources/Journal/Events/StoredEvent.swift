import ClaimModel

/// A row of the event table, as it stands there.
struct StoredEvent {
  let sequence: Int
  let command: Int
  let at: Int64
  let kind: String
  let payload: [UInt8]
  let previousHash: [UInt8]
  let hash: [UInt8]

  /// The columns that `init(_:)` reads, in its order.
  static let query = """
    SELECT seq, command, at, kind, payload, previous_hash, hash FROM event WHERE session = ? \
    ORDER BY seq
    """

  /// The same without the hashes, for whoever only wants to know what happened.
  static let queryWithoutHashes = """
    SELECT seq, command, at, kind, payload FROM event WHERE session = ? ORDER BY seq
    """

  init(_ row: borrowing Row, hasHashes: Bool = true) {
    sequence = row.integer(0)
    command = row.integer(1)
    at = Int64(row.integer(2))
    kind = row.text(3)
    payload = row.bytes(4)
    previousHash = hasHashes ? row.bytes(5) : []
    hash = hasHashes ? row.bytes(6) : []
  }

  /// The hash that it should have.
  func expectedHash(following previous: EventHash) -> EventHash {
    EventHash(
      following: previous, sequence: sequence, command: command, at: at, kind: kind,
      payload: payload)
  }

  /// The event of the row; nil where its kind or its payload cannot be read, or no journal numbers so.
  func recorded(by codec: EventCodec) -> RecordedEvent? {
    guard EventBounds.numbers.contains(sequence), (1...sequence).contains(command),
      let kind = Event.Kind(rawValue: kind),
      let event = codec.event(kind: kind, payload: payload), EventBounds.hold(event)
    else { return nil }
    return RecordedEvent(
      sequence: sequence, command: command, at: Timestamp(milliseconds: at), event: event)
  }
}
