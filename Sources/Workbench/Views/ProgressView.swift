import ClaimModel
import Terminal

/// How far a session is, for `progress`.
struct ProgressView {
  let open: OpenSession

  init(_ open: OpenSession) { self.open = open }

  var lines: [StyledText] {
    let records = open.state.claimsInOrder
    let decided = records.filter(open.hasVerdict).count
    var lines = [
      StyledText("\(decided) of \(records.count) claims have a verdict", Palette.heading)
    ]
    for attribute in open.codebook.attributes {
      var counts: [String: Int] = [:]
      for record in records {
        switch record.labels[attribute.name] {
        case .list(let labels): for label in labels { counts[label, default: 0] += 1 }
        case let value?: counts[value.description, default: 0] += 1
        case nil: continue
        }
      }
      guard !counts.isEmpty else { continue }
      let names =
        attribute.labels.isEmpty
        ? counts.keys.sorted { (counts[$1, default: 0], $0) < (counts[$0, default: 0], $1) }
        : attribute.labels.map(\.name).filter { counts[$0] != nil }
      let shown = names.prefix(8).map { "\($0) \(counts[$0, default: 0])" }
      var line = StyledText("  \(attribute.name)  ", Palette.quiet)
      line.append(shown.joined(separator: ", ") + (names.count > 8 ? ", …" : ""))
      lines.append(line)
    }
    return lines
  }
}
