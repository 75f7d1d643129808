import ClaimModel
import Terminal

/// Verbs that say who makes the claims.
extension Command {
  static let source = Command(
    name: "source", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("NAME", .text(.source), .optional),
    ],
    options: [.again],
    summary: "say who makes the claim, or list the names",
    explanation: [
      "Gives the attribute 'source'. The engine's proposal, shown by 'show', counts until you do. "
        + "Tab completes the names that the article gives, by any of their words; 'nobody' says that none is "
        + "named. A name that neither the session nor the article has is asked about, at a terminal.",
      "Without a name, lists the names with the claims of each, and how many nobody makes; with claims but no "
        + "name, those of these claims. 'rename' changes a name for the whole session.",
      "The rest of the line is the name. " + claimsBeforeText("source"),
    ],
    example: "source 3 Kong Quan",
    run: { workbench, invocation in
      guard invocation.optionalText("NAME") != nil else {
        return try workbench.listSources(invocation.optionalText("CLAIMS"))
      }
      try workbench.label(attribute: SessionState.sourceAttribute, invocation)
    })

  static let rename = Command(
    name: "rename", rooms: .prompt,
    parameters: [Parameter("SOURCE", .source), Parameter("NAME", .text(.source))],
    summary: "give a source another name in the whole session",
    explanation: [
      "Every claim that this source makes has the new name then, whether you gave the old one or it is "
        + "proposed; what is only proposed stays so. Where the new name is another source's, the two are one "
        + "from then on. 'undo' takes it back as one step.",
      "SOURCE is one word, or several in quote marks; the rest of the line is the new name. 'source' lists "
        + "the names.",
    ],
    example: "rename \"DEA\" \"U.S. Drug Enforcement Administration\"",
    run: { try $0.rename($1.text("SOURCE"), to: $1.text("NAME")) })
}

extension Workbench {
  /// Lists who makes the claims.
  ///
  /// - Parameter selection: The claims that it is about; nil for all.
  fileprivate func listSources(_ selection: String?) throws {
    let open = try session()
    let names = SourceNames(open)
    let asked = try selection.map { try Set(open.records($0).map(\.claim.id)) }
    let isMeant = { (id: ClaimID) in asked?.contains(id) ?? true }
    for entry in names.entries {
      let claims = entry.claims.filter(isMeant)
      if asked != nil && claims.isEmpty { continue }
      let name = StyledText(entry.name, Palette.source)
      let type = entry.type.map { StyledText("  \($0.rawValue)", Palette.quiet) } ?? StyledText()
      writeSource(name + type, claims)
    }
    let ofNobody = names.ofNobody.filter(isMeant)
    if !ofNobody.isEmpty { writeSource(StyledText("nobody named", Palette.undecided), ofNobody) }
    if asked == nil { say(names.summary) }
  }

  private func writeSource(_ name: StyledText, _ claims: [ClaimID]) {
    var line = StyledText("\(claims.count)".leftPadded(to: 4) + "  ", Palette.number)
    line.append(name)
    if !claims.isEmpty {
      line.append("  " + claims.map(\.description).joined(separator: ", "), Palette.quiet)
    }
    writeLine(line, hangingIndent: StyledText(String(repeating: " ", count: 6)))
  }

  fileprivate func rename(_ typed: String, to newName: String) throws {
    let open = try session()
    let names = SourceNames(open)
    guard !LabelReader.standsForNobody(typed) else { throw SourceError.nobody(typed) }
    guard let name = names.known(typed) else {
      throw SourceError.noSuchName(typed, nearest: names.resembling(typed).first)
    }
    guard newName.contains(where: { !$0.isWhitespace }) else { throw SourceError.noNewName(name) }
    guard !LabelReader.standsForNobody(newName) else { throw SourceError.nobody(newName) }
    guard name != newName else { throw SourceError.sameName(name) }
    let others = names.entries.first { $0.name == newName }?.claims.count
    try decide([.sourceRenamed(from: name, to: newName)])
    let claims = SourceNames(try session()).entries.first { $0.name == newName }?.claims ?? []
    var line = StyledText("'\(name)' is now ")
    line.append(newName, Palette.source)
    line.append(": \(claims.count) \(claims.count == 1 ? "claim" : "claims")")
    if let others, others > 0 { line.append(", \(others) of them already of that name") }
    say(line)
  }

  // MARK: - Unknown names

  /// The name to store for one that was typed: as it is, or one that the person chose when asked.
  ///
  /// Only a person is asked; what a script says holds.
  /// - Throws: `UnknownSource` where the person wants none of it.
  func confirmedSource(_ name: String) throws -> String {
    let open = try session()
    guard isInteractive, let withKeys = surroundings.withKeys else { return name }
    let names = SourceNames(open)
    if let known = names.known(name) { return known }
    guard !names.isKnown(name) else { return name }
    let choices = Array(names.resembling(name).prefix(9))
    output.writeLine("no source of this session is called '\(name)'")
    for (index, choice) in choices.enumerated() {
      var line = StyledText("  \(index + 1)  ", Palette.number)
      line.append(choice, Palette.source)
      output.writeLine(line)
    }
    output.writeLine(
      (choices.isEmpty
        ? "" : choices.count == 1 ? "that one [1], " : "one of these [1-\(choices.count)], ")
        + "keep '\(name)' [y], nothing [n]?")
    output.flush()
    var answer: String?
    try withKeys { key in answer = Self.answer(key, name: name, choices: choices) }
    guard let answer else { throw UnknownSource(name: name) }
    return answer
  }

  /// The name that the next key which is an answer stands for; nil for none.
  private static func answer(_ key: () -> Key?, name: String, choices: [String]) -> String? {
    while let pressed = key() {
      switch pressed {
      case .character("y"): return name
      case .character("n"), .character("q"), .escape, .control("c"), .control("d"): return nil
      case .character(let scalar):
        let number = Int(scalar.value) - 0x30
        if choices.indices.contains(number - 1) { return choices[number - 1] }
      default: continue
      }
    }
    return nil
  }
}

/// A name that nobody has, and that the person did not want after all.
struct UnknownSource: Error, Equatable, CustomStringConvertible {
  let name: String

  var description: String {
    "nothing was done; 'source' lists the names, and Tab completes them"
  }
}
