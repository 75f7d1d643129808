package import ClaimModel

/// Suggests values for attributes of claims, and learns from what an annotator decides.
///
/// For each attribute four layers are asked: what was decided in cases alike (*memory*), another program that
/// the annotator chose (*program*), a regression that learned from all decisions (*learned*), and the engine's
/// own proposal (*engine*). The first that is confident wins. A layer is confident where its values, as sure as this one, were right often enough so
/// far. It is a value: the same decisions in the same order always give the same suggestions.
///
/// Nothing is learned about the verdict: its value follows from evidence, and a suggestion from the text
/// would teach that a source lies.
package struct Suggester: Sendable {
  private var attributes: [String: AttributeSuggester] = [:]
  /// How often what another program suggested was right, by attribute.
  private var programRecords: [String: TrackRecord] = [:]

  private static let programRecord = TrackRecord(prior: (right: 4, total: 5))

  /// - Parameter codebook: Its attributes with one label each are learned, but for the verdict; of free
  ///   texts only how often the engine is right.
  package init(_ codebook: Codebook) {
    for attribute in codebook.attributes where attribute.name != codebook.verdict?.name {
      switch attribute.kind {
      case .choice: attributes[attribute.name] = AttributeSuggester(attribute)
      case .text where attribute.name == ClaimSituation.sourceAttribute:
        attributes[attribute.name] = AttributeSuggester(attribute)
      case .text, .choices, .number: continue
      }
    }
  }

  /// What is suggested for an attribute; nil where no layer has a value.
  ///
  /// - Parameter program: What another program suggests for it.
  package func suggestion(
    for attribute: String, in situation: ClaimSituation, program: ProgramEstimate? = nil
  ) -> LabelSuggestion? {
    let own = attributes[attribute]
    if let recalled = own?.recalled(in: situation) { return recalled }
    let outside = program.map { program in
      let threshold = (programRecords[attribute] ?? Self.programRecord).threshold
      return LabelSuggestion(
        program.estimate, .program,
        isConfident: threshold.map { program.confidence >= $0 } ?? false)
    }
    if let outside, outside.isConfident { return outside }
    return own?.suggestion(in: situation) ?? outside
  }

  /// Judges the layers by a decision, then learns from it.
  ///
  /// - Parameter program: What another program suggested, where that was what was shown.
  package mutating func learn(
    _ value: String, for attribute: String, in situation: ClaimSituation,
    program: ProgramEstimate? = nil
  ) {
    if let program {
      programRecords[attribute, default: Self.programRecord].count(
        confidence: program.confidence, isRight: program.value == value)
    }
    attributes[attribute]?.learn(value, in: situation)
  }
}

/// What another program suggests for an attribute of a claim.
package struct ProgramEstimate: Hashable, Sendable {
  package let value: String
  /// From 0 to 1.
  package let confidence: Double
  package let reason: String?

  package init(value: String, confidence: Double, reason: String?) {
    self.value = value
    self.confidence = confidence
    self.reason = reason
  }

  fileprivate var estimate: Estimate {
    Estimate(
      value: value, confidence: confidence,
      reason: "program" + (reason.map { ": \($0)" } ?? ""))
  }
}

/// A value that is suggested for an attribute of a claim.
package struct LabelSuggestion: Hashable, Sendable {
  package let value: String
  package let layer: Layer
  /// From 0 to 1; nil for the engine, which gives no figure.
  package let confidence: Double?
  /// How likely it is to be right: the confidence, or how often the engine was right with this value.
  package let chance: Double
  /// In a few words; nil for the engine, which gives its own.
  package let reason: String?
  /// Whether it is sure enough to be taken by a key that says something else.
  package let isConfident: Bool

  /// In the order in which they are asked.
  package enum Layer: String, CaseIterable, Sendable {
    case memory, program, learned, engine
  }
}

