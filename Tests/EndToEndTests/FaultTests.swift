import Glibc
import ProcessSupport
import Testing

/// Stores and disks that fail: a plain sentence, nothing lost, and the prompt alive.
@Suite("Faults", .serialized, .timeLimit(.minutes(20)))
struct FaultTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  private func open(_ arguments: [String] = [Desk.article]) throws -> PtyProcess {
    let prompt = try desk.start(arguments, environment: ["TERM": "dumb"])
    try prompt.expect("> ")
    return prompt
  }

  private func ask(_ prompt: PtyProcess, _ line: String) throws -> String {
    try prompt.answer(line, prompt: "> ")
  }

  // MARK: - Files that are no store

  @Test(
    "refuses what is no store of this version, and leaves it as it is",
    arguments: ["garbage", "text", "foreign", "newer"])
  func strange(kind: String) throws {
    let store = "strange.sqlite"
    let sentence: String
    switch kind {
    case "garbage":
      try desk.write((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ $0 >> 3) }, to: store)
      sentence = "'strange.sqlite' is not a store of this program"
    case "text":
      try desk.write("Nothing but some words.\n", to: store)
      sentence = "'strange.sqlite' is not a store of this program"
    case "foreign":
      _ = try desk.sqlite("CREATE TABLE recipe(name TEXT);", in: store)
      sentence = "'strange.sqlite' is not a store of this program"
    default:
      _ = try desk.sqlite("PRAGMA user_version = 99; VACUUM INTO '\(store)';")
      sentence = "the store 'strange.sqlite' has version 99, and this program knows versions up to "
    }
    let before = try desk.read(store)
    for arguments in [["sessions"], [Desk.article], ["verify"]] {
      let result = try runProcess(
        builtProgram("assay"), ["--store", store] + arguments, environment: ["HOME": desk.folder],
        folder: desk.folder)
      #expect(result.exitCode == 65)
      #expect(result.errors.hasPrefix("assay: ") && result.errors.contains(sentence))
      #expect(result.errors.split(separator: Character("\n")).count == 1)
    }
    #expect(try desk.read(store) == before)

    let prompt = try open(["--store", store])
    #expect(try ask(prompt, "load \(Desk.article)").contains("strange.sqlite"))
    #expect(try ask(prompt, "codebook status").contains("supported"))
    try prompt.leave()
  }

  @Test("says that a store is damaged, and does not make it worse", arguments: [1, 3, 9])
  func truncated(pages: Int) throws {
    _ = try desk.sqlite("VACUUM INTO 'half.sqlite';")
    try desk.system("truncate", "-s", "\(pages * 4096 + 100)", "half.sqlite")
    let before = try desk.read("half.sqlite")
    for arguments in [["verify"], ["sessions"], ["open", "1"], [Desk.article]] {
      let result = try runProcess(
        builtProgram("assay"), ["--store", "half.sqlite"] + arguments,
        environment: ["HOME": desk.folder], folder: desk.folder)
      #expect([2, 65].contains(result.exitCode), "\(arguments): \(result.errors)")
      #expect(result.errors.contains("assay: "))
    }
    #expect(try desk.read("half.sqlite") == before)
  }

  // MARK: - Others at work

  @Test("waits for no one for ever when another program holds the store, and goes on afterwards")
  func locked() throws {
    let prompt = try open()
    let other = try PtyProcess(
      "/usr/bin/env", ["sqlite3", Desk.store], environment: ["HOME": desk.folder],
      folder: desk.folder)
    try other.send("BEGIN IMMEDIATE;\rSELECT 'taken' || 1;\r")
    try other.expect("taken1")
    #expect(
      try ask(prompt, "2 refuted").contains(
        "assay: another program is writing to the store '\(Desk.store)'"))
    #expect(try ask(prompt, "show 2").contains("unverified"))
    try other.send("COMMIT;\rSELECT 'free' || 1;\r")
    try other.expect("free1")
    #expect(try ask(prompt, "2 refuted").contains("claim 2: status refuted"))
    try prompt.leave()
  }

  @Test("tells a second program who has the session, and lets it read")
  func held() throws {
    let first = try open()
    _ = try ask(first, "2 refuted")
    let second = try desk.assay(
      "--annotator", "mara", Desk.article, input: "show 2\n1 refuted\n")
    #expect(second.exitCode == 1)
    #expect(second.errors.contains("session 1 is being worked on by 'mara'"))
    #expect(second.errors.contains("\(first.processID)"))
    #expect(second.output.contains("refuted"))
    #expect(second.errors.contains("line 2: session 1 was opened for reading"))

    let reader = try open()
    #expect(reader.transcript.hasSuffix("reading> "))
    _ = try ask(first, "3 satire")
    try first.leave()
    let opened = try ask(reader, "open 1")
    #expect(!opened.contains("warning"))
    #expect(try ask(reader, "show 3").contains("satire"))
    #expect(try ask(reader, "1 mixed").contains("claim 1: status mixed"))
    try reader.leave()
  }

  @Test("lets go of a session when it ends, also by SIGKILL")
  func letsGo() throws {
    let first = try open()
    try first.signal(SIGKILL)
    try first.waitForExit()
    let second = try desk.assay(Desk.article, input: "1 refuted\n")
    #expect(second.exitCode == 0, "\(second.errors)")
  }

  @Test("leaves a store that is one file, so that a copy of it is whole")
  func oneFile() throws {
    #expect(try desk.assay(Desk.article, input: "1 refuted\n").exitCode == 0)
    try desk.system("cp", Desk.store, "copy.sqlite")
    let copy = try desk.assay("--store", "copy.sqlite", "open", "1", input: "history\nverify\n")
    #expect(copy.exitCode == 0, "\(copy.errors)")
    #expect(copy.output.contains("claim 1 status: refuted"))
    let prompt = try open()
    _ = try ask(prompt, "2 mixed")
    try prompt.leave()
    try desk.system("cp", Desk.store, "second.sqlite")
    let second = try desk.assay("--store", "second.sqlite", "open", "1", input: "history\n")
    #expect(second.output.contains("claim 2 status: mixed"))
  }

  // MARK: - Names and rights

  @Test("says that a store went, and acknowledges nothing that would be lost")
  func renamed() throws {
    let prompt = try open()
    #expect(try ask(prompt, "2 refuted").contains("claim 2: status refuted"))
    try desk.system("mv", Desk.store, "elsewhere.sqlite")
    let said = try ask(prompt, "3 refuted")
    #expect(said.contains("assay: the store '\(Desk.store)' was renamed, removed or replaced"))
    #expect(try ask(prompt, "show 3").contains("unverified"))
    #expect(try ask(prompt, "undo").contains("assay: the store"))
    try desk.system("mv", "elsewhere.sqlite", Desk.store)
    #expect(try ask(prompt, "3 refuted").contains("claim 3: status refuted"))
    try prompt.leave()
    let after = try desk.assay(Desk.article, input: "history\nverify\n")
    #expect(after.exitCode == 0 && after.output.contains("claim 3 status: refuted"))
  }

  @Test("blames nobody else for a store that cannot be written")
  func readOnlyStore() throws {
    #expect(chmod(desk.path(Desk.store), 0o444) == 0 && chmod(desk.path("Sessions"), 0o555) == 0)
    defer { chmod(desk.path("Sessions"), 0o755) }
    guard geteuid() != 0 else {
      // For the superuser no file is read-only; another user is asked instead.
      #expect(chmod(desk.folder, 0o755) == 0)
      let read = try desk.system(
        "setpriv", "--reuid", "65534", "--clear-groups", builtProgram("assay"), "open", "1",
        input: "2 refuted\n")
      return expectReading(read)
    }
    expectReading(try desk.assay("open", "1", input: "2 refuted\n"))
  }

  private func expectReading(_ result: ProcessResult) {
    #expect(
      result.errors.contains(
        "line 1: session 1 was opened for reading, because the store is read-only"),
      "\(result.errors)")
    #expect(!result.errors.contains("another process"))
  }

  @Test("keeps a store and its lock private, and shares them with the group when asked")
  func rights() throws {
    let prompt = try open()
    for suffix in ["", "-wal", "-shm", ".holds"] {
      #expect(desk.mode(of: Desk.store + suffix) == 0o600, "\(suffix)")
    }
    _ = try ask(prompt, "export --output claims.csv")
    #expect(desk.mode(of: "claims.csv") == 0o644)
    try prompt.leave()
    let made = try desk.assay(
      "--shared", "--store", "team.sqlite", Desk.article, input: "1 mixed\n")
    #expect(made.exitCode == 0, "\(made.errors)")
    #expect(desk.mode(of: "team.sqlite") == 0o660)
    let late = try desk.assay("--shared", "sessions")
    #expect(late.errors.contains("is not the group's; 'chmod g+rw' makes it so"))
  }

  @Test("never exports over the open store, whatever the name")
  func exportOverStore() throws {
    let prompt = try open()
    try desk.system("ln", "-s", Desk.store, "claims.csv")
    let before = try desk.read(Desk.store)
    for name in ["", "-wal", "-shm", ".holds"].map({ Desk.store + $0 }) + ["claims.csv"] {
      for verb in ["export --format json", "replay --cast"] {
        let output = verb.hasPrefix("replay") ? "\(name) --force" : "--output \(name) --force"
        // The sentence is broken between words.
        let said = try ask(prompt, "\(verb) \(output)")
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(said.contains("belongs to the store that is open and is never replaced"))
      }
    }
    #expect(try ask(prompt, "2 refuted").contains("claim 2: status refuted"))
    try prompt.leave()
    #expect(try desk.assay("verify").exitCode == 0)
    #expect(try desk.read(Desk.store) != before)
  }

  @Test("sends no control character of an article to a terminal, and its bytes to a file")
  func controlCharacters() throws {
    try desk.write(
      "Title of it\n\nThe mayor said that \u{1B}]52;c;ZXZpbA==\u{7}the harbour \u{9B}5mis open.\n",
      to: "evil.txt")
    let started = try desk.start(["evil.txt"], environment: ["TERM": "dumb"])
    try started.expect("> ")
    for format in ["csv", "json", "jsonl"] {
      let shown = try ask(started, "export --format \(format)")
      #expect(shown.contains("harbour"))
      #expect(!shown.contains("\u{1B}]52") && !shown.contains("\u{9B}"), "\(format)")
    }
    #expect(!(try ask(started, "replay --script").contains("\u{1B}]52")))
    #expect(try ask(started, "export --format csv").contains("^[]52;c;ZXZpbA==^G"))
    try started.leave()
    let piped = try desk.assay("export", "2", "--format", "csv")
    #expect(piped.output.contains("\u{1B}]52;c;ZXZpbA==\u{7}"))
  }

  @Test("goes forward in time, unless a script says otherwise")
  func clock() throws {
    let back = "clock 2001-01-01T00:00:00.000Z"
    let refused = try desk.assay(Desk.article, input: "\(back)\n1 refuted\n")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("line 2: the clock of the script, 2001-01-01T00:00:00.000Z"))
    let person = try desk.assay(Desk.article, input: "\(back) --back\n1 refuted\n")
    #expect(person.exitCode == 1, "a person's session never goes back")
    let told = try desk.assay(
      input:
        "clock 2005-01-01T00:00:00.000Z\nload \(Desk.article) --new\n\(back) --back\n1 refuted\n2 mixed\n"
    )
    #expect(told.exitCode == 0, "\(told.errors)")
    try RoundTripTests.expectRebuilds(session: 2, of: desk)
  }

  @Test("finishes a store that was being made when the program was killed")
  func unfinished() throws {
    try desk.write("", to: "new.sqlite")
    let verified = try desk.assay("--store", "new.sqlite", "verify")
    #expect(verified.exitCode == 65)
    #expect(verified.errors.contains("the store 'new.sqlite' is empty"))
    #expect(try desk.assay("--store", "new.sqlite", Desk.article, input: "1 mixed\n").exitCode == 0)
    #expect(try desk.assay("--store", "new.sqlite", "verify").exitCode == 0)
  }

  // MARK: - Disks

  @Test("reads a store that was written elsewhere", .enabled(if: Volume.isPossible))
  func readOnlyCopy() throws {
    let volume = try Volume("disk", on: desk, kilobytes: 4096)
    // Neither a log nor an index lies beside it, as on a medium that was written once.
    try desk.system("cp", Desk.store, "disk/assay.sqlite")
    try volume.makeReadOnly()
    for arguments in [["sessions"], ["verify"], ["export", "1"]] {
      let result = try runProcess(
        builtProgram("assay"), ["--store", "disk/assay.sqlite"] + arguments,
        environment: ["HOME": desk.folder], folder: desk.folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.errors.contains("the store 'disk/assay.sqlite' cannot be written"))
    }
    let opened = try desk.assay("--store", "disk/assay.sqlite", "open", "1", input: "1 mixed\n")
    #expect(opened.errors.contains("because the store is read-only"))
    withExtendedLifetime(volume) {}
  }

  @Test("reads a store that cannot be written", .enabled(if: Volume.isPossible))
  func readOnlyDisk() throws {
    let volume = try Volume("disk", on: desk, kilobytes: 4096)
    _ = try desk.sqlite("VACUUM INTO 'disk/assay.sqlite';")
    #expect(
      try desk.assay("--store", "disk/assay.sqlite", "open", "1", input: "1 refuted\n").exitCode
        == 0)
    try volume.makeReadOnly()
    let read = try desk.assay("--store", "disk/assay.sqlite", "open", "1", input: "show 1\n")
    #expect(read.exitCode == 0, "\(read.errors)")
    #expect(read.errors.contains("the store 'disk/assay.sqlite' cannot be written"))
    #expect(read.output.contains("refuted"))
    #expect(try desk.assay("--store", "disk/assay.sqlite", "verify").exitCode == 0)
    #expect(try desk.assay("--store", "disk/assay.sqlite", "export", "1").exitCode == 0)

    let prompt = try open(["--store", "disk/assay.sqlite", "open", "1"])
    #expect(try ask(prompt, "1 mixed").contains("opened for reading"))
    #expect(try ask(prompt, "export --output disk/x.csv").contains("disk/x.csv"))
    #expect(try ask(prompt, "show 1").contains("refuted"))
    try prompt.leave()

    let new = try desk.assay("--store", "disk/new.sqlite", Desk.article)
    #expect(new.exitCode == 73)
    #expect(new.errors.hasPrefix("assay: cannot create the store 'disk/new.sqlite': "))
    withExtendedLifetime(volume) {}
  }

  @Test("reads a store in a folder that cannot be written", .enabled(if: geteuid() != 0))
  func readOnlyFolder() throws {
    #expect(chmod(desk.path(Desk.store), 0o444) == 0 && chmod(desk.path("Sessions"), 0o555) == 0)
    defer { chmod(desk.path("Sessions"), 0o755) }
    let read = try desk.assay("open", "1", input: "show 1\n")
    #expect(read.exitCode == 0, "\(read.errors)")
    let new = try desk.assay("--store", "Sessions/new.sqlite", Desk.article)
    #expect(new.exitCode == 73)
  }

  @Test(
    "loses nothing on a full disk, and goes on when there is room", .enabled(if: Volume.isPossible))
  func fullDisk() throws {
    let volume = try Volume("disk", on: desk, kilobytes: 1024)
    _ = try desk.sqlite("VACUUM INTO 'disk/assay.sqlite';")
    let prompt = try open(["--store", "disk/assay.sqlite", "open", "1"])
    #expect(try ask(prompt, "1 refuted").contains("claim 1: status refuted"))
    try desk.system("dd", "if=/dev/zero", "of=disk/filler", "bs=4k")
    var said = ""
    for number in 0..<50 where !said.contains("assay: ") {
      said = try ask(prompt, "tag all t\(number)")
    }
    #expect(said.contains("no room is left on the disk"), "\(said)")
    #expect(try ask(prompt, "show 1").contains("refuted"))
    #expect(try ask(prompt, "export --output disk/claims.csv").contains("assay: "))
    #expect(!desk.exists("disk/claims.csv"))
    try desk.system("rm", "disk/filler")
    #expect(try ask(prompt, "tag 1 after").contains("tagged after"))
    #expect(try ask(prompt, "verify").contains("nothing here contradicts itself"))
    try prompt.leave()
    let after = try desk.assay(
      "--store", "disk/assay.sqlite", "open", "1", input: "history 1\nverify\n")
    #expect(after.exitCode == 0, "\(after.errors)")
    #expect(after.output.contains("tagged after"))
    withExtendedLifetime(volume) {}
  }

  @Test("loses nothing where files may not grow")
  func quota() throws {
    // What was decided so far lies in the store, so the limit leaves some room in the log beside it.
    let script =
      (0..<400).map { "tag all t\($0)\n" }.joined() + "show 1\n"
    try desk.write(script, to: "script.txt")
    let limited = try desk.startShell(
      "ulimit -f 600; exec $ASSAY --keep-going \(Desk.article) < script.txt")
    #expect(try limited.waitForExit() != .killed(signal: SIGXFSZ))
    let confirmed = limited.transcript.split(whereSeparator: \.isNewline)
      .count { $0.contains(": tagged t") }
    #expect(limited.transcript.contains("assay: line"))
    #expect(limited.transcript.contains("claim 1  1 of 6"))
    let after = try desk.assay(Desk.article, input: "history 1\nverify\n1 refuted\n")
    #expect(after.exitCode == 0, "\(after.errors)")
    let stored = after.output.split(whereSeparator: \.isNewline).count { $0.contains("tagged t") }
    #expect(stored == confirmed)
    #expect(confirmed > 0 && confirmed < 400)
  }
}
