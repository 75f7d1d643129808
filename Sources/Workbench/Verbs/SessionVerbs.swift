import ClaimModel
import Interchange
import Journal
import Terminal

/// Verbs that open, list and leave sessions.
extension Command {
  static let load = Command(
    name: "load", rooms: .prompt,
    parameters: [Parameter("ARTICLE", .file)],
    options: [
      .engine,
      .published,
      .allowPrivate,
      .timeLimit,
      CommandOption("--new", "begin a session even where you have one on this article"),
      CommandOption("--expect", "HASH", "refuse an article with another SHA-256"),
      CommandOption(
        "--expect-reading", "HASH", "refuse another reading of it (title, date, blocks)"),
      CommandOption("--expect-codebook", "HASH", "refuse another codebook"),
      CommandOption("--expect-proposals", "HASH", "refuse if other claims are found now"),
      CommandOption("--reading", "JSON", "how the article was read, instead of as it is read now"),
      CommandOption(
        "--proposals", "JSON", "what was found in the article, instead of looking again"),
      CommandOption("--carried", "JSON", "what came over from a session on an earlier text"),
      CommandOption("--id", "ID", "the recorded id of a session that a script rebuilds"),
      CommandOption("--key", "KEY", "the public key that it recorded"),
    ],
    summary: "begin or resume your session on an article",
    explanation: [
      "ARTICLE is a file, the address of a web page, '-' for standard input, or sha256:… for an article of "
        + "the store. The article, what was found in it and every decision are kept in the store.",
      "Of an address what came is kept too, so that the session never needs the network again. It is "
        + "fetched each time, in case it has changed; when that fails, the article is opened as it was "
        + "fetched last.",
      "You go on with your latest session on the same text. Where the text is read otherwise now, by a "
        + "newer reader or with --published, you are told in what, and how to carry the session over.",
      "Where your session is on an earlier text of the article, you are asked before one is made: it is "
        + "carried over, as with 'open SESSION --article', or a new one is begun, as with --new. A script "
        + "must say which.",
    ],
    example: "load Sessions/harbour-article.txt",
    run: { workbench, invocation in
      var request = Workbench.LoadRequest()
      request.isNew = invocation.has("--new")
      request.allowsPrivate = invocation.has(CommandOption.allowPrivate.name)
      request.engine = workbench.engine(of: invocation, default: .encoder)
      request.published = try invocation.published()
      request.limit = try invocation.analysisLimit()
      request.expectedArticle = invocation.option("--expect")
      request.expectedReading = invocation.option("--expect-reading")
      request.reading = invocation.option("--reading")
      request.id = invocation.option("--id")
      request.key = invocation.option("--key")
      request.expectedCodebook = invocation.option("--expect-codebook")
      request.expectedProposals = invocation.option("--expect-proposals")
      request.proposals = invocation.option("--proposals")
      request.carried = invocation.option("--carried")
      try workbench.load(invocation.text("ARTICLE"), request)
    })

  static let openSession = Command(
    name: "open", rooms: [.shell, .prompt],
    parameters: [Parameter("SESSION", .session)],
    options: [
      CommandOption("--article", "FILE", "carry the claims over to another text of the article"),
      CommandOption(
        "--changed", "ANSWER", choices: Workbench.ChangedClaims.allCases.map(\.rawValue),
        "what becomes of claims whose words changed, instead of asking"),
      CommandOption("--new", "carry over again where that was done before"),
      CommandOption("--proposals", "JSON", "what was found in the new text, instead of looking"),
      .published,
      .allowPrivate,
      .timeLimit,
    ],
    summary: "go on with a session, by its number",
    explanation: [
      "'sessions' lists the numbers. A session that another process works on is opened for reading.",
      "With --article, a new session on that text takes over every claim with its number, labels, notes "
        + "and evidence: where its words are the same, wherever they stand now. Words that changed are "
        + "shown side by side and asked about, or left for 'settle'; what is gone stays in the record. The "
        + "session on the earlier text stays as it is.",
    ],
    example: "open 1",
    run: { workbench, invocation in
      let id = SessionID(rawValue: try invocation.number("SESSION"))
      if let name = invocation.option("--article") {
        var request = Workbench.NewTextRequest()
        request.changed = invocation.option("--changed").flatMap(Workbench.ChangedClaims.init)
        request.isNew = invocation.has("--new")
        request.proposals = invocation.option("--proposals")
        request.allowsPrivate = invocation.has("--allow-private")
        request.published = try invocation.published()
        request.limit = try invocation.analysisLimit()
        try workbench.open(id, on: name, request)
      } else if let option = [
        "--changed", "--new", "--proposals", "--published", "--allow-private", "--time-limit",
      ].first(where: invocation.has) {
        throw UsageError.optionNeedsOther(option, other: "--article FILE")
      } else {
        try workbench.openSession(id)
      }
      workbench.wantsPrompt = true
    })

