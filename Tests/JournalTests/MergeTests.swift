import Fingerprint
import TestSupport
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Merging stores")
struct MergeTests {
  /// Stores that had much to do with each other, from one seed: sessions begun in them, copies of
  /// their beginnings taken to others, and work gone on with in each.
  struct World {
    let stores: [Store]

    init(seed: UInt64) throws {
      var random = SeededGenerator(seed: seed)
      let clock = SteppingClock()
      stores = try (0..<4).map { _ in try Store.inMemory(now: clock.now) }
      for number in 0..<Int.random(in: 1...5, using: &random) {
        let store = stores.randomElement(using: &random) ?? stores[0]
        let sample = Sample(number % 3)
        // Some go by another date, which is another reading.
        var metadata = sample.article.metadata
        if Bool.random(using: &random) { metadata.published = PublicationDate(day: Sample.leapDay) }
        let article = Article(
          id: sample.article.id, text: sample.article.text, blocks: sample.article.blocks,
          metadata: metadata)
        let digits = (0..<32).map { _ in "0123456789abcdef".randomElement(using: &random) ?? "0" }
        _ = try store.createSession(
          article: article, codebook: Sample.codebook(), annotator: "ada",
          identity: SessionIdentity(id: String(digits)),
          events: [.claimsProposed(sample.analysis)])
        if Bool.random(using: &random) {
          try store.add(
            article,
            fetched: FetchedPage(
              asked: "https://a.example/\(number)", final: "https://a.example/", at: clock.now(),
              contentType: nil, bytes: Array("page \(number)".utf8)))
        }
      }
      for _ in 0..<24 {
        guard let from = stores.randomElement(using: &random),
          let to = stores.randomElement(using: &random), let session = try from.someSession(&random)
        else { continue }
        let outgoing = try from.outgoing(session)
        let ends = outgoing.events.indices.filter { index in
          index + 1 == outgoing.events.count
            || outgoing.events[index + 1].command != outgoing.events[index].command
        }
        let end = ends.randomElement(using: &random) ?? 0
        _ = try to.receive(
          IncomingSession(
            article: outgoing.article, codebook: outgoing.codebook,
            events: Array(outgoing.events[...end])))
        guard let worked = try to.someSession(&random) else { continue }
        var stored = try to.session(worked)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let claim = ClaimID(rawValue: Int.random(in: 1...5, using: &random))
          switch Int.random(in: 0..<4, using: &random) {
          case 0:
            try to.append([.noted(claim, "n\(Int.random(in: 0..<9, using: &random))")], to: &stored)
          case 1 where stored.session.eventsToUndo() != nil:
            try to.append([.undone(stored.session.eventsToUndo() ?? [])], to: &stored)
          case 2: try to.append([.tagged(claim, "t"), .status(claim, "open")], to: &stored)
          default: try to.append([.status(claim, "refuted")], to: &stored)
          }
        }
      }
    }
  }

  /// All that a store says, by what is the same in every store.
  static func contents(_ store: Store) throws -> [String] {
    let sessions = try store.sessions(limit: 1000).map { summary in
      let stored = try store.session(summary.id)
      let events = stored.session.events.map { "\($0)" }.joined(separator: "\n")
      return
        "\(summary.name) \(summary.head) \(stored.article.metadata) \(stored.codebook.name) \(events)"
    }
    let rest = try ["article", "reading", "codebook"].flatMap { table in
      try store.connection.all("SELECT id FROM \(table)") { table + " " + $0.text(0) }
    }
    let pages = try store.connection.all("SELECT hex(hash) FROM fetched") { $0.text(0) }
    return (sessions + rest + pages).sorted()
  }

  @Test(
    "in any order gives the same sessions, branches and heads", .tags(.property),
    arguments: 0..<40 as Range<UInt64>)
  func anyOrder(seed: UInt64) throws {
    let world = try World(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1000)
    var first: [String]?
    for _ in 0..<4 {
      let store = try Store.inMemory(now: SteppingClock().now)
      for other in world.stores.shuffled(using: &random) {
        #expect(try store.merge(other).refused.isEmpty)
      }
      let contents = try Self.contents(store)
      #expect(contents == first ?? contents)
      first = contents
      #expect(try store.verify() == [])
      for other in world.stores.shuffled(using: &random) {
        let again = try store.merge(other).arrivals
        #expect(
          again.allSatisfy {
            switch $0.arrival {
            case .alreadyHere, .behind: true
            default: false
            }
          })
      }
      #expect(try Self.contents(store) == contents)
    }
    // A store that works on takes the others in and ends with the same.
    let worked = try #require(world.stores.randomElement(using: &random))
    for other in world.stores where other !== worked { _ = try worked.merge(other) }
    #expect(try Self.contents(worked) == first)
  }

  @Test("the seeds make branches, and sessions that move forward")
  func worlds() throws {
    var kinds: Set<String> = []
    for seed in 0..<40 as Range<UInt64> {
      let store = try Store.inMemory(now: SteppingClock().now)
      for other in try World(seed: seed).stores {
        for (_, arrival) in try store.merge(other).arrivals {
          kinds.insert("\(arrival)".prefix { $0 != "(" }.lowercased())
        }
      }
    }
    #expect(kinds == ["added", "alreadyhere", "movedforward", "behind", "branch"])
  }

  @Test("takes what is whole of a damaged store, and says what is not")
  func damaged() throws {
    let clock = SteppingClock()
    let other = try Store.inMemory(now: clock.now)
    _ = try other.createSession(Sample(1))
    let whole = try other.createSession(Sample(2))
    try other.connection.execute("DROP TRIGGER event_is_not_changed")
    try other.connection.run("UPDATE event SET at = at + 1 WHERE session = 1 AND seq = 2")
    let store = try Store.inMemory(now: clock.now)
    let report = try store.merge(other)
    #expect(report.refused.map(\.what) == ["session 1"])
    #expect(report.refused.map(\.reason) == ["the hash of event 2 does not fit it"])
    #expect(report.arrivals.map(\.session) == [whole.id])
    #expect(try store.verify() == [])
  }

  @Test("lets a session alone that another process works on, and changes nothing then")
  func held() throws {
    let folder = try TemporaryFolder()
    let clock = SteppingClock()
    let store = try Store(at: folder.file("a"), mode: .create, now: clock.now)
    let stored = try store.createSession()
    let other = try Store.inMemory(now: clock.now)
    _ = try other.receive(store.outgoing(stored.id))
    var theirs = try other.session(SessionID(rawValue: 1))
    try other.append([.status(1, "open")], to: &theirs)
    _ = try other.createSession(Sample(4))
    do {
      let hold = try store.hold(stored.id, annotator: "ada")
      #expect(throws: JournalError.self) { try store.merge(other) }
      #expect(try store.sessionCount() == 1)
      #expect(try store.merge(other, held: [hold.session]).arrivals.count == 2)
    }
    #expect(try store.session(stored.id).session == theirs.session)
  }

  @Test("opens a store of an older version by a copy, and leaves no file")
  func older() throws {
    let folder = try TemporaryFolder()
    let clock = SteppingClock()
    let path = folder.file("store-2.sqlite")
    try Earlier.copyStore(to: path)
    let before = try Earlier.bytes(path)
    let store = try Store.inMemory(now: clock.now)
    let report = try Store.reading(at: path, now: clock.now) { (other) throws(JournalError) in
      try store.merge(other)
    }
    #expect(report.arrivals.map(\.arrival) == [.added(SessionID(rawValue: 1))])
    #expect(try Earlier.bytes(path) == before)
    #expect(try Earlier.names(in: folder.path) == ["store-2.sqlite"])
    #expect(try store.verify() == [])
  }
}

extension Store {
  fileprivate func someSession(_ random: inout SeededGenerator) throws -> SessionID? {
    try sessions(limit: 100).map(\.id).sorted().randomElement(using: &random)
  }
}
