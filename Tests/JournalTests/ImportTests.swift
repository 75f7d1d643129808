import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Importing a session")
struct ImportTests {
  let clock = SteppingClock()
  let source: Store
  let stored: StoredSession
  let target: Store

  init() throws {
    source = try Store.inMemory(now: clock.now)
    target = try Store.inMemory(now: clock.now)
    var stored = try source.createSession()
    try source.append([.status(1, "refuted"), .noted(nil, "x")], to: &stored)
    try source.append([.undone([3])], to: &stored)
    self.stored = stored
  }

  @Test("gives the same session, with the same hashes, under a new number")
  func imports() throws {
    _ = try target.createSession(Sample(5))
    let arrival = try target.receive(
      IncomingSession(
        article: stored.article, codebook: stored.codebook, events: Array(stored.session.events),
        hashes: source.hashes(of: stored.id)))
    #expect(arrival == .added(SessionID(rawValue: 2)))
    let imported = try target.session(arrival.session)
    #expect(imported.session == stored.session)
    #expect(imported.lastHash == stored.lastHash)
    #expect(imported.annotator == "ada")
    #expect(imported.opened == stored.opened)
    #expect(try target.hashes(of: imported.id) == source.hashes(of: stored.id))
    #expect(try target.session(imported.id).session == stored.session)
    #expect(try target.verify() == [])
    var continued = imported
    try target.append([.redone([3])], to: &continued)
    #expect(try target.verify() == [])
  }

  @Test("refuses what contradicts itself, and stores nothing of it")
  func refuses() throws {
    let events = Array(stored.session.events)
    let hashes = try source.hashes(of: stored.id)
    func expectRefusal(
      _ reason: String, article: Article? = nil, codebook: Codebook? = nil,
      events: [RecordedEvent], hashes: [EventHash]? = nil
    ) {
      #expect(throws: JournalError.notImportable(reason: reason)) {
        try target.receive(
          IncomingSession(
            article: article ?? stored.article, codebook: codebook ?? stored.codebook,
            events: events, hashes: hashes))
      }
    }
    expectRefusal("it does not begin with its opening", events: [])
    expectRefusal("it does not begin with its opening", events: Array(events.dropFirst()))
    expectRefusal(
      "its article is not the one that it was opened on", article: Sample(9).article,
      events: events)
    expectRefusal(
      "its codebook is not the one that it was opened with",
      codebook: try Codebook(
        name: "other", version: "1", attributes: stored.codebook.attributes, rules: []),
      events: events)
    var gap = events
    gap.remove(at: 2)
    expectRefusal("event 4 does not fit: event 4 is out of sequence", events: gap)
    var wrongCommand = events
    wrongCommand[2] = RecordedEvent(
      sequence: 3, command: 2, at: events[2].at, event: events[2].event)
    expectRefusal("event 3 names command 2, which is not its own", events: wrongCommand)
    expectRefusal("it has 5 events and 4 hashes", events: events, hashes: Array(hashes.dropLast()))
    var changed = events
    changed[3] = RecordedEvent(sequence: 4, command: 3, at: events[3].at, event: .noted(nil, "y"))
    expectRefusal("the hash of event 4 does not fit it", events: changed, hashes: hashes)
    #expect(try target.sessionCount() == 0)
  }

  @Test("refuses a claim whose number is none")
  func claimNumber() throws {
    let sentence = TextSpan(0, 4)
    for number in [0, -1, 1 << 32] {
      let claim = Claim(
        id: ClaimID(rawValue: number), spans: [sentence], sentence: sentence, block: 0)
      let events = [
        stored.session.events[0],
        RecordedEvent(sequence: 2, command: 2, at: stored.opened, event: .claimAdded(claim)),
      ]
      #expect(throws: JournalError.self) {
        try target.receive(
          IncomingSession(article: stored.article, codebook: stored.codebook, events: events))
      }
    }
    #expect(try target.sessionCount() == 0)
  }
}
