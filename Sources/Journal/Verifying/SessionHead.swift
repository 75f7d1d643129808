private import Fingerprint

/// A session as its events name it: what heads and seals are made of.
package struct SessionHead: Hashable, Sendable {
  /// The hash of its first event, which names it in every store.
  package let name: EventHash
  package let events: Int
  /// The hash of its last event, which stands for all of them.
  package let head: EventHash

  package init(name: EventHash, events: Int, head: EventHash) {
    self.name = name
    self.events = events
    self.head = head
  }

  /// `NAME EVENTS HEAD`, as the store's head and a seal's signature cover it.
  var line: String { "\(name) \(events) \(head)" }
}

/// SHA-256 over the heads of all sessions: one line that stands for every event of a store.
///
/// What is hashed is `assay.store/1` and the lines of the sessions, each with a line end, sorted as
/// bytes; numbers of sessions are no part of it, so two stores with the same sessions have the same head.
package struct StoreHead: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(of sessions: some Sequence<SessionHead>) {
    // Digits and small letters only, so the order of the lines is that of their bytes.
    let lines = ["assay.store/1"] + sessions.map(\.line).sorted()
    bytes = SHA256.digest((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension StoreHead: LosslessStringConvertible {
  /// 64 hexadecimal digits, as the names and heads of sessions have.
  package var description: String { Hexadecimal.text(bytes) }

  /// Reads what `description` writes, also with `sha256:` before it.
  package init?(_ description: String) {
    let digits = description.hasPrefix("sha256:") ? description.dropFirst(7) : description[...]
    guard let bytes = Hexadecimal.bytes(digits), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}
