/// Every verb there is; the prompt, the command line, help, completion and the man page read it.
package enum CommandTable {
  package static let all: [Command] = [
    .load, .read, .splitArticle, .sessions, .openSession, .annotate,
    .claims, .show, .next, .back, .goto, .find, .repeats, .filter, .progress,
    .source, .rename, .stance, .status, .label, .accept, .clear, .note, .tag, .evidence, .statement,
    .trim, .extend, .split, .merge, .add, .drop, .settle,
    .undo, .redo, .history, .save,
    .replay, .export, .importSession, .mergeStores, .search,
    .verify, .seal, .key, .backup, .repair, .codebook,
    .annotator, .clock, .form, .record, .completions, .help, .quit,
  ]

  package static func commands(in room: Command.Rooms) -> [Command] {
    all.filter { $0.rooms.contains(room) }
  }

  package static func command(_ name: String, in room: Command.Rooms) -> Command? {
    commands(in: room).first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The options that every verb takes from the shell.
  package static let globalOptions: [CommandOption] = [
    CommandOption("--store", "FILE", "the store (\(Settings.defaultStorePath), or ASSAY_STORE)"),
    CommandOption("--codebook", "FILE", "the codebook of new sessions (the one compiled in)"),
    CommandOption("--annotator", "NAME", "who decides (the login name, or ASSAY_ANNOTATOR)"),
    formatOption,
    CommandOption("--shared", "a new store is for the user's group too; else for the user alone"),
    CommandOption("--quiet", "print only what was asked for, warnings and errors"),
    CommandOption("--no-color", "plain text, as with NO_COLOR set"),
    CommandOption("--keep-going", "in a script: go on after an error"),
    CommandOption("--help", "show the help of the verb"),
  ]

  /// The options that every verb takes at the prompt.
  package static let promptOptions: [CommandOption] = [
    formatOption, CommandOption("--help", "show the help of the verb"),
  ]

  private static let formatOption = CommandOption(
    "--format", "FORMAT", "the form of the output; the help of a verb says which it has")
}