  static let sessions = Command(
    name: "sessions", rooms: [.shell, .prompt],
    parameters: [Parameter("WORDS", .text(), .optional)],
    options: [
      CommandOption("--all", "all of them, not the latest fifty"),
      CommandOption("--by", "NAME", "only those of this annotator"),
    ],
    formats: ["text", "jsonl"],
    summary: "list the sessions of the store, the latest first",
    explanation: [
      "With words, only those whose title or path holds them. --format jsonl writes an object a line."
    ],
    example: "sessions --by mk",
    run: { try $0.listSessions($1) })

  static let save = Command(
    name: "save", rooms: .prompt,
    summary: "say where the work is kept",
    explanation: [
      "Nothing needs saving: every decision is on disk when the prompt comes back. 'export' writes "
        + "copies for other tools."
    ],
    example: "save",
    run: { workbench, _ in
      let open = try workbench.session()
      workbench.say(
        "everything is saved: session \(open.stored.id), \(open.session.events.count) events, in "
          + workbench.settings.storePath)
    })

  static let quit = Command(
    name: "quit", aliases: ["exit", "q"], rooms: .prompt,
    summary: "leave; everything is saved",
    explanation: ["Ctrl-D does the same."],
    example: "quit",
    run: { workbench, _ in workbench.isQuitting = true })

  static let annotator = Command(
    name: "annotator", rooms: .prompt,
    parameters: [Parameter("NAME", .words)],
    summary: "say who decides in the sessions that are begun from here on",
    explanation: ["As the option --annotator; a script that rebuilds a session begins with it."],
    example: "annotator mk",
    run: { workbench, invocation in
      workbench.settings.annotator = try invocation.text("NAME")
    })

  static let clock = Command(
    name: "clock", rooms: .prompt,
    parameters: [Parameter("TIME", .words)],
    options: [CommandOption("--back", "let decisions be earlier than those before them")],
    summary: "in a script: the moment of the decisions that follow",
    explanation: [
      "TIME is as 2026-03-01T09:30:00.250Z. Only a script may say it, so that the decisions of a "
        + "session can be rebuilt with their times.",
      "A decision earlier than the latest of its session is refused, unless the script says --back, as "
        + "one that rebuilds a session whose clock was set back does.",
    ],
    example: "clock 2026-03-01T09:30:00.250Z",
    run: { workbench, invocation in
      guard !workbench.isInteractive else { throw ScriptError.clockAtPrompt }
      let text = try invocation.text("TIME")
      guard let moment = Timestamp(text) else { throw ScriptError.notAMoment(text) }
      workbench.scriptedTime = moment
      workbench.scriptGoesBack = invocation.has("--back")
    })
}

extension Command {
  static let form = Command(
    name: "form", rooms: .prompt,
    parameters: [Parameter("NUMBER", .number)],
    summary: "in a script: how much is recorded of what follows",
    explanation: [
      "With 1, sessions are opened and labels recorded as versions did that hashed no reading of an "
        + "article and kept no basis of a label; with 2, as now. Only a script may say it, so that a "
        + "session of such a version is rebuilt to the byte."
    ],
    example: "form 1",
    run: { workbench, invocation in
      guard !workbench.isInteractive else { throw ScriptError.formAtPrompt }
      let form = try invocation.number("NUMBER")
      guard (1...2).contains(form) else { throw ScriptError.noSuchForm(form) }
      workbench.usesEarlierForm = form == 1
    })
}

/// What is wrong with a command that only scripts give.
enum ScriptError: Error, Equatable, CustomStringConvertible {
  case clockAtPrompt
  case clockBehind(Timestamp, latest: Timestamp)
  case formAtPrompt
  case noSuchForm(Int)
  case recordAtPrompt
  case notAMoment(String)

  var description: String {
    switch self {
    case .clockAtPrompt:
      "'clock' works in scripts only; at the prompt, decisions have their own time"
    case .clockBehind(let moment, let latest):
      "the clock of the script, \(moment), is behind the latest decision of the session, \(latest); "
        + "set it forward; a session that a script began under 'clock' goes back with "
        + "'clock \(moment) --back'"
    case .formAtPrompt:
      "'form' works in scripts only; at the prompt, all is recorded that this version records"
    case .recordAtPrompt:
      "'record' works in scripts only; at the prompt, 'label' and 'statement' decide"
    case .noSuchForm(let form): "there is no form \(form) of a session; it is 1 or 2"
    case .notAMoment(let text): "'\(text)' is no moment; write it as 2026-03-01T09:30:00.250Z"
    }
  }
}

extension Workbench {
  fileprivate func listSessions(_ invocation: Invocation) throws {
    let store = try store()
    var filter = SessionFilter()
    filter.annotator = invocation.option("--by")
    filter.text = invocation.optionalText("WORDS")
    let isAll = invocation.has("--all")
    let isJSON = invocation.format != "text"
    var page = try store.sessions(matching: filter, after: nil, limit: 50)
    if page.isEmpty { say("no sessions; 'assay ARTICLE' begins one") }
    while !page.isEmpty {
      for summary in page {
        if isJSON {
          output.write(SessionListing.json(summary))
        } else {
          output.writeLine(SessionListing.line(summary, columns: columns))
        }
      }
      guard let last = page.last, page.count == 50 else { return }
      guard isAll else { return say("there may be more; --all lists them all") }
      page = try store.sessions(matching: filter, after: last.id, limit: 50)
    }
  }
}
