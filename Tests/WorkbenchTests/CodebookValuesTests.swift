// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Journal
import Testing

@testable import Workbench

/// Values under a codebook of one's own: numbers with bounds, and attributes that take several labels.
@Suite("Values of a codebook")
struct CodebookValuesTests {
  static let codebook = """
    {"schema": "assay.codebook/1", "name": "own", "version": "1", "attributes": [
      {"name": "kind", "kind": "choice", "labels": [{"name": "fact", "key": "f"}, {"name": "view"}]},
      {"name": "rating", "kind": "choice", "role": "verdict",
       "labels": [{"name": "good", "key": "1"}, {"name": "bad", "key": "2"}]},
      {"name": "topics", "kind": "choices",
       "labels": [{"name": "war"}, {"name": "money"}, {"name": "health"}]},
      {"name": "weight", "kind": "number", "min": 0, "max": 10},
      {"name": "share", "kind": "number", "max": 1}, {"name": "age", "kind": "number", "min": 0.5},
      {"name": "source", "kind": "text"}],
     "rules": [{"attribute": "rating", "labels": ["bad"], "needs": "topics",
                "enforcement": "refuse"}]}
    """

  private func desk() throws -> Desk {
    let desk = try Desk(.sample)
    desk.workbench.settings.codebookPath = try desk.write(Self.codebook, to: "own.json")
    try desk.begin(.sample)
    return desk
  }

  private func value(_ desk: Desk, _ claim: Int, _ attribute: String) -> String? {
    desk.session.state.claims[ClaimID(rawValue: claim)]?.labels[attribute]?.description
  }

  // MARK: - Numbers

  @Test(
    "beyond a number's bounds are refused, whichever way they come",
    arguments: [
      ("label 2 weight 11", "'weight' is a number from 0 to 10, and '11' is not; nothing was done"),
      ("2 weight -1", "'weight' is a number from 0 to 10, and '-1' is not; nothing was done"),
      ("weight 1e9", "'weight' is a number from 0 to 10, and '1e9' is not; nothing was done"),
      ("share 1.01", "'share' is a number of at most 1, and '1.01' is not; nothing was done"),
      ("age 0", "'age' is a number of at least 0.5, and '0' is not; nothing was done"),
      (
        "accept 1 --label weight=12",
        "'weight' is a number from 0 to 10, and '12' is not; nothing was done"
      ),
      ("weight nan", "'weight' is a number, but 'nan' is not one"),
      (
        #"record '[{"kind":"labelled","payload":{"claim":1,"attribute":"weight","value":12}}]'"#,
        "[0].payload.value: 'weight' takes a number from 0 to 10"
      ),
    ])
  func bounds(_ line: String, _ sentence: String) throws {
    let desk = try desk()
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    #expect(error.map { "\($0)" }?.hasSuffix(sentence) == true, "\(String(describing: error))")
    #expect(desk.session == before)
  }

  @Test("within them, and on them, are kept")
  func within() throws {
    let desk = try desk()
    for (claim, number) in ["0", "10", "2.5"].enumerated() {
      try desk.run("label \(claim + 1) weight \(number)")
    }
    #expect((1...3).map { value(desk, $0, "weight") } == ["0", "10", "2.5"])
    #expect(try desk.run("codebook weight").hasPrefix("weight  number from 0 to 10\n"))
    #expect(try desk.workbench.store().verify() == [])
  }

  // MARK: - Several labels

  @Test(
    "are added to those a claim has, and taken away",
    arguments: [
      ("2 topics +health", "war, money, health"), ("label 2 topics +health,-war", "money, health"),
      ("2 +health -war", "money, health"), ("2 -war", "money"), ("2 topics health", "health"),
      ("topics 2 +health +war", "war, money, health"), ("2 +war +health -health", nil),
    ] as [(String, String?)])
  func changes(_ line: String, _ expected: String?) throws {
    let desk = try desk()
    try desk.run("label 2 topics war,money")
    if let expected {
      try desk.run(line)
      #expect(value(desk, 2, "topics") == expected)
      try desk.run("undo")
    } else {
      #expect(throws: LabelError.self) { try desk.run(line) }
    }
    #expect(value(desk, 2, "topics") == "war, money")
  }

  @Test("change in a range, also where they were given, but not where they are hidden")
  func range() throws {
    let desk = try desk()
    try desk.run("label 1 topics war")
    try desk.run("label 2 topics war,money")
    try desk.run("tag 1-3 seen")
    try desk.run("filter tag=seen")
    _ = desk.takeErrors()
    try desk.run("1-4 +money -war")
    #expect((1...4).map { value(desk, $0, "topics") } == ["money", "money", "money", nil])
    #expect(
      desk.takeErrors() == """
        claim 1: topics money
        claim 2: topics money
        claim 3: topics money

        """)
    // One of them has none left; that is as if nobody had judged it.
    try desk.run("2 +health")
    try desk.run("1-3 -money")
    #expect((1...3).map { value(desk, $0, "topics") } == [nil, "health", nil])
    let stored = desk.workbench.open!.stored
    let lines = try SessionScript(stored, analysis: stored.session.state.analysis).lines()
    let again = try self.desk()
    for line in lines where !line.hasPrefix("annotator ") && !line.hasPrefix("load ") {
      try again.run(line)
    }
    #expect(again.session.events.map(\.event) == stored.session.events.map(\.event))
  }

  @Test(
    "say what is wrong with a change",
    arguments: [
      (
        "2 kind +fact",
        "'kind' takes one label, so nothing is added to it or taken away: kind fact"
      ),
      ("2 topics +helth", "'topics' has no label 'helth'; did you mean 'health'?"),
      (
        "2 topics +war money",
        "'+war money' either adds and takes away (+LABEL, -LABEL) or names all labels of 'topics'; give all of them a sign, or none"
      ),
      ("2 -war", "nothing was done: claim 2 would have the same 'topics' with -war"),
      ("2 +fact", "no command or label is called '+fact'; did you mean 'fact'?"),
    ])
  func refused(_ line: String, _ sentence: String) throws {
    let desk = try desk()
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    #expect(error.map { "\($0)" } == sentence)
    #expect(desk.session == before)
  }

  @Test("are not taken away where a rule needs one")
  func rule() throws {
    let desk = try desk()
    try desk.run("1 +war")
    try desk.run("1 bad")
    let before = desk.session
    #expect(throws: LabelError.self) { try desk.run("1 -war") }
    #expect(desk.session == before)
  }

  // MARK: - The verdict

  @Test("of the attribute that the codebook calls the verdict decide a claim, also after a restart")
  func verdict() throws {
    let desk = try desk()
    try desk.run("2 good")
    try desk.run("3 fact")
    let id = desk.workbench.open!.stored.id
    desk.workbench.close()
    try desk.run("open \(id)")
    #expect(desk.workbench.open!.codebook.verdict?.name == "rating")
    #expect(try desk.run("progress").hasPrefix("1 of 5 claims"))
  }
}
