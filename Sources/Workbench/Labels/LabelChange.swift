package import ClaimModel
import Terminal

/// Labels that are added to those of a claim, or taken away from them, for an attribute that takes several.
package struct LabelChange: Sendable {
  package let attribute: Codebook.Attribute
  package var added: Set<String> = []
  package var removed: Set<String> = []

  package init(attribute: Codebook.Attribute) { self.attribute = attribute }

  /// The labels that a claim has then, in the order of the codebook; nil where none is left.
  ///
  /// What is both added and taken away is taken away.
  package func applied(to value: LabelValue?) -> LabelValue? {
    var labels: Set<String> = []
    if case .list(let given)? = value { labels.formUnion(given) }
    labels.formUnion(added)
    labels.subtract(removed)
    let names = attribute.labels.map(\.name).filter(labels.contains)
    return names.isEmpty ? nil : .list(names)
  }

  /// As it is typed.
  package var description: String {
    let names = attribute.labels.map(\.name)
    return
      (names.filter(added.contains).map { "+" + $0 }
      + names.filter(removed.contains).map { "-" + $0 }).joined(separator: " ")
  }
}

extension Workbench {
  /// Adds labels to those of claims, or takes them away; a claim that has none left is as if nobody had judged
  /// it.
  ///
  /// A range takes along what is decided, for that is what changes, but nothing that is hidden unless asked.
  func change(
    _ selection: String?, by change: LabelChange, includesHidden: Bool
  ) throws {
    let open = try session()
    let named = try open.records(selection)
    let isRange = selection.flatMap { ClaimSelection($0) }?.isRange ?? false
    let shown = Set(open.shown.map(\.claim.id))
    let records =
      isRange && !includesHidden ? named.filter { shown.contains($0.claim.id) } : named
    let name = change.attribute.name
    var events: [Event] = []
    var unmet: [(claim: ClaimID, rule: Codebook.Rule)] = []
    for record in records {
      let value = change.applied(to: record.labels[name])
      guard value != record.labels[name] else { continue }
      if let value {
        let judgement = try open.judgement(
          on: [record], giving: [(change.attribute, value)], isRecorded: !usesEarlierForm)
        events += judgement.events
        unmet += judgement.unmet
      } else {
        var cleared = record
        cleared.labels[name] = nil
        try checkRules(of: cleared, before: record)
        events.append(.labelCleared(record.claim.id, attribute: name))
      }
    }
    guard !events.isEmpty else {
      throw LabelError.unchanged(
        (records.isEmpty ? named : records).named, attribute: name, label: change.description)
    }
    try decide(events)
    for id in events.flatMap(\.claims) {
      let value = try session().record(id).labels[name]?.description
      say(StyledText("claim \(id): ") + told(name, value))
    }
    warn(of: unmet)
  }

  private func told(_ attribute: String, _ value: String?) -> StyledText {
    guard let value else { return StyledText("no \(attribute)") }
    return StyledText("\(attribute) ") + StyledText(value, Palette.label)
  }
}
