package import ClaimModel

/// The head that a session had when its user last wrote it.
struct KnownHead: Equatable {
  let session: SessionID
  let name: EventHash
  let events: Int
  let head: EventHash
  let at: Timestamp

  /// The bytes of a record: fields with blanks between, padded with blanks, and a line end.
  static let length = 256

  init(session: SessionID, name: EventHash, events: Int, head: EventHash, at: Timestamp) {
    self.session = session
    self.name = name
    self.events = events
    self.head = head
    self.at = at
  }

  var record: [UInt8] {
    let text = "\(session) \(name) \(events) \(head) \(at)"
    let space = UInt8(ascii: " ")
    let padding = repeatElement(space, count: max(0, Self.length - 1 - text.utf8.count))
    return Array(text.utf8) + padding + [UInt8(ascii: "\n")]
  }

  /// Nil for bytes that are no record.
  init?(record: some Sequence<UInt8>) {
    let words = String(decoding: Array(record), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 5, let session = Int(words[0]), let name = EventHash(String(words[1])),
      let events = Int(words[2]), events > 0, let head = EventHash(String(words[3])),
      let at = Timestamp(String(words[4]))
    else { return nil }
    self.init(
      session: SessionID(rawValue: session), name: name, events: events, head: head, at: at)
  }
}

/// A session that a store had more of when it was last used.
package struct LostHead: Equatable, Sendable {
  /// Its number then.
  package let session: SessionID
  /// How many events it had, and when the last of them was written.
  package let events: Int
  package let at: Timestamp
  /// How many of it are there; nil where no session of its name is.
  package let left: Int?
}

extension LostHead: CustomStringConvertible {
  package var description: String {
    let had = "session \(session) had \(events) events on \(at)"
    guard let left else { return had + " and is not there" }
    return left < events ? had + ", and \(left) are left" : had + ", and they are others now"
  }
}

extension Store {
  /// Whether one of the sessions is there, in whatever state.
  func hasSession(of heads: [KnownHead]) throws(JournalError) -> Bool {
    for head in heads where try !sessions(named: head.name).isEmpty { return true }
    return false
  }

  /// The heads that no session of the store has come to.
  func losses(among heads: [KnownHead]) throws(JournalError) -> [LostHead] {
    var losses: [LostHead] = []
    for known in heads {
      var left: Int?
      var isThere = false
      for session in try sessions(named: known.name) {
        let hash = try connection.first(
          "SELECT hash FROM event WHERE session = ? AND seq = ?",
          [.integer(session.rawValue), .integer(known.events)]
        ) { EventHash(bytes: $0.bytes(0)) }
        if hash == known.head { isThere = true }
        left = max(left ?? 0, try eventCount(of: session))
      }
      if !isThere {
        losses.append(
          LostHead(session: known.session, events: known.events, at: known.at, left: left))
      }
    }
    return losses
  }
}
