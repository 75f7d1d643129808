import ClaimModel

/// A verb with the arguments and options of one call, matched against its table entry.
package struct Invocation: Sendable {
  package let command: Command
  /// Words by the name of their parameter; a parameter that got none is not here.
  private var words: [String: [String]] = [:]
  private var options: [String: String] = [:]

  /// Matches the words after the verb.
  ///
  /// Arguments are taken from left to right. An optional one is taken when the word has its form and
  /// those that are required after it still get theirs, so `status 5` gives the label with the key
  /// 5, and `status 5 refuted` labels claim 5. Where nothing but claims can be meant they are taken all
  /// the same, so that `note 3` lacks its text.
  ///
  /// - Parameters:
  ///   - line: The whole line, from which a `text` argument is cut as it was typed; nil from the shell.
  ///   - globals: Options that every verb takes here.
  ///   - defaults: Values of options that the words may override.
  package init(
    _ command: Command, words given: [PromptWord], line: String? = nil,
    globals: [CommandOption] = [], defaults: [String: String] = [:]
  ) throws {
    self.command = command
    options = defaults
    let positional = try readOptions(given, known: command.options + globals)
    if let format = options["--format"], !command.formats.contains(format) {
      throw UsageError.badChoice(option: "--format", format, choices: command.formats)
    }
    var rest = positional[...]
    for (index, parameter) in command.parameters.enumerated()
    where !command.options.contains(where: { $0.replaces == parameter.name && has($0.name) }) {
      try take(parameter, before: command.parameters[(index + 1)...], from: &rest, line: line)
    }
    if let extra = rest.first {
      if let last = command.parameters.last, last.kind == .claims, words[last.name] == nil {
        throw UsageError.notClaims(extra.text)
      }
      throw command.parameters.last?.kind == .words
        ? UsageError.unquoted(extra.text, usage: command.usage)
        : UsageError.unexpected(extra.text, usage: command.usage)
    }
  }

  private mutating func readOptions(_ given: [PromptWord], known: [CommandOption]) throws
    -> [PromptWord]
  {
    var positional: [PromptWord] = []
    var position = 0
    var isOver = false
    while position < given.count {
      let word = given[position]
      position += 1
      if isOver || word.isQuoted || !word.text.hasPrefix("--") || word.text.utf8.count == 2 {
        if word.text == "--", !word.isQuoted, !isOver {
          isOver = true
        } else {
          positional.append(word)
        }
        continue
      }
      let halves = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(halves[0])
      guard let option = known.first(where: { $0.name == name }) else {
        if command.takesAnyWords {
          positional.append(word)
          continue
        }
        throw UsageError.unknownOption(
          name, verb: command.name, nearest: NearestName.of(name, among: known.map(\.name)))
      }
      guard let placeholder = option.value else {
        if halves.count == 2 { throw UsageError.optionTakesNoValue(name) }
        options[name] = ""
        continue
      }
      if halves.count == 2 {
        options[name] = String(halves[1])
      } else if position < given.count {
        options[name] = given[position].text
        position += 1
      } else {
        throw UsageError.optionNeedsValue(name, value: placeholder)
      }
      if let value = options[name], !option.choices.isEmpty, !option.choices.contains(value),
        !option.formerChoices.contains(value)
      {
        throw UsageError.badChoice(option: name, value, choices: option.choices)
      }
    }
    return positional
  }

  private mutating func take(
    _ parameter: Parameter, before later: ArraySlice<Parameter>,
    from rest: inout ArraySlice<PromptWord>, line: String?
  ) throws {
    let available = rest.count - later.reduce(0) { $0 + $1.leastWords }
    switch parameter.kind {
    case .text(let completion) where available > 0:
      // A filter reads its quote marks itself.
      let text = Self.text(of: rest, in: line, asTyped: completion == .filter)
      // A name or a label has no lines; a text keeps those that were pasted.
      words[parameter.name] = [
        completion == .none || (rest.count == 1 && completion != .filter)
          ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
      ]
      rest = []
      return
    case .keyword(let keyword):
      guard let word = rest.first, !parameter.hasForm(word, before: nil) else { break }
      if parameter.presence == .optional { return }
      throw UsageError.expectedKeyword(keyword, word.text, usage: command.usage)
    case .claims where parameter.presence == .optional:
      guard let word = rest.first,
        let claims = Parameter.claims(
          in: word, before: later.first { !$0.isOptionalKeyword }, isLast: rest.count == 1),
        available > 0 || later.first?.isNeverClaims == true
      else { return }
      rest.removeFirst()
      words[parameter.name] = [claims]
      return
    default: break
    }
    switch parameter.presence {
    case .required:
      guard available > 0, let word = rest.popFirst() else {
        throw missing([parameter] + later, after: rest.count)
      }
      try parameter.check(word.text)
      words[parameter.name] = [word.text]
    case .optional:
      guard available > 0, let word = rest.first, parameter.hasForm(word, before: later.first)
      else { return }
      rest.removeFirst()
      words[parameter.name] = [word.text]
    case .repeated, .anyNumber:
      guard available > 0 || parameter.presence == .anyNumber else {
        throw missing([parameter] + later, after: rest.count)
      }
      let taken = rest.prefix(max(0, available))
      for word in taken { try parameter.check(word.text) }
      if !taken.isEmpty { words[parameter.name] = taken.map(\.text) }
      rest.removeFirst(taken.count)
    }
  }

  /// The error that names the first argument for which no word is left.
  private func missing(_ parameters: [Parameter], after words: Int) -> UsageError {
    let needed = parameters.filter { $0.leastWords > 0 }
    return .missing(argument: needed[min(words, needed.count - 1)].usage, usage: command.usage)
  }

  private static func text(
    of rest: ArraySlice<PromptWord>, in line: String?, asTyped: Bool
  ) -> String {
    guard let first = rest.first, let last = rest.last else { return "" }
    if rest.count == 1, !asTyped { return first.text }
    guard let line, let raw = line.utf8Substring(TextSpan(first.span.start, last.span.end)) else {
      return rest.map(\.text).joined(separator: " ")
    }
    return String(raw)
  }
}

// MARK: - Reading

extension Invocation {
  package func optionalText(_ parameter: String) -> String? { words[parameter]?.first }

  /// The word of a required argument.
  package func text(_ parameter: String) throws -> String {
    guard let word = words[parameter]?.first else {
      throw UsageError.missing(argument: parameter, usage: command.usage)
    }
    return word
  }

  /// Whether an argument was given, such as a word that says what those after it are.
  package func isGiven(_ parameter: String) -> Bool { words[parameter] != nil }

  package func texts(_ parameter: String) -> [String] { words[parameter] ?? [] }

  package func optionalNumber(_ parameter: String) throws -> Int? {
    guard let word = words[parameter]?.first else { return nil }
    guard let number = Int(word) else { throw UsageError.notANumber(argument: parameter, word) }
    return number
  }

  package func number(_ parameter: String) throws -> Int {
    guard let number = try optionalNumber(parameter) else {
      throw UsageError.missing(argument: parameter, usage: command.usage)
    }
    return number
  }

  /// The form of output that was asked for, else the verb's first.
  package var format: String { options["--format"] ?? command.formats[0] }

  package func has(_ option: String) -> Bool { options[option] != nil }

  package func option(_ name: String) -> String? { options[name] }

  package func numberOption(_ name: String) throws -> Int? {
    guard let text = options[name] else { return nil }
    guard let number = Int(text) else { throw UsageError.notANumber(argument: name, text) }
    return number
  }
}
