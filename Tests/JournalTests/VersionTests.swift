import ClaimModel
import Fingerprint
import Testing

@testable import Journal

@Suite("Texts of the same article")
struct VersionTests {
  let store: Store

  init() throws { store = try Store.inMemory(now: SteppingClock().now) }

  private func article(_ text: String, _ change: (inout Article.Metadata) -> Void = { _ in })
    -> Article
  {
    var metadata = Article.Metadata()
    change(&metadata)
    return Article(id: ArticleID(of: text), text: text, blocks: [], metadata: metadata)
  }

  @discardableResult
  private func session(on article: Article, claims: [Claim] = []) throws -> Int {
    try store.createSession(
      article: article, codebook: Sample.codebook(), annotator: "ada",
      events: [.claimsProposed(Analysis(engine: "test/1", claims: claims))]
    ).id.rawValue
  }

  @Test("are found by address, title, file, and words of claims, those of the address first")
  func candidates() throws {
    try session(on: article("one") { $0.title = "Harbour closed" })
    try session(on: article("two") { $0.path = "news/harbour.txt" })
    try session(on: article("three") { $0.address = "https://example.org/harbour" })
    let words = "It said ferries would stay in port until the storm was over."
    try session(
      on: article(words),
      claims: [
        Claim(
          id: 1, spans: [TextSpan(8, words.utf8.count - 1)],
          sentence: TextSpan(0, words.utf8.count), block: 0)
      ])
    try session(on: article("five") { $0.title = "Another" })
    let new = article("new") {
      $0.title = "Harbour closed"
      $0.path = "news/harbour.txt"
      $0.address = "https://example.org/harbour"
    }
    let found = try store.sessions(
      thatMayPrecede: new, saying: ["stay in port until", "\"*", "nothing of that"])
    #expect(found.map(\.session.rawValue) == [3, 4, 2, 1])
    #expect(found.map(\.hasSameAddress) == [true, false, false, false])
    #expect(try store.sessions(thatMayPrecede: article("new"), saying: []) == [])
  }

  @Test("are others than the one that is asked about")
  func itself() throws {
    let text = article("one") { $0.title = "Harbour closed" }
    try session(on: text)
    #expect(try store.sessions(thatMayPrecede: text, saying: []) == [])
  }

  // MARK: - What is carried over

  private func carried() throws -> StoredSession {
    let sample = Sample()
    var unplaced = sample.analysis.claims[0]
    unplaced.id = 11
    unplaced.spans = []
    unplaced.attributions = []
    var placed = sample.analysis.claims[4]
    placed.id = 12
    func record(_ claim: Claim) -> ClaimRecord {
      var record = ClaimRecord(claim: claim, origin: .added)
      record.labels = ["status": .text("refuted")]
      record.notes = ["a note from before"]
      record.tags = ["t"]
      return record
    }
    func before(_ words: String) -> CarriedClaim.Before {
      .init(words: words, codePointSpans: [TextSpan(0, 3)], source: "Kim Nord")
    }
    return try store.createSession(
      article: sample.article, codebook: Sample.codebook(), annotator: "ada",
      events: [
        .claimsProposed(sample.analysis),
        .claimsCarried(
          CarryOver(
            from: .init(session: 1, article: sample.article.id, head: "00"), highestClaim: 12,
            notes: ["on the whole"],
            claims: [
              CarriedClaim(
                record(unplaced), verdict: .changed, before: before("the lighthouse was dark"),
                claim: unplaced, suggestion: .init(claim: placed.numbered(11), twin: 5)),
              CarriedClaim(
                record(placed), verdict: .moved, before: before("tariffs"), claim: placed),
            ])),
      ])
  }

  private func found(_ words: String) throws -> [Int] {
    try store.search(SearchQuery(words)).map { $0.claim?.rawValue ?? 0 }
  }

  @Test("keep what was decided in the tables, also of a claim that has no words here")
  func projected() throws {
    var stored = try carried()
    #expect(try store.verify() == [])
    #expect(try found("lighthouse") == [11])
    #expect(try store.search(SearchQuery("lighthouse")).first?.source == "Kim Nord")
    #expect(try found("\"from before\"") == [12, 11])
    #expect(try found("whole") == [0])
    let events: [[Event]] = [
      [.status(11, "open"), .noted(11, "later")], [.claimSettled(12, nil)],
      [.claimSettled(11, stored.session.state.claims[11]?.carried?.suggestion?.claim)],
      [.undone([6])], [.redone([6])], [.claimDropped(11)],
    ]
    for command in events {
      try store.append(command, to: &stored)
      #expect(try store.verify() == [])
      #expect(try store.session(stored.id).session == stored.session)
    }
    #expect(try found("lighthouse") == [])
    _ = try store.repair()
    #expect(try store.verify() == [])
  }
}

extension Claim {
  fileprivate func numbered(_ id: ClaimID) -> Claim {
    var claim = self
    claim.id = id
    return claim
  }
}
