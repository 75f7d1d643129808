// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Journal
import Terminal
import Testing

@testable import Workbench

@Suite("Settling what changed")
struct SettleTests {
  private func carried(columns: Int = 80, keys: [Key]? = nil) throws -> Desk {
    let desk = try Desk(.sample, columns: columns, keys: keys)
    try desk.run("1 refuted")
    try desk.carry(to: .edited)
    return desk
  }

  @Test("takes the new words, and drops the new claim that has them too")
  func new() throws {
    let desk = try carried()
    let start = desk.session.state
    try desk.run("settle 1 new")
    #expect(desk.claims[0] == "1 changed here: The tram carried 3,900 people a day")
    #expect(desk.record(7) == nil)
    #expect(desk.record(1)?.labels["status"] == .text("refuted"))
    try desk.run("undo 1")
    #expect(desk.session.state.claims == start.claims)
    try desk.run("redo")
    #expect(desk.record(7) == nil)
  }

  @Test("keeps a new claim that somebody has decided about")
  func twin() throws {
    let desk = try carried()
    try desk.run("7 supported")
    try desk.run("settle 1 new")
    #expect(desk.record(7)?.labels["status"] == .text("supported"))
  }

  @Test("holds a claim to be gone, which keeps its labels and can be labelled on")
  func gone() throws {
    let desk = try carried()
    try desk.run("settle 1 gone")
    try desk.run("note 1 the figure was withdrawn")
    #expect(desk.record(1)?.standing == .gone)
    #expect(desk.record(1)?.labels["status"] == .text("refuted"))
    #expect(desk.record(7) != nil)
    let shown = try desk.run("show 1")
    #expect(shown.contains("carried · gone") && shown.contains("“The tram carried 4,200"))
  }

  @Test("gives a claim other words, or those of a new claim")
  func others() throws {
    let desk = try carried()
    try desk.run("extend 1 \"3,900 people a day\"")
    #expect(desk.claims[0] == "1 changed here: 3,900 people a day")
    try desk.run("merge 3 6")
    #expect(desk.record(3)?.origin == .merged && desk.record(6) == nil)
    #expect(desk.workbench.open!.words(of: desk.record(3)!) == "the mayor has left since")
  }

  @Test("is found by filters, words and lists")
  func lists() throws {
    let desk = try carried(columns: 120)
    #expect(try desk.run("claims").contains("unsettled: “The tram carried 4,200 people a day”"))
    for (filter, numbers) in [
      ("unsettled", [1]), ("gone", [3]), ("moved", [4]), ("unmoved", [2, 5]), ("changed", [1]),
    ] {
      try desk.run("filter \(filter)")
      #expect(desk.workbench.open!.shown.map(\.claim.id.rawValue).sorted() == numbers)
    }
    try desk.run("filter none")
    #expect(try desk.run("find cracks").contains("gone: “We found cracks in two bridges”"))
    #expect(
      try desk.run("history").contains(
        "claims carried over from session 1: 2 unmoved, 1 moved, 1 changed, 1 gone"))
  }

  @Test("takes 'moved' and the like for words where nothing was carried over")
  func plainFilter() throws {
    let desk = try Desk(.sample)
    try desk.run("filter gone")
    #expect(desk.workbench.open!.filter == .words("gone"))
  }

  @Test("shows old and new side by side, or one below the other")
  func sideBySide() throws {
    let wide = try carried().run("show 1").split(separator: "\n")
    #expect(wide[1] == "  before                                │ now")
    #expect(wide[2].hasPrefix("  The tram carried [4,200] people a "))
    #expect(wide[2].contains(" │ The tram carried {3,900} people a "))
    let narrow = try carried(columns: 44).run("show 1").split(separator: "\n")
    #expect(
      narrow[1...2] == [
        "  - The tram carried [4,200] people a day", "  + The tram carried {3,900} people a day",
      ])
  }

  @Test(
    "asks with one key, and puts off what is not answered",
    arguments: [
      ([Key.character("x"), .character("n")], ClaimRecord.Standing.here),
      ([.character("g")], .gone), ([.character("l")], .unsettled), ([.escape], .unsettled),
      ([.control("c")], .unsettled), ([], .unsettled),
    ])
  func asks(keys: [Key], standing: ClaimRecord.Standing) throws {
    let desk = try carried(keys: keys)
    let shown = try desk.run("settle")
    #expect(shown.hasPrefix("claim 1 changed  1 of 1\n"))
    #expect(shown.hasSuffix("keep with the new words [n], gone [g], later [l], all later [q]?\n"))
    #expect(desk.record(1)?.standing == standing)
  }

  @Test(
    "says what cannot be settled",
    arguments: [
      ("settle 6 gone", "claim 6 was not carried over from an earlier text; 'drop 6' removes it"),
      ("settle 2 new", "no new words are suggested for claim 2; name them: extend 2 \"WORDS\""),
      ("settle 3 gone", "claim 3 is held to be gone already"),
      ("settle 1 perhaps", "'ANSWER' cannot be 'perhaps'; it is one of: new, gone"),
      (
        "settle",
        "there is no terminal to ask at; say 'settle CLAIMS new' or 'settle CLAIMS gone'"
      ),
      (
        "trim 3 \"cracks\"",
        "claim 3 has no words in this text to cut; give it some: extend 3 \"WORDS\""
      ),
      (
        "split 3 at \"cracks\"",
        "claim 3 has no words in this text to cut; give it some: extend 3 \"WORDS\""
      ),
      ("merge 1 3", "claim 1 would have no words left; 'drop 1' removes it"),
    ])
  func errors(line: String, sentence: String) throws {
    let desk = try carried()
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    #expect(error.map { "\($0)" } == sentence)
    #expect(desk.session == before)
    try desk.run("settle all new")
    let none = #expect(throws: SettleError.self) { try desk.run("settle all new") }
    #expect(none?.description == "no claim waits to be settled")
    let twice = #expect(throws: SettleError.self) { try desk.run("settle 1 new") }
    #expect(twice?.description == "claim 1 has these words already")
  }
}
