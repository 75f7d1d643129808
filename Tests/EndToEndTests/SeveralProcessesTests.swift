import Foundation
import ProcessSupport
import Testing

/// Several annotators at work in one store at once, each in a process of their own.
@Suite("Several processes", .serialized, .timeLimit(.minutes(20)))
struct SeveralProcessesTests {
  private static let annotators = (1...8).map { "annotator-\($0)" }
  private static let labels = 500

  @Test("lose no label of 8 x 500, and wait for each other without an error")
  func eight() async throws {
    let desk = try Desk()
    try desk.beginSession()
    // One label after the other, back and forth, so that each is an event.
    let verdicts = ["supported", "not-enough-evidence", "mixed"]
    let script = (0..<Self.labels).map { "\($0 % 6 + 1) \(verdicts[$0 / 6 % 3])\n" }.joined()
    try desk.write(SampleArticle.load + "\n" + script, to: "script.txt")
    let folder = desk.folder
    let results = try await withThrowingTaskGroup(of: ProcessResult.self) { group in
      for annotator in Self.annotators {
        group.addTask {
          try runProcess(
            "/bin/sh", ["-c", "exec \"$ASSAY\" --annotator \(annotator) < script.txt"],
            environment: ["ASSAY": builtProgram("assay"), "HOME": folder], folder: folder,
            within: .seconds(300))
        }
      }
      var results: [ProcessResult] = []
      for try await result in group { results.append(result) }
      return results
    }
    for result in results {
      #expect(result.exitCode == 0, "\(result.errors.suffix(500))")
      #expect(!result.errors.contains("another program"))
    }
    for annotator in Self.annotators {
      let count = try desk.sqlite(
        "SELECT count(*) FROM event JOIN session ON session.id = event.session "
          + "WHERE annotator = '\(annotator)' AND kind = 'labelled';")
      #expect(count == "\(Self.labels)\n", "\(annotator)")
    }
    let verified = try desk.assay("verify")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
  }
}
