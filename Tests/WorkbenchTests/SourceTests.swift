// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Journal
import Terminal
import Testing

@testable import Workbench

/// Who makes the claims: their names, listed, asked about and changed.
@Suite("Names of sources")
struct SourceTests {
  private static let sample = DrawnClaims.sample.said(by: [
    1: ("the council", .government), 2: ("the council", .government),
    3: ("Rina Osei", .namedPerson), 5: ("Board of Shopkeepers", .organization),
  ])

  private func desk(keys: [Key]? = nil) throws -> Desk {
    try Desk(Self.sample, isTerminal: keys != nil, keys: keys)
  }

  private func sources(_ desk: Desk) -> [String?] {
    (1...5).map {
      desk.workbench.open!.sourceName(of: desk.session.state.claims[.init(rawValue: $0)]!)
    }
  }

  private func given(_ desk: Desk) -> [String?] {
    (1...5).map {
      desk.session.state.claims[ClaimID(rawValue: $0)]?.labels["source"]?.description
    }
  }

  // MARK: - Renaming

  @Test("change for the whole session, what was given and what is proposed, in one step")
  func rename() throws {
    let desk = try desk()
    try desk.run("source 4 the council")
    let count = desk.session.events.count
    try desk.run("rename \"the council\" Council of Tarn")
    #expect(desk.session.events.count == count + 1)
    #expect(
      desk.takeErrors().contains("'the council' is now Council of Tarn: 3 claims"))
    #expect(
      sources(desk) == [
        "Council of Tarn", "Council of Tarn", "Rina Osei", "Council of Tarn",
        "Board of Shopkeepers",
      ])
    // What nobody decided stays a proposal.
    #expect(given(desk) == [nil, nil, nil, "Council of Tarn", nil])
    try desk.run("undo")
    #expect(sources(desk)[0] == "the council" && given(desk)[3] == "the council")
    try desk.run("redo")
    #expect(sources(desk)[0] == "Council of Tarn" && given(desk)[3] == "Council of Tarn")
    #expect(try desk.workbench.store().verify() == [])
  }

  @Test("find a name in letters of either case, and become one with another")
  func unite() throws {
    let desk = try desk()
    try desk.run("rename \"rina osei\" \"the council\"")
    #expect(
      desk.takeErrors().contains(
        "'Rina Osei' is now the council: 3 claims, 2 of them already of that name"))
    #expect(sources(desk)[2] == "the council")
  }

  @Test("hold for claims that are made of others later")
  func later() throws {
    let desk = try desk()
    try desk.run("rename \"Rina Osei\" R. Osei")
    try desk.run("split 3 at \"in two\"")
    #expect(
      desk.workbench.open!.sourceName(of: try desk.workbench.open!.record(.init(rawValue: 6)))
        == "R. Osei")
  }

  @Test(
    "stay where the change makes no sense",
    arguments: [
      ("rename mayor Ada", "no source is called 'mayor'; 'source' lists the names"),
      ("rename Osei Ada", "no source is called 'Osei'; did you mean 'Rina Osei'?"),
      ("rename \"Rina Osei\" \"Rina Osei\"", "'Rina Osei' is called that already"),
      (
        "rename \"Rina Osei\" none",
        "'none' stands for nobody, who has no other name; 'source CLAIMS NAME' says who makes claims"
      ),
      (
        "rename nobody Ada",
        "'nobody' stands for nobody, who has no other name; 'source CLAIMS NAME' says who makes claims"
      ),
      ("rename \"Rina Osei\" \" \"", "say what 'Rina Osei' is called: rename \"Rina Osei\" NAME"),
      ("rename \"Rina Osei\"", "NAME is missing; usage: rename SOURCE NAME"),
    ])
  func refused(_ line: String, _ sentence: String) throws {
    let desk = try desk()
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    #expect(error.map { "\($0)" } == sentence)
    #expect(desk.session == before)
  }

  // MARK: - Listing

  @Test("are listed with the claims of each")
  func list() throws {
    let desk = try desk()
    try desk.run("source 2 nobody")
    _ = desk.takeErrors()
    #expect(
      try desk.run("source") == """
           1  the council  government  1
           1  Rina Osei  named-person  3
           1  Board of Shopkeepers  organization  5
           2  nobody named  2, 4

        """)
    #expect(desk.takeErrors() == "5 claims of 3 sources\n")
    #expect(
      try desk.run("source 3-4") == "   1  Rina Osei  named-person  3\n   1  nobody named  4\n")
    #expect(try desk.run("3 source") == "   1  Rina Osei  named-person  3\n")
  }

  // MARK: - Asking

  @Test(
    "are asked about where nobody has heard of them",
    arguments: [
      ("source 4 Osei", [Key.character("1")], "Rina Osei"),
      ("source 4 Osei", [.character("x"), .character("2"), .character("y")], "Osei"),
      ("4 source Rita Osie", [.character("1")], "Rina Osei"),
      ("label 4 source Zed Ltd", [.character("y")], "Zed Ltd"),
      ("accept 4 --label \"source=Zed Ltd\"", [.character("y")], "Zed Ltd"),
      // These are in the session, or in the article.
      ("source 4 rina osei", [], "Rina Osei"), ("source 4 The union", [], "The union"),
      ("source 4 nobody", [], "nobody"),
    ])
  func asks(_ line: String, _ keys: [Key], _ stored: String) throws {
    let desk = try desk(keys: keys)
    try desk.run(line)
    #expect(given(desk)[3] == stored)
  }

  @Test("are not stored where the answer is no, or none")
  func declined() throws {
    for keys in [[Key.character("n")], [.escape], []] {
      let desk = try desk(keys: keys)
      let before = desk.session
      #expect(throws: UnknownSource.self) { try desk.run("source 4 Osei") }
      #expect(desk.session == before)
    }
  }

  @Test("are taken as a script says them")
  func scripted() throws {
    let desk = try desk()
    try desk.run("source 4 Osei")
    #expect(given(desk)[3] == "Osei")
  }

  @Test("are shown with what may have been meant")
  func question() throws {
    let desk = try desk(keys: [.character("y")])
    #expect(
      try desk.run("source 4 Osei").contains(
        """
        no source of this session is called 'Osei'
          1  Rina Osei
        that one [1], keep 'Osei' [y], nothing [n]?

        """))
  }

  // MARK: - Completing

  @Test(
    "complete by any of their words",
    arguments: [
      ("source Os", ["Rina Osei"]), ("source 3 shop", ["Board of Shopkeepers"]),
      ("rename os", ["Rina Osei"]), ("rename x coun", ["the council"]),
      ("label 2 source sho", ["Board of Shopkeepers"]),
      ("source rina os", ["Osei"]), ("source xy", []),
    ])
  func completes(_ line: String, _ offered: [String]) throws {
    let desk = try desk()
    let start = line.index(after: line.lastIndex(of: " ")!)
    let request = CompletionRequest(
      line: line, word: line[..<start].utf8.count..<line.utf8.count)
    guard case .words(let words) = Completer(desk.workbench).answer(request) else {
      Issue.record("file names are offered")
      return
    }
    #expect(words.map(\.text) == offered)
  }
}