/// The three layers of one attribute.
private struct AttributeSuggester: Sendable {
  private let name: String
  private let respects: [LabelMemory.Respect]
  private var memory = LabelMemory()
  /// Nil for free texts.
  private var regression: OnlineRegression?
  /// Memory and engine are trusted until they were wrong, the regression not until it was right.
  private var memoryRecord = TrackRecord(prior: (right: 4, total: 5))
  private var regressionRecord = TrackRecord(prior: (right: 2, total: 5))
  /// Of the regression where it and the engine said different things: to be right elsewhere is no reason to
  /// overrule.
  private var overrulingRecord = TrackRecord(prior: (right: 1, total: 3))
  /// Of the engine's proposals: of each value apart, for it may know one well and another badly.
  private var engineRecords: [String: TrackRecord] = [:]

  private static let engineRecord = TrackRecord(prior: (right: 4, total: 5))

  init(_ attribute: Codebook.Attribute) {
    name = attribute.name
    respects =
      switch attribute.name {
      case "source-type": [.claim, .source]
      case "stance": [.claim, .cue]
      case "claim-type": [.claim]
      default: attribute.kind == .choice ? [.claim, .source, .cue] : []
      }
    if attribute.kind == .choice {
      regression = OnlineRegression(labels: attribute.labels.map(\.name))
    }
  }

  /// What was decided in cases alike; nil where that is not sure.
  func recalled(in situation: ClaimSituation) -> LabelSuggestion? {
    let recalled = memory.recall(
      situation, by: respects, proposal: situation.proposals[name])
    guard let recalled, isAbove(memoryRecord.threshold, recalled.confidence) else { return nil }
    return LabelSuggestion(recalled, .memory, isConfident: true)
  }

  func suggestion(in situation: ClaimSituation) -> LabelSuggestion? {
    if let recalled = recalled(in: situation) { return recalled }
    let proposal = situation.proposals[name]
    // Surer than the engine was right where it proposed the same.
    if let regression, let estimate = regression.estimate(situation), estimate.value != proposal,
      isAbove(
        (proposal == nil ? regressionRecord : overrulingRecord).threshold, estimate.confidence),
      proposal.map({ estimate.confidence > record(of: $0).accuracy }) ?? true
    {
      return LabelSuggestion(
        regression.explained(estimate, in: situation), .learned, isConfident: true)
    }
    if let proposal {
      let accuracy = record(of: proposal).accuracy
      return LabelSuggestion(
        value: proposal, layer: .engine, confidence: nil, chance: accuracy, reason: nil,
        isConfident: accuracy >= TrackRecord.needed)
    }
    return memory.recall(situation, by: respects, proposal: proposal)
      .map { LabelSuggestion($0, .memory, isConfident: false) }
  }

  private func isAbove(_ threshold: Double?, _ confidence: Double) -> Bool {
    threshold.map { confidence >= $0 } ?? false
  }

  private func record(of proposal: String) -> TrackRecord {
    engineRecords[regression == nil ? "" : proposal] ?? Self.engineRecord
  }

  mutating func learn(_ value: String, in situation: ClaimSituation) {
    let proposal = situation.proposals[name]
    if let proposal {
      engineRecords[regression == nil ? "" : proposal, default: Self.engineRecord].count(
        confidence: 1, isRight: proposal == value)
    }
    if let recalled = memory.recall(situation, by: respects, proposal: proposal) {
      memoryRecord.count(confidence: recalled.confidence, isRight: recalled.value == value)
    }
    guard let estimate = regression?.estimate(situation) else { return }
    let isRight = estimate.value == value
    regressionRecord.count(confidence: estimate.confidence, isRight: isRight)
    if let proposal, estimate.value != proposal {
      overrulingRecord.count(confidence: estimate.confidence, isRight: isRight)
    }
    memory.learn(value, in: situation, proposal: proposal)
    regression?.learn(value, in: situation)
  }
}

extension LabelSuggestion {
  /// Confidence in hundredths, for that is how it is read and kept.
  fileprivate init(_ estimate: Estimate, _ layer: Layer, isConfident: Bool) {
    self.init(
      value: estimate.value, layer: layer,
      confidence: (estimate.confidence * 100).rounded() / 100, chance: estimate.confidence,
      reason: estimate.reason, isConfident: isConfident)
  }
}
