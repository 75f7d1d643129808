import ClaimModel

/// Which words can be which argument.
extension Parameter {
  /// How many words it needs.
  var leastWords: Int {
    switch presence {
    case .required, .repeated: 1
    case .optional, .anyNumber: 0
    }
  }

  /// Whether a word could be this argument, where it need not be given.
  ///
  /// - Parameter next: The argument that follows it.
  func hasForm(_ word: PromptWord, before next: Parameter?) -> Bool {
    switch kind {
    case .claims: Self.claims(in: word, before: next, isLast: false) != nil
    case .number, .session: Int(word.text) != nil
    case .keyword(let keyword): word.text == keyword && !word.isQuoted
    default: true
    }
  }

  /// The claims that a word names, without the colon that may part them from what follows; nil where the
  /// word is part of that.
  ///
  /// Before a text, 'all' is a word like any other, unless it has the colon or nothing follows it.
  static func claims(in word: PromptWord, before next: Parameter?, isLast: Bool) -> String? {
    guard !word.isQuoted else { return nil }
    let isParted = word.text.hasSuffix(":")
    let text = isParted ? String(word.text.dropLast()) : word.text
    guard let selection = ClaimSelection(text) else { return nil }
    if next?.isText == true, selection == .all, !isParted, !isLast { return nil }
    return text
  }

  /// Whether a word that names claims cannot be this argument, so that it must be missing.
  var isNeverClaims: Bool {
    switch kind {
    case .text, .attribute, .tag, .keyword: presence == .required
    default: false
    }
  }

  /// Whether it may be left out to say what the words after it are.
  var isOptionalKeyword: Bool {
    if case .keyword = kind { presence == .optional } else { false }
  }

  var isText: Bool { if case .text = kind { true } else { false } }

  func check(_ word: String) throws {
    switch kind {
    case .claims where ClaimSelection(word) == nil: throw UsageError.notClaims(word)
    case .number where Int(word) == nil, .session where Int(word) == nil:
      throw UsageError.notANumber(argument: name, word)
    default: break
    }
  }
}

extension Command {
  /// Whether its text may have several lines.
  var takesFreeText: Bool { parameters.contains(where: \.isText) }

  /// Whether what looks like an option, and is none of this verb's, may be part of a text.
  var takesAnyWords: Bool { parameters.contains { $0.isText && $0.kind != .text(.verbatim) } }

  /// Whether its text may begin with what could name claims.
  var takesTextAfterClaims: Bool {
    zip(parameters, parameters.dropFirst()).contains { $0.kind == .claims && $1.isText }
  }
}
