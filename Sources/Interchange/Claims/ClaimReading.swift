package import ClaimModel

/// A claim as exports give it: what the annotator decided, and what was proposed where nothing was.
package struct ClaimReading: Sendable {
  package let record: ClaimRecord
  /// The annotator's wording, else the proposed one.
  package let statement: String?
  package let source: Source
  /// What the engine proposes of the source.
  private let proposed: Source

  package struct Source: Hashable, Sendable {
    /// Nil in the journalist's own voice, and where nobody is named.
    package let name: String?
    /// A label of the codebook's `source-type`, or one of `SourceType`.
    package let type: String?
    /// Who gave the name.
    package let origin: Origin
  }

  package enum Origin: String, CaseIterable, Sendable {
    case proposed, annotator
  }

  /// The attributes that speak of the source, in codebooks that have them.
  package static let sourceAttribute = "source"
  package static let sourceTypeAttribute = "source-type"

  package init(_ record: ClaimRecord, in state: SessionState) {
    self.record = record
    statement = record.standingStatement
    proposed = Self.proposedSource(of: record, in: state.analysis)
    let name = record.labels[Self.sourceAttribute]?.description
    let type = record.labels[Self.sourceTypeAttribute]?.description
    // The proposed type belongs to the proposed name.
    let keepsProposal = name == nil || name == proposed.name
    source = Source(
      name: name ?? proposed.name, type: type ?? (keepsProposal ? proposed.type : nil),
      origin: name == nil ? .proposed : .annotator)
  }

  /// The innermost source that the text names: the ministry in "Kong said the ministry denied it".
  private static func proposedSource(of record: ClaimRecord, in analysis: Analysis) -> Source {
    let claim = record.claim
    if claim.spans.isEmpty {
      let name = record.carried?.before.source
      return Source(name: name, type: SourceType.unknown.rawValue, origin: .proposed)
    }
    var isAttributed = false
    for id in claim.attributions.reversed() {
      guard let attribution = analysis.attribution(id) else { continue }
      isAttributed = true
      guard let source = attribution.source else { continue }
      return Source(name: source.name, type: source.type.rawValue, origin: .proposed)
    }
    let type: SourceType = isAttributed ? .unknown : .journalistVoice
    return Source(name: nil, type: type.rawValue, origin: .proposed)
  }

  /// What the engine proposes for an attribute; nil where it proposes nothing.
  package func proposal(for attribute: String) -> LabelValue? {
    switch attribute {
    case Self.sourceAttribute: proposed.name.map { .text($0) }
    case Self.sourceTypeAttribute: proposed.type.map { .text($0) }
    case "stance": record.claim.stance.map { .text($0) }
    case "claim-type": record.claim.type.map { .text($0.rawValue) }
    default: nil
    }
  }

  /// How the value of an attribute came: `proposed` where nobody decided, else its basis.
  package func basis(of attribute: String) -> String {
    guard record.labels[attribute] != nil else { return Self.proposedBasis }
    return (record.grounds[attribute] ?? .unrecorded).basis.rawValue
  }

  /// The same of the statement.
  package var statementBasis: String {
    guard record.statement != nil else { return Self.proposedBasis }
    return (record.statementGrounds ?? .unrecorded).basis.rawValue
  }

  package static let proposedBasis = "proposed"

  /// What `basis` can be.
  package static let bases = [proposedBasis] + Basis.allCases.map(\.rawValue)

  /// What stands among the attributes for the statement.
  package static let statementName = "statement"

  /// The attributes, and `statement`, whose value differs from what was suggested when it was given.
  ///
  /// Where that was not recorded, it is compared with what the session's engine proposed.
  package func changedValues(among attributes: [Codebook.Attribute]) -> [String] {
    var changed: [String] = []
    if let statement = record.statement {
      let shown =
        record.statementGrounds?.shown?.value ?? record.proposedStatement.map { .text($0) }
      if let shown, shown != .text(statement) { changed.append(Self.statementName) }
    }
    guard !record.labels.isEmpty else { return changed }
    for attribute in attributes {
      guard let value = record.labels[attribute.name] else { continue }
      let grounds = record.grounds[attribute.name] ?? .unrecorded
      let shown =
        grounds.shown?.value ?? (grounds == .unrecorded ? proposal(for: attribute.name) : nil)
      if let shown, shown != value { changed.append(attribute.name) }
    }
    return changed
  }

  /// What an attribute of the claim is: the annotator's value, else the codebook's start, else nil.
  package func value(of attribute: Codebook.Attribute) -> LabelValue? {
    record.labels[attribute.name] ?? attribute.start.map { .text($0) }
  }
}
