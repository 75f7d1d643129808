// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Testing

@testable import Workbench

/// What 'filter' and 'next' take, and what stays in sight.
@Suite("Filters")
struct FilterTests {
  /// Claim 1 refuted with evidence by the council, 2 denied by the City Police, 3 tagged Bridges, 4 and 5 left alone.
  private func desk() throws -> Desk {
    let desk = try Desk(.sample)
    for line in [
      "1 refuted", "evidence 1 https://example.org/a", "source 1 The council", "2 denies",
      "source 2 City Police", "tag 3 Bridges", "goto 5",
    ] { try desk.run(line) }
    _ = desk.takeErrors()
    return desk
  }

  private func shown(_ desk: Desk) -> [Int] {
    desk.workbench.open!.shown.map(\.claim.id.rawValue)
  }

  @Test(
    "combine, and go by parts of values in letters of either case",
    arguments: [
      ("undecided and stance=denies", [2]), ("decided or tag=bridges", [1, 3]),
      ("not undecided", [1]), ("not not undecided and source~POLICE", [2]),
      ("source~police", [2]), ("source=city police", [2]), ("source=\"City Police\"", [2]),
      ("no-evidence and source~c", [2]), ("tag~bridge", [3]), ("status~refut", [1]),
      ("(decided or tag~bridge) and no-evidence", [3]),
      ("decided or tag~bridge and no-evidence", [1, 3]),
      ("not (decided or tag~bridge) and no-evidence and repairs", [2]),
      ("cracks in or repairs", [2, 3]), ("\"cracks in\"", [3]),
    ] as [(String, [Int])])
  func combined(filter: String, claims: [Int]) throws {
    let desk = try desk()
    try desk.run("filter \(filter)")
    #expect(shown(desk) == claims)
  }

  @Test(
    "are said as they would be typed",
    arguments: [
      "undecided and not (source~police or tag=x)", "decided or tag=x and no-evidence",
      "(decided or tag=x) and no-evidence", "source=nobody", "not stance=denies",
    ])
  func described(filter: String) throws {
    let desk = try desk()
    let reader = desk.workbench.open!.filterReader
    #expect(try reader.filter(filter).description == filter)
  }

  @Test("keep connecting words that are quoted or stand inside of a phrase")
  func phrases() throws {
    let desk = try desk()
    let reader = desk.workbench.open!.filterReader
    #expect(try reader.filter("\"bread and butter\"") == .words("bread and butter"))
    #expect(try reader.filter("source=\"Ada and Sons\"") == .source("Ada and Sons"))
    #expect(try reader.filter("the pier was not shut") == .words("the pier was not shut"))
  }

  @Test(
    "that make no sense are refused and change nothing",
    arguments: ["and", "undecided and", "not", "(decided", "source=", "=x", "( )", "or decided"])
  func refused(filter: String) throws {
    let desk = try desk()
    try desk.run("filter tag=bridges")
    #expect(throws: SessionError.self) { try desk.run("filter \(filter)") }
    #expect(shown(desk) == [3])
  }

  @Test("nested without end are refused")
  func deep() throws {
    let desk = try desk()
    let nested = String(repeating: "( ", count: 5000) + "decided"
    #expect(throws: SessionError.self) { try desk.run("filter \(nested)") }
  }

  @Test("say when a word that is looked for is a label")
  func meant() throws {
    let desk = try desk()
    try desk.run("filter refuted")
    #expect(
      desk.takeErrors().hasPrefix(
        "looked for the word in the claims; 'filter status=refuted' goes by the label\n"))
  }

  @Test("keep the claim at hand in sight until it is left")
  func held() throws {
    let desk = try desk()
    try desk.run("filter undecided")
    try desk.run("goto 3")
    try desk.run("supported")
    #expect(shown(desk) == [2, 3, 4, 5])
    #expect(try desk.run("show").contains("2 of 4"))
    try desk.run("next")
    #expect(desk.workbench.open!.cursor?.rawValue == 4, "not back at the first")
    #expect(shown(desk) == [2, 4, 5])
  }

  @Test("lead 'next' and 'back' to a claim, without being set")
  func next() throws {
    let desk = try desk()
    try desk.run("goto 1")
    try desk.run("next tag=bridges")
    #expect(desk.workbench.open!.cursor?.rawValue == 3)
    try desk.run("back stance=denies or decided")
    #expect(desk.workbench.open!.cursor?.rawValue == 2)
    #expect(shown(desk) == [1, 2, 3, 4, 5])
    let none = #expect(throws: SessionError.self) { try desk.run("next decided") }
    #expect(
      none?.description == "there is no claim after this one that passes the filter 'decided'")
  }

  @Test("a session is gone on with at the first claim without a verdict")
  func resumed() throws {
    let desk = try desk()
    try desk.run("4 mixed")
    desk.workbench.closeSession()
    try desk.run("open 1")
    #expect(desk.workbench.open!.cursor?.rawValue == 2)
  }
}
