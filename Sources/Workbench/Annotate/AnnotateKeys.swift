package import ClaimModel
package import Terminal

/// Which key does what under a codebook: the codebook's keys first, then the verbs on what is left.
package struct AnnotateKeys: Sendable {
  private let actions: [Key: AnnotateAction]
  private let keys: [AnnotateAction: Key]

  /// Keys that no codebook can take, since they are no printable characters.
  private static let fixed: [(Key, AnnotateAction)] = [
    (.backspace, .undo), (.right, .next), (.down, .next), (.left, .previous), (.up, .previous),
    (.tab, .nextUndecided), (.enter, .nextUndecided), (.home, .first), (.end, .last),
    (.escape, .leave), (.control("c"), .leave), (.control("d"), .leave), (.function(1), .help),
  ]

  /// A verb whose own key is a label's gets it with Alt.
  package init(_ codebook: Codebook) {
    var actions: [Key: AnnotateAction] = [:]
    var keys: [AnnotateAction: Key] = [:]
    for attribute in codebook.attributes {
      for label in attribute.labels {
        guard let scalar = label.key?.unicodeScalars.first else { continue }
        let action = AnnotateAction.label(attribute: attribute.name, label: label.name)
        actions[.character(scalar)] = action
        keys[action] = .character(scalar)
      }
    }
    for verb in AnnotateAction.verbs {
      let own = Key.character(verb.key)
      let key = actions[own] == nil ? own : .alt(verb.key)
      actions[key] = verb.action
      keys[verb.action] = key
    }
    for (key, action) in Self.fixed {
      actions[key] = action
      if keys[action] == nil { keys[action] = key }
    }
    self.actions = actions
    self.keys = keys
  }

  package func action(of key: Key) -> AnnotateAction? { actions[key] }

  /// The key that does something; nil for a label without one.
  package func key(of action: AnnotateAction) -> Key? { keys[action] }

  /// As a key is named on the screen: `S`, `Alt-S`, `space`.
  package func name(of action: AnnotateAction) -> String { keys[action].map(Self.name) ?? "" }

  package static func name(_ key: Key) -> String {
    switch key {
    case .character(" "): "space"
    case .character(let scalar): String(Character(scalar))
    case .alt(let scalar): "Alt-" + String(Character(scalar))
    case .control(let scalar): "Ctrl-" + String(Character(scalar)).uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .pasted: "a paste"
    }
  }
}
