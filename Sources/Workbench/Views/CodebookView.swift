import ClaimModel
import Terminal

/// A codebook as people read it.
struct CodebookView {
  private let codebook: Codebook
  private let columns: Int

  init(_ codebook: Codebook, columns: Int) {
    self.codebook = codebook
    self.columns = max(30, min(columns, 100))
  }

  func lines(_ attributes: [Codebook.Attribute], withRules: Bool) -> [StyledText] {
    var lines = attributes.flatMap(self.lines)
    guard withRules, !codebook.rules.isEmpty else { return lines }
    lines.append(StyledText("rules", Palette.heading))
    for rule in codebook.rules {
      let verb = rule.enforcement == .refuse ? "is refused without" : "should not be without"
      lines += StyledText(
        "\(rule.attribute) \(rule.labels.joined(separator: ", ")) \(verb) \(rule.needs)"
      ).wrapped(to: columns, firstIndent: "  ", hangingIndent: "    ")
    }
    return lines
  }

  private func lines(_ attribute: Codebook.Attribute) -> [StyledText] {
    var title = StyledText(attribute.name, Palette.heading)
    title.append("  \(attribute.kind.rawValue)", Palette.quiet)
    if let bounds = attribute.bounds { title.append(" \(bounds)", Palette.quiet) }
    if let start = attribute.start { title.append(", starts as \(start)", Palette.quiet) }
    var lines = [title]
    if !attribute.definition.isEmpty {
      lines += StyledText(attribute.definition)
        .wrapped(to: columns, firstIndent: "  ", hangingIndent: "  ")
    }
    let width = (attribute.labels.map(\.name.utf8.count).max() ?? 0) + 2
    for label in attribute.labels {
      var name = StyledText("  " + (label.key ?? " ") + "  ", Palette.number)
      name.append(label.name, Palette.label)
      lines += StyledText(label.definition).wrapped(
        to: columns, firstIndent: name.padded(to: width + 5),
        hangingIndent: StyledText(String(repeating: " ", count: min(width + 5, columns / 2))))
    }
    lines.append("")
    return lines
  }
}
