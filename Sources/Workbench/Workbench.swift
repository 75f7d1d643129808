import ArticleReader
import ClaimEngine
package import ClaimModel
import Interchange
package import Journal
package import Terminal

/// What the commands work on: settings, outputs, the store, and the session at hand.
package final class Workbench {
  /// The program and its version, as exports name it.
  package static let application = "assay 1.0"

  package var settings: Settings
  /// For what was asked for.
  package let output: Output
  /// For everything else: confirmations, notices, warnings, errors.
  package let errors: Output
  package var surroundings: Surroundings

  let engines = Engines()
  package var open: OpenSession?
  /// Whether commands come from the prompt or a script, not from the shell's arguments.
  package var isAtPrompt = false
  /// Whether a person types them.
  package var isInteractive = false
  /// Whether a verb from the shell leaves a session open to work on.
  package var wantsPrompt = false
  /// Whether the prompt is to end.
  package var isQuitting = false
  /// The signal that asked a full screen to end, and with it the program.
  package var endingSignal: Int32?
  /// The moment that a script gives to its decisions; nil for the present.
  package var scriptedTime: Timestamp?
  /// Whether the script lets decisions be earlier than those before them.
  var scriptGoesBack = false
  /// Whether a script rebuilds what a version did that recorded less of a session; see `form`.
  var usesEarlierForm = false
  /// Notices Ctrl-C at the prompt; nil where Ctrl-C ends the program.
  var interrupts: Interrupts?
  private var openedStore: Store?
  /// What the user's state remembers of the store; nil where there is no place for it.
  private(set) var knownHeads: KnownHeads?

  package init(
    settings: Settings, output: Output, errors: Output, surroundings: Surroundings
  ) {
    self.settings = settings
    self.output = output
    self.errors = errors
    self.surroundings = surroundings
  }

  // MARK: - Time

  package func now() -> Timestamp { scriptedTime ?? surroundings.now() }

  /// The moment that a script gives to the next decision in a session; nil for the present.
  private func scriptedMoment(in stored: StoredSession) throws -> Timestamp? {
    guard let scriptedTime else { return nil }
    if let latest = stored.session.events.last?.at, scriptedTime < latest,
      // In a session of a person moments never run back, or nobody could tell that they were changed.
      !scriptGoesBack || stored.session.state.opening?.id != nil
    {
      throw ScriptError.clockBehind(scriptedTime, latest: latest)
    }
    return scriptedTime
  }

  package func today() -> CalendarDay {
    let days = now().milliseconds / 86_400_000
    guard let day = CalendarDay(daysSinceEpoch: Int(days)) else {
      preconditionFailure("a timestamp lies within the calendar")
    }
    return day
  }

  // MARK: - Store and session

  /// The store, opened when it is first needed.
  ///
  /// - Parameter creating: Whether to make one where there is none.
  package func store(creating: Bool = false) throws -> Store {
    if let openedStore { return openedStore }
    let path = settings.storePath
    let store = try openStore(at: path, mode: creating ? .create : .readWrite)
    if settings.isShared && !store.isShared {
      warn(
        "the store '\(path)' is there already and is not the group's; 'chmod g+rw' makes it so")
    }
    openedStore = store
    recallHeads(of: store)
    return store
  }

  /// Opens a store, for reading where it cannot be written.
  private func openStore(at path: String, mode: Store.Mode) throws -> Store {
    let now = { [weak self] in self?.now() ?? Timestamp(milliseconds: 0) }
    let isShared = settings.isShared
    do {
      return try Store(at: path, mode: mode, isShared: isShared, now: now)
    } catch JournalError.readOnly {
      let store = try Store(at: path, mode: .readOnly, now: now)
      warn("the store '\(path)' cannot be written; it is opened for reading")
      return store
    }
  }

  /// Tells where the store has less than when it was last used.
  private func recallHeads(of store: Store) {
    guard let folder = surroundings.stateFolder else { return }
    // Of a store that cannot be read the command itself tells.
    guard let heads = try? KnownHeads(of: store, in: folder) else { return }
    knownHeads = heads
    guard let first = heads.losses.first else { return }
    let more = heads.losses.count - 1
    warn(
      "the store '\(store.path)' has less than when you last used it: \(first)"
        + (more > 0 ? ", and \(more) more \(more == 1 ? "session" : "sessions") alike" : "")
        + "; if you did not put another file in its place yourself, look for its file that ends in -wal, "
        + "or go back to a backup, before you go on")
  }

  /// Remembers, outside of the store, how far a session has come.
  func rememberHead(of stored: StoredSession) {
    knownHeads?.note(stored, at: surroundings.now())
  }

  /// Remembers the same of sessions that came in from elsewhere.
  ///
  /// What was lost stays known until something is decided all the same.
  func rememberHeads(of sessions: [SessionID], in store: Store) throws(JournalError) {
    guard let knownHeads, knownHeads.losses.isEmpty else { return }
    try knownHeads.note(sessions, of: store, at: surroundings.now())
  }

  package func session() throws -> OpenSession {
    guard let open else { throw SessionError.noneOpen }
    return open
  }

  /// Lets go of the session at hand, so that another process may work on it.
  package func closeSession() { open = nil }

  /// Writes what a command decided, whole or not at all; on return it is on disk.
  package func decide(_ events: [Event]) throws {
    guard var current = open else { throw SessionError.noneOpen }
    if case .reading(let reason) = current.access {
      throw SessionError.readOnly(current.stored.id.rawValue, reason)
    }
    guard !events.isEmpty else { return }
    for event in events { try TextLimit.check(event) }
    let moment = try scriptedMoment(in: current.stored)
    // Read off the claims as they were shown.
    let lessons =
      current.learning == nil
      ? []
      : Lesson.lessons(
        of: events, from: current.session.events.count + 1, before: current.proposals)
    try store().append(events, to: &current.stored, at: moment)
    current.learning?.take(lessons, from: events)
    rememberHead(of: current.stored)
    // Where the claim at hand is gone, its place is looked up as it was before.
    let gone = current.cursor.flatMap { current.state.claims[$0] == nil ? $0 : nil }
    current.settleCursor(near: gone.flatMap { open?.position(of: $0) })
    open = current
  }

  /// Closes the session and the store, which is then whole in its one file.
  package func close() {
    closeSession()
    openedStore = nil
    knownHeads = nil
  }

  // MARK: - Saying things

  package var columns: Int { surroundings.terminalSize().columns }

  /// Tells what was done.
  package func say(_ text: StyledText) {
    if !settings.isQuiet { tell(text) }
  }

  package func say(_ text: String) { say(StyledText(text)) }

  /// Warns, even when quiet.
  package func warn(_ text: String) {
    tell(StyledText("warning: " + text, Palette.warning))
  }

  /// Writes to standard error; on a terminal it breaks a long line between words.
  func tell(_ text: StyledText) {
    guard let terminal = surroundings.errorTerminal() else { return errors.writeLine(text) }
    for line in text.wrapped(to: terminal.columns) { errors.writeLine(line) }
  }

  /// Writes a line that was asked for; for a person it breaks a long one between words.
  func writeLine(_ text: StyledText, hangingIndent: StyledText = "") {
    guard isInteractive else { return output.writeLine(text) }
    for line in text.wrapped(to: columns, hangingIndent: hangingIndent) { output.writeLine(line) }
  }

  package func progress(_ title: String, unit: String, total: Int?) -> ProgressLine {
    ProgressLine(
      title, unit: unit, total: total, output: errors,
      terminal: settings.isQuiet ? nil : surroundings.errorTerminal(), now: surroundings.elapsed)
  }
}

