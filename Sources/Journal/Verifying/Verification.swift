/// What a check of a store, or of one session, came to.
package struct Verification: Equatable, Sendable {
  /// The sessions that were checked, by their numbers.
  package var sessions: [CheckedSession] = []
  /// What does not fit; of the events of a session only the first that does not.
  package var findings: [Finding] = []
  /// What cannot be known, or is unusual.
  package var remarks: [Remark] = []
  /// The hashes of the fetched pages, which seals hold.
  var pages: [[UInt8]] = []
  /// Sessions of older versions, in which readings were not hashed.
  var unhashedReadings: [SessionID] = []

  /// Makes one remark of the sessions whose readings were not hashed.
  mutating func gatherUnhashedReadings() {
    if !unhashedReadings.isEmpty { remarks.append(.readingsUnhashed(sessions: unhashedReadings)) }
  }

  /// A session with the head that its events give, whatever its row says.
  package struct CheckedSession: Equatable, Sendable {
    package let id: SessionID
    package let head: SessionHead
    /// Whether its first event holds one; sessions of older versions have none.
    var hasRandomID = false
    /// The hashes at the places that were asked for.
    var reached: [Int: EventHash] = [:]
  }

  /// Names the sessions that are another one over again: what comes in is not kept twice, but older
  /// versions did.
  mutating func findEqualChains() {
    var first: [SessionHead: SessionID] = [:]
    for session in sessions where session.head.events > 0 {
      guard let earlier = first[session.head] else {
        first[session.head] = session.id
        continue
      }
      if session.hasRandomID {
        findings.append(Finding(session: session.id, problem: .sessionTwice(earlier)))
      } else {
        remarks.append(.sessionTwice(session.id, earlier))
      }
    }
  }

  package var head: StoreHead { StoreHead(of: sessions.lazy.map(\.head)) }

  package var events: Int { sessions.reduce(0) { $0 + $1.head.events } }
}
