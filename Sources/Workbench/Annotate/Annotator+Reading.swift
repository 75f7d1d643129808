import ClaimModel
import Terminal

/// Lines that are read, and how keys scroll them.
extension Annotator {
  mutating func read(_ key: Key, _ title: String, _ lines: [StyledText], _ first: Int) {
    let step = Self.scroll(key)
    state.mode = step == 0 ? .judging : .reading(title: title, lines, first: first + step)
  }

  /// The lines that a key scrolls down; 0 for one that does not scroll.
  static func scroll(_ key: Key) -> Int {
    switch key {
    case .down, .enter: 1
    case .up: -1
    case .pageDown, .character(" "): 10
    case .pageUp: -10
    default: 0
    }
  }

  var helpLines: [StyledText] {
    var rows: [(String, String)] = []
    if let verdict = state.open.codebook.verdict {
      for label in verdict.labels where label.key != nil {
        rows.append((label.key ?? "", "\(label.name): \(label.definition)"))
      }
    }
    for attribute in state.open.codebook.attributes
    where attribute.name != state.open.codebook.verdict?.name {
      for label in attribute.labels where label.key != nil {
        rows.append((label.key ?? "", "\(attribute.name) \(label.name): \(label.definition)"))
      }
    }
    for verb in AnnotateAction.verbs { rows.append((keys.name(of: verb.action), verb.summary)) }
    rows += [
      ("← →", "the claim before, the next"), ("Tab", "the next claim without a verdict"),
      ("Home End", "the first claim, the last"), ("Ctrl-L", "draw the screen again"),
      ("Ctrl-Z", "stop, until 'fg'"), ("Esc", "back to the prompt"),
    ]
    let width = (rows.map(\.0.count).max() ?? 0) + 3
    return rows.map {
      StyledText("  " + $0, Palette.number).padded(to: width + 2) + StyledText($1)
    }
  }
}
