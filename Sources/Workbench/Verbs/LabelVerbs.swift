import ClaimModel
import Terminal

/// Verbs that judge claims.
extension Command {
  static let stance = Command(
    name: "stance", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("LABEL", .label(of: "stance")),
    ],
    options: [.again],
    summary: "say where the source stands on the claim",
    explanation: [
      "Gives the attribute 'stance', by the label's name or key. A label's name alone does the same "
        + "where no other attribute has it: 'denies' labels the current claim."
    ],
    example: "stance 3 denies",
    run: { try $0.label(attribute: "stance", $1) })

  static let status = Command(
    name: "status", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("LABEL", .label(of: "status")),
    ],
    options: [.again],
    summary: "give the verdict on the claim",
    explanation: [
      "Gives the attribute 'status', by the label's name or key: 'status 5' gives the label with the "
        + "key 5 to the current claim, 'status 5 refuted' labels claim 5. 'codebook' lists labels and "
        + "keys. A rule of the codebook may warn that the verdict needs evidence, or refuse it."
    ],
    example: "status 3-5 refuted",
    run: { try $0.label(attribute: "status", $1) })

  static let label = Command(
    name: "label", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("ATTRIBUTE", .attribute),
      Parameter("VALUE", .text(.label)),
    ],
    options: [.again],
    summary: "give any attribute of the codebook",
    explanation: [
      "The value is a label's name or key; several, parted by commas, where the attribute takes "
        + "several; a number; or free text. The attribute's name works as a verb, too.",
      "Where an attribute takes several labels, '+LABEL' adds one to those that the claim has and '-LABEL' takes "
        + "one away: '3 topics +health -money', or '3 +health' where no other attribute has it.",
    ],
    example: "label 3 claim-type quantity",
    run: { workbench, invocation in
      try workbench.label(
        attribute: invocation.text("ATTRIBUTE"), invocation, parameter: "VALUE")
    })

  static let clear = Command(
    name: "clear", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("ATTRIBUTE", .attribute),
    ],
    summary: "take a label away again",
    explanation: [
      "The attribute is then as if nobody had judged it; 'undo' brings the label back. A range leaves alone "
        + "what has no such label and what the filter hides. Where a rule of the codebook refuses another "
        + "label without this one, clear that first."
    ],
    example: "clear 3 status",
    run: { try $0.clear($1) })
}

extension CommandOption {
  static let again = CommandOption(
    "--again", "label the claims of a range or of 'all' that are decided or hidden, too")
}

// MARK: - What they share

/// Claims of a range or of 'all' that a label passes over, for nobody looked at them now.
package struct SparedClaims: Hashable, Sendable, CustomStringConvertible {
  let attribute: String
  /// Those that have a label of the attribute.
  var decided: [ClaimID] = []
  /// Those that the filter hides.
  var hidden: [ClaimID] = []

  var isEmpty: Bool { decided.isEmpty && hidden.isEmpty }

  /// `claims 3, 4 have a status and claim 7 is hidden`.
  package var description: String {
    func named(_ ids: [ClaimID], _ one: String, _ several: String) -> String? {
      guard let first = ids.first else { return nil }
      guard ids.count > 1 else { return "claim \(first) \(one)" }
      return "claims \(ids.map(\.description).joined(separator: ", ")) \(several)"
    }
    return [
      named(decided, "has a \(attribute)", "have a \(attribute)"),
      named(hidden, "is hidden", "are hidden"),
    ].compactMap { $0 }.joined(separator: " and ")
  }
}

extension Workbench {
  /// Takes a label away, unless a rule of the codebook refuses what is left.
  fileprivate func clear(_ invocation: Invocation) throws {
    let open = try session()
    let name = try LabelReader(open.codebook).attribute(invocation.text("ATTRIBUTE")).name
    let selection = invocation.optionalText("CLAIMS")
    let named = try open.records(selection)
    let isRange = selection.flatMap { ClaimSelection($0) }?.isRange ?? false
    let shown = Set(open.shown.map(\.claim.id))
    let records =
      isRange
      ? named.filter { $0.labels[name] != nil && shown.contains($0.claim.id) } : named
    guard !records.isEmpty else {
      throw SessionError.noLabel(named.map(\.claim.id), attribute: name)
    }
    for record in records {
      guard record.labels[name] != nil else {
        throw SessionError.noLabel([record.claim.id], attribute: name)
      }
      var cleared = record
      cleared.labels[name] = nil
      try checkRules(of: cleared, before: record)
    }
    try decide(records.map { .labelCleared($0.claim.id, attribute: name) })
    say("\(records.named): no \(name)")
  }

