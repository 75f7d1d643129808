import ClaimModel
package import Terminal

/// What Tab offers at the prompt: verbs, labels, attributes, sources of the article, claims, files.
package struct Completer {
  private let workbench: Workbench

  package init(_ workbench: Workbench) { self.workbench = workbench }

  package func answer(_ request: CompletionRequest) -> CompletionAnswer {
    let before = PromptWord.words(of: wordsBefore(request))
    let typed = request.wordText
    guard let verb = before.first else {
      return .words(matching(typed, verbs + bareLabels + attributeNames + changes(of: nil, typed)))
    }
    guard let command = CommandTable.command(verb.text, in: .prompt) else {
      if let attribute = workbench.open?.codebook.attribute(named: verb.text) {
        return .words(
          attribute.name == SessionState.sourceAttribute
            ? names(completing: typed)
            : matching(typed, values(of: attribute) + changes(of: attribute, typed)))
      }
      return ClaimSelection(verb.text) == nil
        ? .words([]) : .words(matching(typed, bareLabels + changes(of: nil, typed)))
    }
    let arguments = Array(before.dropFirst())
    if typed.hasPrefix("--") {
      let options = command.options + CommandTable.promptOptions
      return .words(matching(typed, options.map(\.name)))
    }
    if let last = arguments.last,
      let option = command.shownOptions.first(where: { $0.name == last.text }), option.value != nil
    {
      return option.value == "FILE" ? .fileNames : .words(matching(typed, option.choices))
    }
    if command.name == Command.accept.name, arguments.last?.text == SessionState.sourceAttribute {
      return .words(names(completing: typed) + matching(typed, attributeNames))
    }
    return complete(typed, of: command, after: arguments)
  }

  /// The line up to the word, without a quote mark that opens it.
  private func wordsBefore(_ request: CompletionRequest) -> String {
    let prefix = request.linePrefix
    return request.openQuote == nil ? prefix : String(prefix.dropLast())
  }

  private func complete(_ typed: String, of command: Command, after arguments: [PromptWord])
    -> CompletionAnswer
  {
    var words = arguments.filter { !$0.text.hasPrefix("--") }[...]
    var attribute: Codebook.Attribute?
    for (index, parameter) in command.parameters.enumerated() {
      if let word = words.first {
        let next = command.parameters[(index + 1)...].first
        if parameter.presence == .optional, !parameter.hasForm(word, before: next) { continue }
        if case .attribute = parameter.kind {
          attribute = workbench.open?.codebook.attribute(named: word.text)
        }
        switch parameter.kind {
        case .text: return .words(textCompletions(parameter, words, typed, attribute))
        default: break
        }
        if parameter.presence == .repeated || parameter.presence == .anyNumber {
          words = []
        } else {
          words.removeFirst()
          continue
        }
      }
      // A claim's number need not be given: offer what may stand in its place, too.
      if case .claims = parameter.kind, parameter.presence == .optional, !isDigits(typed) {
        continue
      }
      return offers(for: parameter, typed, attribute)
    }
    return .words([])
  }

  private func offers(
    for parameter: Parameter, _ typed: String, _ attribute: Codebook.Attribute?
  ) -> CompletionAnswer {
    switch parameter.kind {
    case .file: return .fileNames
    case .claims: return .words(matching(typed, claimNumbers))
    case .attribute: return .words(matching(typed, attributeNames))
    case .label(let name):
      let attribute = workbench.open?.codebook.attribute(named: name)
      return .words(matching(typed, attribute.map(values) ?? []))
    case .verb: return .words(matching(typed, verbs))
    case .shell: return .words(matching(typed, ShellCompletions.allCases.map(\.rawValue)))
    case .tag: return .words(matching(typed, tags))
    case .keyword(let word): return .words(matching(typed, [word]))
    case .text: return .words(textCompletions(parameter, [], typed, attribute))
    case .source: return .words(names(completing: typed))
    case .session, .number, .words: return .words([])
    }
  }

  /// What completes a text of which some words stand already: the rest of a known value.
  private func textCompletions(
    _ parameter: Parameter, _ words: ArraySlice<PromptWord>, _ typed: String,
    _ attribute: Codebook.Attribute?
  ) -> [Completion] {
    guard case .text(let completion) = parameter.kind else { return [] }
    let values: [String] =
      switch completion {
      case .none, .verbatim: []
      case .source: sources
      case .filter:
        ["undecided", "decided", "proposed", "no-evidence", "none"] + carriedFilters
          + attributeNames.map { $0 + "=" }
      case .label: attribute.map { self.values(of: $0) + changes(of: $0, typed) } ?? []
      }
    // A name of which nothing stands yet is found by any of its words.
    if words.isEmpty, completion == .source || attribute?.name == SessionState.sourceAttribute {
      return names(completing: typed)
    }
    let known = words.map(\.text).joined(separator: " ")
    let prefix = known.isEmpty ? "" : known + " "
    return values.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
      .map { String($0.dropFirst(prefix.count)) }
      .filter { $0.lowercased().hasPrefix(typed.lowercased()) }
      .map { Completion($0, suffix: $0.hasSuffix("=") ? .none : .space) }
  }

  // MARK: - Candidates

  private var verbs: [String] { CommandTable.commands(in: .prompt).map(\.name) }

  private var attributeNames: [String] { workbench.open?.codebook.attributes.map(\.name) ?? [] }

  /// Labels that stand alone, because one attribute only has them.
  private var bareLabels: [String] {
    guard let codebook = workbench.open?.codebook else { return [] }
    let reader = LabelReader(codebook)
    return codebook.attributes.flatMap { $0.labels.map(\.name) }
      .filter { reader.attributes(withLabel: $0).count == 1 }
  }

  /// The labels of an attribute that takes several, or of all such, with the sign that was typed.
  private func changes(of attribute: Codebook.Attribute?, _ typed: String) -> [String] {
    guard let sign = typed.first, sign == "+" || sign == "-" else { return [] }
    let attributes = attribute.map { [$0] } ?? workbench.open?.codebook.attributes ?? []
    return attributes.filter { $0.kind == .choices }.flatMap(\.labels).map { "\(sign)\($0.name)" }
  }

  /// What tells claims apart that came over from an earlier text.
  private var carriedFilters: [String] {
    workbench.open?.state.origin == nil
      ? [] : CarryOver.Verdict.allCases.map(\.rawValue) + ["unsettled"]
  }

  private func values(of attribute: Codebook.Attribute) -> [String] {
    attribute.name == "source" ? sources : attribute.labels.map(\.name)
  }

  private var sources: [String] {
    workbench.open.map { SourceNames($0).entries.map(\.name) } ?? []
  }

  /// The names that begin with what was typed, else those that have a word which does.
  private func names(completing typed: String) -> [Completion] {
    let typed = typed.lowercased()
    let beginning = sources.filter { $0.lowercased().hasPrefix(typed) }
    let holding = sources.filter { name in
      name.lowercased().split(separator: " ").contains { $0.hasPrefix(typed) }
    }
    return (beginning + holding.filter { !beginning.contains($0) }).map { Completion($0) }
  }

  private var tags: [String] {
    Set(workbench.open?.state.claims.values.flatMap(\.tags) ?? []).sorted()
  }

  private var claimNumbers: [String] {
    workbench.open?.shown.map { $0.claim.id.description } ?? []
  }

  private func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { "0"..."9" ~= $0 }
  }

  private func matching(_ typed: String, _ candidates: [String]) -> [Completion] {
    var seen: Set<String> = []
    return candidates.filter { $0.hasPrefix(typed) && seen.insert($0).inserted }
      .map { Completion($0) }
  }
}
