import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Fetched pages")
struct FetchedPageTests {
  let clock = SteppingClock()
  let store: Store
  let sample = Sample()

  init() throws { store = try Store.inMemory(now: clock.now) }

  func page(
    _ bytes: String = "<p>The harbour of Lindau was closed.", asked: String = "http://a.example/",
    final: String = "https://a.example/news", at milliseconds: Int64 = 1_772_355_000_123,
    contentType: String? = "text/html; charset=utf-8"
  ) -> FetchedPage {
    FetchedPage(
      asked: asked, final: final, at: Timestamp(milliseconds: milliseconds),
      contentType: contentType, bytes: Array(bytes.utf8))
  }

  @Test("are kept with their articles")
  func kept() throws {
    try store.add(sample.article, fetched: page())
    #expect(try store.article(sample.article.id) == sample.article.at(path: nil))
    #expect(try store.fetchedPages(of: sample.article.id) == [page()])
    #expect(try store.verify() == [])
  }

  @Test("are kept where the article was there before, and where nothing is said of the type")
  func known() throws {
    try store.add(sample.article)
    let page = page(contentType: nil)
    try store.add(sample.article, fetched: page)
    #expect(try store.fetchedPages(of: sample.article.id) == [page])
    #expect(try store.verify() == [])
  }

  @Test("are kept once while an address gives the same article, and again when it changes back")
  func repeated() throws {
    let other = Sample(2).article
    try store.add(sample.article, fetched: page(at: 1000))
    try store.add(sample.article, fetched: page("<p>Another advertisement.", at: 2000))
    #expect(try store.latestArticle(from: "http://a.example/")?.at.milliseconds == 1000)
    try store.add(other, fetched: page("<p>Other words.", at: 3000))
    #expect(try store.latestArticle(from: "http://a.example/")?.article.id == other.id)
    try store.add(sample.article, fetched: page(at: 4000))
    #expect(try store.latestArticle(from: "http://a.example/")?.article.id == sample.article.id)
    #expect(try store.latestArticle(from: "http://a.example/")?.at.milliseconds == 4000)
    #expect(
      try store.fetchedPages(of: sample.article.id).map(\.at.milliseconds) == [1000, 4000])
  }

  @Test("are found by the address that was asked for and by the one that answered")
  func found() throws {
    try store.add(sample.article, fetched: page())
    #expect(try store.latestArticle(from: "http://a.example/")?.article.id == sample.article.id)
    #expect(
      try store.latestArticle(from: "https://a.example/news")?.article.id == sample.article.id)
    #expect(try store.latestArticle(from: "https://a.example/") == nil)
  }

  @Test("cannot be changed or taken away")
  func appendOnly() throws {
    try store.add(sample.article, fetched: page())
    #expect(throws: JournalError.self) { try store.connection.run("UPDATE fetched SET at = 1") }
    #expect(throws: JournalError.self) { try store.connection.run("DELETE FROM fetched") }
    #expect(try store.fetchedPages(of: sample.article.id) == [page()])
  }

  @Test(
    "are found out when they were changed nevertheless",
    arguments: [
      "asked = 'http://a.example/' || char(0)", "final = 'https://b.example/'", "at = at + 1",
      "content_type = 'text/plain'", "bytes = x'00'", "bytes = x''", "sha256 = zeroblob(32)",
      "hash = zeroblob(32)",
    ])
  func tampered(change: String) throws {
    let session = try store.createSession(sample)
    try store.add(sample.article, fetched: page())
    try store.connection.run("DROP TRIGGER fetched_is_not_changed")
    try store.connection.run("UPDATE fetched SET \(change)")
    let asked = change.hasPrefix("asked") ? "http://a.example/\0" : "http://a.example/"
    let problem = Finding.Problem.fetchedPageChanged(asked)
    #expect(try store.verify().map(\.problem).filter(\.isOfPage) == [problem])
    #expect(try store.verify(session.id) == [Finding(session: session.id, problem: problem)])
    #expect(problem.description == "what was fetched from '\(asked)' was changed")
  }

  @Test("are found out when they were given to another article")
  func moved() throws {
    let other = Sample(2).article
    try store.add(other)
    try store.add(sample.article, fetched: page())
    try store.connection.run("DROP TRIGGER fetched_is_not_changed")
    try store.connection.run("UPDATE fetched SET article = ?", [.text(other.id.rawValue)])
    #expect(
      try store.verify().map(\.problem).filter(\.isOfPage)
        == [.fetchedPageChanged("http://a.example/")])
  }

  @Test("are not kept in a store that is only read")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    _ = try Store(at: path, mode: .create, now: clock.now).createSession(sample)
    let store = try Store(at: path, mode: .readOnly, now: clock.now)
    #expect(throws: JournalError.readOnly(path)) {
      try store.add(sample.article, fetched: page())
    }
    #expect(try store.fetchedPages(of: sample.article.id) == [])
  }
}

extension Finding.Problem {
  /// Whether it is about a page, not about the trigger that protects it.
  fileprivate var isOfPage: Bool {
    if case .fetchedPageChanged = self { true } else { false }
  }
}
