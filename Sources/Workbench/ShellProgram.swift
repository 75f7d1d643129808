import ClaimModel
import Journal
import Terminal

/// What the shell asks for: a verb with its arguments, or an article to open the prompt on.
package struct ShellProgram {
  private let workbench: Workbench
  private let isTerminal: Bool
  private let historyPath: String?

  /// - Parameters:
  ///   - isTerminal: Whether standard input is one; else it is read as a script.
  ///   - historyPath: Where the lines typed at the prompt are remembered.
  package init(_ workbench: Workbench, isTerminal: Bool, historyPath: String?) {
    self.workbench = workbench
    self.isTerminal = isTerminal
    self.historyPath = historyPath
  }

  /// Does what the arguments (without the program's name) say.
  /// - Returns: The exit code.
  package func run(_ arguments: [String]) -> Int32 {
    defer { workbench.close() }
    do {
      return try runThrowing(arguments)
    } catch {
      workbench.output.flush()
      workbench.report(error)
      return workbench.endingSignal.map { 128 + $0 } ?? ExitCode(for: error).rawValue
    }
  }

  private func runThrowing(_ arguments: [String]) throws -> Int32 {
    var arguments = GlobalOptions(arguments)
    try arguments.readLeading(into: &workbench.settings)
    let words = arguments.rest
    guard let first = words.first else {
      if arguments.wantsHelp { return try run(.help, [], arguments) }
      if isTerminal { greet() }
      return try prompt(arguments)
    }
    if let command = CommandTable.command(first, in: .shell) {
      return try run(command, Array(words.dropFirst()), arguments)
    }
    if CommandTable.command(first, in: .prompt) != nil, !looksLikeFile(first) {
      throw UsageError.onlyAtPrompt(first)
    }
    if !looksLikeFile(first), !first.contains("/"), !first.contains("."), first != "-",
      !first.hasPrefix("sha256:"),
      let nearest = NearestName.of(first, among: CommandTable.commands(in: .shell).map(\.name))
    {
      throw UsageError.unknownCommand(first, nearest: nearest)
    }
    if words.contains("--help") { return try run(.help, [], arguments) }
    workbench.wantsPrompt = true
    return try run(.load, words, arguments)
  }

  private func looksLikeFile(_ word: String) -> Bool { FileTest.exists(word) }

  private func run(_ command: Command, _ words: [String], _ arguments: GlobalOptions) throws
    -> Int32
  {
    let given = words.map { PromptWord($0) }
    let invocation: Invocation
    if arguments.wantsHelp || words.contains("--help") {
      let verb = command.name == "help" ? [] : [PromptWord(command.name)]
      invocation = try Invocation(.help, words: verb)
    } else {
      invocation = try Invocation(
        command, words: given, globals: CommandTable.globalOptions,
        defaults: arguments.format.map { ["--format": $0] } ?? [:])
      try workbench.settings.take(invocation)
    }
    try invocation.command.run(workbench, invocation)
    guard workbench.wantsPrompt else {
      workbench.output.flush()
      if let failure = workbench.output.failure { throw failure }
      return ExitCode.done.rawValue
    }
    var arguments = arguments
    arguments.keepsGoing = arguments.keepsGoing || invocation.has("--keep-going")
    return try prompt(arguments)
  }

  private func prompt(_ arguments: GlobalOptions) throws -> Int32 {
    workbench.isAtPrompt = true
    if isTerminal, workbench.open != nil { hint() }
    let prompt = Prompt(workbench)
    let code =
      isTerminal
      ? try prompt.runInteractively(historyPath: historyPath)
      : try prompt.runScript(
        ScriptReader(descriptor: 0, name: "standard input"), keepsGoing: arguments.keepsGoing)
    workbench.output.flush()
    if let failure = workbench.output.failure { throw failure }
    return code
  }

  // MARK: - First words

  private func greet() {
    workbench.say("Assay finds the claims of an article and keeps what you decide about them.")
    hint()
  }

  /// Shown until somebody has typed something once.
  private func hint() {
    guard let historyPath, !FileTest.exists(historyPath) else { return }
    workbench.say(
      "'next' and 'back' move, 'refuted' or 'denies' labels the claim, 'undo' takes back.")
    workbench.say("'help' lists the verbs, 'codebook' the labels; Tab completes.")
    workbench.say("Every decision is on disk at once; Ctrl-D leaves.")
  }
}

/// The options before the verb, and those beside an article.
private struct GlobalOptions {
  private(set) var rest: [String]
  private(set) var wantsHelp = false
  private(set) var format: String?
  var keepsGoing = false

  init(_ arguments: [String]) { rest = arguments }

  /// Takes options off the front.
  mutating func readLeading(into settings: inout Settings) throws {
    while let first = rest.first, first.hasPrefix("--"), first != "--" {
      rest = try read(rest, into: &settings)
    }
    if rest.first == "--" { rest.removeFirst() }
  }

  private mutating func read(_ words: [String], into settings: inout Settings) throws -> [String] {
    let command = Command(
      name: "assay", rooms: .shell, options: CommandTable.globalOptions, summary: "",
      explanation: [], example: "", run: { _, _ in })
    let option = CommandTable.globalOptions.first {
      words[0] == $0.name || words[0].hasPrefix($0.name + "=")
    }
    let count = option?.value != nil && !words[0].contains("=") ? 2 : 1
    let invocation = try Invocation(command, words: words.prefix(count).map { PromptWord($0) })
    try settings.take(invocation)
    format = invocation.option("--format") ?? format
    wantsHelp = wantsHelp || invocation.has("--help")
    keepsGoing = keepsGoing || invocation.has("--keep-going")
    return Array(words.dropFirst(count))
  }
}

extension Settings {
  /// Takes over what an invocation's options say.
  fileprivate mutating func take(_ invocation: Invocation) throws {
    if let path = invocation.option("--store") { storePath = path }
    if let path = invocation.option("--codebook") { codebookPath = path }
    if let name = invocation.option("--annotator") { annotator = name }
    if invocation.has("--quiet") { isQuiet = true }
    if invocation.has("--shared") { isShared = true }
  }
}
