import ProcessSupport
import Testing

/// The option `--engine`, and the name that the fast engine had before.
@Suite("The name of an engine", .timeLimit(.minutes(20)))
struct EngineNameTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      "The ferry sank off the pier, the harbour master said. Nobody was hurt.\n", to: "ferry.txt")
  }

  @Test("'rules' is taken for 'fast', with a notice")
  func formerName() throws {
    let fast = try desk.assay("split", "ferry.txt", "--format", "jsonl", "--engine", "fast")
    let rules = try desk.assay("split", "ferry.txt", "--format", "jsonl", "--engine", "rules")
    #expect(fast.exitCode == 0 && fast.errors == "")
    #expect(rules.exitCode == 0 && rules.output == fast.output)
    #expect(rules.errors.contains("the engine 'rules' is now 'fast', which is taken"))
  }

  @Test("'rules' is not among the choices that are offered")
  func choices() throws {
    let wrong = try desk.assay("split", "ferry.txt", "--engine", "rule")
    #expect(wrong.exitCode != 0)
    #expect(wrong.errors.contains("'--engine' cannot be 'rule'; it is one of: encoder, fast"))
  }

  @Test("a script that says 'rules' goes on with the fast engine")
  func script() throws {
    let result = try desk.assay(input: "load ferry.txt --engine rules\nshow 1\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("'rules' is now 'fast'"))
    #expect(try desk.assay("replay", "1", "--script").output.contains("--engine fast"))
  }
}
