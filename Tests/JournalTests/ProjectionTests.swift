import TestSupport
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Projections")
struct ProjectionTests {
  @Test("hold what a reader of the tables looks for")
  func rows() throws {
    let store = try Store.inMemory(now: SteppingClock().now)
    var stored = try store.createSession()
    let day = try #require(CalendarDay(iso: "2024-05-01"))
    try store.append(
      [
        .labelled(2, attribute: "topics", .list(["trade", "harbour"])),
        .labelled(2, attribute: "comment", .number(3)),
        .labelled(3, attribute: "topics", .list([])), .tagged(2, "b"), .tagged(2, "a"),
        .evidenceAdded(
          2,
          Evidence(
            id: 1, location: "ledger.pdf", quote: "two million", relation: .supports,
            accessed: day)),
        .noted(nil, "for Monday"),
      ], to: &stored)
    func table(_ sql: String, _ columns: Int) throws -> [[SQLValue]] {
      try store.connection.all(sql) { row in (0..<columns).map { row.value($0) } }
    }
    #expect(
      try table(
        "SELECT id, text, source, source_type, type, checkworthiness, origin FROM claim WHERE id = 2",
        7) == [
          [
            .integer(2 as Int64), .text(Sample.sentences[1]), .text("Ines Falk"),
            .text("official-role"), .text("event"), .real(0.5), .text("proposed"),
          ]
        ])
    #expect(
      try table("SELECT claim, attribute, value FROM label ORDER BY 1, 2, 3", 3) == [
        [.integer(2 as Int64), .text("comment"), .text("3")],
        [.integer(2 as Int64), .text("topics"), .text("harbour")],
        [.integer(2 as Int64), .text("topics"), .text("trade")],
        [.integer(3 as Int64), .text("topics"), .text("")],
      ])
    #expect(try table("SELECT tag FROM tag ORDER BY number", 1) == [[.text("b")], [.text("a")]])
    #expect(
      try table("SELECT location, quote, relation, accessed, snapshot FROM evidence", 5) == [
        [
          .text("ledger.pdf"), .text("two million"), .text("supports"), .text("2024-05-01"), .null,
        ]
      ])
    #expect(
      try table("SELECT claim, text FROM note", 2) == [[.integer(0 as Int64), .text("for Monday")]])
  }

  @Test("do not touch a claim's row or the search index for a label")
  func labelIsCheap() throws {
    let store = try Store.inMemory(now: SteppingClock().now)
    var stored = try store.createSession()
    try store.connection.execute(
      """
      CREATE TEMP TRIGGER t BEFORE UPDATE ON main.claim BEGIN SELECT raise(ABORT, 'touched'); END;
      CREATE TEMP TRIGGER u BEFORE INSERT ON main.claim BEGIN SELECT raise(ABORT, 'touched'); END;
      """)
    let index = "SELECT count(*) + sum(length(block)) FROM search_data"
    let before = try store.connection.integer(index)
    try store.append([.status(1, "open")], to: &stored)
    try store.append([.status(1, "refuted")], to: &stored)
    try store.append([.undone([4])], to: &stored)
    #expect(try store.connection.integer(index) == before)
    #expect(try store.verify() == [])
  }

  @Test(
    "equal the fold after any events, and the session is the same when read again",
    .tags(.property), arguments: 0..<30 as Range<UInt64>)
  func randomSessions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let clock = SteppingClock()
    let path = folder.file("store.sqlite")
    let store = try Store(at: path, mode: .create, now: clock.now)
    var sessions = [try store.createSession(Sample(0)), try store.createSession(Sample(1))]
    for _ in 0..<40 {
      let index = Int.random(in: 0..<2, using: &random)
      let events = RandomCommand(session: sessions[index]).next(using: &random)
      try store.append(events, to: &sessions[index])
    }
    #expect(try store.verify() == [])
    let other = try Store(at: path, mode: .readOnly, now: clock.now)
    for stored in sessions {
      let again = try other.session(stored.id)
      #expect(again.session == stored.session)
      #expect(again.lastHash == stored.lastHash)
    }
    // Undoing everything brings back the rows of the beginning.
    let start = try store.createSession(Sample(0))
    while let undoable = sessions[0].session.eventsToUndo() {
      try store.append([.undone(undoable)], to: &sessions[0])
    }
    for table in ProjectionTable.allCases {
      let undone = try table.rows(of: sessions[0].id, in: store.connection)
      let fresh = try table.rows(of: start.id, in: store.connection)
      #expect(undone.count == fresh.count)
    }
    #expect(sessions[0].session.state.claims == start.session.state.claims)
    #expect(try store.verify() == [])
    // Rebuilding changes nothing.
    let before = try ProjectionTable.allCases.map {
      Set(try $0.rows(of: sessions[1].id, in: store.connection))
    }
    _ = try store.repair()
    let after = try ProjectionTable.allCases.map {
      Set(try $0.rows(of: sessions[1].id, in: store.connection))
    }
    #expect(before == after)
    #expect(try store.verify() == [])
  }
}

