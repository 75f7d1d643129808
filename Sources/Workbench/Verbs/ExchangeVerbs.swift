import ArticleReader
import ClaimModel
import Interchange
import Journal
import Terminal

/// Verbs that hand sessions to other tools, and take them back.
extension Command {
  static let export = Command(
    name: "export", rooms: [.shell, .prompt],
    parameters: [Parameter("SESSION", .session, .anyNumber)],
    options: [
      CommandOption("--output", "FILE", "where to; standard output, if not said"),
      CommandOption("--force", "replace the file"),
      CommandOption("--spreadsheet-safe", "in csv: protect cells that a spreadsheet would run"),
      CommandOption("--all", "all sessions of the store"),
    ],
    formats: ["json"] + ExportFormat.all.map(\.name).filter { $0 != "json" },
    summary: "write sessions as a labelled dataset",
    explanation: [
      "--format is "
        + ExportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ")
        + ". Without it, the name of the file tells. A file is written whole or not at all, and never "
        + "over another without --force.",
      "Without a number, the session at hand.",
    ],
    example: "export 1 --output claims.csv --spreadsheet-safe",
    run: { try $0.export($1) })

  static let importSession = Command(
    name: "import", rooms: [.shell, .prompt],
    parameters: [Parameter("FILE", .file)],
    summary: "take in a session that 'export --format json' wrote",
    explanation: [
      "The session comes with its article, its codebook and its whole history, which is checked first. "
        + "One that is here already changes nothing, and one that goes on where yours ends moves yours "
        + "forward. Two that part are both kept, as branches of one session.",
      "What it says of its article never takes the place of what your file says.",
    ],
    example: "import session.json",
    run: { workbench, invocation in
      let path = try invocation.text("FILE")
      let document: SessionDocument
      do {
        document =
          path == "-"
          ? try SessionJSON.decode(streaming: workbench.surroundings.standardInputChunk)
          : try ArticleFile.withChunks(of: path) { try SessionJSON.decode(streaming: $0) }
      } catch let error as InterchangeError {
        throw BadImport(path: path, reason: error.description)
      }
      let hashes = try document.events.map { event in
        guard let hash = EventHash(event.hash) else {
          throw BadImport(path: path, reason: "'\(event.hash)' is no hash of an event")
        }
        return hash
      }
      let arrival = try workbench.receive(
        IncomingSession(
          article: document.article, codebook: document.codebook,
          events: document.events.map(\.recorded), hashes: hashes))
      workbench.say(arrival.sentence)
    })
}

extension Workbench {
  /// Takes in a session from elsewhere, and shows the one at hand anew where it moved forward.
  func receive(_ incoming: IncomingSession) throws -> Arrival {
    let store = try store(creating: true)
    let held = open.flatMap { $0.readingReason == nil ? $0.stored.id : nil }
    let arrival = try store.receive(incoming, held: held.map { [$0] } ?? [])
    if case .movedForward(let id, _) = arrival { try reopen(id) }
    try rememberHeads(of: [arrival.session], in: store)
    return arrival
  }

  /// Reads the session at hand anew, if it is this one, after events came in from elsewhere.
  func reopen(_ id: SessionID) throws {
    guard let open, open.stored.id == id else { return }
    var renewed = OpenSession(try store().session(id), access: open.access)
    renewed.apply(open.filter)
    if let cursor = open.cursor, renewed.state.claims[cursor] != nil {
      renewed.moveCursor(to: cursor)
    }
    renewed.learning = open.learning?.continued(by: renewed.stored)
    renewed.programSuggestions = open.programSuggestions
    self.open = renewed
  }
}

extension Arrival {
  /// What became of the session, as the user is told.
  var sentence: String {
    let events = { (count: Int) in "\(count) \(count == 1 ? "event" : "events")" }
    return switch self {
    case .added(let id): "imported as session \(id); 'open \(id)' goes on with it"
    case .alreadyHere(let id): "already here, as session \(id); nothing was changed"
    case .movedForward(let id, let count): "session \(id) moved forward by \(events(count))"
    case .behind(let id, let count):
      "already here: session \(id) holds it and \(events(count)) more; nothing was changed"
    case .branch(let id, let other, let sequence):
      "imported as session \(id), a branch of session \(other): they part after event \(sequence), "
        + "and both are kept"
    }
  }
}

