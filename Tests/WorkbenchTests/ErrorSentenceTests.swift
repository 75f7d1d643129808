import ClaimModel
import Journal
import Testing

@testable import Workbench

/// What the prompt answers to a command that it cannot do, word for word.
@Suite("Sentences of errors")
struct ErrorSentenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let sentence: String
    let code: ExitCode
    init(_ line: String, _ sentence: String, _ code: ExitCode = .failed) {
      self.line = line
      self.sentence = sentence
      self.code = code
    }
    var testDescription: String { line }
  }

  @Test(
    "say what failed and what to do next",
    arguments: [
      Case("shwo", "no command or label is called 'shwo'; did you mean 'show'?", .usage),
      Case("xyzzy1", "no command or label is called 'xyzzy1'; type 'help' for the list", .usage),
      Case("3 refutd", "no command or label is called 'refutd'; did you mean 'refuted'?", .usage),
      Case("refuted denies", "'denies' is one word too many; usage: [CLAIMS] LABEL", .usage),
      Case(
        "3 next", "'next' is not about claims that are named before it; leave the number out: next",
        .usage),
      Case(
        "3 quit", "'quit' is not about claims that are named before it; leave the number out: quit",
        .usage),
      Case(
        "3 find dam",
        "'find' is not about claims that are named before it; leave the number out: find", .usage),
      Case("3 4 note x", "several claims are parted by commas: 3,4 note", .usage),
      Case("1 2 drop", "several claims are parted by commas: 1,2 drop", .usage),
      Case("evidence 5 = 1", "claim 1 has no evidence that could be used again"),
      Case("evidence 5 = 9", "there is no claim 9; 'claims' lists those there are"),
      Case(
        "evidence 5 = x",
        "'x' names no claim; write the claim whose evidence is meant, as in: evidence 5 = 1"),
      Case("trim 1 to them", "the words 'them' are not in claim 1; 'show 1' shows what it says"),
      Case(
        "trim 1 from", "WORDS is missing; usage: trim [CLAIM] [from] [to] [WORDS] [--spans SPANS]",
        .usage),
      Case("1 2 refuted", "'refuted' is one word too many; usage: [CLAIMS] LABEL", .usage),
      Case("completions bash", "'completions' works from the shell: assay completions", .usage),
      Case("3-99 refuted", "there is no claim 99; the last is 5"),
      Case("drop 2-7", "there is no claim 7; the last is 5"),
      Case(
        "show 1\nshow 2",
        "2 lines came at once, and nothing was done; paste commands one at a time, or run them as a "
          + "script; words that hold a line end go into quote marks", .usage),
      Case(
        "note 1 " + String(repeating: "ä", count: 100_001),
        "a note holds at most 100000 characters, and this one has 100001; keep the text in a file "
          + "and write down the file's name"),
      Case("show 9", "there is no claim 9; 'claims' lists those there are"),
      Case("goto 1-3", "this is about one claim, but 3 are named"),
      Case("back", "there is no claim before this one"),
      Case("clear 1 status", "claim 1 has no label of 'status' to clear"),
      Case("tag 1 --remove x", "claim 1 has no tag 'x'"),
      Case("evidence 1 --remove 2", "claim 1 has no evidence 2"),
      Case(
        "evidence 1 x --accessed 1.2.2026", "'1.2.2026' is not a date; write it as 2026-03-01",
        .usage),
      Case("evidence 1 --remove x", "--remove must be a whole number, but 'x' is not one", .usage),
      Case(
        "accept 1 status",
        "claim 1: nothing is proposed for status that is not decided already; 'show' shows what is proposed"
      ),
      Case(
        "accept 1 mood",
        "the codebook has no attribute 'mood'; it has: status, stance, source, source-type, claim-type, checkworthiness, workflow"
      ),
      Case("accept 1 --label refuted", "'refuted' is no label; write it as ATTRIBUTE=LABEL"),
      Case("undo", "there is nothing to undo"),
      Case("undo 2", "there is nothing to undo for claim 2"),
      Case("redo", "there is nothing to redo"),
      Case("redo 2", "there is nothing to redo for claim 2"),
      Case("undo 77", "there is no claim 77; 'claims' lists those there are"),
      Case(
        "label stance",
        "'stance' needs a label: asserts, denies, hedges, doubts, questions, reports, unclear",
        .usage),
      Case(
        "label 2 stance",
        "'stance' needs a label: asserts, denies, hedges, doubts, questions, reports, unclear",
        .usage),
      Case(
        "stance",
        "'stance' needs a label: asserts, denies, hedges, doubts, questions, reports, unclear",
        .usage),
      Case(
        "workflow",
        "'workflow' needs a label: unstarted, in-progress, awaiting-source, in-review, done, dropped, reopened",
        .usage),
      Case("label 2 source", "'source' needs a value: label source VALUE", .usage),
      Case("rename", "SOURCE is missing; usage: rename SOURCE NAME", .usage),
      Case(
        "label 1 stanse", "the codebook has no attribute 'stanse'; did you mean 'stance'?"),
      Case(
        "label 2", "ATTRIBUTE is missing; usage: label [CLAIMS] ATTRIBUTE VALUE [--again]",
        .usage),
      Case(
        "note 2002 was the first year",
        "there is no claim 2002; 'claims' lists those there are, and 'note . 2002 …' begins the text "
          + "with the number"),
      Case(
        "statement 2002 was the first year",
        "there is no claim 2002; 'claims' lists those there are, and 'statement . 2002 …' begins the "
          + "text with the number"),
      Case("note 2002: first", "there is no claim 2002; 'claims' lists those there are"),
      Case("stance denis", "'stance' has no label 'denis'; did you mean 'denies'?"),
      Case(
        "stance zzzzz",
        "'stance' has no label 'zzzzz'; it is one of: asserts, denies, hedges, doubts, questions, "
          + "reports, unclear"),
      Case(
        "label 1 stanse denies", "the codebook has no attribute 'stanse'; did you mean 'stance'?"),
      Case("source \" \"", "'source' needs a value; 'clear source' takes it away"),
      Case(
        "trim 1 \"not there\"",
        "the words 'not there' are not in claim 1; 'show 1' shows what it says"),
      Case(
        "add \"not there\"",
        "the words 'not there' are not in the article; they must be its own, in one piece"),
      Case(
        "add \" \"", "no words were given; write words of the article, as in: add the road was shut"
      ),
      Case(
        "split 1 at \"The tram\"",
        "one part of claim 1 would have no words; cut it inside its words"),
      Case("merge 1", "a merge needs at least two claims: merge 3 4"),
      Case(
        "trim 1 --spans 5-x",
        "'5-x' is no span of the article; write START-END in code points, as 120-180"),
      Case(
        "filter status=maybe",
        "'status' has no label 'maybe'; it is one of: supported, mostly-supported, mixed, misleading, refuted, fabricated, not-enough-evidence, not-checkable, satire, unverified"
      ),
      Case(
        "filter =",
        "'=' is no filter; write undecided, decided, proposed, no-evidence, none, ATTRIBUTE=LABEL, source=NAME, source~PART, tag=TAG or words, joined by and, or, not"
      ),
      Case("open 9", "there is no session 9; 'sessions' lists those there are", .noInput),
      Case("clock soon", "'soon' is no moment; write it as 2026-03-01T09:30:00.250Z"),
      Case("replay --speed 0", "--speed must be a number above 0, but '0' is not one", .usage),
      Case(
        "export --format pdf --output x",
        "'--format' cannot be 'pdf'; it is one of: json, csv, jsonl", .usage),
      Case(
        "codebook colour",
        "the codebook has no attribute 'colour'; it has: status, stance, source, source-type, claim-type, checkworthiness, workflow"
      ),
    ])
  func sentences(item: Case) throws {
    let desk = try Desk(.sample)
    let before = desk.session
    let error = #expect(throws: (any Error).self) { try desk.run(item.line) }
    #expect(error.map { "\($0)" } == item.sentence)
    #expect(error.map { ExitCode(for: $0) } == item.code)
    #expect(desk.session == before)
  }

  @Test(
    "say so where no session is open", arguments: ["show", "refuted", "undo", "claims", "save"])
  func noneOpen(line: String) throws {
    let desk = try Desk(.sample)
    desk.workbench.closeSession()
    let error = #expect(throws: (any Error).self) { try desk.run(line) }
    let sentence =
      line == "refuted"
      ? "no command or label is called 'refuted'; type 'help' for the list"
      : "no session is open; open one with 'load ARTICLE' or 'open SESSION'"
    #expect(error.map { "\($0)" } == sentence)
  }

  @Test("say what a filter hides")
  func filtered() throws {
    let desk = try Desk(.sample)
    try desk.run("filter decided")
    let all = #expect(throws: SessionError.self) { try desk.run("drop all") }
    #expect(all?.description == "no claim passes the filter 'decided'; 'filter none' shows all")
    let next = #expect(throws: SessionError.self) { try desk.run("next") }
    #expect(
      next?.description == "there is no claim after this one that passes the filter 'decided'")
  }

  @Test("name the claim on which an undo is stuck")
  func blocked() throws {
    let desk = try Desk(.sample)
    try desk.run("split 1 at \"carried\"")
    try desk.run("6 refuted")
    let error = #expect(throws: SessionError.self) { try desk.run("undo 1") }
    #expect(
      error?.description
        == "that cannot be undone for claim 1, because a later decision rests on it; "
        + "undo claim 6 first: undo 6")
    try desk.run("undo 6")
    try desk.run("undo 1")
    #expect(desk.session.state.claims.count == 5)
  }

  @Test("are spared a note on the session that begins as claims are named")
  func sessionNote() throws {
    let desk = try Desk(.sample)
    for text in ["all of it is old", "3 claims are left", "it is done"] {
      try desk.run("note --session \(text)")
    }
    #expect(
      desk.session.state.notes == ["all of it is old", "3 claims are left", "it is done"])
  }
}
