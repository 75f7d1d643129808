import Terminal

/// Verbs that explain the others.
extension Command {
  static let help = Command(
    name: "help", aliases: ["?"], rooms: [.shell, .prompt],
    parameters: [Parameter("VERB", .verb, .optional)],
    options: [CommandOption("--man", "the whole manual page, for man")],
    summary: "explain the verbs, or one of them",
    explanation: ["'codebook' explains the labels."],
    example: "help split",
    run: { workbench, invocation in
      if invocation.has("--man") { return workbench.output.write(ManualPage.text) }
      let room: Rooms = workbench.isAtPrompt ? .prompt : .shell
      let view = HelpView(columns: workbench.columns)
      guard let name = invocation.optionalText("VERB") else {
        for line in view.overview(of: room) { workbench.output.writeLine(line) }
        return
      }
      let found = CommandTable.all.filter { $0.name == name || $0.aliases.contains(name) }
      guard !found.isEmpty else {
        throw UsageError.unknownCommand(
          name, nearest: NearestName.of(name, among: CommandTable.all.map(\.name)))
      }
      for (index, command) in found.enumerated() {
        if index > 0 { workbench.output.writeLine() }
        for line in view.lines(for: command) { workbench.output.writeLine(line) }
      }
    })

  static let completions = Command(
    name: "completions", rooms: .shell,
    parameters: [Parameter("SHELL", .shell)],
    summary: "print completions for bash, zsh or fish",
    explanation: [
      "For bash: assay completions bash > ~/.local/share/bash-completion/completions/assay; "
        + "'./assay install' puts all three in place."
    ],
    example: "completions bash",
    run: { workbench, invocation in
      let name = try invocation.text("SHELL")
      guard let shell = ShellCompletions(rawValue: name) else {
        throw UsageError.badChoice(
          option: "SHELL", name, choices: ShellCompletions.allCases.map(\.rawValue))
      }
      workbench.output.write(shell.script)
    })
}
