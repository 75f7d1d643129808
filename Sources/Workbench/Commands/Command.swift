/// One verb: everything that the prompt, the command line, help and the man page know of it.
package struct Command: Sendable {
  package let name: String
  package var aliases: [String] = []
  package let rooms: Rooms
  package var parameters: [Parameter] = []
  package var options: [CommandOption] = []
  /// What `--format` can be; the first is what is written without it.
  package var formats = ["text"]
  /// One line, as in the list of commands: lower case, no full stop.
  package let summary: String
  /// What `help VERB` says after the summary: sentences, one paragraph a string.
  package let explanation: [String]
  /// One line that works as it stands.
  package let example: String
  package let run: @Sendable (Workbench, Invocation) throws -> Void

  /// Where a verb can be used.
  package struct Rooms: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let shell = Rooms(rawValue: 1)
    package static let prompt = Rooms(rawValue: 2)
  }

  /// The options that help lists: its own, and `--format` where there is a choice.
  package var shownOptions: [CommandOption] {
    guard formats.count > 1 else { return options }
    return options + [
      CommandOption("--format", "FORMAT", choices: formats, "the form of the output")
    ]
  }

  /// The verb with its arguments: `split CLAIM at WORDS`.
  package var usage: String {
    ([name] + parameters.map(\.usage) + options.map { "[\($0.usage)]" }).joined(separator: " ")
  }
}

/// One argument of a verb, by its place.
package struct Parameter: Sendable {
  /// In capitals, as help shows it.
  package let name: String
  package let kind: Kind
  package var presence: Presence = .required

  package init(_ name: String, _ kind: Kind, _ presence: Presence = .required) {
    self.name = name
    self.kind = kind
    self.presence = presence
  }

  package enum Presence: Sendable {
    case required, optional
    /// One or more words, up to those that later arguments need.
    case repeated
    /// Any number of words, none too.
    case anyNumber
  }

  package enum Kind: Equatable, Sendable {
    /// `3`, `3-7`, `3,5`, `.` for the current claim, `all` for those that are shown. Where they need not
    /// be named, a colon may follow.
    case claims
    case session
    case number
    case file
    case attribute
    /// A label of this attribute, one word.
    case label(of: String)
    case verb
    case shell
    case tag
    /// The name of a source, one word or several in quote marks.
    case source
    /// This very word.
    case keyword(String)
    /// One word or several in quote marks.
    case words
    /// The rest of the line as it was typed.
    case text(Completion = .none)
  }

  /// What Tab offers for a text.
  package enum Completion: Equatable, Sendable {
    case none
    /// Words of the article.
    case verbatim
    /// The names of sources in the article.
    case source
    /// What a filter can be.
    case filter
    /// The labels of the attribute that the argument before it names.
    case label
  }

  package var usage: String {
    if case .keyword(let word) = kind { return presence == .optional ? "[\(word)]" : word }
    return switch presence {
    case .required: name
    case .optional: "[\(name)]"
    case .repeated: "\(name)…"
    case .anyNumber: "[\(name)…]"
    }
  }
}

/// One option of a verb: `--output FILE`, or a flag.
package struct CommandOption: Sendable {
  /// With its hyphens.
  package let name: String
  /// What stands for its value in help; nil for a flag.
  package var value: String?
  /// The values it takes; empty where any will do.
  package var choices: [String] = []
  /// Values that it once took and that old scripts give; they are taken, but not offered.
  package var formerChoices: [String] = []
  package let summary: String
  /// The argument that is not looked for where this is given.
  package var replaces: String?

  /// A flag.
  package init(_ name: String, replaces: String? = nil, _ summary: String) {
    self.name = name
    self.replaces = replaces
    self.summary = summary
  }

  package init(
    _ name: String, _ value: String, choices: [String] = [], formerChoices: [String] = [],
    _ summary: String
  ) {
    self.name = name
    self.value = value
    self.choices = choices
    self.formerChoices = formerChoices
    self.summary = summary
  }

  package var usage: String { value.map { "\(name) \($0)" } ?? name }
}
