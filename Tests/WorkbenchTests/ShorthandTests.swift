// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Testing

@testable import Workbench

/// What may be typed in short, and what a short line never does.
@Suite("Short lines")
struct ShorthandTests {
  private func labels(_ desk: Desk, _ attribute: String) -> [String?] {
    (1...5).map { desk.session.state.claims[ClaimID(rawValue: $0)]?.labels[attribute]?.description }
  }

  // MARK: - Claims first

  @Test(
    "take a verb, an attribute or a key after the claims",
    arguments: [
      ("2 note seen at the pier", "note 2 seen at the pier"),
      ("2-3 tag harbour", "tag 2-3 harbour"),
      ("3 status refuted", "status 3 refuted"), ("3 status 5", "status 3 5"),
      (
        "2 evidence https://example.org/a --relation refutes",
        "evidence 2 https://example.org/a --relation refutes"
      ),
      ("1 claim-type quote", "label 1 claim-type quote"),
      ("2 source Ada Holm", "source 2 Ada Holm"),
      ("4 statement it rained", "statement 4 it rained"),
      ("2 d", "stance 2 denies"), ("1,3 h", "stance 1,3 hedges"), ("3 = d", "stance 3 denies"),
      ("3 = refuted", "status 3 refuted"), ("3 5", "status 3 5"), ("2 drop", "drop 2"),
    ])
  func claimsFirst(_ short: String, _ long: String) throws {
    let desk = try Desk(.sample)
    let other = try Desk(.sample)
    try desk.run(short)
    try other.run(long)
    #expect(desk.session.events.last?.event == other.session.events.last?.event)
    #expect(desk.session.state.claims.keys == other.session.state.claims.keys)
  }

  @Test("undo what was done to a claim that is named first")
  func undo() throws {
    let desk = try Desk(.sample)
    try desk.run("3 refuted")
    try desk.run("1 mixed")
    try desk.run("3 undo")
    #expect(labels(desk, "status") == ["mixed", nil, nil, nil, nil])
  }

  @Test("take a label's key alone, where no verb has it")
  func bareKey() throws {
    let desk = try Desk(.sample)
    try desk.run("goto 2")
    try desk.run("d")
    #expect(labels(desk, "stance") == [nil, "denies", nil, nil, nil])
    // 'n' is a label's key and the verb 'next'.
    try desk.run("n")
    #expect(desk.workbench.open!.cursor == ClaimID(rawValue: 3))
    #expect(labels(desk, "stance") == [nil, "denies", nil, nil, nil])
  }

  // MARK: - Ranges

  @Test("spare what is decided in a range and in 'all', and say so in a line")
  func decided() throws {
    let desk = try Desk(.sample)
    try desk.run("2 refuted")
    try desk.run("4 mixed")
    _ = desk.takeErrors()
    try desk.run("1-4 supported")
    #expect(labels(desk, "status") == ["supported", "refuted", "supported", "mixed", nil])
    let said = desk.takeErrors().split(separator: "\n").map(String.init)
    #expect(said[0] == "claims 1, 3: status supported")
    #expect(said[1] == "left alone: claims 2, 4 have a status; '--again' takes them too")
    #expect(said.dropFirst(2).allSatisfy { $0.hasPrefix("warning: ") } && said.count <= 3)
    try desk.run("all satire --again")
    #expect(labels(desk, "status") == Array(repeating: "satire", count: 5))
  }

  @Test("give one warning for all claims that lack the same")
  func oneWarning() throws {
    let desk = try Desk(.sample)
    try desk.run("all refuted")
    #expect(
      desk.takeErrors().contains(
        "warning: 'refuted' for claims 1, 2, 3, 4, 5 needs evidence; add it with: evidence CLAIM "
          + "ADDRESS"))
  }

  @Test("label a claim anew whose number stands there by itself")
  func named() throws {
    let desk = try Desk(.sample)
    try desk.run("2 refuted")
    try desk.run("2 mixed")
    try desk.run("1,2 satire")
    #expect(labels(desk, "status") == ["satire", "satire", nil, nil, nil])
  }

  @Test("spare what a filter hides, also in a range")
  func hidden() throws {
    let desk = try Desk(.sample)
    try desk.run("tag 1 harbour")
    try desk.run("tag 3 harbour")
    try desk.run("filter tag=harbour")
    _ = desk.takeErrors()
    try desk.run("1-3 satire")
    #expect(labels(desk, "status") == ["satire", nil, "satire", nil, nil])
    #expect(desk.takeErrors().contains("left alone: claim 2 is hidden"))
  }

  @Test("say so where nothing of a range is left")
  func nothingLeft() throws {
    let desk = try Desk(.sample)
    try desk.run("1-2 satire")
    let before = desk.session
    let error = #expect(throws: SessionError.self) { try desk.run("1-2 mixed") }
    #expect(
      error?.description
        == "nothing was done: claims 1, 2 have a status, and '--again' takes them too")
    #expect(desk.session == before)
  }

  // MARK: - Pasted lines

  @Test("keep the lines of a note, a statement and a quote")
  func pasted() throws {
    let desk = try Desk(.sample)
    try desk.run("note 1 first of all\n5 refuted\n\nand last")
    try desk.run("statement 2 [The] line\nwas shut")
    try desk.run(
      "evidence 3 https://example.org/a --quote \"never sealed\nbefore June\" --relation refutes")
    let claims = desk.session.state.claims
    #expect(claims[ClaimID(rawValue: 1)]?.notes == ["first of all\n5 refuted\n\nand last"])
    #expect(claims[ClaimID(rawValue: 2)]?.statement == "[The] line\nwas shut")
    let evidence = claims[ClaimID(rawValue: 3)]?.evidence.first
    #expect(evidence?.quote == "never sealed\nbefore June" && evidence?.relation == .refutes)
    #expect(labels(desk, "status") == [nil, nil, nil, nil, nil])
  }

  @Test("make one name of a name that was broken over two lines")
  func pastedName() throws {
    let desk = try Desk(.sample)
    try desk.run("source 1 the Board of\nHarbours")
    #expect(labels(desk, "source")[0] == "the Board of Harbours")
  }

  @Test(
    "run no command that came in a paste with others",
    arguments: [
      "1 refuted\n2 mixed", "show 1\ndrop 2", "# a script\n1 refuted", "drop 1\n",
      "tag 1 a\ntag 2 b",
      "undo\nundo", "stance 1 denies\n2 refuted",
    ])
  func severalCommands(_ line: String) throws {
    let desk = try Desk(.sample)
    try desk.run("3 refuted")
    let before = desk.session
    if line == "drop 1\n" {
      // One command with its line end is one command.
      try desk.run(line)
      #expect(desk.session.state.claims.count == 4)
    } else {
      #expect(throws: (any Error).self) { try desk.run(line) }
      #expect(desk.session == before)
    }
  }
}
