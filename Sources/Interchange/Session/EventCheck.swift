import ClaimModel

/// Looks at the events of a foreign file before they are folded: numbers that no journal gives,
/// places that the article does not have, and labels that the codebook does not have.
struct EventCheck {
  private let article: Article
  private let codebook: Codebook
  private var last: RecordedEvent?

  init(article: Article, codebook: Codebook) {
    self.article = article
    self.codebook = codebook
  }

  /// The highest number of a claim, an attribution, a time or a piece of evidence.
  private static let numbers = 1...1_000_000_000

  mutating func accept(_ recorded: RecordedEvent, at place: String) throws(JSONFault) {
    let expected = (last?.sequence ?? 0) + 1
    guard recorded.sequence == expected else {
      throw JSONFault(place: place + ".seq", reason: "\(expected) should stand here")
    }
    guard recorded.command == recorded.sequence || recorded.command == last?.command else {
      throw JSONFault(
        place: place + ".command",
        reason: "the number of this event or the command before it should stand here")
    }
    last = recorded
    let payload = place + ".payload"
    for id in recorded.event.claims { try checkNumber(id.rawValue, "claim", at: payload) }
    switch recorded.event {
    case .sessionOpened(let opening): try check(opening, at: payload)
    case .claimsProposed(let analysis): try check(analysis, at: payload + ".analysis")
    case .claimsCarried(let carryOver): try check(carryOver, at: payload)
    case .claimSettled(_, let claim?): try check(claim, at: payload + ".settled")
    case .claimAdded(let claim): try check(claim, at: payload + ".claim")
    case .claimMoved(_, let place): try check(place.block, at: payload + ".place.block")
    case .claimSplit(_, let parts):
      for (index, part) in parts.enumerated() { try check(part, at: "\(payload).parts[\(index)]") }
    case .claimsMerged(_, let merged): try check(merged, at: payload + ".merged")
    case .labelled(_, let attribute, let value, _):
      try check(value, of: attribute, at: payload)
    case .labelCleared(_, let attribute):
      _ = try self.attribute(attribute, at: payload + ".attribute")
    case .evidenceAdded(_, let evidence):
      try checkNumber(evidence.id, "piece of evidence", at: payload + ".evidence.id")
    case .undone(let sequences), .redone(let sequences):
      for sequence in sequences where !(1..<recorded.sequence).contains(sequence) {
        throw JSONFault(place: payload + ".events", reason: "there is no event \(sequence) before")
      }
    case .claimDropped, .claimSettled(_, nil), .statementWritten, .noted, .tagged, .untagged,
      .evidenceRemoved, .sourceRenamed:
      break
    }
  }

  private func check(_ opening: SessionOpening, at place: String) throws(JSONFault) {
    guard opening.article == article.id else {
      throw JSONFault(place: place + ".article", reason: "the session is about another article")
    }
    if let id = opening.id, !SessionOpening.isID(id) {
      throw JSONFault(place: place + ".id", reason: "this is no id of a session")
    }
    if let key = opening.key, !SessionOpening.isKey(key) {
      throw JSONFault(place: place + ".key", reason: "this is no public key")
    }
    guard opening.reading == nil || opening.path == article.metadata.path else {
      throw JSONFault(place: place + ".path", reason: "the article has another path")
    }
    guard opening.codebook == CodebookFile.hash(codebook) else {
      throw JSONFault(
        place: place + ".codebook", reason: "the session was made with another codebook")
    }
  }

  private func check(_ analysis: Analysis, at place: String) throws(JSONFault) {
    for (index, attribution) in analysis.attributions.enumerated() {
      let place = "\(place).attributions[\(index)]"
      try checkNumber(attribution.id.rawValue, "attribution", at: place + ".id")
      if let parent = attribution.parent {
        try checkNumber(parent.rawValue, "attribution", at: place + ".parent")
      }
    }
    for (index, time) in analysis.times.enumerated() {
      try checkNumber(time.id, "time", at: "\(place).times[\(index)].id")
    }
    for (index, claim) in analysis.claims.enumerated() {
      try check(claim, at: "\(place).claims[\(index)]")
    }
  }

