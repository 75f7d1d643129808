/// What became of the sessions of a seal.
package struct SealComparison: Equatable, Sendable {
  /// Sessions that are as they were.
  package private(set) var unchanged = 0
  /// Sessions that begin with what was sealed, and went on.
  package private(set) var wentOn: [WentOn] = []
  /// Sessions of the store that the seal does not hold.
  package private(set) var unsealed: [SessionID] = []
  package private(set) var findings: [Finding] = []

  package struct WentOn: Equatable, Sendable {
    package let session: SessionID
    /// How many events there are more than were sealed.
    package let events: Int
  }

  /// - Parameter verification: Of the whole store, with the hashes at `Seal.places`.
  package init(_ seal: Seal, with verification: Verification) {
    var byName: [EventHash: [Verification.CheckedSession]] = [:]
    for session in verification.sessions { byName[session.head.name, default: []].append(session) }
    var accounted: Set<SessionID> = []
    for sealed in seal.sessions {
      let branches = byName[sealed.name] ?? []
      // Of branches, any may be the one that was sealed, or that it became.
      let kept = branches.filter {
        $0.head == sealed || $0.reached[sealed.events] == sealed.head
      }
      if let session = kept.max(by: { $0.head.events < $1.head.events }) {
        accounted.insert(session.id)
        let more = session.head.events - sealed.events
        if more == 0 {
          unchanged += 1
        } else {
          wentOn.append(WentOn(session: session.id, events: more))
        }
      } else {
        accounted.formUnion(branches.map(\.id))
        findings.append(Self.finding(sealed, branches))
      }
    }
    unsealed = verification.sessions.map(\.id).filter { !accounted.contains($0) }
    let pages = Set(verification.pages)
    findings += seal.pages.filter { !pages.contains($0) }.map {
      Finding(session: nil, problem: .sealedPageMissing(EventHash(bytes: $0).description))
    }
  }

  private static func finding(
    _ sealed: SessionHead, _ branches: [Verification.CheckedSession]
  ) -> Finding {
    let name = sealed.name.description
    guard let longest = branches.max(by: { $0.head.events < $1.head.events }) else {
      return Finding(
        session: nil, problem: .sealedSessionMissing(name: name, events: sealed.events))
    }
    let found = longest.head.events
    return Finding(
      session: longest.id,
      problem: found < sealed.events
        ? .sealedSessionShortened(name: name, sealed: sealed.events, found: found)
        : .sealedSessionRewritten(name: name, events: sealed.events))
  }
}

extension Seal {
  /// The places whose hashes a comparison needs, by the name of the session.
  package var places: [EventHash: Set<Int>] {
    sessions.reduce(into: [:]) { $0[$1.name, default: []].insert($1.events) }
  }
}
