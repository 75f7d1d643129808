import ClaimModel

/// Finds out what a line at the prompt asks for, and does it.
extension Workbench {
  /// Runs one line of the prompt or of a script; an empty line or a comment (`#`) does nothing.
  ///
  /// The first word is a verb; an attribute of the codebook; a label's name or key, which labels the
  /// current claim; or claims, which are gone to, or with a label, a verb or an attribute after them are
  /// what that is about.
  package func run(line: String) throws {
    let words = PromptWord.words(of: line)
    guard let first = words.first else { return }
    let lines = PromptWord.lines(of: words, in: line)
    guard !line.drop(while: \.isWhitespace).hasPrefix("#") else {
      if lines > 1 { throw UsageError.severalLines(lines) }
      return
    }
    if let command = CommandTable.command(first.text, in: .prompt), !first.isQuoted {
      if lines > 1 && !command.takesFreeText { throw UsageError.severalLines(lines) }
      return try run(command, words: Array(words.dropFirst()), line: line)
    }
    if let open {
      if let attribute = open.codebook.attribute(named: first.text) {
        return try run(.label, words: attributeWords(words, attribute), line: line)
      }
      if lines == 1, try runBareLabel(words, in: open) || runLabelChange(words, in: open) {
        return
      }
      if let (command, words) = commandAfterClaims(words, in: open) {
        if lines > 1 && !command.takesFreeText { throw UsageError.severalLines(lines) }
        return try run(command, words: words, line: line)
      }
      if lines > 1 { throw UsageError.severalLines(lines) }
      if let error = shorthandError(words, in: open) { throw error }
    }
    if CommandTable.command(first.text, in: .shell) != nil {
      throw UsageError.onlyFromShell(first.text)
    }
    throw UsageError.unknownCommand(first.text, nearest: nearestName(to: first.text))
  }

  func run(_ command: Command, words: [PromptWord], line: String) throws {
    let invocation: Invocation
    if words.contains(where: { $0.text == "--help" && !$0.isQuoted }) {
      invocation = try Invocation(.help, words: [PromptWord(command.name)])
    } else {
      do {
        invocation = try Invocation(
          command, words: words, line: line, globals: CommandTable.promptOptions)
      } catch UsageError.missing(let argument, let usage) {
        throw try missingLabel(argument, of: command, words)
          ?? UsageError.missing(argument: argument, usage: usage)
      }
    }
    do {
      try invocation.command.run(self, invocation)
    } catch SessionError.noSuchClaim(let id)
      where command.takesTextAfterClaims && words.first?.text == id.description
    {
      throw SessionError.noSuchClaimBeforeText(id, verb: command.name)
    }
  }

  /// What to say where a label is not there yet: which labels there are.
  private func missingLabel(_ argument: String, of command: Command, _ words: [PromptWord]) throws
    -> LabelError?
  {
    guard let open,
      let parameter = command.parameters.first(where: { $0.name == argument })
    else { return nil }
    let reader = LabelReader(open.codebook)
    let attribute: Codebook.Attribute
    switch parameter.kind {
    case .label(let name): attribute = try reader.attribute(name)
    case .text(.label):
      let named = words.first { Parameter.claims(in: $0, before: nil, isLast: false) == nil }
      guard let named else { return nil }
      attribute = try reader.attribute(named.text)
    default: return nil
    }
    return .missing(attribute: attribute.name, names: attribute.labels.map(\.name))
  }

  /// `claim-type 3 quote` as the words of `label 3 claim-type quote`.
  private func attributeWords(_ words: [PromptWord], _ attribute: Codebook.Attribute)
    -> [PromptWord]
  {
    var rest = Array(words.dropFirst())
    let isText = attribute.kind == .text
    let hasSelection =
      rest.first.map {
        Parameter.claims(
          in: $0, before: isText ? Parameter("VALUE", .text()) : nil, isLast: rest.count == 1)
          != nil
      } ?? false
    rest.insert(words[0], at: hasSelection && (rest.count > 1 || isText) ? 1 : 0)
    return rest
  }

  /// `3 note seen it` as the verb with the words of `note 3 seen it`, `3 claim-type quote` as those of
  /// `label 3 claim-type quote`; nil where no verb about claims and no attribute stands second.
  private func commandAfterClaims(
    _ words: [PromptWord], in open: OpenSession
  ) -> (Command, [PromptWord])? {
    guard words.count >= 2, !words[0].isQuoted, ClaimSelection(words[0].text) != nil,
      !words[1].isQuoted
    else { return nil }
    let rest = words.dropFirst(2)
    if let command = CommandTable.command(words[1].text, in: .prompt),
      command.parameters.first?.kind == .claims
    {
      return (command, [words[0]] + rest)
    }
    guard let attribute = open.codebook.attribute(named: words[1].text) else { return nil }
    return (.label, attributeWords([words[1], words[0]] + rest, attribute))
  }

