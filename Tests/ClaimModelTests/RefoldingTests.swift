import TestSupport
import Testing

@testable import ClaimModel

/// Undo and redo fold a few claims anew; a fold of the whole journal must give the same.
@Suite("undo and redo")
struct RefoldingTests {
  private static func claim(_ number: Int) -> Claim {
    let span = TextSpan(number * 10, number * 10 + 5)
    return Claim(id: ClaimID(rawValue: number), spans: [span], sentence: span, block: 0)
  }

  /// A session of six claims, and any commands on it.
  private static func session(seed: UInt64) throws -> Session {
    var rng = SeededGenerator(seed: seed)
    var session = Session()
    _ = try session.append(
      [
        .sessionOpened(
          SessionOpening(
            article: ArticleID(rawValue: "a"), annotator: "ada", codebook: "sha256:0")),
        .claimsProposed(
          Analysis(
            engine: "test/1",
            attributions: [
              Attribution(
                id: AttributionID(rawValue: 1), mode: .direct,
                source: .init(spans: [], name: "Kim", type: .unknown), cue: [], content: [])
            ], claims: (1...6).map { claim($0) })),
      ], at: Timestamp(milliseconds: 0))
    for step in 1...150 {
      guard let events = command(step, in: session, using: &rng) else { continue }
      // What does not fit is refused, and nothing has changed.
      let before = session
      do {
        _ = try session.append(events, at: Timestamp(milliseconds: Int64(step)))
      } catch {
        #expect(session == before)
      }
    }
    return session
  }

  private static func command(
    _ step: Int, in session: Session, using rng: inout SeededGenerator
  ) -> [Event]? {
    let claims = session.state.claims.keys.sorted()
    guard let one = claims.randomElement(using: &rng),
      let other = claims.randomElement(using: &rng)
    else { return session.eventsToUndo().map { [.undone($0)] } }
    let names = ["Kim", "Ada", "Zoë"]
    switch rng.next(below: 15) {
    case 0, 1: return session.eventsToUndo().map { [.undone($0)] }
    case 2, 3: return session.eventsToUndo(claim: one).map { [.undone($0)] }
    case 4: return session.eventsToRedo().map { [.redone($0)] }
    case 5: return session.eventsToRedo(claim: one).map { [.redone($0)] }
    case 6:
      return [.claimSplit(one, into: [claim(one.rawValue), claim(session.nextClaimID.rawValue)])]
    case 7: return one == other ? nil : [.claimsMerged([one, other], into: claim(one.rawValue))]
    case 8: return [.claimDropped(one)]
    case 9: return [.noted(rng.next(below: 2) == 0 ? nil : one, "note \(step)")]
    case 10: return claims.map { .tagged($0, "t\(step)") }
    case 11:
      return [.sourceRenamed(from: names[rng.next(below: 3)], to: names[rng.next(below: 3)])]
    case 12, 13:
      return [.labelled(one, attribute: "source", .text(names[rng.next(below: 3)]))]
    default: return [.labelled(one, attribute: "status", .text("l\(step)"))]
    }
  }

  @Test("leave the session as a fold of all its events has it", arguments: 0..<40 as Range<UInt64>)
  func same(seed: UInt64) throws {
    let session = try Self.session(seed: seed)
    #expect(try Session(folding: session.events) == session)
  }

  @Test("concern the claims that share an event with theirs, and no others")
  func concerned() throws {
    var session = try Self.session(seed: 0)
    let new = session.nextClaimID.rawValue
    let moment = Timestamp(milliseconds: 1000)
    for number in [new, new + 1, new + 2] {
      _ = try session.append([.claimAdded(Self.claim(number))], at: moment)
    }
    let ids = (new...(new + 3)).map { ClaimID(rawValue: $0) }
    _ = try session.append(
      [.claimSplit(ids[0], into: [Self.claim(new), Self.claim(new + 3)])], at: moment)
    _ = try session.append(
      [.claimsMerged([ids[1], ids[3]], into: Self.claim(new + 1))], at: moment)
    _ = try session.append([.tagged(ids[2], "alone")], at: moment)
    #expect(session.claims(concernedBy: [.tagged(ids[2], "x")]) == [ids[2]])
    #expect(session.claims(concernedBy: [.tagged(ids[3], "x")]) == [ids[0], ids[1], ids[3]])
    let latest = session.events.count
    #expect(session.claims(concernedBy: [.undone([latest])]) == [ids[2]])
  }

  @Test("name no event that is not there", arguments: [Int.min, -1, 0, 1, 999, Int.max])
  func wild(sequence: Int) throws {
    var session = try Self.session(seed: 1)
    let next = session.events.count + 1
    for event in [Event.undone([sequence]), .redone([sequence])] {
      #expect(throws: ReplayError(sequence: next, reason: .noSuchEvent(sequence))) {
        try session.append([event], at: Timestamp(milliseconds: 0))
      }
    }
  }

  @Test("give no number after the highest that there is")
  func highestNumber() throws {
    var session = try Self.session(seed: 2)
    _ = try session.append([.claimAdded(Self.claim(3_000_000))], at: Timestamp(milliseconds: 0))
    #expect(session.nextClaimID.rawValue == 3_000_001)
    let span = TextSpan(0, 5)
    let highest = Claim(id: ClaimID(rawValue: .max), spans: [span], sentence: span, block: 0)
    _ = try session.append([.claimAdded(highest)], at: Timestamp(milliseconds: 0))
    #expect(session.nextClaimID.rawValue == .max)
  }
}
