/// The attributes an annotator fills in for each claim, with their labels and the rules between them.
package struct Codebook: Hashable, Sendable {
  package let name: String
  package let version: String
  package let attributes: [Attribute]
  package let rules: [Rule]

  /// Makes a codebook whose names, keys and rules fit together, or says which one does not.
  package init(name: String, version: String, attributes: [Attribute], rules: [Rule])
    throws
  {
    self.name = name
    self.version = version
    self.attributes = attributes
    self.rules = rules
    try validate()
  }

  package func attribute(named name: String) -> Attribute? {
    attributes.first { $0.name == name }
  }

  /// One thing to decide about a claim.
  package struct Attribute: Hashable, Codable, Sendable {
    package let name: String
    package let kind: Kind
    package let definition: String
    /// In the order they are offered; empty for text and numbers.
    package let labels: [Label]
    /// The label a claim has before anybody has judged it.
    package let start: String?
    /// Nil for most.
    package let role: Role?
    /// The least and the greatest value of a number; nil where there is none.
    package let min: Double?
    package let max: Double?

    package init(
      name: String, kind: Kind, definition: String, labels: [Label] = [], start: String? = nil,
      role: Role? = nil, min: Double? = nil, max: Double? = nil
    ) {
      self.name = name
      self.kind = kind
      self.definition = definition
      self.labels = labels
      self.start = start
      self.role = role
      self.min = min
      self.max = max
    }

    package func label(named name: String) -> Label? {
      labels.first { $0.name == name }
    }

    /// What a value of an attribute is.
    package enum Kind: String, CaseIterable, Codable, Sendable {
      /// Exactly one of the labels.
      case choice
      /// Any number of the labels.
      case choices
      case text, number
    }
  }

  /// One value of an attribute.
  package struct Label: Hashable, Codable, Sendable {
    package let name: String
    /// The key that gives it, one printable ASCII character.
    package let key: String?
    package let definition: String
    /// The same judgement in published label sets, such as `"FEVER": "SUPPORTS"`.
    package let mappings: [String: String]

    package init(
      name: String, key: String? = nil, definition: String = "", mappings: [String: String] = [:]
    ) {
      self.name = name
      self.key = key
      self.definition = definition
      self.mappings = mappings
    }
  }

  /// A label that asks for something else: evidence, or a value of another attribute.
  package struct Rule: Hashable, Codable, Sendable {
    package let attribute: String
    package let labels: [String]
    /// `evidence`, or the name of another attribute.
    package let needs: String
    package let enforcement: Enforcement

    package init(attribute: String, labels: [String], needs: String, enforcement: Enforcement) {
      self.attribute = attribute
      self.labels = labels
      self.needs = needs
      self.enforcement = enforcement
    }

    /// The name that asks for evidence instead of an attribute.
    package static let evidence = "evidence"

    /// What happens while the need is not met.
    package enum Enforcement: String, CaseIterable, Codable, Sendable {
      case warn, refuse
    }
  }
}

// MARK: - Validity

extension Codebook {
  private func validate() throws {
    guard !attributes.isEmpty else {
      throw CodebookError(place: "attributes", reason: "a codebook needs at least one attribute")
    }
    var names: Set<String> = [Rule.evidence]
    var keys: [String: String] = [:]
    for (index, attribute) in attributes.enumerated() {
      let place = "attributes[\(index)]"
      try Self.checkName(attribute.name, at: place + ".name", taken: &names)
      try Self.validate(attribute, at: place, keys: &keys)
    }
    for (index, rule) in rules.enumerated() {
      try validate(rule, at: "rules[\(index)]")
    }
    var verdict: String?
    for (index, attribute) in attributes.enumerated() where attribute.role == .verdict {
      let place = "attributes[\(index)].role"
      guard attribute.kind == .choice else {
        throw CodebookError(
          place: place, reason: "the verdict is one label, so its kind is 'choice'")
      }
      if let verdict {
        throw CodebookError(place: place, reason: "'\(verdict)' is the verdict already")
      }
      verdict = attribute.name
    }
  }

  private static func validate(
    _ attribute: Attribute, at place: String, keys: inout [String: String]
  ) throws {
    let isChosen = attribute.kind == .choice || attribute.kind == .choices
    guard attribute.labels.isEmpty != isChosen else {
      throw CodebookError(
        place: place + ".labels",
        reason: isChosen
          ? "a \(attribute.kind.rawValue) attribute needs labels"
          : "a \(attribute.kind.rawValue) attribute has no labels")
    }
    try attribute.validateBounds(at: place)
    var names: Set<String> = []
    for (index, label) in attribute.labels.enumerated() {
      let labelPlace = "\(place).labels[\(index)]"
      try checkName(label.name, at: labelPlace + ".name", taken: &names)
      guard let key = label.key else { continue }
      guard key.utf8.count == 1, let byte = key.utf8.first, byte > 0x20, byte < 0x7F else {
        throw CodebookError(
          place: labelPlace + ".key", reason: "'\(key)' is not one printable ASCII character")
      }
      if let other = keys.updateValue(label.name, forKey: key) {
        throw CodebookError(
          place: labelPlace + ".key", reason: "the key '\(key)' already gives '\(other)'")
      }
    }
    if let start = attribute.start, attribute.label(named: start) == nil {
      throw CodebookError(
        place: place + ".start", reason: "'\(start)' is not a label of '\(attribute.name)'")
    }
  }

  private func validate(_ rule: Rule, at place: String) throws {
    guard let attribute = attribute(named: rule.attribute) else {
      throw CodebookError(
        place: place + ".attribute", reason: "no attribute is called '\(rule.attribute)'")
    }
    for (index, label) in rule.labels.enumerated() where attribute.label(named: label) == nil {
      throw CodebookError(
        place: "\(place).labels[\(index)]",
        reason: "'\(label)' is not a label of '\(attribute.name)'")
    }
    guard rule.needs == Rule.evidence || self.attribute(named: rule.needs) != nil else {
      throw CodebookError(
        place: place + ".needs",
        reason: "'\(rule.needs)' is neither 'evidence' nor an attribute")
    }
  }

  /// Names are typed at a prompt: lower-case letters, digits and hyphens, a letter first.
  private static func checkName(_ name: String, at place: String, taken: inout Set<String>)
    throws
  {
    let isWellFormed =
      name.utf8.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } == true
      && name.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "-")
      }
    guard isWellFormed else {
      throw CodebookError(
        place: place,
        reason: "'\(name)' is not a name; use lower-case letters, digits and hyphens")
    }
    guard taken.insert(name).inserted else {
      throw CodebookError(place: place, reason: "the name '\(name)' is taken")
    }
  }
}

/// Why a codebook cannot be used, and where in it: `attributes[2].labels[0].key`.
package struct CodebookError: Error, Equatable, CustomStringConvertible {
  package let place: String
  package let reason: String

  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  package var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
