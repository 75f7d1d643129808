import TestSupport
import Testing

@testable import ClaimModel

/// Undo and redo look at a few claims alone; folding the whole journal must give the same.
@Suite("undo and redo")
struct UndoTests {
  private static func claim(_ number: Int) -> Claim { DrawnCommands.claim(number) }

  /// A session, and the same kept plainly, after any commands.
  private static func worked(seed: UInt64, steps: Int = 150) throws -> (Session, PlainSession) {
    var drawn = DrawnCommands(seed: seed)
    var (session, plain) = (Session(), PlainSession())
    let beginning = drawn.beginning()
    _ = try session.append(beginning, at: Timestamp(milliseconds: 0))
    try plain.append(beginning, at: Timestamp(milliseconds: 0))
    for step in 1...steps {
      // As after a restart of the program.
      if step % 40 == 0 { session = try Session(folding: plain.events) }
      let events = drawn.next(step, in: session)
      let moment = Timestamp(milliseconds: Int64(step))
      let before = session
      let plainBefore = plain
      let fits = (try? plain.append(events, at: moment)) != nil
      let isTaken = (try? session.append(events, at: moment)) != nil
      // A command that undoes and decides at once may be refused for what it is on the way.
      let isMixed = Set(events.map(\.isHistory)).count > 1
      #expect(fits == isTaken || (isMixed && fits), "step \(step): \(events)")
      if !isTaken {
        #expect(session == before)
        plain = plainBefore
      }
      try check(session, plain, "step \(step): \(events)")
    }
    return (session, plain)
  }

  private static func check(
    _ session: Session, _ plain: PlainSession, _ comment: Comment
  ) throws {
    let state = try plain.state()
    #expect(Array(session.events) == plain.events, comment)
    #expect(session.state == state, comment)
    #expect(session.state.latestClaim == state.latestClaim, comment)
    for sequence in [-1, 0] + plain.events.map(\.sequence) {
      #expect(session.isUndone(sequence) == plain.undone.contains(sequence), comment)
    }
    for claim in [nil] + state.claims.keys.map(Optional.some) + [ClaimID(rawValue: 99)] {
      #expect(session.eventsToUndo(claim: claim) == plain.eventsToUndo(claim: claim), comment)
      #expect(session.eventsToRedo(claim: claim) == plain.eventsToRedo(claim: claim), comment)
    }
    if let claim = state.claims.keys.sorted().first {
      #expect(try session.nextEvidenceID(of: claim) == plain.nextEvidenceID(of: claim), comment)
    }
  }

  @Test("leave the session as a fold of all its events has it", arguments: 0..<60 as Range<UInt64>)
  func same(seed: UInt64) throws {
    let (session, plain) = try Self.worked(seed: seed)
    #expect(try Session(folding: plain.events) == session)
  }

  @Test(
    "take a session back to its start, and again to its end", arguments: 0..<20 as Range<UInt64>)
  func thereAndBack(seed: UInt64) throws {
    var (session, _) = try Self.worked(seed: seed, steps: 60)
    let end = session.state.claims
    let moment = Timestamp(milliseconds: 1000)
    var count = 0
    while let undo = session.eventsToUndo() {
      guard (try? session.append([.undone(undo)], at: moment)) != nil else { return }
      count += 1
    }
    for _ in 0..<count {
      _ = try session.append([.redone(try #require(session.eventsToRedo()))], at: moment)
    }
    #expect(session.state.claims == end)
    #expect(try Session(folding: session.events) == session)
  }

  @Test("name no event that is not there", arguments: [Int.min, -1, 0, 1, 999, Int.max])
  func wild(sequence: Int) throws {
    var (session, _) = try Self.worked(seed: 1)
    let next = session.events.count + 1
    for event in [Event.undone([sequence]), .redone([sequence])] {
      #expect(throws: ReplayError(sequence: next, reason: .noSuchEvent(sequence))) {
        try session.append([event], at: Timestamp(milliseconds: 0))
      }
    }
  }

  @Test("give no number after the highest that there is")
  func highestNumber() throws {
    var session = Session()
    var drawn = DrawnCommands(seed: 2)
    _ = try session.append(drawn.beginning(), at: Timestamp(milliseconds: 0))
    _ = try session.append([.claimAdded(Self.claim(3_000_000))], at: Timestamp(milliseconds: 0))
    #expect(session.nextClaimID.rawValue == 3_000_001)
    let span = TextSpan(0, 5)
    let highest = Claim(id: ClaimID(rawValue: .max), spans: [span], sentence: span, block: 0)
    _ = try session.append([.claimAdded(highest)], at: Timestamp(milliseconds: 0))
    #expect(session.nextClaimID.rawValue == .max)
  }
}
