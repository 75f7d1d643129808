import Terminal
import Testing

@testable import Workbench

@Suite("What Tab offers")
struct CompleterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    /// Some of what is offered; none where nothing is.
    let offered: [String]
    init(_ line: String, _ offered: [String]) {
      self.line = line
      self.offered = offered
    }
    var testDescription: String { line }
  }

  /// What is offered for the word at the end of a line.
  private func answer(_ line: String, _ desk: Desk) -> CompletionAnswer {
    let start = line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.startIndex
    let count = line[..<start].utf8.count
    return Completer(desk.workbench).answer(
      CompletionRequest(line: line, word: count..<line.utf8.count))
  }

  @Test(
    "is what can stand there",
    arguments: [
      Case("sta", ["stance", "status", "statement"]), Case("refu", ["refuted"]),
      Case("claim-", ["claim-type"]), Case("status s", ["supported", "satire"]),
      Case("status 3 s", ["supported", "satire"]), Case("3 fab", ["fabricated"]),
      Case("label 3 st", ["status", "stance"]), Case("label stance de", ["denies"]),
      Case("label 3 stance de", ["denies"]), Case("stance 3 de", ["denies"]),
      Case("clear 3 wor", ["workflow"]), Case("source Ma", ["Mara Lind"]),
      Case("source Mara L", ["Lind"]), Case("source 2 ma", ["Mara Lind"]),
      Case("label 2 source Ma", ["Mara Lind"]), Case("goto 1", ["1"]), Case("show 4", ["4"]),
      Case("split 3 a", ["at"]), Case("tag 2 mo", ["money"]), Case("help sh", ["show"]),
      Case("evidence 1 x --re", ["--relation", "--remove"]),
      Case("evidence 1 x --relation re", ["refutes"]), Case("filter und", ["undecided"]),
      Case("filter sta", ["status=", "stance="]), Case("claims --f", ["--format"]),
      Case("xyzzy ", []), Case("quit now", []), Case("note some", []), Case("status 3 zz", []),
    ])
  func offers(item: Case) throws {
    let desk = try Desk(.sample)
    try desk.run("source 1 Mara Lind")
    try desk.run("tag 1 money")
    guard case .words(let completions) = answer(item.line, desk) else {
      Issue.record("file names are offered")
      return
    }
    #expect(Set(completions.map(\.text)) == Set(item.offered))
  }

  @Test(
    "is file names where a file is meant",
    arguments: ["load ", "import x", "read a b", "export 1 --output x"])
  func files(line: String) throws {
    #expect(answer(line, try Desk(.sample)) == .fileNames)
  }

  @Test("is verbs alone where no session is open")
  func noSession() throws {
    let desk = try Desk(.sample)
    desk.workbench.closeSession()
    #expect(answer("refu", desk) == .words([]))
    #expect(answer("loa", desk) == .words([Completion("load")]))
    #expect(answer("source x", desk) == .words([]))
  }
}
