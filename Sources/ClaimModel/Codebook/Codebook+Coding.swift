// MARK: - Coding

extension Codebook: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, name, version, attributes, rules
  }

  /// The form of codebook files that this program reads and writes.
  package static let schema = "assay.codebook/1"

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw CodebookError(
        place: "schema", reason: "'\(schema)' is not '\(Self.schema)', the form that is read here")
    }
    try self.init(
      name: container.decode(String.self, forKey: .name),
      version: container.decode(String.self, forKey: .version),
      attributes: container.decode([Attribute].self, forKey: .attributes),
      rules: container.decodeIfPresent([Rule].self, forKey: .rules) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(name, forKey: .name)
    try container.encode(version, forKey: .version)
    try container.encode(attributes, forKey: .attributes)
    try container.encode(rules, forKey: .rules)
  }
}

extension Codebook.Attribute {
  enum CodingKeys: String, CodingKey {
    case name, kind, definition, labels, start, role, min, max
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      kind: try container.decode(Kind.self, forKey: .kind),
      definition: try container.decodeIfPresent(String.self, forKey: .definition) ?? "",
      labels: try container.decodeIfPresent([Codebook.Label].self, forKey: .labels) ?? [],
      start: try container.decodeIfPresent(String.self, forKey: .start),
      role: try container.decodeIfPresent(Codebook.Role.self, forKey: .role),
      min: try container.decodeIfPresent(Double.self, forKey: .min),
      max: try container.decodeIfPresent(Double.self, forKey: .max))
  }
}

extension Codebook.Label {
  enum CodingKeys: String, CodingKey {
    case name, key, definition, mappings
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      key: try container.decodeIfPresent(String.self, forKey: .key),
      definition: try container.decodeIfPresent(String.self, forKey: .definition) ?? "",
      mappings: try container.decodeIfPresent([String: String].self, forKey: .mappings) ?? [:])
  }
}
