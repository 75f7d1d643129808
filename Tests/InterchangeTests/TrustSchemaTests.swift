import ClaimModel
import FoundationEssentials
import Journal
import Terminal
import Testing
import Workbench

@testable import Interchange

/// What `verify` and `seal` write, as a person gets it.
@Suite("The schemas of checks and seals")
struct TrustSchemaTests {
  private func workbench(in folder: String) throws -> Workbench {
    let workbench = Workbench(
      settings: Settings(storePath: folder + "/store.sqlite", annotator: "ada"),
      output: Output(capturing: .plain), errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: { Timestamp(milliseconds: 1_772_800_000_000) }, cores: 1, elapsed: { .zero },
        terminalSize: { TerminalSize(columns: 80, rows: 24) }, errorTerminal: { nil },
        sleep: { _ in }, waitForKey: { true }, standardInput: { [] },
        stateFolder: folder + "/state"))
    workbench.isAtPrompt = true
    _ = try workbench.store(creating: true).createSession(
      article: SampleSession.article, codebook: CodebookFile.defaultCodebook(), annotator: "ada",
      events: [.claimsProposed(SampleSession.analysis)])
    return workbench
  }

  private func run(_ body: (Workbench, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path() + "/schemas-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workbench = try workbench(in: folder)
    defer { workbench.close() }
    try body(workbench, folder)
  }

  @Test(
    "fit every check: of the store, of a session, with a finding",
    arguments: ["", " 1", " --expect " + String(repeating: "0", count: 64)])
  func checks(arguments: String) throws {
    try run { workbench, _ in
      let command = "verify --format json" + arguments
      if arguments.contains("--expect") {
        #expect(throws: (any Error).self) { try workbench.run(line: command) }
      } else {
        try workbench.run(line: command)
      }
      let json = Array(workbench.output.captured.utf8)
      #expect(try SchemaValidator("verify").faults(in: json) == [])
      let hasFinding = workbench.output.captured.contains("\"what\"")
      #expect(hasFinding == arguments.contains("--expect"))
    }
  }

  @Test("fit every seal: without a key, with one, after a handover")
  func seals() throws {
    try run { workbench, folder in
      let validator = try SchemaValidator("seal")
      for (number, key) in [nil, "key new", "key rotate"].enumerated() {
        if let key { try workbench.run(line: key) }
        let path = folder + "/\(number).seal"
        try workbench.run(line: "seal --output \(path)")
        let json = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(try validator.faults(in: json) == [])
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains("\"signature\"") == (key != nil))
        #expect(text.contains("\"from\"") == (key == "key rotate"))
      }
    }
  }
}
