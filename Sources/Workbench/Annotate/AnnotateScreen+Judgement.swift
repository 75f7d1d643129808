import ClaimModel
import Terminal

/// The rows under the text: the wording, the attributes, the list to pick from, the verdict's keys.
extension AnnotateScreen {
  var judgementRows: [StyledText] {
    guard let record = state.record else {
      return [hintOfNothing, ""]
    }
    var rows: [StyledText] = isTall ? [""] : []
    if case .picking(let pick) = state.mode { return rows + pickRows(pick) + verdictRows(record) }
    rows += panelled(statementRows(record) + valueRows(record))
    rows += verdictRows(record)
    return rows
  }

  private var hintOfNothing: StyledText {
    StyledText(
      state.open.state.claims.isEmpty
        ? "  The article has no claims; ':' and 'add \"WORDS\"' makes one."
        : "  No claim passes the filter; '\(keys.name(of: .filter))' and an empty line shows all.")
  }

  // MARK: - Wording

  private func statementRows(_ record: ClaimRecord) -> [StyledText] {
    let isOwn = record.statement != nil
    guard let statement = record.standingStatement else { return [] }
    let standing: OfferedValue.Standing = isOwn ? .decided : .offered
    let room = valueColumns
    var lines = StyledText(onOneLine: statement).wrapped(to: room)
    let most = isTall ? 3 : 1
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] = (lines[most - 1] + "…").truncated(to: room)
    }
    return lines.enumerated().map { index, line in
      (index == 0
        ? label("says", standing) : StyledText(String(repeating: " ", count: labelColumns)))
        + line
    }
  }

  // MARK: - Attributes

  private func valueRows(_ record: ClaimRecord) -> [StyledText] {
    let values = state.values(of: record)
    let shown = values.filter { value in
      value.standing != .none || hasKeys(value.attribute)
        || value.attribute == "source"
    }
    return shown.prefix(isTall ? 8 : 4).map { value in
      var row = label(value.attribute, value.standing)
      let style = value.standing == .decided ? Palette.label : .plain
      row.append(onOneLine: value.text, style)
      let keyHint = StyledText(keyHint(of: value.attribute), Palette.quiet)
      if let reason = value.reason { row.append("  (\(reason))", Palette.quiet) }
      let room = labelColumns + valueColumns
      guard !keyHint.isEmpty, keyHint.columns < valueColumns / 2 else {
        return row.truncated(to: room)
      }
      return row.truncated(to: room - keyHint.columns - 2).padded(to: room - keyHint.columns)
        + keyHint
    }
  }

  private func label(_ name: String, _ standing: OfferedValue.Standing) -> StyledText {
    let mark =
      switch standing {
      case .decided: "✓"
      case .offered: "?"
      case .unsure, .none: " "
      }
    return StyledText("   " + name, Palette.quiet).truncated(to: labelColumns - 3)
      .padded(to: labelColumns - 2) + StyledText(mark + " ", Palette.heading)
  }

  private var labelColumns: Int {
    let names = state.open.codebook.attributes.map { $0.name.count }
    return min(max(names.max() ?? 0, 4) + 6, 22)
  }

  /// The columns for values: the panel of earlier claims takes a third of a wide screen, or what is left.
  private var valueColumns: Int {
    min(hasPanel ? size.columns * 2 / 3 : size.columns, textColumns) - labelColumns - 1
  }

  private func hasKeys(_ attribute: String) -> Bool {
    state.open.codebook.attribute(named: attribute)?.labels.contains { $0.key != nil } == true
  }

  private func keyHint(of attribute: String) -> String {
    switch attribute {
    case "source": return "\(keys.name(of: .pickSource)) pick"
    case AnnotateState.kindAttribute: return "\(keys.name(of: .pickKind)) pick"
    case AnnotateState.typeAttribute: return "\(keys.name(of: .pickType)) pick"
    default:
      let labels = state.open.codebook.attribute(named: attribute)?.labels ?? []
      let letters = labels.compactMap(\.key)
      return letters.isEmpty ? "" : letters.joined(separator: " ")
    }
  }

  // MARK: - Earlier claims

  private var hasPanel: Bool { isWide && !state.earlier.isEmpty }

  /// Rows with the earlier claims to their right.
  private func panelled(_ rows: [StyledText]) -> [StyledText] {
    guard hasPanel else { return rows }
    let left = labelColumns + valueColumns
    let room = size.columns - left - 2
    var panel = [StyledText("said before", Palette.heading)]
    for line in state.earlier {
      panel += StyledText(line, Palette.quiet).wrapped(to: room, hangingIndent: "  ")
    }
    return (0..<max(rows.count, min(panel.count, 8))).map { index in
      let row = index < rows.count ? rows[index] : ""
      guard index < panel.count else { return row }
      return row.padded(to: left + 1) + panel[index].truncated(to: room)
    }
  }

  // MARK: - Picking

  private func pickRows(_ pick: AnnotateState.Pick) -> [StyledText] {
    let cells = pick.choices.map { choice in
      StyledText(" \(Character(choice.key))", Palette.number)
        + StyledText(" " + choice.text).truncated(to: min(44, size.columns - 6))
    }
    let width = (cells.map(\.columns).max() ?? 1) + 2
    let perRow = max(1, (size.columns - 2) / width)
    let rows = stride(from: 0, to: cells.count, by: perRow).map { start in
      cells[start..<min(start + perRow, cells.count)].reduce(StyledText("  ")) {
        $0 + $1.padded(to: width)
      }
    }
    return [StyledText("   " + pick.title, Palette.heading)] + rows.prefix(isTall ? 9 : 5)
  }

  // MARK: - Verdict

  /// The verdict's labels with their keys, the one that was given in brackets.
  private func verdictRows(_ record: ClaimRecord) -> [StyledText] {
    guard let verdict = state.open.codebook.verdict else { return [] }
    let given = record.labels[verdict.name]?.description
    var width = 24
    while width > 6 {
      let rows = verdictRows(verdict, given: given, nameColumns: width)
      if rows.count <= 2 { return rows }
      width -= 1
    }
    return verdictRows(verdict, given: given, nameColumns: width)
  }

  private func verdictRows(
    _ verdict: Codebook.Attribute, given: String?, nameColumns: Int
  ) -> [StyledText] {
    var rows: [StyledText] = []
    var row = StyledText(" ")
    for label in verdict.labels {
      guard let key = label.key else { continue }
      let isGiven = label.name == given
      var cell = StyledText(isGiven ? "[" : " ")
      cell.append(key, Palette.number)
      cell.append(" ")
      cell.append(
        StyledText(label.name, isGiven ? Palette.label : .plain).truncated(to: nameColumns))
      cell.append(isGiven ? "]" : " ")
      if row.columns + cell.columns > size.columns - 1 {
        rows.append(row)
        row = StyledText(" ")
      }
      row += cell
    }
    return rows + [row]
  }
}
