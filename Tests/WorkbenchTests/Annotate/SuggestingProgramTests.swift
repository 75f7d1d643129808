import ClaimModel
import Journal
import Terminal
import Testing

@testable import Workbench

/// What comes of suggestions by another program, which is a real one: a script of the shell.
@Suite("SuggestingProgram", .timeLimit(.minutes(5)))
struct SuggestingProgramTests {
  let desk: Desk
  private let clock = Clock()

  /// What the program is told of time.
  private final class Clock {
    var now = Duration.zero
  }

  init() throws {
    ignoreBrokenPipes()
    desk = try Desk(.proposed)
  }

  /// A script that answers each line with these suggestions.
  private static func answering(_ suggestions: String, after: String = "") -> String {
    #"""
    while read -r line; do \#(after)
      claim=${line#*\"claim\":\"}; claim=${claim%%\"*}
      printf '{"claim": "%s", "suggestions": {\#(suggestions)}}\n' "$claim"
    done
    """#
  }

  private static let size = TerminalSize(columns: 80, rows: 24)

  private func annotator(_ script: String) throws -> Annotator {
    let program = try desk.workbench.surroundings.lineProgram(script)
    var annotator = try Annotator(
      desk.workbench, program: SuggestingProgram(program, now: { [clock] in clock.now }))
    annotator.prepare(for: Self.size)
    return annotator
  }

  private func press(_ typed: String, _ annotator: inout Annotator) {
    for scalar in typed.unicodeScalars {
      annotator.take(.character(scalar), at: .zero)
      annotator.prepare(for: Self.size)
    }
  }

  private func value(_ attribute: String, _ annotator: Annotator) throws -> OfferedValue {
    let record = try #require(annotator.state.record)
    return try #require(
      annotator.state.values(of: record).first { $0.attribute == attribute })
  }

  private func grounds(_ attribute: String, _ claim: Int) -> Grounds? {
    desk.session.state.claims[ClaimID(rawValue: claim)]?.grounds[attribute]
  }

  @Test(
    "what it suggests stands on the first screen, says that it is the program's, and is journalled")
  func shown() throws {
    var annotator = try annotator(
      Self.answering(#""stance": {"value": "hedges", "confidence": 0.9, "reason": "may"}"#))
    let shown = try value("stance", annotator)
    #expect(shown.text == "hedges")
    #expect(shown.standing == .offered)
    #expect(shown.reason == "program: may")
    press("1", &annotator)
    #expect(
      grounds("stance", 1)?.shown
        == Grounds.Suggestion(
          from: "program", value: .text("hedges"), confidence: 0.9, reason: "program: may"))
    #expect(grounds("stance", 1)?.basis == .accepted)
    // The next claim's was asked for before.
    #expect(try value("stance", annotator).text == "hedges")
    #expect(annotator.state.message.text.contains("accepted hedges"))
  }

  @Test("several labels, free texts and nobody are values, too")
  func kinds() throws {
    let annotator = try annotator(
      Self.answering(
        #""source": {"value": "nobody", "confidence": 1}, "#
          + #""claim-type": {"value": "event", "confidence": 1}"#))
    #expect(try value("source", annotator).text == "nobody")
    #expect(try value("claim-type", annotator).text == "event")
  }

  @Test(
    "what it should not do is said once on the last line, and the rest of its answer holds",
    arguments: [
      (#""colour": {"value": "red", "confidence": 1}"#, "named 'colour'"),
      (#""claim-type": {"value": "rumour", "confidence": 1}"#, "gave 'rumour'"),
      (#""claim-type": {"value": 7, "confidence": 1}"#, "no value that 'claim-type' can have"),
      (
        #""status": {"value": "refuted", "confidence": 1}"#, "gave 'status', which is for you alone"
      ),
    ])
  func lies(suggestion: String, told: String) throws {
    var annotator = try annotator(
      Self.answering(suggestion + #", "stance": {"value": "denies", "confidence": 1}"#))
    #expect(annotator.state.message.text.contains(told))
    #expect(try value("stance", annotator).text == "denies")
    #expect(
      desk.workbench.open?.suggestion(
        for: try #require(desk.workbench.open?.codebook.verdict),
        of: try #require(annotator.state.record)) == nil)
    press("1", &annotator)
    #expect(!annotator.state.message.text.contains(told))
  }

  @Test(
    "an answer that is none is said once and left out",
    arguments: [
      ("{", "no answer"), ("[1, 2]", "no answer"), (#"{"claim": "c1"}"#, "suggestions"),
      (#"{"claim": "x", "suggestions": {}}"#, "'c5'"),
      (
        #"{"claim": "c1", "suggestions": {"stance": {"value": "denies", "confidence": 2}}}"#,
        "0 to 1"
      ),
      (#"{"claim": "c77", "suggestions": {}}"#, "claim 77, which it was not asked about"),
    ])
  func nonsense(line: String, told: String) throws {
    var annotator = try annotator("while read -r l; do echo '\(line)'; done; sleep 1000")
    #expect(annotator.state.message.text.contains(told))
    #expect(try value("stance", annotator).text == "asserts")
    press("1", &annotator)
    #expect(!annotator.state.message.text.contains(told))
    #expect(desk.session.state.claims[ClaimID(rawValue: 1)]?.labels["stance"] == .text("asserts"))
  }

  @Test(
    "its end is said once with its reason, and work goes on",
    arguments: [
      ("echo 'no model' >&2; exit 3", "ended with code 3 (no model)"),
      ("no-such-program", "not found"), ("read -r l; kill -9 $$", "signal 9"),
      ("read -r l; exec tr '\\0' x < /dev/zero", "a line without end"),
    ])
  func ends(script: String, told: String) throws {
    var annotator = try annotator(script)
    #expect(annotator.state.message.text.contains(told))
    press("11111", &annotator)
    #expect(annotator.state.progress.verdicts == 5)
    #expect(!annotator.state.message.text.contains("program"))
  }

  @Test(
    "one that answers late is waited for once; what it says of a claim is shown when one comes back"
  )
  func late() throws {
    let gate = desk.folder + "/gate"
    var annotator = try annotator(
      Self.answering(
        #""stance": {"value": "denies", "confidence": 1}"#,
        after: "while [ ! -e \(gate) ]; do sleep 0.01; done;"))
    #expect(annotator.state.message.text.contains("did not answer in 1000 ms"))
    #expect(try value("stance", annotator).text == "asserts")
    _ = try desk.write("", to: "gate")
    // What is looked at stays as it was seen, whatever comes meanwhile.
    var rounds = 0
    while desk.workbench.open?.programSuggestions[ClaimID(rawValue: 2)] == nil, rounds < 100_000 {
      annotator.prepare(for: Self.size)
      #expect(try value("stance", annotator).text == "asserts")
      rounds += 1
    }
    annotator.take(.right, at: .zero)
    annotator.prepare(for: Self.size)
    #expect(try value("stance", annotator).text == "denies")
    annotator.take(.left, at: .zero)
    annotator.prepare(for: Self.size)
    #expect(try value("stance", annotator).text == "denies")
  }

  @Test("one that says nothing for a minute is stopped")
  func silence() throws {
    var annotator = try annotator("exec sleep 1000")
    clock.now = .seconds(59)
    press("d", &annotator)
    #expect(!annotator.state.message.text.contains("stopped"))
    clock.now = .seconds(61)
    press("h", &annotator)
    #expect(annotator.state.message.text.contains("did not answer for 60 s and was stopped"))
  }

  @Test("what was asked for other words than the claim has now is not shown")
  func otherWords() throws {
    var annotator = try annotator(
      #"read -r l; echo '{"claim": "c1", "suggestions": "#
        + #"{"stance": {"value": "denies", "confidence": 1}}}'; sleep 1000"#)
    #expect(try value("stance", annotator).text == "denies")
    annotator.take(.character("<"), at: .zero)
    annotator.take(.right, at: .zero)
    annotator.take(.enter, at: .zero)
    annotator.prepare(for: Self.size)
    #expect(try value("stance", annotator).text == "asserts")
  }

  @Test(
    "one that was often wrong is not taken along any more, here and when the session is opened again"
  )
  func wrong() throws {
    let script = Self.answering(#""stance": {"value": "denies", "confidence": 0.8}"#)
    var annotator = try annotator(script)
    press("h7h7h7", &annotator)
    #expect(try value("stance", annotator).standing != .offered)
    let id = try desk.workbench.session().stored.id
    desk.workbench.closeSession()
    try desk.run("open \(id)")
    annotator = try self.annotator(script)
    #expect(try value("stance", annotator).standing != .offered)
  }

  @Test("'show' and 'accept' go by what annotate showed last")
  func prompt() throws {
    _ = try annotator(
      Self.answering(#""stance": {"value": "hedges", "confidence": 0.9, "reason": "may"}"#))
    #expect(try desk.run("show 1").contains("hedges  (proposed, program: may)"))
    try desk.run("accept 1 stance")
    #expect(grounds("stance", 1)?.shown?.from == "program")
  }
}
