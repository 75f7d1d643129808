import ClaimModel
import Journal
import Terminal

/// The verb that judges claims one by one, a key each.
extension Command {
  static let annotate = Command(
    name: "annotate", rooms: [.shell, .prompt],
    parameters: [Parameter("ARTICLE", .file, .optional)],
    options: [
      CommandOption("--session", "NUMBER", "a session by its number, instead of an article"),
      CommandOption(
        "--order", "ORDER", choices: ClaimOrder.allCases.map(\.rawValue),
        "how the claims are gone through: as they stand in the article, or see below"),
      CommandOption(
        "--suggest-with", "COMMAND", "another program that suggests values, a line of JSON each way"
      ),
      .engine,
      .published,
      .allowPrivate,
      .timeLimit,
    ],
    summary: "judge the claims on the whole screen, a key each",
    explanation: [
      "Shows each claim in its paragraph with what is proposed for it. A verdict's key of the codebook "
        + "accepts everything that is marked ? and goes on to the next claim without a verdict; space "
        + "accepts without one. ? lists all keys, Esc goes back. Every key is on disk before the "
        + "screen shows it, and does what the verb of the same meaning does at the prompt.",
      "What you decide teaches what is suggested next, also in later sessions: how you judged the same "
        + "claim, source or cue, and which words go with which label; the verdict is never suggested. What was "
        + "often wrong so far is shown without ? and stays proposed.",
      "--order worth begins with what deserves most to be checked, --order uncertain with what is suggested "
        + "least surely; of the latter every tenth is drawn by lot, whose seed is the session's name in the "
        + "journal, so that what is measured on the way holds for all. Arrows go by the same order; M takes the "
        + "next claim of the article.",
      "--suggest-with runs COMMAND in a shell and asks it about each claim, some claims ahead: a line of JSON "
        + "goes to it, a line with suggestions comes back (Docs/formats.md has both). What it suggests stands "
        + "before the engine's proposals as long as it is right often enough, and never for the verdict. "
        + "Nobody waits for it longer than a second, and what it does wrong is said once on the last line.",
      "At the prompt without ARTICLE: the session at hand. On a terminal that cannot place text (TERM "
        + "is dumb) the same keys are read line by line.",
    ],
    example: "annotate Sessions/harbour-article.txt",
    run: { try $0.annotate($1) })
}

extension Workbench {
  fileprivate func annotate(_ invocation: Invocation) throws {
    guard surroundings.fullScreen != nil || surroundings.keyLine != nil else {
      throw AnnotateError.noTerminal
    }
    // Started first, so that it gets ready while the article is read.
    let program = try invocation.option("--suggest-with").map {
      SuggestingProgram(try surroundings.lineProgram($0), now: surroundings.elapsed)
    }
    let order = invocation.option("--order").flatMap { ClaimOrder(rawValue: $0) } ?? .article
    if let number = try invocation.numberOption("--session") {
      try openSession(SessionID(rawValue: number))
    } else if let article = invocation.optionalText("ARTICLE") {
      var request = LoadRequest()
      request.allowsPrivate = invocation.has(CommandOption.allowPrivate.name)
      request.engine = engine(of: invocation, default: .encoder)
      request.published = try invocation.published()
      request.limit = try invocation.analysisLimit()
      try load(article, request)
    } else if !isAtPrompt {
      throw UsageError.missing(argument: "ARTICLE", usage: invocation.command.usage)
    }
    guard try !session().state.claims.isEmpty else { throw AnnotateError.noClaims }
    let loop = AnnotateLoop(self, order: order, program: program)
    do {
      if let fullScreen = surroundings.fullScreen {
        try loop.run(on: fullScreen())
      } else if let keyLine = surroundings.keyLine {
        try loop.runByLines(keyLine)
      }
    } catch AnnotateError.ended(let signal) {
      isQuitting = true
      endingSignal = signal
      throw AnnotateError.ended(signal: signal)
    }
    let progress = AnnotateState.Progress(of: try session())
    say("\(progress.verdicts) of \(progress.claims) claims have a verdict")
  }
}
