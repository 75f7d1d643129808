import Testing

@testable import ClaimModel
@testable import Journal

@Suite("What the journal says")
struct JournalErrorTests {
  static let session = SessionID(rawValue: 3)
  static let holder = SessionHolder(
    annotator: "ada", process: 77, since: Timestamp("2026-03-01T09:30:00.000Z"))

  static let sentences: [(JournalError, String)] = [
    (
      .noSuchStore("a.sqlite"),
      "there is no store 'a.sqlite'; open an article to begin one, or name another with --store"
    ),
    (
      .notAStore("a.txt"),
      "'a.txt' is not a store of this program; name another file with --store"
    ),
    (
      .newerStore("a", version: 4, known: 1),
      "the store 'a' has version 4, and this program knows versions up to 1; "
        + "use the newer program that wrote it"
    ),
    (
      .olderStore("a", version: 1, known: 4),
      "the store 'a' has version 1, and this program reads version 4; "
        + "open it once with the right to write, and it is brought up to date"
    ),
    (
      .cannotCreate("x/a", reason: "permission denied"),
      "cannot create the store 'x/a': permission denied; name another file with --store"
    ),
    (
      .cannotOpen("a", reason: "permission denied"),
      "cannot open the store 'a': permission denied; check the name and the permissions"
    ),
    (
      .unfinished("a"),
      "the store 'a' is empty: the program was stopped while it made the store, "
        + "or something emptied the file; open an article to begin it anew, or remove it"
    ),
    (
      .unreadLog("a"),
      "the store 'a' was not closed: the log 'a-wal' holds decisions that are not in it yet, and "
        + "nothing can be written there; copy both files into another folder and open the copy"
    ),
    (
      .unsafeFile("a-wal", reason: "it is no regular file"),
      "cannot use 'a-wal', which belongs to the store: it is no regular file; "
        + "remove it and try again"
    ),
    (
      .cannotLock("a.holds", reason: "it is no regular file"),
      "cannot use the lock file 'a.holds': it is no regular file; remove it and try again"
    ),
    (
      .moved("a", store: "a"),
      "the store 'a' was renamed, removed or replaced while it was open; nothing was stored: "
        + "put it back under its name, or leave and open it anew"
    ),
    (
      .moved("a-wal", store: "a"),
      "'a-wal', a part of the open store 'a', was removed or replaced; nothing was stored: "
        + "put it back, or leave and open the store anew"
    ),
    (
      .severalNames("a"),
      "the store 'a' has another name too (a hard link), and what is decided under the one is "
        + "lost under the other; nothing was stored: remove the other name, or work on a copy"
    ),
    (
      .readOnly("a"),
      "cannot write to the store 'a': the file or its folder is read-only; "
        + "change the permissions or name another file with --store"
    ),
    (
      .locked("a"),
      "another program is writing to the store 'a' and does not finish; close it and try again"
    ),
    (
      .diskFull("a"),
      "no room is left on the disk of the store 'a'; nothing was changed: "
        + "free some space and try again"
    ),
    (
      .damaged("a", detail: "malformed"),
      "the store 'a' is damaged (malformed); restore a copy of it, and keep this one"
    ),
    (
      .noSuchReading(ReadingID(rawValue: "sha256:0")),
      "the store has no reading 'sha256:0'; read its file first"
    ),
    (
      .sessionExists(session),
      "the session that this would begin is there already, as session 3; "
        + "rebuild it in another store with --store, or give another --id"
    ),
    (
      .ioFailed("a", reason: "input/output error"),
      "reading or writing the store 'a' failed: input/output error; check the disk and try again"
    ),
    (
      .sqlite("a", code: 19, reason: "constraint failed"),
      "the store 'a' refused (constraint failed, code 19); "
        + "run 'verify' to see whether it is whole"
    ),
    (.noSuchSession(session), "there is no session 3; 'sessions' lists those there are"),
    (
      .noSuchArticle(ArticleID(rawValue: "sha256:0")),
      "the store has no article 'sha256:0'; read its file first"
    ),
    (
      .noSuchCodebook("sha256:1"),
      "the store has no codebook 'sha256:1'; name its file with --codebook"
    ),
    (
      .sessionHeld(session, by: holder),
      "session 3 is being worked on by 'ada' (process 77) since 2026-03-01T09:30:00.000Z; "
        + "it can be read, and changed when that program has left it"
    ),
    (
      .sessionHeld(session, by: SessionHolder(annotator: nil, process: nil, since: nil)),
      "session 3 is being worked on by another program; "
        + "it can be read, and changed when that program has left it"
    ),
    (
      .sessionChanged(session),
      "another program has changed session 3 meanwhile; open it again"
    ),
    (
      .unreadable(session, what: "event 5"),
      "event 5 of session 3 cannot be read; run 'verify' to see what is wrong"
    ),
    (
      .doesNotFit(session, ReplayError(sequence: 5, reason: .notOpened)),
      "session 3: event 5 does not fit: it comes before the session was opened; "
        + "run 'verify' to see what is wrong"
    ),
    (
      .doesNotFit(nil, ReplayError(sequence: 5, reason: .notOpened)),
      "event 5 does not fit: it comes before the session was opened; the session was not stored"
    ),
    (
      .notImportable(reason: "it has no events"),
      "the session cannot be imported: it has no events; export it again"
    ),
    (.unstorable(reason: "a reason"), "this cannot be stored: a reason"),
  ]

