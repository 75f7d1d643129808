import ClaimModel
import FoundationEssentials
import Testing

@Suite("Event payloads")
struct EventCodingTests {
  static let id = ClaimID(rawValue: 3)
  static let claim = Claim(
    id: id, spans: [TextSpan(0, 5), TextSpan(9, 12)], statement: "[It] rained",
    sentence: TextSpan(0, 13), block: 1, attributions: [AttributionID(rawValue: 1)], times: [1],
    checkworthiness: 0.5, type: .event, stance: "asserts", occurrences: [[TextSpan(20, 25)]])
  // swift-format-ignore: NeverForceUnwrap
  static let accessed = CalendarDay(year: 2026, month: 3, day: 1)!
  static let evidence = Evidence(
    id: 1, location: "report.pdf", quote: "it rained", relation: .discreditsSource,
    accessed: accessed)
  static let carryOver: CarryOver = {
    var record = ClaimRecord(claim: claim, origin: .proposed)
    record.labels = ["status": .text("mixed"), "weight": .number(0.5), "topics": .list(["a"])]
    record.notes = ["n"]
    record.tags = ["t"]
    record.evidence = [evidence]
    record.statement = "It rained."
    record.changed = Timestamp(milliseconds: 1_770_000_000_250)
    let before = CarriedClaim.Before(
      words: "it rained", codePointSpans: [TextSpan(3, 12)], source: "Kim")
    let bare = ClaimRecord(claim: claim, origin: .added)
    return CarryOver(
      from: CarryOver.Origin(session: 4, article: ArticleID(rawValue: "sha256:1"), head: "ab"),
      highestClaim: 9, notes: ["whole"],
      claims: [
        CarriedClaim(record, verdict: .moved, before: before, claim: claim),
        CarriedClaim(
          bare, verdict: .changed,
          before: .init(words: "", codePointSpans: [], source: nil), claim: claim,
          suggestion: .init(claim: claim, twin: ClaimID(rawValue: 10))),
      ])
  }()
  static let events: [Event] = [
    .sessionOpened(
      SessionOpening(article: ArticleID(rawValue: "sha256:0"), annotator: "mk", codebook: "c")),
    .claimsProposed(
      Analysis(
        engine: "rules/1", sentences: [TextSpan(0, 13)],
        attributions: [
          Attribution(
            id: AttributionID(rawValue: 1), mode: .mixed,
            source: .init(spans: [TextSpan(0, 2)], name: "Kim", type: .namedPerson),
            cue: [TextSpan(3, 7)], content: [TextSpan(8, 13)])
        ],
        claims: [claim],
        times: [TimeExpression(id: 1, span: TextSpan(1, 2), from: accessed, to: nil)])),
    .claimsCarried(carryOver), .claimSettled(id, claim), .claimSettled(id, nil),
    .claimAdded(claim), .claimDropped(id), .claimMoved(id, to: claim.place),
    .claimSplit(id, into: [claim, claim]), .claimsMerged([id], into: claim),
    .statementWritten(id, "x"), .statementWritten(id, nil),
    .labelled(id, attribute: "status", .text("mixed")),
    .labelled(id, attribute: "claim-type", .list(["event", "quote"])),
    .labelled(id, attribute: "weight", .number(2.5)), .labelCleared(id, attribute: "status"),
    .noted(id, "n"), .noted(nil, "n"), .tagged(id, "t"), .untagged(id, "t"),
    .evidenceAdded(id, evidence), .evidenceRemoved(id, evidence: 1),
    .sourceRenamed(from: "Kim", to: "Kim Ada"), .undone([4, 5]), .redone([4]),
  ]

  @Test("come back from JSON as they went in", arguments: events)
  func roundTrip(_ event: Event) throws {
    let json = try JSONEncoder().encode(event.payload)
    let decoder = JSONDecoder()
    decoder.userInfo[try #require(Event.Payload.kind)] = event.kind
    #expect(try decoder.decode(Event.Payload.self, from: json).event == event)
  }

  @Test("there is a case for every kind")
  func complete() {
    #expect(Set(Self.events.map(\.kind)) == Set(Event.Kind.allCases))
  }

  @Test("a payload without its kind is refused")
  func noKind() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Event.Payload.self, from: Data("{}".utf8))
    }
  }
}
