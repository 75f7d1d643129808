/// The manual page `assay(1)`, in the man macros, from the command table.
package enum ManualPage {
  package static var text: String {
    var lines = [
      ".TH ASSAY 1",
      ".SH NAME",
      "assay \\- find, label and prove the claims of an article",
      ".SH SYNOPSIS",
      ".B assay", "[\\fIOPTIONS\\fR] [\\fIARTICLE\\fR]", ".br",
      ".B assay", "\\fIVERB\\fR [\\fIARGUMENTS\\fR]",
      ".SH DESCRIPTION",
      escaped(
        "Assay reads an article, splits it into claims, and lets an analyst label each claim's source, "
          + "stance and verification status at a prompt. Every decision is kept in a SQLite store and "
          + "can be undone, replayed and verified. Without a terminal on standard input, the prompt "
          + "reads commands as a script, echoes nothing and stops at the first error."),
      ".SH OPTIONS",
    ]
    for option in CommandTable.globalOptions { lines += item(option.usage, option.summary) }
    lines.append(".SH VERBS FROM THE SHELL")
    for command in CommandTable.commands(in: .shell) { lines += entry(command) }
    lines.append(".SH VERBS AT THE PROMPT")
    for command in CommandTable.commands(in: .prompt) where !command.rooms.contains(.shell) {
      lines += entry(command)
    }
    lines += [".SH ENVIRONMENT"]
    lines += item("ASSAY_STORE", "the store, where --store does not name one")
    lines += item("ASSAY_ANNOTATOR", "who decides, where --annotator does not say")
    lines += item("ASSAY_PASSPHRASE", "the passphrase of your key, where it has one")
    lines += item("NO_COLOR", "plain text, where it is set to anything")
    lines += [".SH EXIT STATUS"]
    for code in ExitCode.allCases { lines += item(String(code.rawValue), code.meaning) }
    lines += [".SH FILES"]
    lines += item(Settings.defaultStorePath, "the store, under the current folder")
    lines += item(
      "~/.local/state/assay", "your key, the history of the prompt, and how far stores had come")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ command: Command) -> [String] {
    var lines = [".SS \(escaped(command.usage))", escaped(command.summary + ".")]
    for text in command.explanation { lines += [".PP", escaped(text)] }
    for option in command.shownOptions {
      let choices =
        option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
      lines += item(option.usage, option.summary + choices)
    }
    let prefix = command.rooms == .shell ? "assay " : ""
    lines += [".PP", "Example: \\fB\(escaped(prefix + command.example))\\fR"]
    return lines
  }

  private static func item(_ term: String, _ text: String) -> [String] {
    [".TP", "\\fB\(escaped(term))\\fR", escaped(text)]
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Text in which roff sees no request and no escape.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("…", with: "\\&...")
      // Characters by number, since not every roff reads UTF-8.
      .unicodeScalars.map { scalar in
        scalar.isASCII ? String(scalar) : "\\[u" + hexadecimal(scalar.value) + "]"
      }.joined()
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
