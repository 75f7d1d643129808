import FoundationEssentials
import Glibc
import ProcessSupport
import Testing

/// A fresh folder with the sample article in it, where the built program is run as a user runs it.
final class Desk {
  static let article = "notice.txt"
  /// Where the store is when nobody says otherwise.
  static let store = "Sessions/assay.sqlite"

  let folder: String

  init() throws {
    var template = Array("/tmp/assay-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ProcessError.system(call: "mkdtemp", code: errno)
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try write(SampleArticle.text, to: Self.article)
    try write("", to: "inputrc")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  // MARK: - Files

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// The permission bits of a file.
  func mode(of name: String) -> mode_t {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }

  // MARK: - The program

  private func environment(_ own: [String: String]) -> [String: String] {
    [
      "HOME": folder, "INPUTRC": path("inputrc"), "ASSAY_ANNOTATOR": "mara",
    ].merging(own) { _, own in own }
  }

  /// Runs the program without a terminal, to its end.
  func assay(
    _ arguments: String..., input: String = "", environment own: [String: String] = [:],
    folder other: String? = nil
  ) throws -> ProcessResult {
    try runProcess(
      builtProgram("assay"), arguments, input: Array(input.utf8), environment: environment(own),
      folder: other ?? folder)
  }

  /// Runs a program of the system in the folder.
  @discardableResult
  func system(_ program: String, _ arguments: String..., input: String = "") throws
    -> ProcessResult
  {
    try runProcess(
      "/usr/bin/env", [program] + arguments, input: Array(input.utf8),
      environment: environment(["PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"]),
      folder: folder)
  }

  /// Changes a store behind the program's back.
  func sqlite(_ sql: String, in store: String = Desk.store) throws -> String {
    let result = try system("sqlite3", store, input: sql)
    try #require(result.exitCode == 0, "sqlite3: \(result.errors)")
    return result.output
  }

  /// Starts the program on a terminal.
  func start(
    _ arguments: [String] = [Desk.article], environment own: [String: String] = [:],
    columns: Int = 80
  ) throws -> PtyProcess {
    try PtyProcess(
      builtProgram("assay"), arguments, environment: environment(own), folder: folder,
      columns: columns)
  }

  /// Starts a line of the shell on a terminal, in which `$ASSAY` stands for the program.
  func startShell(_ line: String) throws -> PtyProcess {
    try PtyProcess(
      "/bin/sh", ["-c", line],
      environment: environment(["ASSAY": builtProgram("assay"), "TERM": "dumb"]), folder: folder)
  }

  /// Begins a session on the sample article with its own proposals, so that no test depends on
  /// what an engine finds.
  func beginSession() throws {
    let result = try assay(input: SampleArticle.load + "\n")
    try #require(result.exitCode == 0, "\(result.errors)")
  }
}

// MARK: - The prompt on a terminal

extension PtyProcess {
  /// How the prompt of an open session ends.
  static let plainPrompt = ")> "
  static let styledPrompt = ")\u{1B}[0m> "

  /// Types a line and waits for the next prompt.
  ///
  /// - Returns: What the program wrote in between.
  @discardableResult
  func answer(_ line: String, prompt: String = PtyProcess.styledPrompt) throws -> String {
    try send(line + "\r")
    try expect("\r\n")
    return try expect(prompt)
  }

  /// Types Ctrl-C and waits until the terminal has taken it, which drops keys that come too early.
  func cancel() throws {
    try send("\u{3}")
    try expect("^C\r\n")
    try expect(PtyProcess.plainPrompt)
  }

  /// Leaves by Ctrl-D.
  func leave() throws {
    try send("\u{4}")
    let status = try waitForExit()
    #expect(status == .exited(0))
  }
}

/// What is left of a terminal's transcript without the sequences that readline and our own styles
/// use: bracketed paste, erasing to the end of a line, and Select Graphic Rendition.
func withoutKnownSequences(_ transcript: String) -> String {
  transcript.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
    .replacing("\u{1B}[K", with: "").replacing(/\u{1B}\[[0-9;]*m/, with: "")
}
