import ClaimModel
import Testing

@Suite("A session that takes over claims")
struct CarriedSessionTests {
  private static func id(_ number: Int) -> ClaimID { ClaimID(rawValue: number) }

  private static func carried(
    _ number: Int, _ verdict: CarryOver.Verdict, at start: Int? = nil, suggested: Int? = nil
  ) -> CarriedClaim {
    let place = start.map { [TextSpan($0, $0 + 5)] } ?? []
    var record = ClaimRecord(claim: SessionTests.claim(number, place), origin: .proposed)
    record.labels = ["status": .text("refuted")]
    record.notes = ["n\(number)"]
    record.changed = Timestamp(milliseconds: 5)
    return CarriedClaim(
      record, verdict: verdict,
      before: .init(words: "old \(number)", codePointSpans: [TextSpan(0, 5)], source: "Kim"),
      claim: record.claim,
      suggestion: suggested.map {
        .init(claim: SessionTests.claim(number, [TextSpan($0, $0 + 4)]), twin: id(21))
      })
  }

  private static let carryOver = CarryOver(
    from: .init(session: 7, article: ArticleID(rawValue: "sha256:9"), head: "ff"),
    highestClaim: 20, notes: ["whole"],
    claims: [
      carried(1, .unmoved, at: 10), carried(4, .moved, at: 50), carried(6, .changed, suggested: 70),
      carried(9, .gone),
    ])

  private static let news = Event.claimsProposed(
    Analysis(engine: "rules/1", claims: [SessionTests.claim(21, [TextSpan(70, 74)])]))

  private func opened() throws -> Session {
    var session = Session()
    _ = try session.append(
      [SessionTests.opening, Self.news, .claimsCarried(Self.carryOver)],
      at: Timestamp(milliseconds: 9))
    return session
  }

  @Test("has them with their numbers and all that was decided, and says where each stands")
  func folds() throws {
    let session = try opened()
    #expect(session.state.claims.keys.sorted() == [1, 4, 6, 9, 21].map(Self.id))
    #expect(
      [1, 4, 6, 9, 21].map { session.state.claims[Self.id($0)]?.standing }
        == [.here, .here, .unsettled, .gone, .here])
    let gone = try #require(session.state.claims[Self.id(9)])
    #expect(gone.labels == ["status": .text("refuted")] && gone.notes == ["n9"])
    #expect(gone.origin == .carried && gone.changed == Timestamp(milliseconds: 5))
    #expect(session.state.notes == ["whole"])
    #expect(session.state.origin == Self.carryOver.from)
    #expect(session.nextClaimID == Self.id(22))
    #expect(session.eventsToUndo() == nil)
  }

  @Test("never gives a number again that the earlier session gave")
  func numbers() throws {
    var session = Session()
    _ = try session.append(
      [SessionTests.opening, .claimsCarried(Self.carryOver)], at: Timestamp(milliseconds: 9))
    #expect(session.nextClaimID == Self.id(21))
  }

  @Test("settles a claim with new words, or as gone, and takes it back")
  func settles() throws {
    var session = try opened()
    let start = session.state
    let suggestion = try #require(start.claims[Self.id(6)]?.carried?.suggestion)
    _ = try session.append(
      [.claimSettled(Self.id(6), suggestion.claim), .claimDropped(Self.id(21))],
      at: Timestamp(milliseconds: 10))
    #expect(session.state.claims[Self.id(6)]?.standing == .here)
    #expect(session.state.claims[Self.id(6)]?.labels == ["status": .text("refuted")])
    _ = try session.append(
      [.undone(try #require(session.eventsToUndo()))], at: Timestamp(milliseconds: 11))
    #expect(session.state.claims == start.claims)
    _ = try session.append([.claimSettled(Self.id(1), nil)], at: Timestamp(milliseconds: 12))
    let gone = try #require(session.state.claims[Self.id(1)])
    #expect(gone.standing == .gone && gone.claim.sentence == TextSpan(10, 10))
    _ = try session.append(
      [.labelled(Self.id(1), attribute: "status", .text("mixed"))], at: Timestamp(milliseconds: 13))
    #expect(session.state.claims[Self.id(1)]?.labels == ["status": .text("mixed")])
    #expect(try Session(folding: session.events) == session)
  }

  struct Misfit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let event: Event
    let reason: ReducerError
  }

  @Test(
    "refuses what does not fit",
    arguments: [
      Misfit(
        testDescription: "a second time", event: .claimsCarried(carryOver), reason: .carriedTwice),
      Misfit(
        testDescription: "a claim that is not there", event: .claimSettled(id(5), nil),
        reason: .noSuchClaim(id(5))),
      Misfit(
        testDescription: "a claim of this text", event: .claimSettled(id(21), nil),
        reason: .notCarried(id(21))),
      Misfit(
        testDescription: "no words", event: .claimSettled(id(6), SessionTests.claim(6, [])),
        reason: .claimWithoutWords(id(6))),
      Misfit(
        testDescription: "another number",
        event: .claimSettled(id(6), SessionTests.claim(7, [TextSpan(0, 2)])),
        reason: .noSuchClaim(id(7))),
    ])
  func misfits(_ row: Misfit) throws {
    var session = try opened()
    #expect(throws: ReplayError(sequence: 4, reason: row.reason)) {
      try session.append([row.event], at: Timestamp(milliseconds: 10))
    }
  }

  @Test(
    "refuses words where there should be none, and none where there should be some",
    arguments: [
      carried(1, .unmoved), carried(1, .moved), carried(1, .changed, at: 3),
      carried(1, .gone, at: 3),
    ])
  func outOfPlace(_ carried: CarriedClaim) throws {
    var session = Session()
    let carryOver = CarryOver(
      from: Self.carryOver.from, highestClaim: 1, notes: [], claims: [carried])
    #expect(throws: ReplayError(sequence: 2, reason: .carriedOutOfPlace(Self.id(1)))) {
      try session.append(
        [SessionTests.opening, .claimsCarried(carryOver)], at: Timestamp(milliseconds: 0))
    }
  }
}
