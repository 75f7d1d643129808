import FoundationEssentials
import ProcessSupport
import Testing

/// `verify`, `seal`, `key`, `backup` and `repair` as a user runs them.
@Suite("Trust", .timeLimit(.minutes(20)))
struct TrustTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  /// The head that `verify` prints for the store.
  func head() throws -> String {
    let report = try desk.assay("verify")
    #expect(report.exitCode == 0, "\(report.errors)")
    let last = try #require(report.output.split(separator: "\n").last)
    #expect(last.hasPrefix("store: 1 session, "))
    return String(try #require(last.split(separator: " ").last))
  }

  struct Report: Decodable {
    let schema: String
    let store: Whole
    let sessions: [Session]
    let findings: [Finding]
    struct Whole: Decodable {
      let sessions: Int?
      let events: Int?
      let head: String?
    }
    struct Session: Decodable {
      let session: Int
      let id: String
      let events: Int
      let head: String
    }
    struct Finding: Decodable {
      let session: Int?
      let event: Int?
      let what: String
    }
  }

  func report(_ result: ProcessResult) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  @Test("verify prints heads, as text and as JSON, and compares with one that was kept")
  func heads() throws {
    let head = try head()
    let json = try report(desk.assay("verify", "--format", "json"))
    #expect(json.schema == "assay.verify/1" && json.findings.isEmpty)
    #expect(json.store.sessions == 1 && json.store.head == head)
    #expect(json.sessions.map(\.session) == [1] && json.sessions[0].id.utf8.count == 64)
    #expect(json.store.events == json.sessions[0].events)

    let same = try desk.assay("verify", "--expect", head)
    #expect(same.exitCode == 0 && same.errors.contains("this is the head that was expected"))
    #expect(try desk.assay("verify", "--expect", "sha256:" + head).exitCode == 0)
    #expect(try desk.assay("verify", "1", "--expect", json.sessions[0].head).exitCode == 0)
    _ = try desk.assay(Desk.article, input: "2 refuted\n")
    let other = try desk.assay("verify", "--expect", head)
    #expect(other.exitCode == 2 && other.output.contains("not \(head)"))
    let none = try desk.assay("verify", "--expect", "mara")
    #expect(none.exitCode == 64 && none.errors.contains("'mara' is no head"))
  }

  @Test("verify tells findings as JSON, with the session and the event")
  func findings() throws {
    _ = try desk.sqlite(
      """
      DROP TRIGGER event_is_not_changed;
      UPDATE event SET at = at + 1 WHERE seq = 2;
      """)
    let result = try desk.assay("verify", "--format", "json")
    #expect(result.exitCode == 2)
    let findings = try report(result).findings
    #expect(findings.map(\.session) == [nil, 1])
    #expect(findings.map(\.event) == [nil, 2])
    #expect(findings[0].what == "the trigger 'event_is_not_changed' is missing")
    let one = try report(desk.assay("verify", "1", "--format", "json"))
    #expect(one.store.head == nil && one.findings.count == 1)
  }

  @Test("seal finds out a forged chain that verify alone is content with")
  func seals() throws {
    #expect(try desk.assay("seal", "--output", "plain.seal").errors.contains("not signed"))
    let key = try desk.assay("key", "new")
    #expect(key.exitCode == 0 && key.output.hasPrefix("ed25519:"))
    let publicKey = String(key.output.dropLast())
    #expect(try desk.assay("key").output == key.output)
    #expect(desk.mode(of: ".local/state/assay/key.json") == 0o600)
    let again = try desk.assay("key", "new")
    #expect(again.exitCode == 73 && again.errors.contains("'key rotate'"))

    let seal = try desk.assay("seal", "--output", "a.seal")
    #expect(seal.exitCode == 0 && seal.errors.contains("signed with \(publicKey)"))
    let same = try desk.assay("verify", "--against", "a.seal", "--key", publicKey)
    #expect(same.exitCode == 0 && same.errors.contains("1 session is as sealed"))
    _ = try desk.assay(Desk.article, input: "2 refuted\nnote 2 more\n")
    let more = try desk.assay("verify", "--against", "a.seal")
    #expect(more.exitCode == 0 && more.errors.contains("1 went on from there, by 2 events"))
    #expect(more.errors.contains("signed with your key"))

    // The tail is cut so that nothing contradicts itself.
    _ = try desk.sqlite(
      """
      DROP TRIGGER event_is_not_deleted;
      DELETE FROM event WHERE seq > 1;
      CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'events are never deleted'); END;
      UPDATE session SET events = 1, changed = opened, last_hash = (SELECT hash FROM event);
      """)
    let repaired = try desk.assay("repair")
    #expect(repaired.exitCode == 0 && repaired.output.contains("rebuilt"), "\(repaired.errors)")
    #expect(try desk.assay("verify").exitCode == 0)
    for seal in ["a.seal", "plain.seal"] {
      let cut = try desk.assay("verify", "--against", seal)
      #expect(cut.exitCode == 2 && cut.output.contains("was cut: the seal has"))
    }
  }

  @Test("a key can be locked, and hands over to the next")
  func keys() throws {
    let open = ["ASSAY_PASSPHRASE": "grey ferry"]
    let first = try desk.assay("key", "new", "--passphrase", environment: open).output.dropLast()
    #expect(try !desk.read(".local/state/assay/key.json").contains("\"secret\""))
    let nobody = try desk.assay("seal", "--output", "x.seal")
    #expect(nobody.exitCode == 1 && nobody.errors.contains("ASSAY_PASSPHRASE"))
    let wrong = try desk.assay(
      "seal", "--output", "x.seal", environment: ["ASSAY_PASSPHRASE": "red ferry"])
    #expect(wrong.exitCode == 1 && wrong.errors.contains("not the key's passphrase"))
    #expect(!desk.exists("x.seal"))
    let next = try desk.assay("key", "rotate", environment: open).output.dropLast()
    #expect(first != next && next.hasPrefix("ed25519:"))
    #expect(try desk.assay("seal", "--output", "x.seal", environment: open).exitCode == 0)
    for key in [first, next] {
      #expect(try desk.assay("verify", "--against", "x.seal", "--key", String(key)).exitCode == 0)
    }
    let stranger = "ed25519:" + String(repeating: "0", count: 64)
    let other = try desk.assay("verify", "--against", "x.seal", "--key", stranger)
    #expect(other.exitCode == 2 && other.output.contains("not with \(stranger)"))
    #expect(try desk.assay("verify", "--against", "x.seal", "--key", "x").exitCode == 64)
    #expect(try desk.assay("verify", "--against", Desk.article).exitCode == 65)
    #expect(try desk.assay("key", "lose").exitCode == 64)
  }

  @Test("a passphrase is asked for on the terminal, and not shown")
  func typed() throws {
    let child = try desk.startShell("exec $ASSAY key new --passphrase")
    try child.expect("passphrase of the new key: ")
    try child.send("grey ferry\r")
    try child.expect("the same again: ")
    try child.send("grey ferry\r")
    try child.expect("ed25519:")
    #expect(try child.waitForExit() == .exited(0))
    #expect(!child.transcript.contains("ferry"))
  }

  @Test("sessions that are begun with a key name it in their first event")
  func firstEvent() throws {
    let key = try desk.assay("key", "new").output.dropLast()
    try desk.write("The bridge was closed in May. It was sold in June.\n", to: "other.txt")
    #expect(try desk.assay("other.txt", input: "quit\n").exitCode == 0)
    let first = try desk.sqlite("SELECT payload FROM event WHERE session = 2 AND seq = 1;")
    #expect(first.contains("\"key\":\"\(key)\""))
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test("a backup is the store, checked, and goes over no file")
  func backup() throws {
    let head = try head()
    let backup = try desk.assay("backup", "copy.sqlite")
    #expect(backup.exitCode == 0 && backup.errors.contains(head))
    #expect(desk.mode(of: "copy.sqlite") == 0o600)
    #expect(!desk.exists("copy.sqlite-wal") && !desk.exists("copy.sqlite.unfinished"))
    #expect(try desk.assay("verify", "--expect", head, "--store", "copy.sqlite").exitCode == 0)
    let again = try desk.assay("backup", "copy.sqlite")
    #expect(again.exitCode == 73 && again.errors.contains("it exists"))
  }

  @Test("a store that has lost its end is noticed when it is opened")
  func lostEnd() throws {
    let copy = try desk.assay("backup", "copy.sqlite")
    #expect(copy.exitCode == 0)
    _ = try desk.assay(Desk.article, input: "2 refuted\n")
    let quiet = try desk.assay("sessions")
    #expect(!quiet.errors.contains("has less"), "\(quiet.errors)")
    try desk.system("mv", "copy.sqlite", Desk.store)
    let noticed = try desk.assay("sessions")
    #expect(noticed.exitCode == 0 && noticed.errors.contains("has less than when you last used it"))
    #expect(noticed.errors.contains("session 1 had"))
    _ = try desk.assay(Desk.article, input: "3 refuted\n")
    #expect(try !desk.assay("sessions").errors.contains("has less"))
  }
}