  /// `denies`, `3 denies`, `3 = denies`, `denies 3` and `3`, with a label's key for its name, and
  /// `--again` behind.
  private func runBareLabel(_ words: [PromptWord], in open: OpenSession) throws -> Bool {
    let includesDecided = words.last?.text == "--again"
    var words = includesDecided ? Array(words.dropLast()) : words
    if words.count == 3, words[1].text == "=", ClaimSelection(words[0].text) != nil {
      words.remove(at: 1)
    }
    guard words.count <= 2, !words.contains(where: \.isQuoted) else { return false }
    if words.count == 2, ClaimSelection(words[0].text) != nil,
      let attribute = LabelReader(open.codebook).attribute(withKey: words[1].text)
    {
      try label(
        words[0].text, attribute: attribute.name, value: words[1].text,
        includesDecided: includesDecided)
      return true
    }
    let selections = words.filter { ClaimSelection($0.text) != nil }
    let labels = words.filter { ClaimSelection($0.text) == nil }
    if words.count == 1, let selection = selections.first {
      try run(.goto, words: [selection], line: selection.text)
      return true
    }
    guard labels.count == 1, let word = labels.first?.text else { return false }
    let label = word.lowercased()
    let attributes = LabelReader(open.codebook).attributes(withLabel: label)
    guard let attribute = attributes.first else {
      guard words.count == 1, let attribute = LabelReader(open.codebook).attribute(withKey: word)
      else { return false }
      try self.label(nil, attribute: attribute.name, value: word)
      return true
    }
    guard attributes.count == 1 else {
      throw LabelError.ambiguousLabel(label, attributes: attributes.map(\.name))
    }
    try self.label(
      selections.first?.text, attribute: attribute.name, value: label,
      includesDecided: includesDecided)
    return true
  }

  /// `+health`, `3 +health -money`: labels of an attribute that takes several.
  private func runLabelChange(_ words: [PromptWord], in open: OpenSession) throws -> Bool {
    let includesHidden = words.last?.text == CommandOption.again.name
    var words = includesHidden ? words.dropLast() : words[...]
    let selection = words.first.flatMap { ClaimSelection($0.text) == nil ? nil : $0.text }
    if selection != nil { words.removeFirst() }
    guard let first = words.first,
      words.allSatisfy({ ($0.text.first == "+" || $0.text.first == "-") && !$0.isQuoted })
    else { return false }
    let attributes = LabelReader(open.codebook)
      .attributes(withLabel: first.text.dropFirst().lowercased()).filter { $0.kind == .choices }
    guard let attribute = attributes.first else { return false }
    guard attributes.count == 1 else {
      throw LabelError.ambiguousLabel(first.text, attributes: attributes.map(\.name))
    }
    try label(
      selection, attribute: attribute.name,
      value: words.map { $0.text.lowercased() }.joined(separator: " "),
      includesDecided: includesHidden)
    return true
  }

  /// What is wrong with a line that begins as `3 denies` does.
  private func shorthandError(_ words: [PromptWord], in open: OpenSession) -> UsageError? {
    let reader = LabelReader(open.codebook)
    let isKnown = { (word: PromptWord) in
      ClaimSelection(word.text) != nil
        || !reader.attributes(withLabel: word.text.lowercased()).isEmpty
    }
    guard let first = words.first, let last = words.last, isKnown(first) else { return nil }
    let rest = words.drop { ClaimSelection($0.text) != nil }
    if let verb = rest.first, !verb.isQuoted, rest.count < words.count,
      let command = CommandTable.command(verb.text, in: .prompt)
    {
      return command.parameters.first?.kind == .claims
        ? .claimsNotJoined(words[..<rest.startIndex].map(\.text), verb: command.name)
        : .notAboutClaims(command.name)
    }
    if let unknown = words.first(where: { !isKnown($0) }) {
      return .unknownCommand(unknown.text, nearest: nearestName(to: unknown.text))
    }
    return .unexpected(last.text, usage: "[CLAIMS] LABEL")
  }

  private func nearestName(to word: String) -> String? {
    var names = CommandTable.commands(in: .prompt).map(\.name)
    for attribute in open?.codebook.attributes ?? [] {
      names.append(attribute.name)
      names += attribute.labels.map(\.name)
    }
    return NearestName.of(word, among: names)
  }
}

extension PromptWord {
  /// A word that was not typed on a line, as a shell passes it.
  package init(_ text: String) {
    self.init(text: text, span: TextSpan(0, 0), isQuoted: false)
  }
}
