import ClaimModel
import Testing

@testable import Journal

@Suite("Searching and listing")
struct SearchTests {
  let store: Store

  init() throws { store = try Store.inMemory(now: SteppingClock().now) }

  private func found(
    _ text: String, _ labels: [SearchQuery.LabelFilter] = [], session: SessionID? = nil
  ) throws -> [Int] {
    try store.search(SearchQuery(text, labels: labels, session: session))
      .map { $0.claim?.rawValue ?? 0 }
  }

  @Test(
    "finds claims by words, their forms, beginnings and phrases",
    arguments: [
      ("harbour closed", [1]), ("closing", [1]), ("fisher", [4]), ("\"two million\"", [2]),
      ("\"million two\"", []), ("\"cost two\" mayor", [2]), ("TIMBER", [5]), ("12%", [5]),
      ("harb*", [1]), ("ma*", [5, 2]), ("ma* falk", [2]), ("mar", [5]), ("clos* harbour", [1]),
      ("local", [4]), ("zzz", []), ("the harb", [1]), ("h", []), ("nobody…", [3]),
    ])
  func words(_ text: String, _ expected: [Int]) throws {
    _ = try store.createSession()
    #expect(try found(text) == expected)
  }

  @Test(
    "takes nothing in a query for an operator",
    arguments: [
      "\"", "\"\"", "\" OR NEAR( * -x ^ : \"\" {a}", "text:harbour OR", "a\u{0}\"b", "…", "* *",
      "NOT", "harbour AND (", "🦢", "'; DROP TABLE event; --", "-", "^harbour", "\u{202E}",
    ])
  func hostile(_ text: String) throws {
    _ = try store.createSession()
    _ = try found(text)
    #expect(try store.sessionCount() == 1)
  }

  @Test("finds claims by notes and labels, and forgets what was undone")
  func decisions() throws {
    let refuted = SearchQuery.LabelFilter(attribute: "status", value: "refuted")
    let trade = SearchQuery.LabelFilter(attribute: "topics", value: "trade")
    var stored = try store.createSession()
    try store.append([.status(1, "refuted"), .noted(2, "ask the treasurer")], to: &stored)
    try store.append([.noted(nil, "second reading needed")], to: &stored)
    try store.append([.status(5, "refuted")], to: &stored)
    try store.append(
      [.labelled(5, attribute: "topics", .list(["harbour", "trade"]))], to: &stored)
    #expect(try found("treasurer") == [2])
    #expect(try found("second reading") == [0])
    #expect(try found("", [refuted]) == [5, 1])
    #expect(try found("", [refuted, trade]) == [5])
    #expect(try found("harbour", [refuted]) == [1])
    #expect(try found("", [.init(attribute: "status", value: "x")]) == [])
    #expect(try found(" ") == [5, 4, 3, 2, 1])
    let note = try #require(try store.search(SearchQuery("treasurer")).first)
    #expect(note.notes == ["ask the treasurer"])
    #expect(note.source == "Ines Falk")
    #expect(note.title == "Report 0")
    #expect(note.annotator == "ada")
    #expect(note.text == Sample.sentences[1])
    try store.append([.undone([4, 5])], to: &stored)
    #expect(try found("treasurer") == [])
    #expect(try found("second reading") == [])
    try store.append([.redone([4])], to: &stored)
    #expect(try found("treasurer") == [2])
    #expect(try store.verify() == [])
  }

  @Test("follows a claim's words as the annotator changes them")
  func changedWords() throws {
    var stored = try store.createSession()
    try store.append([.statementWritten(5, "Lumber duties grew.")], to: &stored)
    #expect(try found("lumber") == [5])
    try store.append([.statementWritten(5, nil)], to: &stored)
    #expect(try found("lumber") == [])
    let old = try #require(stored.session.state.claims[5]?.claim)
    let place = Claim.Place(
      spans: [TextSpan(old.spans[0].start, old.spans[0].start + 7)], sentence: old.sentence,
      block: old.block, occurrences: [])
    try store.append([.claimMoved(5, to: place)], to: &stored)
    #expect(try found("timber") == [])
    #expect(try found("tariffs") == [5])
    try store.append([.claimDropped(5)], to: &stored)
    #expect(try found("tariffs") == [])
    #expect(try store.verify() == [])
  }

