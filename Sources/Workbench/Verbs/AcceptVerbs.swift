import ClaimModel
import Interchange
import Journal
import Terminal

/// Verbs that take what is suggested, and what scripts need to say of it.
extension Command {
  static let accept = Command(
    name: "accept", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("ATTRIBUTES", .attribute, .anyNumber),
    ],
    options: [
      CommandOption("--label", "ATTRIBUTE=LABEL", "give this label too, in the same step")
    ],
    summary: "take what is proposed",
    explanation: [
      "Makes the proposals your own decisions, of every attribute that you have not judged and of the "
        + "statement, or of the named ones ('statement' names the statement). Exports tell them from what "
        + "you typed, and from what nobody looked at. What is too unsure to be taken along (marked 'unsure') "
        + "is taken only where its attribute is named.",
      "'accept source \"NAME\"' takes what is proposed for all claims of this source that are shown, or for those "
        + "among CLAIMS; attributes may follow. In place of 'source \"NAME\"' stands any condition of 'filter' "
        + "with = or ~: 'accept source~police stance'.",
      "With --label the verdict is given in the same step, and undone with it.",
    ],
    example: "accept 3-5 stance claim-type --label status=supported",
    run: { try $0.accept($1) })

  static let record = Command(
    name: "record", rooms: .prompt,
    parameters: [Parameter("DECISIONS", .text())],
    summary: "in a script: the decisions of one command, as the journal holds them",
    explanation: [
      "What 'replay --script' prints for labels and statements that no other verb gives again, such as "
        + "those that another tool brought. Only a script may say it."
    ],
    example: #"record '[{"kind":"statement-written","payload":{"claim":1,"statement":"so"}}]'"#,
    run: { workbench, invocation in
      guard !workbench.isInteractive else { throw ScriptError.recordAtPrompt }
      let open = try workbench.session()
      try workbench.decide(
        DecisionsJSON.decode(
          invocation.text("DECISIONS"), article: open.article, codebook: open.codebook))
    })
}

extension Workbench {
  fileprivate func accept(_ invocation: Invocation) throws {
    let open = try session()
    let reader = LabelReader(open.codebook)
    let (condition, words) = try acceptCondition(invocation.texts("ATTRIBUTES"), in: open)
    let names = words.flatMap { $0.split(separator: ",").map(String.init) }
    for name in names where name != ClaimReading.statementName { _ = try reader.attribute(name) }
    var giving: [(attribute: Codebook.Attribute, value: LabelValue)] = []
    if let text = invocation.option("--label") {
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else { throw SessionError.notALabel(text) }
      let attribute = try reader.attribute(halves[0])
      giving = [(attribute, try confirmed(reader.value(halves[1], of: attribute), of: attribute))]
    }
    let selection = invocation.optionalText("CLAIMS")
    var records = try open.records(selection ?? (condition == nil ? nil : "all"))
    if let condition {
      records = records.filter { open.passes($0, condition) }
      guard !records.isEmpty else { throw SessionError.nothingPasses(condition) }
    }
    let judgement = try open.judgement(
      on: records, accepting: names.isEmpty ? .everything : .only(names), giving: giving)
    guard !judgement.accepted.isEmpty || !giving.isEmpty else {
      throw SessionError.nothingToAccept(records.named, names)
    }
    try decide(judgement.events)
    let idle = records.filter { judgement.accepted[$0.claim.id] == nil }
    // Of many, those for which nothing was there to take are named in one line.
    let isSummed = records.count > 1 && giving.isEmpty
    for record in records where !isSummed || judgement.accepted[record.claim.id] != nil {
      let accepted = judgement.accepted[record.claim.id] ?? []
      var line = StyledText("claim \(record.claim.id): ")
      line.append(accepted.isEmpty ? "nothing to accept" : "accepted ")
      line.append(
        accepted.map { name in
          let value = open.codebook.attribute(named: name)
            .flatMap { open.suggestion(for: $0, of: record) }?.shown.value.description
          return value.map { "\(name) \($0)" } ?? name
        }.joined(separator: ", "))
      for (attribute, value) in giving {
        line.append("; \(attribute.name) ")
        line.append(value.description, Palette.label)
      }
      say(line)
    }
    if isSummed, !idle.isEmpty { say("\(idle.named): nothing to accept") }
    warn(of: judgement.unmet)
  }

  /// Which claims are meant by what stands before the attributes, as in `source "Ada Holm" stance`.
  private func acceptCondition(_ words: [String], in open: OpenSession) throws
    -> (ClaimFilter?, [String])
  {
    guard let first = words.first else { return (nil, words) }
    if first.contains(where: { $0 == "=" || $0 == "~" }) {
      return (try open.filterReader.filter(first), Array(words.dropFirst()))
    }
    let isAttribute = { (word: String) in
      word.split(separator: ",").allSatisfy {
        open.codebook.attribute(named: String($0)) != nil || $0 == ClaimReading.statementName
      }
    }
    let name = words.dropFirst().prefix { !isAttribute($0) }
    guard first == SessionState.sourceAttribute, !name.isEmpty else { return (nil, words) }
    let rest = Array(words.dropFirst(1 + name.count))
    let typed = name.joined(separator: " ")
    if LabelReader.standsForNobody(typed) { return (.source(nil), rest) }
    let names = SourceNames(open)
    guard let known = names.known(typed) else {
      throw SourceError.noSuchName(typed, nearest: names.resembling(typed).first)
    }
    return (.source(known), rest)
  }
}
