// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import FoundationEssentials
import Journal
import Terminal
import Workbench

/// A workbench with a store of its own in a fresh folder, which keeps what it is told to write.
final class Desk {
  let folder: String
  let workbench: Workbench
  private var seenOutput = 0
  private var seenErrors = 0

  /// - Parameters:
  ///   - drawn: An article with its claims; a session on it is begun.
  ///   - isTerminal: Whether a person reads what is written, on a terminal of these columns.
  ///   - keys: What is answered where somebody is asked; nil where nobody can be.
  init(
    _ drawn: DrawnClaims, columns: Int = 80, rendition: Rendition = .plain,
    isTerminal: Bool = false,
    keys: [Key]? = nil
  ) throws {
    var keys = keys?[...]
    folder = FileManager.default.temporaryDirectory.path() + "/workbench-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Every event a second after the one before, on a day of no importance.
    var clock: Int64 = 1_770_000_000_000
    workbench = Workbench(
      settings: Settings(storePath: folder + "/assay.sqlite", annotator: "mara"),
      output: Output(capturing: rendition), errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: {
          clock += 1000
          return Timestamp(milliseconds: clock)
        },
        cores: 1, elapsed: { .zero }, terminalSize: { TerminalSize(columns: columns, rows: 24) },
        errorTerminal: { isTerminal ? TerminalSize(columns: columns, rows: 24) : nil },
        sleep: { _ in }, waitForKey: { true }, standardInput: { [] },
        withKeys: keys == nil ? nil : { ask in try ask { keys?.popFirst() } }))
    workbench.isAtPrompt = true
    workbench.isInteractive = isTerminal
    try begin(drawn)
  }

  /// Begins a session on a drawn article.
  func begin(_ drawn: DrawnClaims) throws {
    let store = try workbench.store(creating: true)
    let session = try store.createSession(
      article: drawn.article, codebook: try workbench.codebookForNewSessions(),
      annotator: "mara", events: [.claimsProposed(drawn.analysis)])
    try workbench.run(line: "open \(session.id)")
    _ = takeErrors()
  }

  /// Writes a file into the folder.
  /// - Returns: Its path.
  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  deinit {
    workbench.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a line of the prompt.
  /// - Returns: What it wrote to standard output.
  @discardableResult
  func run(_ line: String) throws -> String {
    try workbench.run(line: line)
    defer { seenOutput = workbench.output.captured.utf8.count }
    return String(decoding: workbench.output.captured.utf8.dropFirst(seenOutput), as: UTF8.self)
  }

  /// What was written to standard error since the last time.
  func takeErrors() -> String {
    defer { seenErrors = workbench.errors.captured.utf8.count }
    return String(decoding: workbench.errors.captured.utf8.dropFirst(seenErrors), as: UTF8.self)
  }

  var session: Session { workbench.open!.session }
}

extension DrawnClaims {
  static let sample = DrawnClaims(
    """
    ⟦1:The tram carried 4,200 people a day⟧ but ⟦2:repairs would take until May⟧, the council said.
    “⟦3:We found cracks in two bridges⟧,” she said; “⟦4:Zoë’s rails are older than the plans say⟧.”
    ⟦5:The union⟧ of 漢字 shopkeepers ⟦5:lost a third of its trade and 🚋 called it a mistake⟧.
    """)
}
