import ClaimModel
import TestSupport
import Testing

@Suite("Session")
struct SessionTests {
  static let opening = Event.sessionOpened(
    SessionOpening(
      article: ArticleID(rawValue: "sha256:0"), annotator: "mk", codebook: "sha256:1"))

  static func claim(_ id: Int, _ spans: [TextSpan]) -> Claim {
    Claim(
      id: ClaimID(rawValue: id), spans: spans, sentence: spans.hull ?? TextSpan(0, 0), block: 0)
  }

  static let proposals = Event.claimsProposed(
    Analysis(
      engine: "rules/1",
      claims: (1...3).map { claim($0, [TextSpan($0 * 10, $0 * 10 + 8)]) }))

  private func opened() throws -> Session {
    var session = Session()
    _ = try session.append([Self.opening, Self.proposals], at: Timestamp(milliseconds: 0))
    return session
  }

  private func id(_ number: Int) -> ClaimID { ClaimID(rawValue: number) }

  private func status(_ number: Int, _ label: String) -> Event {
    .labelled(id(number), attribute: "status", .text(label))
  }

  @Test("a command is undone whole, and redone whole")
  func wholeCommand() throws {
    var session = try opened()
    let start = session.state
    _ = try session.append(
      [status(1, "refuted"), status(2, "refuted")], at: Timestamp(milliseconds: 1))
    let labelled = session.state
    let undo = try #require(session.eventsToUndo())
    #expect(undo == [3, 4])
    _ = try session.append([.undone(undo)], at: Timestamp(milliseconds: 2))
    #expect(session.state == start)
    let redo = try #require(session.eventsToRedo())
    _ = try session.append([.redone(redo)], at: Timestamp(milliseconds: 3))
    #expect(session.state == labelled)
    #expect(session.eventsToRedo() == nil)
  }

