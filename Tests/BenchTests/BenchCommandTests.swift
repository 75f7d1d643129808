import Testing

@testable import assay_bench

@Suite struct BenchCommandTests {
  @Test("without a row, all rows are measured")
  func allRows() throws {
    let request = BenchRequest(rows: BenchRow.allCases)
    #expect(try BenchCommand(arguments: []) == .measure(request))
  }

  @Test("rows and options stand in any order, a repeated row counts once")
  func rowsAndOptions() throws {
    let request = BenchRequest(
      rows: [.label, .split], jsonPath: "f.json", folder: "kept", isQuick: true)
    let arguments = ["label", "--json", "f.json", "split", "--quick", "--folder", "kept", "label"]
    #expect(try BenchCommand(arguments: arguments) == .measure(request))
  }

  @Test("the list, the help and the visit are commands of their own")
  func otherCommands() throws {
    #expect(try BenchCommand(arguments: ["--list"]) == .list)
    #expect(try BenchCommand(arguments: ["label", "--help"]) == .help)
    #expect(try BenchCommand(arguments: ["--visit", "s.sqlite"]) == .visit(store: "s.sqlite"))
  }

  @Test(
    "what it does not know is refused with a sentence",
    arguments: [
      (["--fast"], "there is no option '--fast'"),
      (["--json"], "'--json' needs a value"),
      (
        ["speed"],
        "there is no row 'speed'; the rows are split, engine, label, key, keys, store, export, verify"
      ),
    ])
  func refusals(arguments: [String], sentence: String) throws {
    let error = #expect(throws: BenchUsageError.self) { try BenchCommand(arguments: arguments) }
    #expect(error?.description == sentence)
  }
}
