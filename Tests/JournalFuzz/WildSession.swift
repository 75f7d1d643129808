import ClaimModel
import Fingerprint
import FoundationEssentials
import Journal
import Terminal
import Workbench

/// A store with one session of every kind of event, which is copied, edited, and then used as a person
/// uses it: nothing may trap, and every refusal is a sentence.
package final class WildSession {
  private let folder: String
  private let template: Data

  private static let words = [
    "The ferry to Ostby was stopped in May.", "Mayor Lise Roth said the pier would hold.",
    "The harbour board denied that it had been warned.", "Repairs took eleven weeks.",
    "A third of the fleet, 漢字 🚋 and all, was sold.",
  ]

  package init() throws {
    folder = FileManager.default.temporaryDirectory.path() + "/wild-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/template.sqlite"
    try Self.make(path)
    template = try Data(contentsOf: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Edits a copy by a seed and goes through what a person does with it.
  /// - Returns: How many commands were done, and how many were refused with a sentence.
  package func run(seed: UInt64) throws -> (done: Int, refused: Int) {
    let path = folder + "/\(seed).sqlite"
    try template.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WildStore.edit(path, seed: seed)
    let workbench = Self.workbench(path)
    defer { workbench.close() }
    workbench.isAtPrompt = true
    var counts = (done: 0, refused: 0)
    for line in Self.lines(output: folder + "/\(seed)") {
      do {
        try workbench.run(line: line)
        counts.done += 1
      } catch {
        let sentence = "\(error)"
        guard !sentence.isEmpty, !sentence.contains("Optional(") else { throw error }
        counts.refused += 1
      }
    }
    for ending in ["csv", "json", "jsonl"] {
      try? FileManager.default.removeItem(atPath: folder + "/\(seed).\(ending)")
    }
    return counts
  }

  private static func lines(output: String) -> [String] {
    [
      "verify", "sessions", "search pier", "open 1", "claims", "show all", "progress", "history",
      "history 1", "find the", "filter undecided", "filter none", "next", "back", "goto 2",
      "evidence 1", "statement 2", "replay 1 --verify", "replay 1 --script", "replay 1 --to 5",
      "export 1 --output \(output).csv --force", "export 1 --output \(output).json --force",
      "export 1 --output \(output).jsonl --force", "undo", "undo 1", "redo", "redo 1",
      "1 refuted", "note all a remark", "evidence 3 a.txt", "trim 2 pier", "extend 2 \"the pier\"",
      "split 5 at \"and\"", "merge 1 2", "drop 3", "add \"eleven weeks\"", "undo", "verify",
    ]
  }

  private static func workbench(_ path: String) -> Workbench {
    Workbench(
      settings: Settings(storePath: path, annotator: "mara"),
      output: Output(capturing: .plain), errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: { Timestamp(milliseconds: 1_770_000_000_000) }, cores: 1, elapsed: { .zero },
        terminalSize: { TerminalSize(columns: 80, rows: 24) }, errorTerminal: { nil },
        sleep: { _ in }, waitForKey: { true }, standardInput: { [] }))
  }

  // MARK: - The session that is edited

  private static func make(_ path: String) throws {
    let workbench = workbench(path)
    let text = words.joined(separator: "\n\n") + "\n"
    var claims: [Claim] = []
    var blocks: [Block] = []
    var start = 0
    for (index, sentence) in words.enumerated() {
      let span = TextSpan(start, start + sentence.utf8.count)
      start = span.end + 2
      blocks.append(Block(role: .body, span: span))
      claims.append(
        Claim(
          id: ClaimID(rawValue: index + 1), spans: [TextSpan(span.start, span.end - 1)],
          sentence: span, block: index,
          attributions: index == 1 ? [AttributionID(rawValue: 1)] : [],
          times: index == 0 ? [1] : [], checkworthiness: 0.5, type: .event, stance: "asserts",
          repeats: index == 3 ? ClaimID(rawValue: 1) : nil))
    }
    let attribution = Attribution(
      id: AttributionID(rawValue: 1), mode: .indirect,
      source: Attribution.Source(spans: [], name: "Lise Roth", type: .officialRole),
      cue: [TextSpan(56, 60)], content: [TextSpan(61, 80)])
    let store = try workbench.store(creating: true)
    let session = try store.createSession(
      article: Article(
        id: ArticleID(of: text), text: text, blocks: blocks,
        metadata: Article.Metadata(path: "ferry.txt", title: "The ferry to Ostby")),
      codebook: try workbench.codebookForNewSessions(), annotator: "mara",
      events: [
        .claimsProposed(
          Analysis(
            engine: "rules/1", sentences: claims.map(\.sentence), attributions: [attribution],
            claims: claims,
            times: [TimeExpression(id: 1, span: TextSpan(33, 36), from: nil, to: nil)]))
      ])
    workbench.isAtPrompt = true
    let lines = [
      "open \(session.id)", "1 refuted", "2-3 supported", "note 1 seen at the pier",
      "note --session slow", "tag all harbour", "tag 2 --remove harbour",
      "evidence 1 https://example.org/a --quote \"it was\" --relation refutes", "evidence 2 b.txt",
      "evidence 2 --remove 1", "statement 2 [The] pier would hold", "trim 4 \"eleven weeks\"",
      "extend 4 \"took eleven weeks\"", "split 5 at \"and all\"", "undo", "redo", "merge 3 4",
      "add \"third of the fleet\"", "drop 1", "undo 1", "clear 2 status", "source 2 Ada Holm",
    ]
    for line in lines {
      do {
        try workbench.run(line: line)
      } catch {
        throw SetUpFailure(line: line, reason: "\(error)")
      }
    }
    workbench.close()
  }

  /// A line of the session that is edited did not fit; then the fuzzer would test less than it says.
  private struct SetUpFailure: Error {
    let line: String
    let reason: String
  }
}
