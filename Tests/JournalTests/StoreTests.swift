import Fingerprint
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Store")
struct StoreTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()

  init() throws { folder = try TemporaryFolder() }

  func open(_ mode: Store.Mode = .create) throws -> Store {
    try Store(at: folder.file("store.sqlite"), mode: mode, now: clock.now)
  }

  @Test("gives back what was appended after it is opened again")
  func reopens() throws {
    var stored = try open().createSession()
    do {
      let store = try open()
      try store.append([.status(1, "refuted")], to: &stored)
      try store.append([.noted(2, "ask the mayor"), .tagged(2, "money")], to: &stored)
      try store.append([.undone([3])], to: &stored)
    }
    let again = try open(.readWrite).session(stored.id)
    #expect(again.session == stored.session)
    #expect(again.lastHash == stored.lastHash)
    #expect(again.article == stored.article)
    #expect(try again.codebook == Sample.codebook())
    #expect(again.annotator == "ada")
    #expect(again.session.state.claims[1]?.labels.isEmpty == true)
    #expect(again.session.events.map(\.command) == [1, 1, 3, 4, 4, 6])
    #expect(try open().verify() == [])
  }

  @Test("leaves store and value as they were when an event does not fit")
  func refusesWhatDoesNotFit() throws {
    let store = try open()
    var stored = try store.createSession()
    let before = stored
    let error = JournalError.doesNotFit(
      stored.id, ReplayError(sequence: 4, reason: .noSuchClaim(99)))
    #expect(throws: error) {
      try store.append([.tagged(1, "a"), .tagged(99, "b")], to: &stored)
    }
    #expect(stored.session == before.session)
    #expect(try store.session(stored.id).session == before.session)
    #expect(throws: JournalError.self) {
      try store.createSession(
        article: Sample().article, codebook: Sample.codebook(), annotator: "ada",
        events: [.tagged(1, "a")])
    }
    #expect(try store.sessionCount() == 1)
    #expect(try store.append([], to: &stored).isEmpty)
  }

  @Test("refuses to go on from an event that is not the last any more")
  func staleValue() throws {
    let first = try open()
    var mine = try first.createSession()
    var theirs = try open().session(mine.id)
    try open().append([.status(1, "open")], to: &theirs)
    #expect(throws: JournalError.sessionChanged(mine.id)) {
      try first.append([.status(2, "open")], to: &mine)
    }
    mine = try first.session(mine.id)
    try first.append([.status(2, "open")], to: &mine)
    #expect(try first.verify() == [])
  }

  @Test("lets two stores write to different sessions of one file in turn")
  func twoWriters() throws {
    let stores = try [open(), open()]
    var sessions = try stores.enumerated().map { try $1.createSession(Sample($0)) }
    for round in 1...20 {
      for (index, store) in stores.enumerated() {
        try store.append([.noted(1, "round \(round)")], to: &sessions[index])
      }
    }
    for stored in sessions {
      #expect(try stores[0].session(stored.id).session == stored.session)
    }
    #expect(try stores[1].verify() == [])
  }

  @Test("lets two threads with a store each write at the same time")
  func concurrentWriters() async throws {
    let path = folder.file("store.sqlite")
    let results = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<4 {
        group.addTask {
          do {
            let store = try Store(at: path, mode: .create) { Timestamp(milliseconds: 0) }
            var stored = try store.createSession(Sample(number))
            for round in 1...25 { try store.append([.noted(1, "\(round)")], to: &stored) }
            return try store.session(stored.id).session == stored.session
          } catch {
            Issue.record(error)
            return false
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(results == [true, true, true, true])
    let store = try open(.readOnly)
    #expect(try store.sessionCount() == 4)
    #expect(try store.verify() == [])
  }

  @Test("keeps every reading of a text, and takes the latest of its own before an imported one")
  func readings() throws {
    let store = try open()
    let article = Sample().article.at(path: nil)
    let others = ["x", "y"].map {
      Article(id: article.id, text: article.text, blocks: [], metadata: .init(title: $0))
    }
    try store.add(others[0], origin: .imported)
    try store.add(others[1], origin: .imported)
    #expect(try store.article(article.id) == others[0])
    let id = try store.add(article)
    try store.add(others[1], origin: .imported)
    #expect(try store.article(article.id) == article)
    #expect(try store.article(id) == article)
    #expect(try store.article(ReadingID(of: others[1])) == others[1])
    try store.add(others[0])
    #expect(try store.article(article.id) == others[0])
    let unknown = ArticleID(rawValue: "sha256:0")
    #expect(throws: JournalError.noSuchArticle(unknown)) { try store.article(unknown) }
    let unknownReading = ReadingID(rawValue: "sha256:0")
    #expect(throws: JournalError.noSuchReading(unknownReading)) {
      try store.article(unknownReading)
    }
    let misnamed = Article(id: unknown, text: "x", blocks: [], metadata: .init())
    #expect(throws: JournalError.self) { try store.add(misnamed) }
    #expect(throws: JournalError.self) {
      try store.connection.run("UPDATE reading SET blocks = '[]'")
    }
    #expect(throws: JournalError.self) { try store.connection.run("DELETE FROM reading") }
  }

  @Test("keeps texts with zero bytes and without characters")
  func hostileText() throws {
    let store = try open()
    let text = "a\u{0}b\u{202E}c"
    let article = Article(
      id: ArticleID(of: text), text: text,
      blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))],
      metadata: .init(path: "", title: ""))
    try store.add(article, origin: .imported)
    #expect(try store.article(article.id) == article.at(path: nil))
    var stored = try store.createSession()
    try store.append(
      [.noted(1, ""), .noted(1, text), .tagged(1, "'; DROP TABLE event")], to: &stored)
    #expect(try store.session(stored.id).session == stored.session)
    #expect(try store.verify() == [])
  }

  @Test("keeps a codebook once, under the hash of its JSON")
  func codebooks() throws {
    let store = try open()
    let id = try store.add(Sample.codebook())
    #expect(try store.add(Sample.codebook()) == id)
    #expect(try store.identity(of: Sample.codebook()) == id)
    #expect(try store.codebook(id) == Sample.codebook())
    #expect(throws: JournalError.noSuchCodebook("x")) { try store.codebook("x") }
  }

  @Test("works in memory, with holds that nobody contests")
  func inMemory() throws {
    let store = try Store.inMemory(now: clock.now)
    var stored = try store.createSession()
    let hold = try store.hold(stored.id, annotator: "ada")
    try store.append([.status(1, "open")], to: &stored)
    #expect(hold.session == stored.id)
    #expect(try store.verify() == [])
  }

  @Test("names the session that is not there")
  func noSuchSession() throws {
    let store = try open()
    let id = SessionID(rawValue: 7)
    #expect(throws: JournalError.noSuchSession(id)) { try store.session(id) }
    #expect(throws: JournalError.noSuchSession(id)) { try store.verify(id) }
    #expect(throws: JournalError.noSuchSession(id)) { try store.hold(id, annotator: "") }
  }

  @Test("refuses a number that JSON has no form for")
  func notFinite() throws {
    let store = try open()
    var stored = try store.createSession()
    #expect(throws: JournalError.unstorable(reason: "it holds a number that is not finite")) {
      try store.append([.labelled(1, attribute: "comment", .number(.nan))], to: &stored)
    }
    #expect(try store.session(stored.id).session == stored.session)
  }

  @Test("copies itself to a new file, never over another")
  func backsUp() throws {
    let store = try open()
    let stored = try store.createSession()
    let copy = folder.file("copy.sqlite")
    try store.backUp(to: copy)
    let other = try Store(at: copy, mode: .readWrite, now: clock.now)
    #expect(try other.session(stored.id).session == stored.session)
    #expect(try other.verify() == [])
    #expect(throws: JournalError.cannotCreate(copy, reason: "it exists")) {
      try store.backUp(to: copy)
    }
    let nowhere = folder.file("none/copy.sqlite")
    #expect(throws: JournalError.cannotCreate(nowhere, reason: "no such file or directory")) {
      try store.backUp(to: nowhere)
    }
  }
}
