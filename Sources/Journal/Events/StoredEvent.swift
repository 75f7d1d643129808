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
    return recorded(event)
  }

  /// The same, and a key that stands twice in an object of the payload; nil where there is none.
  func recordedWithDuplicateKey(by codec: EventCodec) -> (event: RecordedEvent, key: String?)? {
    guard let kind = Event.Kind(rawValue: kind) else { return nil }
    if let event = codec.eventInOwnForm(kind: kind, payload: payload) {
      return (recorded(event), nil)
    }
    return codec.event(kind: kind, payload: payload).map {
      (recorded($0), DuplicateKeys.first(in: payload))
    }
  }

  private func recorded(_ event: Event) -> RecordedEvent {
    RecordedEvent(
      sequence: sequence, command: command, at: Timestamp(milliseconds: at), event: event)
  }
}
