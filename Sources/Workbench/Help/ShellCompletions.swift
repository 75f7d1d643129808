/// Completion scripts for the shells, from the command table.
package enum ShellCompletions: String, CaseIterable, Sendable {
  case bash, zsh, fish

  package var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }

  private static var verbs: [Command] { CommandTable.commands(in: .shell) }

  private static func options(of command: Command) -> String {
    (command.options + CommandTable.globalOptions).map(\.name).joined(separator: " ")
  }

  private static var bashScript: String {
    var lines = [
      "_assay() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} verb='' i",
      "  for ((i = 1; i < COMP_CWORD; i++)); do",
      "    case ${COMP_WORDS[i]} in -*) ;; *) verb=${COMP_WORDS[i]}; break ;; esac",
      "  done",
      "  COMPREPLY=()",
      "  if [[ $word == -* ]]; then",
      "    case $verb in",
    ]
    for verb in verbs {
      lines.append(
        "      \(verb.name)) COMPREPLY=($(compgen -W '\(options(of: verb))' -- \"$word\")) ;;")
    }
    let names = verbs.map(\.name).joined(separator: " ")
    let globals = CommandTable.globalOptions.map(\.name).joined(separator: " ")
    lines += [
      "      *) COMPREPLY=($(compgen -W '\(globals)' -- \"$word\")) ;;",
      "    esac",
      "  elif [[ -z $verb ]]; then",
      "    COMPREPLY=($(compgen -W '\(names)' -- \"$word\") $(compgen -f -- \"$word\"))",
      "  else",
      "    case $verb in",
      "      help) COMPREPLY=($(compgen -W '\(names)' -- \"$word\")) ;;",
      "      completions) COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$word\")) ;;",
      "      *) COMPREPLY=($(compgen -f -- \"$word\")) ;;",
      "    esac",
      "  fi",
      "}",
      "complete -o filenames -F _assay assay",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static var zshScript: String {
    var lines = ["#compdef assay", "_assay() {", "  local -a verbs", "  verbs=("]
    for verb in verbs { lines.append("    '\(verb.name):\(quoted(verb.summary))'") }
    lines += [
      "  )",
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
      "    _describe verb verbs",
      "    _files",
      "    return",
      "  fi",
      "  case $words[2] in",
    ]
    for verb in verbs {
      let options = (verb.options + CommandTable.globalOptions)
        .map { "'\($0.name)[\(quoted($0.summary))]\($0.value == nil ? "" : ":value:")'" }
      lines.append(
        "    \(verb.name)) _arguments \(options.joined(separator: " ")) '*:file:_files' ;;")
    }
    lines += ["    *) _files ;;", "  esac", "}", "_assay \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static var fishScript: String {
    let names = verbs.map(\.name).joined(separator: " ")
    var lines: [String] = []
    for verb in verbs {
      lines.append(
        "complete -c assay -n 'not __fish_seen_subcommand_from \(names)' -a \(verb.name) "
          + "-d '\(quoted(verb.summary))'")
      for option in verb.shownOptions {
        lines.append(
          "complete -c assay -n '__fish_seen_subcommand_from \(verb.name)' "
            + "-l \(option.name.dropFirst(2))\(option.value == nil ? "" : " -r") "
            + "-d '\(quoted(option.summary))'")
      }
    }
    for option in CommandTable.globalOptions {
      lines.append(
        "complete -c assay -l \(option.name.dropFirst(2))\(option.value == nil ? "" : " -r") "
          + "-d '\(quoted(option.summary))'")
    }
    lines.append(
      "complete -c assay -n '__fish_seen_subcommand_from completions' -a 'bash zsh fish' -f")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text inside single quotes of a shell, and inside zsh's brackets and colons.
  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "").replacing("[", with: "(").replacing("]", with: ")")
      .replacing(":", with: ",")
  }
}