  @Test("pages through every hit once, newest session first")
  func pages() throws {
    for number in 0..<7 { _ = try store.createSession(Sample(number)) }
    for query in [SearchQuery("the"), SearchQuery()] {
      let all = try store.search(query, limit: 1000)
      var paged: [SearchHit] = []
      while true {
        let page = try store.search(query, after: paged.last, limit: 3)
        if page.isEmpty { break }
        paged += page
      }
      #expect(paged == all)
      #expect(all.map(\.session) == all.map(\.session).sorted(by: >))
    }
    let third = SessionID(rawValue: 3)
    let inThird = try store.search(SearchQuery("the", session: third))
    #expect(!inThird.isEmpty && inThird.allSatisfy { $0.session == third })
    #expect(try store.search(SearchQuery("", session: third)).count == 5)
  }

  @Test("takes the last word as it is where something holds it, else for the beginning of one")
  func unfinished() throws {
    _ = try store.createSession(Sample(0, sentences: ["The port shut.", "The portal opened."]))
    let second = try store.createSession(
      Sample(1, sentences: ["A portal closed.", "Portals close."]))
    #expect(try found("port") == [1])
    #expect(try found("port*") == [2, 1, 2, 1])
    #expect(try found("porta") == [2, 1, 2])
    // What holds it whole is looked for where the search looks.
    #expect(try found("port", session: second.id) == [2, 1])
    #expect(try found("port shut") == [1])
    #expect(try found("closed port") == [2, 1])
    // The pages end where those of the whole word do.
    let page = try store.search(SearchQuery("port"), limit: 1)
    #expect(try store.search(SearchQuery("port"), after: page.last, limit: 5).isEmpty)
    let beginnings = try store.search(SearchQuery("porta"), limit: 2)
    #expect(try store.search(SearchQuery("porta"), after: beginnings.last, limit: 5).count == 1)
  }

  @Test("pages through hits by label within a session")
  func labelPages() throws {
    let open = SearchQuery.LabelFilter(attribute: "status", value: "open")
    for number in 0..<3 {
      var stored = try store.createSession(Sample(number))
      try store.append((1...4).map { .status(ClaimID(rawValue: $0), "open") }, to: &stored)
    }
    let second = SessionID(rawValue: 2)
    #expect(try found("", [open], session: second) == [4, 3, 2, 1])
    let first = try store.search(SearchQuery("", labels: [open]), limit: 5)
    let rest = try store.search(SearchQuery("", labels: [open]), after: first.last)
    #expect((first + rest).map { $0.claim?.rawValue } == [4, 3, 2, 1, 4, 3, 2, 1, 4, 3, 2, 1])
  }

  @Test("lists sessions with their counts, by page and by filter")
  func sessions() throws {
    for number in 0..<5 {
      var stored = try store.createSession(
        Sample(number), annotator: number % 2 == 0 ? "ada" : "bo")
      try store.append(
        (1...number + 1).map { .status(ClaimID(rawValue: $0 % 5 + 1), "open") }, to: &stored)
    }
    let all = try store.sessions()
    #expect(all.map(\.id.rawValue) == [5, 4, 3, 2, 1])
    #expect(all.map(\.claims) == [5, 5, 5, 5, 5])
    #expect(all.map(\.decided) == [5, 4, 3, 2, 1])
    #expect(all.map(\.events) == [7, 6, 5, 4, 3])
    #expect(all[0].changed > all[0].opened)
    #expect(all[0].title == "Report 4")
    #expect(all[0].path == "reports/4.txt")
    let page = try store.sessions(limit: 2)
    #expect(try page + store.sessions(after: page.last?.id) == all)
    #expect(try store.sessions(matching: .init(annotator: "bo")).map(\.id.rawValue) == [4, 2])
    #expect(
      try store.sessions(matching: .init(article: Sample(3).article.id)).map(\.id.rawValue) == [4])
    #expect(try store.sessions(matching: .init(text: "REPORT 2")).map(\.id.rawValue) == [3])
    #expect(try store.sessions(matching: .init(text: "s/1.t")).map(\.id.rawValue) == [2])
    for wildcard in ["%", "_", "\\", "'"] {
      #expect(try store.sessions(matching: .init(text: wildcard)).isEmpty)
    }
  }
}
