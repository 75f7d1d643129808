import ClaimModel
import Terminal

extension AnnotateState {
  /// The attribute that `T` picks from.
  static let typeAttribute = "claim-type"
  /// The attribute that `K` picks from.
  static let kindAttribute = "source-type"
}

/// Choosing a value out of a list, by one key.
extension Annotator {
  /// Keys in the order in which choices get them: digits from 1, then small letters.
  private static let pickKeys = Array("123456789abcdefghijklmnopqrstuvwxyz".unicodeScalars)
  private static let nobody: Unicode.Scalar = "0"
  private static let typed: Unicode.Scalar = "/"

  /// The article's names: those near the claim first, then those that say most.
  mutating func pickSource() throws {
    let names = state.open.sourceNames(near: try current())
    var choices = zip(Self.pickKeys, names).map { AnnotateState.Pick.Choice(key: $0, text: $1) }
    choices.append(.init(key: Self.nobody, text: "nobody"))
    choices.append(.init(key: Self.typed, text: "type a name"))
    state.mode = .picking(.init(title: "source", choices: choices, purpose: .source))
  }

  /// The labels of an attribute, each under a letter of its own name where one is free.
  mutating func pickLabel(of name: String) throws {
    guard let attribute = state.open.codebook.attribute(named: name) else {
      return say("the codebook has no attribute '\(name)'", Palette.warning)
    }
    guard !attribute.labels.isEmpty else {
      let value = try current().labels[name]?.description ?? ""
      state.mode = .typing(.value(attribute: name), LineBuffer(value))
      return
    }
    state.mode = .picking(
      .init(
        title: name, choices: Self.lettered(attribute.labels.map(\.name)),
        purpose: .label(attribute: name)))
  }

  mutating func pickAttribute() {
    state.mode = .picking(
      .init(
        title: "attribute", choices: Self.lettered(state.open.codebook.attributes.map(\.name)),
        purpose: .attribute))
  }

  static func lettered(_ names: [String]) -> [AnnotateState.Pick.Choice] {
    var free = pickKeys
    return names.compactMap { name in
      let own = name.unicodeScalars.first(where: free.contains) ?? free.first
      guard let key = own else { return nil }
      free.removeAll { $0 == key }
      return AnnotateState.Pick.Choice(key: key, text: name)
    }
  }

  mutating func pick(_ key: Key, of pick: AnnotateState.Pick) throws {
    state.mode = .judging
    guard case .character(let scalar) = key,
      let choice = pick.choices.first(where: { $0.key == scalar })
    else {
      return say(
        key == .escape
          ? "nothing changed" : "'\(AnnotateKeys.name(key))' is not in the list; nothing changed")
    }
    let record = try current()
    switch pick.purpose {
    case .attribute: try pickLabel(of: choice.text)
    case .source where choice.key == Self.typed:
      state.mode = .typing(.source, LineBuffer())
    case .source where choice.key == Self.nobody:
      try workbench.give(.nobody, of: "source", to: [record])
      refresh()
      say("claim \(record.claim.id): source nobody")
    case .source: try giveText(choice.text, of: "source")
    case .label(let attribute): try giveText(choice.text, of: attribute)
    }
  }

  mutating func giveText(_ text: String, of attribute: String) throws {
    let record = try current()
    try workbench.give(text, of: attribute, to: [record], accepting: false)
    refresh()
    say("claim \(record.claim.id): \(attribute) \(text)")
  }
}