@available(*, unavailable)
extension Workbench: Sendable {}

/// What the program finds around it, passed in so that tests can give their own.
package struct Surroundings {
  package var now: () -> Timestamp
  /// How many threads may work at a time.
  package var cores: Int
  /// Time since any fixed moment, never going back.
  package var elapsed: () -> Duration
  package var terminalSize: () -> TerminalSize
  /// The terminal behind standard error; nil where it is none.
  package var errorTerminal: () -> TerminalSize?
  package var sleep: (Duration) -> Void
  /// Waits for a key; false where the user wants no more.
  package var waitForKey: () throws -> Bool
  /// Reads single keys as long as what it is given runs; nil where nobody can be asked.
  ///
  /// A key is nil where the terminal or the process ends.
  package var withKeys: (((() -> Key?) throws -> Void) throws -> Void)?
  /// Takes the whole terminal; nil where there is none, or it cannot place text.
  package var fullScreen: (() throws -> FullScreen)?
  /// Reads a line of keys from a terminal that cannot place text; nil where there is no such.
  package var keyLine: (() throws -> String?)?
  /// Starts another program by a command for the shell.
  package var lineProgram: (String) throws -> LineProgram = {
    try LineProgram(command: $0, environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
  }
  /// The bytes of standard input, up to its end.
  package var standardInput: () throws -> [UInt8]
  /// The next bytes of standard input, for what is longer than an article; nil at its end.
  package var standardInputChunk: () throws -> [UInt8]? = { nil }
  /// The id of a new session: 128 random bits as 32 lower-case hexadecimal digits.
  package var newSessionID: () -> String
  /// The user's folder for what a program remembers, as the XDG base directories say; nil where there is
  /// none.
  package var stateFolder: String?
  /// The passphrase of the annotator's key, where the environment gives it.
  package var passphrase: String?

  package init(
    now: @escaping () -> Timestamp, cores: Int, elapsed: @escaping () -> Duration,
    terminalSize: @escaping () -> TerminalSize, errorTerminal: @escaping () -> TerminalSize?,
    sleep: @escaping (Duration) -> Void, waitForKey: @escaping () throws -> Bool,
    standardInput: @escaping () throws -> [UInt8],
    withKeys: (((() -> Key?) throws -> Void) throws -> Void)? = nil,
    fullScreen: (() throws -> FullScreen)? = nil, keyLine: (() throws -> String?)? = nil,
    stateFolder: String? = nil, passphrase: String? = nil,
    newSessionID: @escaping () -> String = { Surroundings.randomSessionID() }
  ) {
    self.now = now
    self.cores = cores
    self.elapsed = elapsed
    self.terminalSize = terminalSize
    self.errorTerminal = errorTerminal
    self.sleep = sleep
    self.waitForKey = waitForKey
    self.standardInput = standardInput
    self.withKeys = withKeys
    self.fullScreen = fullScreen
    self.keyLine = keyLine
    self.newSessionID = newSessionID
    self.stateFolder = stateFolder
    self.passphrase = passphrase
  }

  /// An id from the system's generator.
  package static func randomSessionID() -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<32).map { _ in digits[Int.random(in: 0..<16)] })
  }
}
