import Foundation
import Synchronization
import Testing

@testable import ClaimModel
@testable import Journal

/// Counts those who hold something at once.
private final class Crowd: Sendable {
  private let counts = Mutex((present: 0, most: 0))

  func come() {
    counts.withLock {
      $0.present += 1
      $0.most = max($0.most, $0.present)
    }
  }

  func go() { counts.withLock { $0.present -= 1 } }

  /// The most at any moment.
  var most: Int { counts.withLock(\.most) }
}

@Suite("Holding a session")
struct HoldTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()

  init() throws { folder = try TemporaryFolder() }

  func open() throws -> Store {
    try Store(at: folder.file("store.sqlite"), mode: .create, now: clock.now)
  }

  @Test("is refused to a second one, who is told by whom, and may read")
  func exclusive() throws {
    let first = try open()
    let one = try first.createSession(Sample(1))
    let other = try first.createSession(Sample(2))
    let second = try open()
    let name = "Ada Lovelace"
    let hold = try first.hold(one.id, annotator: name)
    let error = #expect(throws: JournalError.self) { try second.hold(one.id, annotator: "bo") }
    guard case .sessionHeld(one.id, let holder)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder.annotator == name)
    #expect(holder.process == Int(getpid()))
    #expect(holder.since != nil)
    #expect(throws: JournalError.self) { try first.hold(one.id, annotator: name) }
    #expect(try second.session(one.id).session == one.session)
    _ = try second.hold(other.id, annotator: "bo")
    withExtendedLifetime(hold) {}
  }

  @Test("ends with the object, not with the refusal of another")
  func released() throws {
    let store = try open()
    let stored = try store.createSession()
    var hold: SessionHold? = try store.hold(stored.id, annotator: "ada")
    for _ in 0..<2 {
      #expect(throws: JournalError.self) { try open().hold(stored.id, annotator: "bo") }
    }
    #expect(hold?.session == stored.id)
    hold = nil
    let next = try open().hold(stored.id, annotator: "bo")
    #expect(next.session == stored.id)
  }

  @Test("leaves no file behind when the last one lets go, whoever that is")
  func tidy() throws {
    let store = try open()
    let one = try store.createSession(Sample(1))
    let other = try store.createSession(Sample(2))
    let isThere = { FileManager.default.fileExists(atPath: store.path + ".holds") }
    #expect(!isThere())
    var holds = [
      try store.hold(one.id, annotator: "ada"), try store.hold(other.id, annotator: "ada"),
    ]
    for _ in 0..<2 {
      #expect(throws: JournalError.self) { try open().hold(one.id, annotator: "bo") }
      #expect(isThere())
    }
    holds.removeFirst()
    #expect(isThere())
    #expect(throws: JournalError.self) { try open().hold(other.id, annotator: "bo") }
    holds.removeAll()
    #expect(!isThere())
    // As a process leaves it that is killed.
    #expect(FileManager.default.createFile(atPath: store.path + ".holds", contents: Data("x".utf8)))
    _ = try store.hold(one.id, annotator: "ada")
    #expect(!isThere())
  }

  @Test("is never given to two, however they come and go")
  func crowd() async throws {
    let stored = try open().createSession()
    let path = folder.file("store.sqlite")
    let crowd = Crowd()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let store = try Store(at: path, mode: .create, now: SteppingClock().now)
          for _ in 0..<300 {
            do {
              let hold = try store.hold(stored.id, annotator: "ada")
              crowd.come()
              crowd.go()
              withExtendedLifetime(hold) {}
            } catch JournalError.sessionHeld {}
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(crowd.most == 1)
    #expect(!FileManager.default.fileExists(atPath: path + ".holds"))
  }

  @Test("names nobody where the record cannot be read, and cuts a very long name")
  func records() throws {
    let store = try open()
    let stored = try store.createSession()
    let hold = try store.hold(stored.id, annotator: String(repeating: "ä\u{1B}\n", count: 500))
    let error = #expect(throws: JournalError.self) { try open().hold(stored.id, annotator: "bo") }
    guard case .sessionHeld(_, let holder)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder.annotator?.allSatisfy { $0 == "ä" } == true)
    let handle = try #require(FileHandle(forWritingAtPath: store.path + ".holds"))
    try handle.truncate(atOffset: 0)
    try handle.close()
    #expect(
      throws: JournalError.sessionHeld(
        stored.id, by: SessionHolder(annotator: nil, process: nil, since: nil))
    ) { try open().hold(stored.id, annotator: "bo") }
    withExtendedLifetime(hold) {}
  }

  @Test("says what is wrong where the file of holds cannot be opened")
  func unusableFile() throws {
    let store = try open()
    let stored = try store.createSession()
    let file = store.path + ".holds"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(throws: JournalError.cannotLock(file, reason: "is a directory")) {
      try store.hold(stored.id, annotator: "ada")
    }
  }
}
