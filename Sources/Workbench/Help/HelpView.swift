package import Terminal

/// Help as it is shown in a terminal.
package struct HelpView {
  private let columns: Int

  package init(columns: Int) { self.columns = max(24, min(columns, 100)) }

  /// The verbs of a room, one line each.
  package func overview(of room: Command.Rooms) -> [StyledText] {
    let commands = CommandTable.commands(in: room)
    let title =
      room == .shell
      ? StyledText("assay [ARTICLE]", Palette.heading) + "  opens the prompt on an article; verbs:"
      : StyledText("Verbs at the prompt", Palette.heading)
    var lines = title.wrapped(to: columns)
    let width = (commands.map(\.name.utf8.count).max() ?? 0) + 2
    for command in commands {
      var name = StyledText("  " + command.name, Palette.cue)
      name = name.padded(to: width + 2)
      lines += StyledText(command.summary).wrapped(
        to: columns, firstIndent: name,
        hangingIndent: StyledText(String(repeating: " ", count: width + 2)))
    }
    lines.append("")
    if room == .prompt {
      lines += paragraph(
        "A label's name alone labels the current claim; a number alone goes to that claim; Tab "
          + "completes. 'help VERB' says more, 'codebook' lists labels and keys.")
    } else {
      lines += paragraph("Options of every verb:")
      lines += options(CommandTable.globalOptions)
      lines += paragraph("'assay help VERB' says more, of the verbs at the prompt, too.")
    }
    return lines
  }

  /// All that the table says of a verb.
  package func lines(for command: Command) -> [StyledText] {
    var lines = StyledText(command.usage, Palette.heading)
      .wrapped(to: columns, hangingIndent: "    ")
    let place: StyledText =
      switch command.rooms {
      case .shell: "From the shell: "
      case .prompt: "At the prompt: "
      default: ""
      }
    lines += (place + StyledText(command.summary) + ".")
      .wrapped(to: columns, firstIndent: "  ", hangingIndent: "  ")
    for text in command.explanation { lines += paragraph(text) }
    lines += options(command.shownOptions)
    if !command.aliases.isEmpty {
      lines += paragraph("Also: \(command.aliases.joined(separator: ", "))")
    }
    let prefix = command.rooms == .shell ? "assay " : ""
    lines += StyledText("Example: ", Palette.quiet).appending(prefix + command.example)
      .wrapped(to: columns, firstIndent: "  ", hangingIndent: "    ")
    return lines
  }

  private func paragraph(_ text: String) -> [StyledText] {
    StyledText(text).wrapped(to: columns, firstIndent: "  ", hangingIndent: "  ")
  }

  private func options(_ options: [CommandOption]) -> [StyledText] {
    let width = (options.map(\.usage.utf8.count).max() ?? 0) + 2
    return options.flatMap { option in
      var summary = option.summary
      if !option.choices.isEmpty { summary += ": " + option.choices.joined(separator: ", ") }
      return StyledText(summary).wrapped(
        to: columns,
        firstIndent: StyledText("    " + option.usage, Palette.cue).padded(to: width + 4),
        hangingIndent: StyledText(String(repeating: " ", count: min(width + 4, columns / 2))))
    }
  }
}

extension StyledText {
  fileprivate func appending(_ text: String) -> StyledText { self + StyledText(text) }
}
