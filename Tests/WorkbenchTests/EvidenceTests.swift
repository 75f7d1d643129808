import ClaimModel
import Testing

@testable import Workbench

/// What verdicts rest on, and using it again.
@Suite("Evidence")
struct EvidenceTests {
  private func summaries(_ desk: Desk, _ claim: Int) -> [String] {
    desk.session.state.claims[ClaimID(rawValue: claim)]?.evidence.map {
      "\($0.id) \($0.relation.rawValue) \($0.location)" + ($0.quote.map { " “\($0)”" } ?? "")
    } ?? []
  }

  private func desk() throws -> Desk {
    let desk = try Desk(.sample)
    try desk.run("evidence 1 https://example.org/a --quote \"two bridges\" --accessed 2026-01-05")
    try desk.run("evidence 1 \"Trade register\" --relation background")
    _ = desk.takeErrors()
    return desk
  }

  private static let both = [
    "1 supports https://example.org/a “two bridges”", "2 background Trade register",
  ]

  @Test(
    "is used again for another claim, in one step",
    arguments: [
      ("evidence 5 = 1", both), ("5 evidence = 1", both), ("evidence 5 =1", both),
      ("evidence 5=1", both),
      ("evidence 5 = 1.2", ["1 background Trade register"]),
      (
        "evidence 5 = 1 --relation refutes",
        ["1 refutes https://example.org/a “two bridges”", "2 refutes Trade register"]
      ),
    ])
  func reused(_ line: String, _ expected: [String]) throws {
    let desk = try desk()
    try desk.run(line)
    #expect(summaries(desk, 5) == expected)
    #expect(summaries(desk, 1) == Self.both)
    #expect(
      desk.session.state.claims[ClaimID(rawValue: 5)]?.evidence.first?.accessed
        == (line.contains("1.2") ? desk.workbench.today() : CalendarDay(iso: "2026-01-05")))
    try desk.run("undo")
    #expect(summaries(desk, 5) == [])
  }

  @Test("is used again for the current claim, and for several")
  func targets() throws {
    let desk = try desk()
    try desk.run("goto 3")
    try desk.run("evidence = 1.1")
    #expect(summaries(desk, 3).count == 1)
    try desk.run("evidence 2-4 = 1")
    #expect((2...4).map { summaries(desk, $0).count } == [2, 2, 2])
    // Claim 3 had one of the two.
    #expect(summaries(desk, 3)[1] == "2 background Trade register")
    try desk.run("evidence 2,4 \"a third\"")
    #expect(summaries(desk, 4)[2] == "3 supports a third")
  }

  @Test("is not added twice")
  func twice() throws {
    let desk = try desk()
    try desk.run("evidence 5 = 1")
    let before = desk.session
    let error = #expect(throws: EvidenceError.self) { try desk.run("evidence 5 = 1") }
    #expect(
      error?.description
        == "nothing was done: what claim 1 has is the evidence of claim 5 already")
    #expect(desk.session == before)
  }

  @Test("with an equals sign in its address is an address")
  func address() throws {
    let desk = try desk()
    try desk.run("evidence 2 https://example.org/?id=1")
    #expect(summaries(desk, 2) == ["1 supports https://example.org/?id=1"])
  }
}