  @Test("is a sentence with the path and what to do", arguments: 0..<sentences.count)
  func error(_ index: Int) {
    #expect(Self.sentences[index].0.description == Self.sentences[index].1)
  }

  static let findings: [(Finding, String, Int?)] = [
    (
      Finding(session: session, problem: .eventChanged(4)),
      "session 3: event 4 was changed: its hash does not fit what it says", 4
    ),
    (
      Finding(session: session, problem: .chainBroken(4)),
      "session 3: event 4 does not follow the event before it", 4
    ),
    (
      Finding(session: session, problem: .eventMissing(4)), "session 3: event 4 is missing", 4
    ),
    (
      Finding(session: session, problem: .eventsAdded(4)),
      "session 3: event 4 was added behind the end of the session", 4
    ),
    (
      Finding(session: session, problem: .eventUnreadable(4)),
      "session 3: event 4 cannot be read", 4
    ),
    (
      Finding(session: session, problem: .eventDoesNotFit(4, .openedTwice)),
      "session 3: event 4 does not fit: it opens a session that is open", 4
    ),
    (
      Finding(session: session, problem: .commandOutOfPlace(4)),
      "session 3: event 4 names a command that is not its own", 4
    ),
    (
      Finding(session: session, problem: .headerDiffers),
      "session 3: its entry in the list of sessions differs from its events or its article", nil
    ),
    (
      Finding(session: session, problem: .articleMissing(ArticleID(rawValue: "a"))),
      "session 3: article 'a' is missing", nil
    ),
    (
      Finding(session: session, problem: .articleChanged(ArticleID(rawValue: "a"))),
      "session 3: the text of article 'a' was changed", nil
    ),
    (
      Finding(session: session, problem: .readingMissing(nil)),
      "session 3: it has no reading of its article", nil
    ),
    (
      Finding(session: session, problem: .readingMissing(ReadingID(rawValue: "r"))),
      "session 3: reading 'r' is missing", nil
    ),
    (
      Finding(session: session, problem: .readingChanged(ReadingID(rawValue: "r"))),
      "session 3: reading 'r' was changed: what is said of the article, or its blocks", nil
    ),
    (
      Finding(session: session, problem: .codebookMissing("c")),
      "session 3: codebook 'c' is missing", nil
    ),
    (
      Finding(session: session, problem: .codebookChanged("c")),
      "session 3: codebook 'c' was changed", nil
    ),
    (
      Finding(session: session, problem: .projectionDiffers(table: "label", claim: 2)),
      "session 3: the label table differs from the events at claim 2", nil
    ),
    (
      Finding(session: session, problem: .projectionDiffers(table: "note", claim: nil)),
      "session 3: the note table differs from the events at the session's own rows", nil
    ),
    (
      Finding(session: nil, problem: .searchIndexDiffers),
      "the search index differs from the claims and notes", nil
    ),
    (
      Finding(session: nil, problem: .damaged("page 3")), "the file is damaged: page 3", nil
    ),
  ]

  @Test("names what does not fit, and the event", arguments: 0..<findings.count)
  func finding(_ index: Int) {
    let (finding, sentence, sequence) = Self.findings[index]
    #expect(finding.description == sentence)
    #expect(finding.sequence == sequence)
  }
}
