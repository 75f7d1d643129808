import ClaimModel
import Foundation
import Testing

@testable import Journal

/// What a store does when its file, or one beside it, is not what its name says.
@Suite("The file of a store")
struct StoreFileTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()
  var path: String { folder.file("store.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  func open(_ mode: Store.Mode = .create, isShared: Bool = false) throws -> Store {
    try Store(at: path, mode: mode, isShared: isShared, patience: 200, now: clock.now)
  }

  func mode(of path: String) throws -> Int {
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return try #require(rights as? Int)
  }

  // MARK: - Names that lead elsewhere while it is open

  enum Mishap: String, CaseIterable, Sendable {
    case renamed, removed, replaced, logRemoved, indexRemoved
  }

  func suffer(_ mishap: Mishap) throws {
    let files = FileManager.default
    switch mishap {
    case .renamed: try files.moveItem(atPath: path, toPath: path + ".old")
    case .removed: try files.removeItem(atPath: path)
    case .replaced:
      try files.copyItem(atPath: path, toPath: path + ".copy")
      try files.removeItem(atPath: path)
      try files.moveItem(atPath: path + ".copy", toPath: path)
    case .logRemoved: try files.removeItem(atPath: path + "-wal")
    case .indexRemoved: try files.removeItem(atPath: path + "-shm")
    }
  }

  @Test("acknowledges nothing that would be lost with a name", arguments: Mishap.allCases)
  func mishaps(_ mishap: Mishap) throws {
    let store = try open()
    var stored = try store.createSession()
    try store.append([.status(1, "refuted")], to: &stored)
    let before = stored.session
    try suffer(mishap)
    let file =
      switch mishap {
      case .renamed, .removed, .replaced: path
      case .logRemoved: path + "-wal"
      case .indexRemoved: path + "-shm"
      }
    let error = JournalError.moved(file, store: path)
    #expect(throws: error) { try store.append([.status(2, "open")], to: &stored) }
    #expect(throws: error) { try store.createSession(Sample(2)) }
    #expect(throws: error) { try store.add(Sample(3).article) }
    #expect(stored.session == before)
  }

  @Test("goes on when a store that was renamed has its name again")
  func renamedBack() throws {
    let store = try open()
    var stored = try store.createSession()
    for name in ["", "-wal", "-shm"] {
      try FileManager.default.moveItem(atPath: path + name, toPath: path + ".old" + name)
    }
    #expect(throws: JournalError.moved(path, store: path)) {
      try store.append([.status(1, "open")], to: &stored)
    }
    for name in ["", "-wal", "-shm"] {
      try FileManager.default.moveItem(atPath: path + ".old" + name, toPath: path + name)
    }
    try store.append([.status(1, "open")], to: &stored)
    #expect(try open(.readWrite).session(stored.id).session == stored.session)
  }

  @Test("takes no decision while a store has two names, and goes on when it has one")
  func hardLinks() throws {
    let store = try open()
    var stored = try store.createSession()
    try FileManager.default.linkItem(atPath: path, toPath: path + ".second")
    #expect(throws: JournalError.severalNames(path)) {
      try store.append([.status(1, "open")], to: &stored)
    }
    try FileManager.default.removeItem(atPath: path + ".second")
    try store.append([.status(1, "open")], to: &stored)
  }

  @Test("follows a symbolic link to a store as long as it leads there")
  func symbolicLink() throws {
    _ = try open().createSession()
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "store.sqlite")
    let store = try Store(at: link, mode: .readWrite, now: clock.now)
    var stored = try store.session(SessionID(rawValue: 1))
    try store.append([.status(1, "open")], to: &stored)
    try FileManager.default.copyItem(atPath: path, toPath: folder.file("other.sqlite"))
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "other.sqlite")
    #expect(throws: JournalError.moved(link, store: link)) {
      try store.append([.status(2, "open")], to: &stored)
    }
  }

  // MARK: - Names that were planted

  @Test(
    "opens no store beside which a link was planted",
    arguments: ["-wal", "-shm", "-journal"], [false, true])
  func planted(suffix: String, isHard: Bool) throws {
    do { _ = try open().createSession() }
    let victim = folder.file("victim")
    try "mine".write(toFile: victim, atomically: false, encoding: .utf8)
    if isHard {
      try FileManager.default.linkItem(atPath: victim, toPath: path + suffix)
    } else {
      try FileManager.default.createSymbolicLink(
        atPath: path + suffix, withDestinationPath: "victim")
    }
    let reason =
      isHard
      ? "the file has another name too (a hard link)"
      : "it is a symbolic link, and the program writes to none"
    for mode in [Store.Mode.create, .readWrite, .readOnly] {
      #expect(throws: JournalError.unsafeFile(path + suffix, reason: reason)) { try open(mode) }
    }
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
  }

  @Test("locks nothing through a planted lock file", arguments: ["link", "hard link", "pipe"])
  func plantedLock(_ kind: String) throws {
    let store = try open()
    let stored = try store.createSession()
    let victim = folder.file("victim")
    try "mine".write(toFile: victim, atomically: false, encoding: .utf8)
    let lock = path + ".holds"
    let reason: String
    switch kind {
    case "link":
      try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: "victim")
      reason = "it is a symbolic link, and the program writes to none"
    case "hard link":
      try FileManager.default.linkItem(atPath: victim, toPath: lock)
      reason = "the file has another name too (a hard link)"
    default:
      #expect(mkfifo(lock, 0o600) == 0)
      reason = "it is no regular file"
    }
    #expect(throws: JournalError.cannotLock(lock, reason: reason)) {
      try store.hold(stored.id, annotator: "ada")
    }
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
    try FileManager.default.removeItem(atPath: lock)
    _ = try store.hold(stored.id, annotator: "ada")
  }

  // MARK: - Who may read it

  @Test("is the user's alone, with all that lies beside it", arguments: [false, true])
  func rights(isShared: Bool) throws {
    let old = umask(0o022)
    defer { umask(old) }
    let expected = isShared ? 0o660 : 0o600
    let store = try open(isShared: isShared)
    #expect(store.isShared == isShared)
    let stored = try store.createSession()
    let hold = try store.hold(stored.id, annotator: "ada")
    for suffix in ["", "-wal", "-shm", ".holds"] {
      #expect(try mode(of: path + suffix) == expected, "\(suffix)")
    }
    try store.backUp(to: folder.file("copy.sqlite"))
    #expect(try mode(of: folder.file("copy.sqlite")) == expected)
    withExtendedLifetime(hold) {}
  }

  @Test("a folder that is made for a shared store is the group's, and so is what is made in it")
  func sharedFolder() throws {
    let inside = folder.file("team/store.sqlite")
    _ = try Store(at: inside, mode: .create, isShared: true, now: clock.now)
    #expect(try mode(of: folder.file("team")) & 0o2777 == 0o2770)
  }

  // MARK: - Unfinished

  @Test("calls an empty file or database unfinished, and finishes it", arguments: [false, true])
  func unfinished(isDatabase: Bool) throws {
    if isDatabase {
      do {
        try Data().write(to: URL(filePath: path))
        let raw = try Connection(path: path, access: .readWrite, patience: 0)
        _ = try raw.first("PRAGMA journal_mode = WAL") { $0.text(0) }
      }
      #expect(try Data(contentsOf: URL(filePath: path)).count > 0)
    } else {
      try Data().write(to: URL(filePath: path))
    }
    for mode in [Store.Mode.readOnly, .readWrite] {
      #expect(throws: JournalError.unfinished(path)) { try open(mode) }
    }
    _ = try open().createSession()
    #expect(try open(.readOnly).sessionCount() == 1)
  }

  // MARK: - The clock

  @Test("gives no event an earlier moment than the one before it, unless it is told the moment")
  func clockSetBack() throws {
    var present: Int64 = 1_700_000_000_000
    let store = try Store(
      at: path, mode: .create, now: { Timestamp(milliseconds: present) })
    var stored = try store.createSession()
    present -= 3_600_000
    let first = try store.append([.status(1, "open")], to: &stored)
    #expect(first.map(\.at.milliseconds) == [1_700_000_000_000])
    let earlier = Timestamp(milliseconds: present)
    #expect(try store.append([.status(2, "open")], to: &stored, at: earlier).map(\.at) == [earlier])
    present += 7_200_000
    #expect(
      try store.append([.status(3, "open")], to: &stored).map(\.at.milliseconds) == [present])
  }
}
