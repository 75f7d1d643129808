import ClaimModel
import Testing

@testable import Workbench

/// Taking what is proposed, for some claims and some attributes.
@Suite("Accepting")
struct AcceptTests {
  private static let sample = DrawnClaims.sample.said(by: [
    1: ("the council", .government), 2: ("the council", .government),
    3: ("Rina Osei", .namedPerson), 5: ("Board of Shopkeepers", .organization),
  ])

  /// The claims that have a label of an attribute after a line.
  private func accepted(_ line: String, _ attribute: String) throws -> [Int] {
    let desk = try Desk(Self.sample)
    try desk.run(line)
    return desk.session.state.claims.values
      .filter { $0.grounds[attribute]?.basis == .accepted }.map(\.claim.id.rawValue).sorted()
  }

  @Test(
    "goes by source, by attribute, or by both",
    arguments: [
      ("accept source \"the council\"", [1, 2], [1, 2]),
      ("accept source the council", [1, 2], [1, 2]),
      ("accept source THE COUNCIL source-type", [], [1, 2]),
      ("accept 2-5 source \"the council\"", [2], [2]),
      ("accept source \"Rina Osei\" source,source-type", [3], [3]),
      ("accept source~osei source", [3], []), ("accept \"source=Rina Osei\"", [3], [3]),
      ("accept source", [1], []), ("accept all source", [1, 2, 3, 5], []),
      ("accept 2-3 source-type", [], [2, 3]), ("accept source nobody source-type", [], [4]),
    ])
  func selects(_ line: String, _ source: [Int], _ type: [Int]) throws {
    #expect(try accepted(line, "source") == source)
    #expect(try accepted(line, "source-type") == type)
  }

  @Test("leaves alone what is decided, and what is hidden")
  func spared() throws {
    let desk = try Desk(Self.sample)
    try desk.run("source 1 the council")
    try desk.run("tag 1 seen")
    try desk.run("filter tag=seen")
    try desk.run("accept source \"the council\"")
    let claims = desk.session.state.claims
    #expect(claims[ClaimID(rawValue: 1)]?.grounds["source"]?.basis == .typed)
    #expect(claims[ClaimID(rawValue: 1)]?.grounds["source-type"]?.basis == .accepted)
    #expect(claims[ClaimID(rawValue: 2)]?.labels.isEmpty == true)
  }

  @Test("sums up the claims for which nothing was proposed")
  func summed() throws {
    let desk = try Desk(Self.sample)
    try desk.run("accept all source")
    #expect(
      desk.takeErrors() == """
        claim 1: accepted source the council
        claim 2: accepted source the council
        claim 3: accepted source Rina Osei
        claim 5: accepted source Board of Shopkeepers
        claim 4: nothing to accept

        """)
  }

  @Test(
    "says which names there are",
    arguments: [
      ("accept source Osei", "no source is called 'Osei'; did you mean 'Rina Osei'?"),
      ("accept source Zed stance", "no source is called 'Zed'; 'source' lists the names"),
      (
        "accept 3 source \"the council\"",
        "none of these claims passes 'source=the council'; 'claims' lists those there are"
      ),
    ])
  func refused(_ line: String, _ sentence: String) throws {
    let desk = try Desk(Self.sample)
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    #expect(error.map { "\($0)" } == sentence)
    #expect(desk.session == before)
  }
}
