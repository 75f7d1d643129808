package import ClaimModel

/// The table of claims: one row a claim and annotator, one column an attribute of the codebook.
///
/// Lists of free text (notes, tags, evidence) stand an item a line in their cell; lists of labels
/// and of spans are joined by `;`.
package struct ClaimTable: Sendable {
  package let columns: [Column]
  /// The attributes that have a column of their own, in its order.
  let attributes: [Codebook.Attribute]
  /// The attributes whose basis has a column, in its order: those of the source, then the others.
  let basisAttributes: [Codebook.Attribute]
  /// What may stand in the column of source types; nil where anything may.
  let sourceTypes: Set<String>?

  package struct Column: Hashable, Sendable {
    package let name: String
    package let description: String
    let kind: Kind
    var isRequired = false

    enum Kind: Hashable, Sendable {
      case text, integer, number, moment
      /// One of these, or nothing.
      case choice([String])
      /// Any of these, joined by `;`.
      case choices([String])
    }
  }

  /// Lays out the columns for claims under some codebooks, whose attributes are united by name.
  ///
  /// Where they disagree about an attribute, its labels are united too, and the form of the first
  /// codebook holds. An attribute with the name of another column gets `label-` before its name.
  package init(codebooks: [Codebook]) {
    var united: [Codebook.Attribute] = []
    for attribute in codebooks.flatMap(\.attributes) {
      if let index = united.firstIndex(where: { $0.name == attribute.name }) {
        united[index] = united[index].united(with: attribute)
      } else {
        united.append(attribute)
      }
    }
    let sourceType = united.first { $0.name == ClaimReading.sourceTypeAttribute }
    attributes = united.filter {
      $0.name != ClaimReading.sourceAttribute && $0.name != ClaimReading.sourceTypeAttribute
    }
    let sourceColumns = Self.sourceColumns(sourceType)
    sourceTypes =
      sourceColumns.lazy.compactMap { column in
        if case .choice(let labels) = column.kind, column.name == "source-type" {
          Set(labels)
        } else {
          nil
        }
      }.first
    var columns = Self.placeColumns + sourceColumns
    var taken = Set((columns + Self.remarkColumns).map(\.name))
    for attribute in attributes {
      var name = attribute.name
      while !taken.insert(name).inserted { name = "label-" + name }
      columns.append(
        Column(name: name, description: attribute.definition, kind: Column.Kind(of: attribute)))
    }
    let sources = united.filter {
      $0.name == ClaimReading.sourceAttribute || $0.name == ClaimReading.sourceTypeAttribute
    }
    basisAttributes = sources + attributes
    for described in [ClaimReading.statementName] + basisAttributes.map(\.name) {
      var name = described + "-basis"
      while !taken.insert(name).inserted { name = "label-" + name }
      columns.append(
        Column(
          name: name, description: "How the \(described) came: proposed where nobody decided.",
          kind: .choice(ClaimReading.bases)))
    }
    self.columns = columns + Self.remarkColumns
  }
}

// MARK: - Columns

extension ClaimTable {
  private static let placeColumns: [Column] = [
    Column(
      name: "article", description: "SHA-256 of the text that the offsets point into.", kind: .text,
      isRequired: true),
    Column(name: "path", description: "The file that the article was read from.", kind: .text),
    Column(name: "title", description: "The title of the article.", kind: .text),
    Column(
      name: "published", description: "When the article was published, as precisely as it says.",
      kind: .text),
    Column(name: "annotator", description: "Who judged.", kind: .text),
    Column(
      name: "session", description: "The name of the session: the hash of its first event.",
      kind: .text),
    Column(
      name: "head", description: "The branch of the session: the hash of its latest event.",
      kind: .text),
    Column(
      name: "claim", description: "The claim's name within the article and annotator.",
      kind: .text, isRequired: true),
    Column(
      name: "text", description: "The claim in the words of the article.", kind: .text,
      isRequired: true),
    Column(name: "statement", description: "A wording that stands alone.", kind: .text),
    Column(
      name: "start", description: "The first code point of the claim, from 0.", kind: .integer,
      isRequired: true),
    Column(
      name: "end", description: "The code point after the claim's last.", kind: .integer,
      isRequired: true),
    Column(
      name: "spans", description: "Every span of the claim in code points, as 0:5;9:20.",
      kind: .text, isRequired: true),
    Column(name: "sentence", description: "The sentence that the claim stands in.", kind: .text),
    Column(name: "block", description: "The block of the article, from 0.", kind: .integer),
  ]

  private static func sourceColumns(_ sourceType: Codebook.Attribute?) -> [Column] {
    [
      Column(name: "source", description: "Who makes the claim.", kind: .text),
      Column(
        name: "source-type",
        description: sourceType?.definition ?? "What kind of source makes the claim.",
        kind: sourceType.map(Column.Kind.init) ?? .choice(SourceType.allCases.map(\.rawValue))),
      Column(
        name: "source-origin", description: "Who named the source.",
        kind: .choice(ClaimReading.Origin.allCases.map(\.rawValue)), isRequired: true),
    ]
  }

  private static let remarkColumns: [Column] = [
    Column(
      name: "changed-values",
      description: "The values that differ from what was suggested, joined by ;.", kind: .text),
    Column(name: "notes", description: "The annotator's notes, one a line.", kind: .text),
    Column(name: "tags", description: "The annotator's tags, one a line.", kind: .text),
    Column(
      name: "evidence-count", description: "How many pieces of evidence there are.",
      kind: .integer, isRequired: true),
    Column(
      name: "evidence", description: "Where the evidence is: address or file, one a line.",
      kind: .text),
    Column(
      name: "origin", description: "How the claim came to be.",
      kind: .choice(ClaimRecord.Origin.allCases.map(\.rawValue)), isRequired: true),
    Column(name: "changed", description: "When it was last decided about, in UTC.", kind: .moment),
  ]
}

extension ClaimTable.Column.Kind {
  fileprivate init(of attribute: Codebook.Attribute) {
    self =
      switch attribute.kind {
      case .choice: .choice(attribute.labels.map(\.name))
      case .choices: .choices(attribute.labels.map(\.name))
      case .text: .text
      case .number: .number
      }
  }
}

extension Codebook.Attribute {
  fileprivate func united(with other: Codebook.Attribute) -> Codebook.Attribute {
    Codebook.Attribute(
      name: name, kind: kind, definition: definition,
      labels: labels + other.labels.filter { label(named: $0.name) == nil },
      start: start)
  }
}
