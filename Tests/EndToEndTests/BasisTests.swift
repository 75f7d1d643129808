import ProcessSupport
import Testing

/// How values came: proposed, typed, accepted; and what was shown when they were given.
@Suite("The basis of labels", .timeLimit(.minutes(20)))
struct BasisTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func lines(_ store: String = Desk.store) throws -> [String] {
    let result = try desk.assay("--store", store, "export", "1", "--format", "jsonl")
    #expect(result.exitCode == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  /// The member of a line, up to the end of its object or list.
  private func member(_ name: String, of line: String, to end: Character) -> String {
    let rest = line.split(separator: "\"\(name)\":", maxSplits: 1).dropFirst().first ?? ""
    return String(rest.prefix { $0 != end })
  }

  @Test("tells what was accepted from what was typed, and from what nobody decided")
  func bases() throws {
    let result = try desk.assay(
      Desk.article,
      input: """
        accept 1
        accept 2 stance --label status=refuted
        stance 3 questions
        source 4 Somebody Else
        statement 1 Something else altogether
        clear 2 stance

        """)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("claim 1: accepted "))
    #expect(result.errors.contains("claim 2: accepted stance asserts; status refuted\n"))
    #expect(result.errors.contains("warning: 'refuted' for claim 2 needs evidence"))
    let lines = try lines()
    let first = member("basis", of: lines[0], to: "}")
    #expect(first.contains("\"stance\":\"accepted\"") && first.contains("\"status\":\"proposed\""))
    #expect(first.contains("\"source\":\"accepted\"") && first.contains("\"statement\":\"typed\""))
    let second = member("basis", of: lines[1], to: "}")
    #expect(second.contains("\"stance\":\"proposed\"") && second.contains("\"status\":\"typed\""))
    #expect(member("changed-values", of: lines[2], to: "]").contains("\"stance\""))
    #expect(member("changed-values", of: lines[3], to: "]").contains("\"source\""))
    #expect(member("changed-values", of: lines[1], to: "]") == "[")
    let json = try desk.assay("export", "1", "--format", "json").output
    #expect(json.contains(#""basis":"accepted","claim":2,"shown":{"from":"encoder/1","value":"#))
    #expect(
      json.contains(
        #""attribute":"stance","basis":"typed","claim":3,"shown":{"from":"encoder/1","value":"#))
    #expect(json.contains(#""attribute":"status","basis":"typed","claim":2,"value":"refuted""#))
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test("is replayed by the script, to the byte")
  func script() throws {
    let done = try desk.assay(
      Desk.article,
      input: """
        accept all stance
        accept 1
        accept 2-4 source,source-type --label status=mixed
        undo
        redo
        2,3 not-checkable
        statement 5 Words of mine
        accept 5 --label "status=supported"
        record '[{"kind":"labelled","payload":{"attribute":"workflow","basis":"imported","claim":4,"value":"done"}}]'
        record '[{"kind":"statement-written","payload":{"basis":"accepted","claim":4,"shown":{"confidence":0.5,"from":"precedents","value":"x"},"statement":"x"}}]'

        """)
    #expect(done.exitCode == 0, "\(done.errors)")
    let script = try desk.assay("replay", "1", "--script").output
    #expect(script.contains("\nlabel 2,3 status not-checkable\n"))
    #expect(script.contains("accept 2,3,4 "))
    #expect(script.split(separator: "\n").count { $0.hasPrefix("record ") } == 2)
    let rebuilt = try desk.assay("--store", "other.sqlite", input: script)
    #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
    for format in ["json", "jsonl", "csv"] {
      #expect(
        try desk.assay("--store", "other.sqlite", "export", "1", "--format", format).output
          == desk.assay("export", "1", "--format", format).output)
    }
    let imported = try lines()[3]
    #expect(member("basis", of: imported, to: "}").contains("\"workflow\":\"imported\""))
  }

  @Test("one accept is one command, whole or not at all")
  func wholeOrNot() throws {
    let result = try desk.assay(
      Desk.article, input: "accept 1 --label status=supported\nundo\nshow 1\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(!(try lines()[0]).contains("accepted"))
    for (line, sentence) in [
      ("accept 1 nonsense", "the codebook has no attribute 'nonsense'"),
      ("accept 1 status", "claim 1: nothing is proposed for status that is not decided already"),
      ("accept 1 --label status", "'status' is no label; write it as ATTRIBUTE=LABEL"),
      ("accept 1 stance\naccept 1 stance", "claim 1: nothing is proposed for stance"),
      ("accept 99", "there is no claim 99"),
      ("record x", "these are no labels or statements"),
      (
        #"record '[{"kind":"labelled","payload":{"attribute":"stance","claim":1,"value":"no"}}]'"#,
        "'no' is not a label of 'stance'"
      ),
      (#"record '[{"kind":"claim-dropped","payload":{"claim":1}}]'"#, "these are no labels"),
    ] {
      let result = try desk.assay(Desk.article, input: line + "\n")
      #expect(result.exitCode != 0 && result.errors.contains(sentence), "\(line): \(result.errors)")
    }
    #expect(try desk.assay("verify").exitCode == 0)
  }
}
