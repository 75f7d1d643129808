import ClaimModel
import Foundation
import Testing

@testable import Journal

@Suite("The heads that a user's state knows")
struct KnownHeadsTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()
  var path: String { folder.file("store.sqlite") }
  var state: String { folder.file("state") }

  init() throws { folder = try TemporaryFolder() }

  func open(_ path: String? = nil) throws -> Store {
    try Store(at: path ?? self.path, mode: .create, now: clock.now)
  }

  func losses(_ store: Store) throws -> [LostHead] {
    try #require(try KnownHeads(of: store, in: state)).losses
  }

  /// Makes a session with some notes, and notes its head.
  func work(_ store: Store, _ sample: Int = 0, notes: Int = 3) throws {
    let heads = try #require(try KnownHeads(of: store, in: state))
    var stored = try store.createSession(Sample(sample))
    for number in 0..<notes { try store.append([.noted(1, "\(number)")], to: &stored) }
    heads.note(stored, at: clock.now())
  }

  @Test("say nothing of a store that is as it was, or went on")
  func content() throws {
    let store = try open()
    #expect(try losses(store) == [])
    try work(store)
    #expect(try losses(store) == [])
    var stored = try store.session(SessionID(rawValue: 1))
    try store.append([.noted(1, "more")], to: &stored)
    #expect(try losses(store) == [])
    for number in 1..<40 { try work(store, number, notes: 1) }
    #expect(try losses(store) == [])
  }

  @Test("notice a lost log, also after the store was moved, until something is decided")
  func lostLog() throws {
    do { _ = try open().createSession() }
    let before = try Data(contentsOf: URL(filePath: path))
    do {
      let store = try open()
      let heads = try #require(try KnownHeads(of: store, in: state))
      var stored = try store.session(SessionID(rawValue: 1))
      try store.append([.status(1, "open")], to: &stored)
      heads.note(stored, at: clock.now())
    }
    // Into the same file, so that it keeps its inode.
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: before)
    try file.close()
    let moved = folder.file("moved.sqlite")
    try FileManager.default.moveItem(atPath: path, toPath: moved)
    let store = try open(moved)
    let losses = try losses(store)
    #expect(losses.map(\.left) == [2] && losses.map(\.events) == [3])
    #expect(losses.first?.description.hasSuffix(", and 2 are left") == true)

    let heads = try #require(try KnownHeads(of: store, in: state))
    var stored = try store.session(SessionID(rawValue: 1))
    try store.append([.status(1, "refuted")], to: &stored)
    heads.note(stored, at: clock.now())
    #expect(try self.losses(store) == [])
  }

  @Test("notice another file in the store's place, and other events in a session's")
  func replaced() throws {
    try work(open())
    let copy = folder.file("copy.sqlite")
    try open().backUp(to: copy)
    try work(open(), 1)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: copy, toPath: path)
    let losses = try losses(open())
    #expect(losses.map(\.session) == [SessionID(rawValue: 2)] && losses.map(\.left) == [nil])
    #expect(losses.first?.description.hasSuffix("and is not there") == true)
  }

  @Test("keep nothing where there is no place, and follow no link")
  func noPlace() throws {
    let store = try open()
    let nowhere = try #require(try KnownHeads(of: store, in: "/proc/nowhere"))
    let stored = try store.createSession()
    nowhere.note(stored, at: clock.now())
    #expect(try KnownHeads(of: Store.inMemory(now: clock.now), in: state) == nil)
    let again = try #require(try KnownHeads(of: store, in: "/proc/nowhere"))
    #expect(again.losses == [])
  }
}
