import ClaimModel
import Testing

@testable import Journal

@Suite("Claims that share words")
struct RepeatsTests {
  let store: Store

  init() throws { store = try Store.inMemory(now: SteppingClock().now) }

  @Test(
    "gives the claims that hold three of the words, or all of fewer",
    arguments: [
      (["harbour", "closed"], [1]), (["closing", "harbours", "zzz", "yyy"], []), ([], []),
      (["…"], []), (["harbour\" OR \"cost"], []), (["\"", "*"], []),
    ])
  func words(_ words: [String], _ expected: [Int]) throws {
    _ = try store.createSession()
    #expect(try store.claims(sharing: words).map { $0.claim?.rawValue ?? 0 } == expected)
  }

  @Test("passes over the claims of one session, and is not filled up by them")
  func outside() throws {
    let first = try store.createSession()
    let second = try store.createSession(annotator: "ines")
    let words = ["harbour", "closed"]
    let found = { (session: SessionID?) in
      try store.claims(sharing: words, outside: session, limit: 1).map(\.session)
    }
    #expect(try found(nil) == [second.id])
    #expect(try found(second.id) == [first.id])
    #expect(try found(first.id) == [second.id])
  }

  @Test("gives the labels of a claim by attribute")
  func labels() throws {
    var stored = try store.createSession()
    try store.append([.status(1, "refuted")], to: &stored)
    try store.append(
      [.labelled(1, attribute: "topics", .list(["harbour", "trade"]))], to: &stored)
    try store.append([.labelled(2, attribute: "topics", .list([]))], to: &stored)
    let labels = try store.labels(of: 1, in: stored.id)
    #expect(labels.map(\.description) == ["status refuted", "topics harbour", "topics trade"])
    #expect(ClaimLabel.byAttribute(labels).map(\.1) == [["refuted"], ["harbour", "trade"]])
    #expect(try store.labels(of: 2, in: stored.id).map(\.description) == ["topics none"])
    #expect(try store.labels(of: 3, in: stored.id) == [])
  }
}
