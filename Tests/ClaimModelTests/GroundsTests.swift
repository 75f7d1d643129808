import Testing

@testable import ClaimModel

@Suite("What a decision rests on")
struct GroundsTests {
  private static let span = TextSpan(0, 4)

  private static func claim(_ number: Int) -> Claim {
    Claim(
      id: ClaimID(rawValue: number), spans: [span], statement: "s\(number)", sentence: span,
      block: 0)
  }

  private static let shown = Grounds.Suggestion(
    from: "e", value: .text("asserts"), confidence: 0.25)

  private static func state(_ events: [Event]) throws -> SessionState {
    var session = Session()
    let opening = SessionOpening(
      article: ArticleID(rawValue: "sha256:0"), annotator: "ada", codebook: "c")
    let proposed = Analysis(engine: "e", claims: [claim(1), claim(2)])
    _ = try session.append(
      [.sessionOpened(opening), .claimsProposed(proposed)] + events,
      at: Timestamp(milliseconds: 1))
    return session.state
  }

  private let one = ClaimID(rawValue: 1)
  private let two = ClaimID(rawValue: 2)

  @Test("stands with the label, and goes with it")
  func label() throws {
    let accepted = Event.labelled(
      one, attribute: "stance", .text("asserts"), Grounds(.accepted, shown: Self.shown))
    var record = try #require(try Self.state([accepted]).claims[one])
    #expect(record.grounds["stance"]?.basis == .accepted)
    #expect(record.grounds["stance"]?.shown == Self.shown)
    let typed = Event.labelled(one, attribute: "stance", .text("denies"), .typed)
    record = try #require(try Self.state([accepted, typed]).claims[one])
    #expect(record.grounds["stance"] == .typed)
    let cleared = Event.labelCleared(one, attribute: "stance")
    record = try #require(try Self.state([accepted, cleared]).claims[one])
    #expect(record.grounds.isEmpty)
  }

  @Test("stands with the statement, and goes with it")
  func statement() throws {
    let written = Event.statementWritten(one, "so", Grounds(.accepted, shown: Self.shown))
    #expect(try Self.state([written]).claims[one]?.statementGrounds?.basis == .accepted)
    let back = Event.statementWritten(one, nil)
    #expect(try Self.state([written, back]).claims[one]?.statementGrounds == nil)
  }

  @Test("goes with a claim that is split or merged")
  func parts() throws {
    let accepted = Event.labelled(one, attribute: "stance", .text("asserts"), .accepted)
    let split = Event.claimSplit(one, into: [Self.claim(1), Self.claim(3)])
    let parts = try Self.state([accepted, split]).claims
    #expect(parts[one]?.grounds["stance"] == .accepted)
    #expect(parts[ClaimID(rawValue: 3)]?.grounds["stance"] == .accepted)
    let typed = Event.labelled(two, attribute: "stance", .text("denies"), .typed)
    let other = Event.labelled(two, attribute: "topic", .text("x"), .imported)
    let merged = Event.claimsMerged([one, two], into: Self.claim(1))
    let record = try #require(try Self.state([accepted, typed, other, merged]).claims[one])
    #expect(record.labels["stance"] == .text("asserts"))
    #expect(record.grounds == ["stance": .accepted, "topic": .imported])
  }

  @Test("of an earlier version is typed, with nothing shown")
  func unrecorded() {
    #expect(Grounds.unrecorded.basis == .typed && Grounds.unrecorded.shown == nil)
    #expect(Grounds(.typed) == .typed && Grounds(.typed) != .unrecorded)
    for basis in Basis.allCases {
      #expect(Grounds(basis).basis == basis)
      #expect(Grounds(basis, shown: Self.shown).basis == basis)
    }
    #expect(MemoryLayout<Grounds>.size <= 8)
  }
}