package struct BadImport: Error, Equatable, CustomStringConvertible {
  let path: String
  let reason: String

  package var description: String { "'\(path)' cannot be imported: \(reason)" }
}

extension Workbench {
  /// What every file that is written must heed.
  var outputRules: OutputRules {
    var rules = OutputRules()
    rules.spared = SparedFiles(store: settings.storePath)
    rules.terminalForm = { EscapedText.lines($0) }
    return rules
  }

  fileprivate func export(_ invocation: Invocation) throws {
    let store = try store()
    let numbers = try sessionsToExport(invocation)
    let path = invocation.option("--output")
    let format = try exportFormat(invocation, path: path)
    var rest = numbers[...]
    var progress = progress("exporting", unit: "sessions", total: numbers.count)
    var codebooks: [Codebook] = []
    for id in numbers {
      let codebook = try store.codebook(of: id)
      if !codebooks.contains(codebook) { codebooks.append(codebook) }
    }
    let source = ExportSource(codebooks: codebooks) {
      guard let id = rest.popFirst() else { return nil }
      try self.interrupts?.check()
      progress.update(done: numbers.count - rest.count)
      return try self.document(id, withEvents: format.holdsEvents)
    }
    let target: OutputTarget =
      path.map { .file(path: $0, isReplacing: invocation.has("--force")) } ?? .standardOutput
    output.flush()
    let summary = try format.export(
      source, to: target,
      options: ExportOptions(
        isSpreadsheetSafe: invocation.has("--spreadsheet-safe"), rules: outputRules))
    progress.finish()
    if path != nil {
      say(
        "\(summary.claims) claims of \(summary.sessions) "
          + "\(summary.sessions == 1 ? "session" : "sessions") written to "
          + summary.files.joined(separator: " and "))
    }
    if summary.claimsWithoutPlace > 0 {
      warn(
        "\(summary.claimsWithoutPlace) claims carried over from an earlier text have no words in this one "
          + "and are left out; --format json holds them, and so does the session on that text")
    }
    if summary.unsafeCells > 0 {
      warn(
        "\(summary.unsafeCells) cells begin as a formula does, and a spreadsheet would run them; "
          + "--spreadsheet-safe protects them")
    }
  }

  private func sessionsToExport(_ invocation: Invocation) throws -> [SessionID] {
    if invocation.has("--all") { return try allSessions() }
    let numbers = try invocation.texts("SESSION").map { text in
      guard let number = Int(text) else {
        throw UsageError.notANumber(argument: "SESSION", text)
      }
      return SessionID(rawValue: number)
    }
    if !numbers.isEmpty { return numbers }
    guard let open else {
      throw UsageError.missing(argument: "SESSION", usage: invocation.command.usage)
    }
    return [open.stored.id]
  }

  private func allSessions() throws -> [SessionID] {
    var ids: [SessionID] = []
    var page = try store().sessions(matching: SessionFilter(), after: nil, limit: 500)
    while let last = page.last {
      ids += page.map(\.id)
      page = try store().sessions(matching: SessionFilter(), after: last.id, limit: 500)
    }
    return ids.reversed()
  }

  /// A session with all that an export needs of it.
  private func document(_ id: SessionID, withEvents: Bool) throws -> SessionDocument {
    let stored = try store().session(id)
    let hashes = withEvents ? try store().hashes(of: id) : []
    return SessionDocument(
      article: stored.article, codebook: stored.codebook,
      events: zip(stored.session.events, hashes).map {
        .init(recorded: $0, hash: $1.description)
      },
      session: stored.session, application: Self.application,
      name: stored.name.description, head: stored.lastHash.description)
  }

  private func exportFormat(_ invocation: Invocation, path: String?) throws -> ExportFormat {
    if let name = invocation.option("--format") { return try ExportFormat.named(name) }
    let byName = path.flatMap { path in
      ExportFormat.all.first { path.hasSuffix("." + $0.fileExtension) }
    }
    return try byName ?? ExportFormat.named("json")
  }
}
