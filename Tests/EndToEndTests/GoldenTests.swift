import FoundationEssentials
import Glibc
import ProcessSupport
import Testing

extension Tag {
  @Tag static var golden: Self
}

/// Whole sessions, compared with what a person has looked at and found right.
///
/// `Golden/NAME.script` goes in, `$EDITED` being the command that goes on with a later text; `NAME.screen`, `NAME.csv` and `NAME.jsonl` should come out. With
/// ASSAY_REWRITE_GOLDEN=1 they are written anew, and the test fails so that somebody reads the
/// difference.
@Suite("Golden sessions", .tags(.golden), .timeLimit(.minutes(20)))
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// The scripts, and the session of each that is exported.
  private static let sessions = [("a-day", "1"), ("mistakes", "1"), ("new-text", "2")]

  @Test("shows and exports what it did", arguments: sessions)
  func session(name: String, number: String) throws {
    let desk = try Desk()
    try desk.write(EditedArticle.text, to: EditedArticle.file)
    let script = try String(
      decoding: Data(contentsOf: Self.folder.appending(path: "\(name).script")), as: UTF8.self
    ).replacing("$EDITED", with: EditedArticle.open())
    let result = try desk.assay(
      "--keep-going",
      input: "clock 2026-02-12T09:00:00.000Z\n\(SampleArticle.load)\n\(script)",
      environment: ["COLUMNS": "72"])
    let screen = "exit code \(result.exitCode)\n\n\(result.output)\n\(result.errors)"
    try compare(screen, with: "\(name).screen")
    for format in ["csv", "jsonl"] {
      let export = try desk.assay("export", number, "--format", format)
      #expect(export.exitCode == 0, "\(export.errors)")
      try compare(export.output, with: "\(name).\(format)")
    }
  }

  private func compare(_ found: String, with file: String) throws {
    let url = Self.folder.appending(path: file)
    if getenv("ASSAY_REWRITE_GOLDEN").map({ String(cString: $0) }) == "1" {
      try Data(found.utf8).write(to: url)
      Issue.record("\(file) was written anew; read the difference before committing it")
      return
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(found == expected, "\(file) differs")
  }
}