  private func check(_ carryOver: CarryOver, at place: String) throws(JSONFault) {
    if carryOver.highestClaim != 0 {
      try checkNumber(carryOver.highestClaim, "claim", at: place + ".highestClaim")
    }
    for (index, carried) in carryOver.claims.enumerated() {
      let place = "\(place).claims[\(index)]"
      try check(carried.claim, at: place + ".claim")
      if let suggestion = carried.suggestion {
        try check(suggestion.claim, at: place + ".suggestion.claim")
        guard suggestion.claim.id == carried.claim.id, !suggestion.claim.spans.isEmpty else {
          throw JSONFault(
            place: place + ".suggestion.claim", reason: "it is not about the same claim")
        }
      }
      for name in carried.labels.keys.sorted() {
        if let value = carried.labels[name] { try check(value, of: name, at: place + ".labels") }
      }
      for evidence in carried.evidence {
        try checkNumber(evidence.id, "piece of evidence", at: place + ".evidence")
      }
      for id in carried.coveredBy ?? [] {
        try checkNumber(id.rawValue, "claim", at: place + ".coveredBy")
      }
    }
  }

  private func check(_ claim: Claim, at place: String) throws(JSONFault) {
    try checkNumber(claim.id.rawValue, "claim", at: place + ".id")
    try check(claim.block, at: place + ".block")
    for attribution in claim.attributions {
      try checkNumber(attribution.rawValue, "attribution", at: place + ".attributions")
    }
    for time in claim.times { try checkNumber(time, "time", at: place + ".times") }
    if let repeats = claim.repeats {
      try checkNumber(repeats.rawValue, "claim", at: place + ".repeats")
    }
  }

  private func check(_ block: Int, at place: String) throws(JSONFault) {
    guard article.blocks.indices.contains(block) else {
      throw JSONFault(place: place, reason: "the article has no block \(block)")
    }
  }

  private func checkNumber(_ number: Int, _ name: String, at place: String) throws(JSONFault) {
    guard Self.numbers.contains(number) else {
      throw JSONFault(place: place, reason: "\(number) is not the number of a \(name)")
    }
  }

  private func attribute(_ name: String, at place: String) throws(JSONFault) -> Codebook.Attribute {
    guard let attribute = codebook.attribute(named: name) else {
      throw JSONFault(place: place, reason: "the codebook has no attribute '\(name)'")
    }
    return attribute
  }

  private func check(_ value: LabelValue, of name: String, at place: String) throws(JSONFault) {
    let attribute = try self.attribute(name, at: place + ".attribute")
    let place = place + ".value"
    func checkLabel(_ label: String) throws(JSONFault) {
      guard attribute.label(named: label) != nil else {
        throw JSONFault(place: place, reason: "'\(label)' is not a label of '\(name)'")
      }
    }
    switch (attribute.kind, value) {
    case (.choice, .text(let label)): try checkLabel(label)
    case (.choices, .list(let labels)):
      for label in labels { try checkLabel(label) }
    case (.number, .number(let number)) where !attribute.allows(number):
      throw JSONFault(
        place: place, reason: "'\(name)' takes a number \(attribute.bounds ?? "that is finite")")
    case (.text, .text), (.text, .nobody), (.number, .number): break
    case (let kind, _):
      throw JSONFault(place: place, reason: "'\(name)' takes \(kind.description)")
    }
  }
}

extension Codebook.Attribute.Kind {
  /// What a value of the kind is, as people say it.
  fileprivate var description: String {
    switch self {
    case .choice: "one label"
    case .choices: "a list of labels"
    case .text: "a text"
    case .number: "a number"
    }
  }
}
