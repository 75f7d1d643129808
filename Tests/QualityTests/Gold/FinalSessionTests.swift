import ClaimModel
import FoundationEssentials
import Terminal
import Testing

@testable import Workbench

/// The final sessions of the gold set say what its annotations say, and have every label that there is to give.
@Suite("FinalSession")
struct FinalSessionTests {
  @Test("has the claims, sources and types of the annotations", arguments: try GoldArticle.all())
  func agrees(article: GoldArticle) throws {
    let records = try session(on: article).claimsInOrder
    let claims = article.gold.claims.filter { !$0.isOptional }
    #expect(records.count == claims.count)
    var open = records
    for claim in claims {
      let words = claim.words.sorted()
      let found = open.firstIndex { article.words.words(in: $0.claim.spans).sorted() == words }
      guard let found else {
        Issue.record("no claim has the words of \(words.map { article.words.spans[$0] })")
        continue
      }
      let record = open.remove(at: found)
      let label = { (attribute: String) in record.labels[attribute]?.description }
      #expect(values("claim-type", of: record) == Set(claim.types.map(\.rawValue)))
      #expect(label("stance") != nil && label("status") != nil, "claim \(record.claim.id)")
      let attribution = claim.attribution.map { article.gold.attributions[$0] }
      let kinds = attribution?.kinds ?? [.journalistVoice]
      #expect(
        values("source-type", of: record)
          == Set((kinds.isEmpty ? [.unknown] : kinds).map(\.rawValue)))
      if let attribution {
        let names = attribution.names.isEmpty ? ["nobody"] : attribution.names
        #expect(values("source", of: record) == Set(names), "claim \(record.claim.id)")
      } else {
        #expect(label("source") == nil, "claim \(record.claim.id)")
      }
    }
    for record in records {
      let codebook = try Workbench(on: "").codebookForNewSessions()
      #expect(codebook.unmetRules(of: record).isEmpty, "claim \(record.claim.id)")
    }
  }

  /// The label of an attribute, with those that are as right.
  private func values(_ attribute: String, of record: ClaimRecord) -> Set<String> {
    let prefix = "also \(attribute) "
    let others = record.tags.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    return Set([record.labels[attribute]?.description].compactMap(\.self) + others)
  }

  /// The session as its script builds it.
  private func session(on article: GoldArticle) throws -> SessionState {
    let folder = FileManager.default.temporaryDirectory.path() + "/final-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workbench = Workbench(on: folder + "/assay.sqlite")
    defer { workbench.close() }
    let path = GoldArticle.folder.appending(path: article.name + ".assay")
    let repository = GoldArticle.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
    for line in String(decoding: try Data(contentsOf: path), as: UTF8.self).split(separator: "\n") {
      // Scripts name files from the repository's root, where tests need not run.
      try workbench.run(
        line: String(line).replacing("load Tests/", with: "load \(repository)Tests/"))
    }
    return try workbench.session().state
  }
}

extension Workbench {
  fileprivate convenience init(on store: String) {
    self.init(
      settings: Settings(storePath: store, isQuiet: true), output: Output(capturing: .plain),
      errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: { Timestamp(milliseconds: 1_770_000_000_000) }, cores: 1, elapsed: { .zero },
        terminalSize: { TerminalSize(columns: 80, rows: 24) }, errorTerminal: { nil },
        sleep: { _ in }, waitForKey: { true }, standardInput: { [] }))
    isAtPrompt = true
  }
}
