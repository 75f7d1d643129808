import ProcessSupport
import Testing

@Suite("Names of a codebook")
struct CodebookNameTests {
  @Test("are warned about where the prompt takes them for commands, and those compiled in are not")
  func taken() throws {
    let desk = try Desk()
    try desk.beginSession()
    let standard = try desk.assay("--annotator", "ada", Desk.article, input: "")
    #expect(!standard.errors.contains("is called as a command is"))
    let printed = try desk.assay("codebook", "--format", "json").output
    try desk.write(
      printed.replacing("\"name\": \"satire\"", with: "\"name\": \"undo\"")
        .replacing("\"name\": \"workflow\"", with: "\"name\": \"note\""), to: "own.json")
    let own = try desk.assay(
      "--codebook", "own.json", Desk.article, input: "label status undo\nshow 1\n")
    #expect(
      own.errors.contains(
        "the codebook's label 'undo' is called as a command is; give it with: label status undo"))
    #expect(
      own.errors.contains(
        "the codebook's attribute 'note' is called as a command is; give it with: label note VALUE")
    )
    #expect(own.exitCode == 0, "\(own.errors)")
    #expect(own.output.contains("undo"))
  }
}