  @Test("undo aimed at a claim leaves the others as they are")
  func aimed() throws {
    var session = try opened()
    _ = try session.append([status(1, "refuted")], at: Timestamp(milliseconds: 1))
    _ = try session.append([status(2, "mixed")], at: Timestamp(milliseconds: 2))
    _ = try session.append(
      [.undone(try #require(session.eventsToUndo(claim: id(1))))], at: Timestamp(milliseconds: 3))
    #expect(session.state.claims[id(1)]?.labels == [:])
    #expect(session.state.claims[id(2)]?.labels == ["status": .text("mixed")])
    #expect(session.eventsToRedo(claim: id(2)) == nil)
    #expect(session.eventsToRedo(claim: id(1)) == [3])
  }

  @Test("an undo that something later rests on is refused, and changes nothing")
  func dependent() throws {
    var session = try opened()
    let parts = [Self.claim(1, [TextSpan(10, 13)]), Self.claim(4, [TextSpan(14, 18)])]
    _ = try session.append([.claimSplit(id(1), into: parts)], at: Timestamp(milliseconds: 1))
    _ = try session.append([status(4, "mixed")], at: Timestamp(milliseconds: 2))
    let before = session
    let undo = try #require(session.eventsToUndo(claim: id(1)))
    #expect(throws: ReplayError(sequence: 4, reason: .noSuchClaim(id(4)))) {
      try session.append([.undone(undo)], at: Timestamp(milliseconds: 3))
    }
    #expect(session == before)
  }

  @Test("a new decision ends what can be redone")
  func redoEnds() throws {
    var session = try opened()
    _ = try session.append([status(1, "refuted")], at: Timestamp(milliseconds: 1))
    _ = try session.append([.undone([3])], at: Timestamp(milliseconds: 2))
    _ = try session.append([status(2, "mixed")], at: Timestamp(milliseconds: 3))
    #expect(session.eventsToRedo() == nil)
    #expect(session.eventsToRedo(claim: id(1)) == [3])
  }

  @Test("redo goes forward through several undone commands, latest undone first")
  func redoOrder() throws {
    var session = try opened()
    for (moment, label) in ["mixed", "refuted", "satire"].enumerated() {
      _ = try session.append([status(1, label)], at: Timestamp(milliseconds: Int64(moment)))
    }
    for _ in 0..<3 {
      let undo = try #require(session.eventsToUndo())
      _ = try session.append([.undone(undo)], at: Timestamp(milliseconds: 9))
    }
    #expect(session.eventsToUndo() == nil)
    for label in ["mixed", "refuted", "satire"] {
      let redo = try #require(session.eventsToRedo())
      _ = try session.append([.redone(redo)], at: Timestamp(milliseconds: 10))
      #expect(session.state.claims[id(1)]?.labels["status"] == .text(label))
    }
    #expect(session.eventsToRedo() == nil)
  }

  @Test("a split gives its labels to every part, a merge keeps the first's and joins the rest")
  func splitAndMerge() throws {
    var session = try opened()
    _ = try session.append(
      [status(1, "mixed"), .tagged(id(1), "urgent"), .noted(id(1), "see page 2")],
      at: Timestamp(milliseconds: 1))
    let parts = [Self.claim(1, [TextSpan(10, 13)]), Self.claim(4, [TextSpan(14, 18)])]
    _ = try session.append([.claimSplit(id(1), into: parts)], at: Timestamp(milliseconds: 2))
    #expect(session.state.claims[id(4)]?.labels == ["status": .text("mixed")])
    #expect(session.state.claims[id(4)]?.notes == [])
    #expect(session.nextClaimID == id(5))
    _ = try session.append(
      [status(4, "refuted"), .labelled(id(4), attribute: "stance", .text("denies"))],
      at: Timestamp(milliseconds: 3))
    _ = try session.append(
      [.claimsMerged([id(1), id(4)], into: Self.claim(1, [TextSpan(10, 18)]))],
      at: Timestamp(milliseconds: 4))
    let merged = try #require(session.state.claims[id(1)])
    #expect(merged.labels == ["status": .text("mixed"), "stance": .text("denies")])
    #expect(merged.notes == ["see page 2"])
    #expect(merged.origin == .merged)
    #expect(session.state.claims[id(4)] == nil)
    #expect(session.nextClaimID == id(5))
  }

  @Test(
    "refuses what does not fit, with the reason",
    arguments: [
      (SessionTests.opening, ReducerError.openedTwice),
      (.claimDropped(ClaimID(rawValue: 9)), .noSuchClaim(ClaimID(rawValue: 9))),
      (.claimAdded(claim(2, [TextSpan(0, 1)])), .claimExists(ClaimID(rawValue: 2))),
      (.claimAdded(claim(7, [])), .claimWithoutWords(ClaimID(rawValue: 7))),
      (.claimSplit(ClaimID(rawValue: 1), into: []), .splitWithoutParts(ClaimID(rawValue: 1))),
      (
        .claimsMerged([ClaimID(rawValue: 1)], into: claim(1, [TextSpan(0, 1)])),
        .mergeWithoutParts(ClaimID(rawValue: 1))
      ),
      (.undone([1]), .noSuchEvent(1)),
      (.redone([2]), .noSuchEvent(2)),
    ])
  func refusals(_ event: Event, _ reason: ReducerError) throws {
    var session = try opened()
    let before = session
    #expect(throws: ReplayError(sequence: 3, reason: reason)) {
      try session.append([event], at: Timestamp(milliseconds: 5))
    }
    #expect(session == before)
  }

  @Test(
    "folding the journal again gives the same session; undoing all gives the start",
    arguments: 0..<40 as Range<UInt64>)
  func foldAgain(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var session = try opened()
    let start = session.state
    for moment in 1...40 {
      let events = Self.command(in: session, using: &generator)
      _ = try? session.append(events, at: Timestamp(milliseconds: Int64(moment)))
    }
    #expect(try Session(folding: session.events) == session)
    while let undo = session.eventsToUndo() {
      _ = try session.append([.undone(undo)], at: Timestamp(milliseconds: 99))
    }
    #expect(session.state == start)
  }

  /// Any command an annotator could give at this point, and some they could not.
  static func command(in session: Session, using generator: inout SeededGenerator) -> [Event] {
    let ids = session.state.claimsInOrder.map(\.claim.id)
    guard let id = ids.randomElement(using: &generator), let record = session.state.claims[id]
    else { return [.claimAdded(claim(session.nextClaimID.rawValue, [TextSpan(0, 4)]))] }
    let span = record.claim.spans[0]
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return [.labelled(id, attribute: "status", .text("mixed"))]
    case 1: return ids.map { .labelled($0, attribute: "status", .text("refuted")) }
    case 2: return [.labelCleared(id, attribute: "status")]
    case 3: return [.noted(id, "n"), .noted(nil, "m")]
    case 4: return [.tagged(id, "t")]
    case 5: return [.untagged(id, "t")]
    case 6: return [.claimDropped(id)]
    case 7:
      return session.eventsToUndo(claim: Bool.random(using: &generator) ? id : nil)
        .map { [.undone($0)] } ?? []
    case 8:
      return session.eventsToRedo(claim: Bool.random(using: &generator) ? id : nil)
        .map { [.redone($0)] } ?? []
    case 9 where span.length > 1:
      let middle = span.start + span.length / 2
      return [
        .claimSplit(
          id,
          into: [
            claim(id.rawValue, [TextSpan(span.start, middle)]),
            claim(session.nextClaimID.rawValue, [TextSpan(middle, span.end)]),
          ])
      ]
    case 10 where ids.count > 1:
      return [.claimsMerged(Array(ids.prefix(2)), into: claim(ids[0].rawValue, [span]))]
    default: return [.claimAdded(claim(session.nextClaimID.rawValue, [span]))]
    }
  }

  @Test("names the first event of a journal that does not fit")
  func firstMisfit() throws {
    var events = try opened().events
    events.append(
      RecordedEvent(
        sequence: 4, command: 4, at: Timestamp(milliseconds: 0), event: status(1, "mixed")))
    #expect(throws: ReplayError(sequence: 4, reason: .outOfSequence(4))) {
      try Session(folding: events)
    }
    #expect(throws: ReplayError(sequence: 1, reason: .notOpened)) {
      try Session(folding: [
        RecordedEvent(
          sequence: 1, command: 1, at: Timestamp(milliseconds: 0), event: status(1, "mixed"))
      ])
    }
  }
}
