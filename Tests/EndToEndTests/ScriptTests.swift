import Glibc
import ProcessSupport
import Testing

/// Commands on standard input, and what the program ends with.
@Suite("Scripts and exit codes", .timeLimit(.minutes(20)))
struct ScriptTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  @Test("echoes nothing, and puts what was asked for on standard output and the rest elsewhere")
  func quiet() throws {
    let result = try desk.assay(Desk.article, input: "1 refuted\n\n# a remark\n  \nshow 1\n")
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("claim 1  1 of 6\n"))
    #expect(result.errors.contains("claim 1: status refuted\n"))
    #expect(!result.output.contains("refuted\nshow") && !result.errors.contains("show 1"))
    #expect(!result.output.contains("assay") && !result.errors.contains("> "))

    let silent = try desk.assay("--quiet", Desk.article, input: "2 asserts\n3 refuted\n")
    #expect(silent.output == "")
    #expect(
      silent.errors
        == "warning: 'refuted' for claim 3 needs evidence; add it with: evidence 3 ADDRESS\n")
  }

  @Test("stops at the first error with its line, and ends with its code")
  func stops() throws {
    let result = try desk.assay(
      Desk.article, input: "1 refuted\n# remark\nshow 99\n2 refuted\n")
    #expect(result.exitCode == 1)
    #expect(
      result.errors.hasSuffix(
        "assay: line 3: there is no claim 99; 'claims' lists those there are\n"))
    #expect(!result.errors.contains("claim 2"))
  }

  @Test("goes on after an error when told to, and ends with the code of the first")
  func goesOn() throws {
    for arguments in [["--keep-going", Desk.article], [Desk.article, "--keep-going"]] {
      let result = try runProcessAtDesk(
        arguments, input: "statsu\nshow 99\n2 refuted\nload nothing.txt\n")
      #expect(result.exitCode == 64)
      #expect(result.errors.contains("line 1: ") && result.errors.contains("line 2: "))
      #expect(result.errors.contains("claim 2: status refuted"))
      #expect(result.errors.contains("line 4: "))
    }
  }

  private func runProcessAtDesk(_ arguments: [String], input: String) throws -> ProcessResult {
    try desk.assay(arguments[0], arguments[1], input: input)
  }

  @Test("takes a script with CR LF, a byte order mark and no last line end")
  func lineEnds() throws {
    let result = try desk.assay(Desk.article, input: "\u{FEFF}1 refuted\r\n2 mixed")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("claim 2: status mixed"))
  }

  @Test("stops at 'quit' and does nothing that stands after it")
  func quits() throws {
    let result = try desk.assay(Desk.article, input: "quit\nshow 99\n")
    #expect(result.exitCode == 0)
  }

  @Test("ends in peace when the reader of its output has left")
  func closedPipe() throws {
    let result = try desk.system(
      "sh", "-c", "'\(builtProgram("assay"))' help --man | head -n 1; echo ${PIPESTATUS:-ok}")
    #expect(result.output.hasPrefix(".TH ASSAY 1\n"))
    #expect(result.errors == "")
  }

  // MARK: - Exit codes

  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var input = ""
    let code: CInt
    /// What the sentence on standard error has in it.
    let says: [String]

    init(_ arguments: String..., input: String = "", code: CInt, says: String...) {
      self.arguments = arguments
      self.input = input
      self.code = code
      self.says = says
    }

    var testDescription: String { (arguments + [input]).joined(separator: " ") }
  }

  @Test(
    "ends with the code for what happened, and says so in one sentence",
    arguments: [
      Case("read", "missing.txt", code: 66, says: "'missing.txt'"),
      Case("missing.txt", code: 66, says: "'missing.txt'"),
      Case(".", code: 66, says: "'.' is a folder"),
      Case("read", "void", code: 66, says: "the folder 'void' holds no article"),
      Case("split", "void", code: 66, says: "the folder 'void' holds no article"),
      Case("split", "--jobs", "0", Desk.article, code: 64, says: "from 1 to 64, but '0' is not"),
      Case("read", "--jobs", "65", Desk.article, code: 64, says: "from 1 to 64, but '65' is not"),
      Case("split", "--jobs", "many", Desk.article, code: 64, says: "from 1 to 64, but 'many'"),
      Case("split", "--jobs=", Desk.article, code: 64, says: "from 1 to 64, but ''"),
      Case(
        "split", "--time-limit", "soon", Desk.article, code: 64, says: "0 for no limit, but 'soon'"),
      Case("split", "--time-limit", "-1", Desk.article, code: 64, says: "0 for no limit, but '-1'"),
      Case("split", "--time-limit", "nan", Desk.article, code: 64, says: "limit, but 'nan' is"),
      Case(
        "split", "--time-limit", "1e-9", Desk.article, code: 1, says: "took longer than 1e-09 s"),
      Case("split", "--stdin-jsonl", Desk.article, code: 64, says: "'notice.txt' is one word too"),
      Case("read", "empty.txt", code: 65, says: "'empty.txt'"),
      Case("split", "blank.txt", code: 65, says: "'blank.txt'"),
      Case("split", "binary.txt", code: 65, says: "'binary.txt'"),
      Case("read", code: 64, says: "ARTICLE… is missing", "usage: read"),
      Case("split", code: 64, says: "ARTICLE"),
      Case("replya", "1", code: 64, says: "'replya'", "did you mean 'replay'?"),
      Case("show", "3", code: 64, says: "'show' works at the prompt"),
      Case("read", "--formt", "json", Desk.article, code: 64, says: "did you mean '--format'?"),
      Case("read", "--format", "xml", Desk.article, code: 64, says: "'xml'", "json"),
      Case("split", "--grain", "rough", Desk.article, code: 64, says: "clause, fine"),
      Case("--store", code: 64, says: "'--store' needs a value"),
      Case("--quiet=yes", "sessions", code: 64, says: "takes no value"),
      Case("replay", "one", code: 64, says: "'one'"),
      Case("replay", code: 64, says: "SESSION is missing"),
      Case("completions", "tcsh", code: 64, says: "bash, zsh, fish"),
      Case("help", "shwo", code: 64, says: "did you mean 'show'?"),
      Case("notice.txt", "more.txt", code: 64, says: "'more.txt'"),
      Case("open", "99", code: 66, says: "no session 99"),
      Case("export", "99", code: 66, says: "no session 99"),
      Case("export", "1", "--format", "pdf", code: 64, says: "'pdf'"),
      Case("export", "1", "--output", "no/such/folder.csv", code: 73, says: "no/such"),
      Case("export", "1", "--output", "Sessions", code: 73, says: "'Sessions'"),
      Case("import", "missing.json", code: 66, says: "'missing.json'"),
      Case("import", Desk.article, code: 65, says: "notice.txt"),
      Case("sessions", "--store", "none.sqlite", code: 66, says: "'none.sqlite'"),
      Case("sessions", "--store", Desk.article, code: 65, says: "'notice.txt' is not a store"),
      Case("verify", "99", code: 66, says: "no session 99"),
      Case("--codebook", "missing.json", "codebook", code: 66, says: "'missing.json'"),
      Case("--codebook", Desk.article, "codebook", code: 65, says: "notice.txt", "1:1"),
      Case("--codebook", "bad.json", "codebook", code: 65, says: "attributes[0].labels"),
      Case("--store", "/proc/no/store.sqlite", Desk.article, code: 73, says: "/proc/no"),
      Case(input: "clock yesterday\n", code: 1, says: "line 1: 'yesterday' is no moment"),
      Case(input: "show 1\n", code: 1, says: "no session is open"),
      Case(input: "load nothing.txt\n", code: 66, says: "line 1: ", "'nothing.txt'"),
      Case(
        input: "load notice.txt --new --expect sha256:00\n", code: 65,
        says: "another text than the session was made on"),
      Case(
        input: "load notice.txt --new --expect-codebook sha256:00\n", code: 65,
        says: "another codebook"),
      Case(
        input: "load notice.txt --new --proposals '{}'\n", code: 65,
        says: "the proposals cannot be read"),
      Case(input: "completions bash\n", code: 64, says: "'completions' works from the shell"),
    ])
  func codes(of item: Case) throws {
    try desk.write("", to: "empty.txt")
    try desk.write(" \n\n\t\n", to: "blank.txt")
    try desk.write([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + (0...255), to: "binary.txt")
    try desk.write("more", to: "more.txt")
    try desk.system("mkdir", "void")
    try desk.write(
      #"{"schema": "assay.codebook/1", "name": "x", "version": "1", "attributes": [{"name": "a", "#
        + #""kind": "choice", "definition": "", "labels": 3}], "rules": []}"#, to: "bad.json")
    let result = try runProcess(
      builtProgram("assay"), item.arguments, input: Array(item.input.utf8),
      environment: ["HOME": desk.folder], folder: desk.folder)
    #expect(result.exitCode == item.code, "\(result.errors)")
    for text in item.says { #expect(result.errors.contains(text), "\(result.errors)") }
    #expect(result.errors.hasPrefix("assay: "))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.output == "")
  }

  @Test("says when standard output cannot be written")
  func fullOutput() throws {
    let result = try desk.system(
      "sh", "-c", "'\(builtProgram("assay"))' help --man > /dev/full; echo $?")
    #expect(result.output == "73\n")
    #expect(result.errors.contains("standard output"))
  }

  @Test("does not leave a store where only reading is asked for")
  func noStore() throws {
    for arguments in [["sessions"], ["verify"], ["search", "tram"], ["replay", "1"]] {
      let result = try runProcess(
        builtProgram("assay"), arguments + ["--store", "none.sqlite"],
        environment: ["HOME": desk.folder], folder: desk.folder)
      #expect(result.exitCode == 66)
      #expect(!desk.exists("none.sqlite"))
    }
  }
}