  /// Refuses to take away what a rule of the codebook wants for a label that stays.
  ///
  /// Not while a script rebuilds a session: what was taken away then is taken away again.
  func checkRules(of record: ClaimRecord, before: ClaimRecord) throws {
    guard scriptedTime == nil else { return }
    let codebook = try session().codebook
    let unmet = codebook.unmetRules(of: before)
    for rule in codebook.unmetRules(of: record)
    where rule.enforcement == .refuse && !unmet.contains(rule) {
      throw LabelError.ruleNeeds(
        record.claim.id, attribute: rule.attribute,
        label: record.labels[rule.attribute]?.description ?? "", needs: rule.needs)
    }
  }

  /// Labels the claims that an invocation names, with the value in its last argument.
  func label(attribute name: String, _ invocation: Invocation, parameter: String? = nil) throws {
    let value = try invocation.text(parameter ?? invocation.command.parameters.last?.name ?? "")
    try label(
      invocation.optionalText("CLAIMS"), attribute: name, value: value,
      includesDecided: invocation.has(CommandOption.again.name))
  }

  /// Labels claims, unless a rule of the codebook refuses it.
  ///
  /// - Parameter includesDecided: Whether a range takes along what is decided or hidden.
  func label(
    _ selection: String?, attribute name: String, value text: String, includesDecided: Bool = false
  ) throws {
    let open = try session()
    let reader = LabelReader(open.codebook)
    let attribute = try reader.attribute(name)
    if let change = try reader.change(text, of: attribute) {
      return try self.change(selection, by: change, includesHidden: includesDecided)
    }
    let value = try confirmed(reader.value(text, of: attribute), of: attribute)
    let (records, spared) = try open.records(
      selection, toLabel: attribute.name, includesDecided: includesDecided)
    let judgement = try open.judgement(
      on: records, giving: [(attribute, value)], isRecorded: !usesEarlierForm)
    try decide(judgement.events)
    say(
      StyledText("\(records.named): \(attribute.name) ")
        + StyledText(value.description, Palette.label))
    if !spared.isEmpty { say("left alone: \(spared); '--again' takes them too") }
    warn(of: judgement.unmet)
  }

  /// The value to store: a source that nobody has heard of is asked about.
  func confirmed(_ value: LabelValue, of attribute: Codebook.Attribute) throws -> LabelValue {
    guard attribute.name == SessionState.sourceAttribute, case .text(let name) = value else {
      return value
    }
    return .text(try confirmedSource(name))
  }

  /// Says which rules of the codebook are not met, a line each, and how they are.
  func warn(of unmet: [(claim: ClaimID, rule: Codebook.Rule)]) {
    var rules: [(rule: Codebook.Rule, claims: [ClaimID])] = []
    for (claim, rule) in unmet {
      if let index = rules.firstIndex(where: { $0.rule == rule }) {
        rules[index].claims.append(claim)
      } else {
        rules.append((rule, [claim]))
      }
    }
    for (rule, claims) in rules {
      guard let first = claims.first,
        let value = open?.state.claims[first]?.labels[rule.attribute]
      else { continue }
      let named = claims.map(\.description).joined(separator: ", ")
      let subject = claims.count == 1 ? "claim \(named)" : "claims \(named)"
      warn(
        "'\(value)' for \(subject) needs \(rule.needs)"
          + hint(for: rule, claim: claims.count == 1 ? named : "CLAIM"))
    }
  }

  private func hint(for rule: Codebook.Rule, claim id: String) -> String {
    rule.needs == Codebook.Rule.evidence
      ? "; add it with: evidence \(id) ADDRESS" : "; add it with: label \(id) \(rule.needs) VALUE"
  }
}

extension [ClaimRecord] {
  /// As messages name them: `claim 3`, `claims 3, 4, 5`.
  var named: String {
    let numbers = map { String($0.claim.id.rawValue) }.joined(separator: ", ")
    return count == 1 ? "claim \(numbers)" : "claims \(numbers)"
  }
}