extension Tag {
  @Tag static var property: Self
}

/// Draws what an annotator might do next in a session.
struct RandomCommand {
  let session: StoredSession

  func next(using random: inout SeededGenerator) -> [Event] {
    let claims = session.session.state.claims.keys.sorted()
    let texts = ["", "a", "quote \" and \\", "🦢 swan", "new\nline", "harbour"]
    let text = pick(texts, &random)
    guard let claim = claims.randomElement(using: &random) else {
      return [.claimAdded(drawn(session.session.nextClaimID, &random))]
    }
    let names = ["Ines Falk", "Kim", "the mayor"]
    switch Int.random(in: 0..<17, using: &random) {
    case 0: return [.claimAdded(drawn(session.session.nextClaimID, &random))]
    case 1: return [.claimDropped(claim)]
    case 2: return [.claimMoved(claim, to: drawn(claim, &random).place)]
    case 3:
      let parts = [drawn(claim, &random), drawn(session.session.nextClaimID, &random)]
      return [.claimSplit(claim, into: parts)]
    case 4:
      let others = claims.filter { $0 != claim }.prefix(1)
      guard !others.isEmpty else { return [.tagged(claim, text)] }
      return [.claimsMerged([claim] + others, into: drawn(claim, &random))]
    case 5: return [.statementWritten(claim, Bool.random(using: &random) ? text : nil)]
    case 6, 7:
      let label = pick(["open", "refuted", "supported"], &random)
      return [.status(claim, label), .labelled(claim, attribute: "comment", .text(text))]
    case 8:
      return [
        .labelled(claim, attribute: "topics", .list(["trade", "harbour"].shuffled(using: &random)))
      ]
    case 9: return [.labelCleared(claim, attribute: "status")]
    case 10: return [.noted(Bool.random(using: &random) ? claim : nil, text)]
    case 11: return [.tagged(claim, text), .tagged(claim, "t")]
    case 12: return [.untagged(claim, "t")]
    case 13:
      let numbers = session.session.state.claims[claim]?.evidence.map(\.id) ?? []
      if let last = numbers.last, Bool.random(using: &random) {
        return [.evidenceRemoved(claim, evidence: last)]
      }
      let evidence = Evidence(
        id: (numbers.max() ?? 0) + 1, location: text, quote: text, relation: .qualifies,
        accessed: Sample.leapDay)
      return [.evidenceAdded(claim, evidence)]
    case 14: return [.sourceRenamed(from: pick(names, &random), to: pick(names, &random))]
    case 15:
      if let undoable = session.session.eventsToUndo(
        claim: Bool.random(using: &random) ? claim : nil)
      {
        var trial = session.session
        let event = Event.undone(undoable)
        // Taking back one claim's command may leave a later one without its claim.
        if (try? trial.append([event], at: session.opened)) != nil { return [event] }
      }
      return [.noted(nil, text)]
    default:
      if let redoable = session.session.eventsToRedo() {
        var trial = session.session
        let event = Event.redone(redoable)
        if (try? trial.append([event], at: session.opened)) != nil { return [event] }
      }
      return [.noted(nil, text)]
    }
  }

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private func drawn(_ id: ClaimID, _ random: inout SeededGenerator) -> Claim {
    let sentence = pick(session.session.state.analysis.sentences, &random)
    let end = Int.random(in: sentence.start + 1...sentence.end, using: &random)
    return Claim(
      id: id, spans: [TextSpan(sentence.start, end)],
      statement: Bool.random(using: &random) ? "Somebody said it." : nil, sentence: sentence,
      block: 1)
  }
}
