import ClaimModel
import Testing

@testable import Journal

@Suite("Store")
struct StoreTests {
  let folder = TemporaryFolder()
  let clock = SteppingClock()

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
    #expect(again.codebook == Sample.codebook)
    #expect(again.annotator == "ada")
    #expect(again.session.state.claims[1]?.labels.isEmpty == true)
    #expect(again.session.events.map(\.command) == [1, 1, 3, 4, 4, 6])
    #expect(try open().verify() == [])
  }

  @Test("finds claims by words, beginnings, phrases, notes and labels")
  func searches() throws {
    let store = try open()
    var stored = try store.createSession()
    try store.append([.status(1, "refuted"), .noted(2, "ask the treasurer")], to: &stored)
    try store.append([.noted(nil, "second reading needed")], to: &stored)
    func found(_ text: String, _ labels: [SearchQuery.LabelFilter] = []) throws -> [Int] {
      try store.search(SearchQuery(text, labels: labels)).map { $0.claim?.rawValue ?? 0 }
    }
    #expect(try found("harbour closed") == [1])
    #expect(try found("closing") == [1])
    #expect(try found("fisher") == [4])
    #expect(try found("\"two million\"") == [2])
    #expect(try found("\"million two\"") == [])
    #expect(try found("treasurer") == [2])
    #expect(try found("second reading") == [0])
    #expect(try found("", [.init(attribute: "status", value: "refuted")]) == [1])
    #expect(try found("the", [.init(attribute: "status", value: "refuted")]) == [1])
    #expect(try found("\" OR NEAR( * -x ^ : \"\" {a}") == [])
    #expect(try found("…") == [])
    #expect(try found("") == [5, 4, 3, 2, 1])
    #expect(try store.verify() == [])
  }
}
