import ProcessSupport
import Testing

/// A session goes on when its article has another text.
@Suite("The same article again", .timeLimit(.minutes(20)))
struct NewTextTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(EditedArticle.text, to: EditedArticle.file)
    let begun = try desk.assay(
      input: """
        \(SampleArticle.load)
        1 refuted
        2-3 supported
        5 mixed
        evidence 3 https://example.org/bridges --quote "two bridges" --accessed 2026-02-11
        note 5 the union's own figure
        tag 2 may
        drop 4
        note --session begun on the first text

        """)
    try #require(begun.exitCode == 0, "\(begun.errors)")
  }

  // MARK: - Asked about when it is loaded

  @Test("is refused to a script, which must say what is meant")
  func script() throws {
    let loaded = try desk.assay(EditedArticle.file)
    #expect(loaded.exitCode == 64)
    for words in [
      "session 1 seems to be on an earlier text of this article (mara, ",
      "4 of 5 claims carry a label); say which is meant: 'open 1 --article edited.txt' carries it over, "
        + "--new begins a session of its own",
    ] { #expect(loaded.errors.contains(words), "\(loaded.errors)") }
    #expect(try desk.sqlite("SELECT count(*) FROM session;") == "1\n")
    #expect(try desk.assay(EditedArticle.file, "--new").exitCode == 0)
    // Once it has a session of its own, it is gone on with, and nothing is asked.
    let again = try desk.assay(EditedArticle.file)
    #expect(again.exitCode == 0, "\(again.errors)")
  }

  @Test("is the same file edited in place, which is said")
  func samePath() throws {
    try desk.write(EditedArticle.text, to: Desk.article)
    let loaded = try desk.assay(Desk.article)
    #expect(loaded.errors.contains("session 1 is on an earlier text of this file"))
  }

  @Test("is asked about the session that holds decisions, not an empty one on a closer text")
  func askedOfWork() throws {
    #expect(try desk.assay(EditedArticle.file, "--new").exitCode == 0)
    try desk.write(EditedArticle.text + "\nOne more line.\n", to: "later.txt")
    let loaded = try desk.assay("later.txt")
    #expect(loaded.errors.contains("'open 1 --article later.txt'"), "\(loaded.errors)")
  }

  @Test("is asked about from standard input too")
  func fromInput() throws {
    let loaded = try desk.assay("-", input: EditedArticle.text)
    #expect(loaded.exitCode == 64)
    #expect(loaded.errors.contains("'open 1 --article -'"), "\(loaded.errors)")
    let opened = try desk.assay("open", "1", "--article", "-", input: EditedArticle.text)
    #expect(opened.errors.contains("carried over from session 1"), "\(opened.errors)")
  }

  @Test("is only told of another annotator's session")
  func othersSession() throws {
    let loaded = try desk.assay(EditedArticle.file, "--annotator", "jon")
    #expect(loaded.exitCode == 0)
    #expect(
      loaded.errors.contains("'open 1 --article edited.txt' carries them over"), "\(loaded.errors)")
  }

  @Test(
    "asks at a terminal before anything is made", .tags(.pty), arguments: ["c", "n", "q", "\u{3}"])
  func asksFirst(key: String) throws {
    let prompt = try desk.start([EditedArticle.file], environment: ["TERM": "dumb"], columns: 120)
    let asked = try prompt.expect("cancel [q]?")
    #expect(asked.contains("session 1 seems to be on an earlier text"), "\(asked)")
    #expect(try desk.sqlite("SELECT count(*) FROM session;") == "1\n")
    try prompt.send(key)
    switch key {
    case "c":
      try prompt.expect("carried over from session 1")
      try prompt.send("q")
      try prompt.expect(PtyProcess.plainPrompt)
      try prompt.leave()
    case "n":
      try prompt.expect("claims of")
      try prompt.expect(PtyProcess.plainPrompt)
      try prompt.leave()
    default:
      try prompt.expect("'edited.txt' was not loaded; nothing was changed")
      _ = try prompt.waitForExit()
    }
    let carried = try desk.sqlite("SELECT count(*) FROM event WHERE kind = 'claims-carried';")
    let count = try desk.sqlite("SELECT count(*) FROM session;")
    #expect(carried == (key == "c" ? "1\n" : "0\n"))
    #expect(count == (key == "c" || key == "n" ? "2\n" : "1\n"))
  }

  @Test(
    "is not asked about for other articles, or where a new session is asked for",
    arguments: [
      (
        "other.txt",
        """
        A museum opens

        The museum said on Monday that 4,000 people came to see its new wing on the first day. The \
        director said that the roof would be repaired by next year, and that the shop sells books.
        """
      ),
      ("short.txt", "The tram line carried 4,200 people.\n"),
      // The file has the name of the first, and nothing of its text.
      (Desk.article, "It rained in the valley for two days, the weather service said on Sunday.\n"),
    ])
  func notTold(file: String, text: String) throws {
    try desk.write(text, to: file)
    let loaded = try desk.assay(file)
    #expect(loaded.exitCode == 0)
    #expect(!loaded.errors.contains("--article"), "\(loaded.errors)")
    let new = try desk.assay(input: "load \(EditedArticle.file) --new\n")
    #expect(!new.errors.contains("--article"))
  }

  @Test("is told by the address alone, however much the text has changed")
  func address() throws {
    func page(_ text: String) -> String {
      """
      <!DOCTYPE html><html lang="en"><head><title>Tram</title>
      <link rel="canonical" href="https://example.org/news/tram"></head>
      <body><article><h1>Tram</h1>\(text)</article></body></html>
      """
    }
    let first = (1...6).map { "<p>The council said part \($0) of the tram line is closed.</p>" }
    let second = (1...6).map { "<p>Buses took \($0)00 riders to the lake, the mayor said.</p>" }
    try desk.write(page(first.joined()), to: "first.html")
    try desk.write(page(second.joined()), to: "second.html")
    #expect(try desk.assay("first.html").exitCode == 0)
    let loaded = try desk.assay("second.html")
    #expect(
      loaded.errors.contains("session 2 is on another text of this address"), "\(loaded.errors)")
  }

  // MARK: - Carried over

  @Test("takes over what was decided, wherever the words stand now")
  func carriesOver() throws {
    let result = try desk.assay(input: EditedArticle.open() + "\nclaims\nshow 5\nhistory\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    for line in [
      "carried over from session 1: 1 unmoved, 1 moved, 2 changed, 1 gone; 3 new claims found",
      "claim 2 moved: “repairs would take until May”",
      "warning: 2 changed claims are not settled: 1, 6; 'filter unsettled' shows them",
    ] { #expect(result.errors.contains(line), "\(line)\n\(result.errors)") }
    #expect(result.output.contains("the union's own figure"))
    // Every event stays as it was in the earlier session.
    #expect(try desk.assay("verify").exitCode == 0)
    #expect(try desk.assay("replay", "2", "--verify").exitCode == 0)
    let labels = try desk.sqlite(
      "SELECT claim, value FROM label WHERE session = 2 AND attribute = 'status' ORDER BY 1;")
    #expect(labels == "1|refuted\n2|supported\n3|supported\n5|mixed\n")
  }

  @Test("settles as it is told, with one option for all", arguments: ["new", "gone", "later"])
  func option(answer: String) throws {
    let result = try desk.assay(input: EditedArticle.open("--changed \(answer)") + "\nclaims\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("unsettled: “") == (answer == "later"))
    #expect(result.errors.contains("not settled") == (answer == "later"))
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test("works from the shell, where the prompt goes on with the new session")
  func fromShell() throws {
    let result = try desk.assay(
      "open", "1", "--article", EditedArticle.file, "--proposals", EditedArticle.proposals,
      "--changed", "new", input: "show 1\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      result.output.replacing("\n  ", with: " ").contains(
        "⟦the tram line carried 3,900 people a day in 2025⟧"))
  }

  @Test("is exported, imported and rebuilt by its script to the byte, without the earlier session")
  func roundTrips() throws {
    let worked = try desk.assay(
      input: EditedArticle.open()
        + "\nsettle 1 new\nsettle 6 gone\nundo\nredo\n5 refuted\nmerge 5 8\nundo\n"
        + "extend 5 \"new buses\"\n")
    try #require(worked.exitCode == 0, "\(worked.errors)")
    try RoundTripTests.expectRebuilds(session: 2, of: desk)
    #expect(try desk.assay("export", "2", "--output", "two.json").exitCode == 0)
    let taken = try desk.assay("import", "two.json", "--store", "other.sqlite")
    #expect(taken.exitCode == 0, "\(taken.errors)")
    let again = try desk.assay("export", "1", "--store", "other.sqlite")
    #expect(try again.output == desk.read("two.json"))
    #expect(try desk.assay("verify", "--store", "other.sqlite").exitCode == 0)
    let table = try desk.assay("export", "2", "--format", "csv")
    #expect(table.errors.contains("have no words in this one and are left out"))
  }

  @Test("goes on where it was carried over before, and carries over again when asked")
  func again() throws {
    #expect(try desk.assay(input: EditedArticle.open() + "\n7 supported\n").exitCode == 0)
    let second = try desk.assay(input: EditedArticle.open() + "\nhistory 7\n")
    #expect(second.errors.contains("was carried over to this text before"), "\(second.errors)")
    #expect(second.output.contains("claim 7 status: supported"))
    let third = try desk.assay(input: EditedArticle.open("--new") + "\n")
    #expect(third.errors.contains("session 3 "))
    let same = try desk.assay("open", "1", "--article", Desk.article)
    #expect(same.errors.contains("is the very text of session 1"))
  }

  @Test("says what is wrong")
  func wrong() throws {
    try desk.write("Nothing of all that is here.\n", to: "nothing.txt")
    for (arguments, code, words) in [
      (["open", "9", "--article", EditedArticle.file], 66, "there is no session 9"),
      (["open", "1", "--article", "nowhere.txt"], 66, "there is no file 'nowhere.txt'"),
      (["open", "1", "--changed", "new"], 64, "'--changed' only says more about --article FILE"),
      (["open", "1", "--article", EditedArticle.file, "--changed", "x"], 64, "it is one of"),
      (["open", "1", "--article", "nothing.txt"], 0, "is it the right one?"),
    ] {
      let result = try runProcess(
        builtProgram("assay"), arguments, input: [], environment: ["HOME": desk.folder],
        folder: desk.folder)
      #expect(result.exitCode == CInt(code), "\(arguments): \(result.errors)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
    }
  }

  // MARK: - At a terminal

  @Test("shows each changed claim side by side and asks with one key", .tags(.pty))
  func asks() throws {
    let prompt = try desk.start(
      ["open", "1", "--article", EditedArticle.file, "--proposals", EditedArticle.proposals],
      environment: ["TERM": "dumb"], columns: 100)
    let first = try prompt.expect("all later [q]?")
    #expect(first.contains("claim 1 changed  1 of 2"))
    #expect(first.contains("[4,200]") && first.contains("{3,900}"), "\(first)")
    try prompt.send("n")
    try prompt.expect("claim 1: the tram line carried 3,900 people a day in 2025")
    try prompt.expect("all later [q]?")
    try prompt.send("l")
    try prompt.expect("claim 6: later")
    try prompt.expect(PtyProcess.plainPrompt)
    // What was put off is asked again.
    try prompt.send("settle\r")
    try prompt.expect("claim 6 changed  1 of 1")
    try prompt.expect("all later [q]?")
    try prompt.send("g")
    try prompt.expect("claim 6: gone")
    try prompt.expect(PtyProcess.plainPrompt)
    try prompt.leave()
    #expect(try desk.assay("verify").exitCode == 0)
    let standing = try desk.sqlite(
      "SELECT id, spans = '[]' FROM claim WHERE session = 2 AND id IN (1, 6) ORDER BY id;")
    #expect(standing == "1|0\n6|1\n")
  }

  @Test("keeps what was answered when the asking is broken off by Ctrl-C", .tags(.pty))
  func brokenOff() throws {
    let prompt = try desk.start(
      ["open", "1", "--article", EditedArticle.file, "--proposals", EditedArticle.proposals],
      environment: ["TERM": "dumb"])
    try prompt.expect("all later [q]?")
    try prompt.send("g")
    try prompt.expect("all later [q]?")
    try prompt.send("\u{3}")
    try prompt.expect("1 changed claim is not settled: 6")
    try prompt.expect(PtyProcess.plainPrompt)
    try prompt.leave()
    #expect(prompt.isInLineMode())
    #expect(try desk.assay("open", "2", input: "show 1\n").output.contains("carried · gone"))
  }
}
