package import ClaimModel

/// Turns what an annotator types into values that a codebook allows.
package struct LabelReader: Sendable {
  package let codebook: Codebook

  package init(_ codebook: Codebook) { self.codebook = codebook }

  package func attribute(_ name: String) throws(LabelError) -> Codebook.Attribute {
    if let attribute = codebook.attribute(named: name) { return attribute }
    let names = codebook.attributes.map(\.name)
    throw .noSuchAttribute(name, nearest: NearestName.of(name, among: names), names: names)
  }

  /// The value that a text stands for: a label by its name or key, several parted by commas or
  /// blanks, a number, or the text itself.
  package func value(_ text: String, of attribute: Codebook.Attribute) throws(LabelError)
    -> LabelValue
  {
    switch attribute.kind {
    case .choice: return .text(try label(text, of: attribute).name)
    case .choices:
      var chosen: Set<String> = []
      for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        chosen.insert(try label(String(word), of: attribute).name)
      }
      guard !chosen.isEmpty else { throw .empty(attribute.name) }
      return .list(attribute.labels.map(\.name).filter(chosen.contains))
    case .text:
      guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(attribute.name) }
      let isNobody =
        attribute.name == SessionState.sourceAttribute && Self.standsForNobody(text)
      return isNobody ? .nobody : .text(text)
    case .number:
      guard let number = Double(text), number.isFinite else {
        throw .notANumber(text, attribute: attribute.name)
      }
      guard attribute.allows(number) else {
        throw .outOfBounds(text, attribute: attribute.name, bounds: attribute.bounds ?? "")
      }
      return .number(number)
    }
  }

  /// What `+war -money` adds and takes away; nil for a text without signs.
  package func change(_ text: String, of attribute: Codebook.Attribute) throws(LabelError)
    -> LabelChange?
  {
    let words = text.split(whereSeparator: { $0 == "," || $0.isWhitespace })
    let signed = words.filter { $0.first == "+" || $0.first == "-" }
    guard let first = signed.first, !attribute.labels.isEmpty else { return nil }
    guard attribute.kind == .choices else {
      let label = try label(String(first.dropFirst()), of: attribute)
      throw .takesOne(attribute: attribute.name, label.name)
    }
    guard signed.count == words.count else {
      throw .mixedChange(text, attribute: attribute.name)
    }
    var change = LabelChange(attribute: attribute)
    for word in signed {
      let label = try label(String(word.dropFirst()), of: attribute).name
      if word.first == "+" { change.added.insert(label) } else { change.removed.insert(label) }
    }
    return change
  }

  /// Whether a name says that nobody makes a claim.
  package static func standsForNobody(_ name: String) -> Bool {
    ["nobody", "none"].contains(name.lowercased())
  }

  private func label(_ text: String, of attribute: Codebook.Attribute) throws(LabelError)
    -> Codebook.Label
  {
    if let label = attribute.label(named: text.lowercased())
      ?? attribute.labels.first(where: { $0.key == text })
    {
      return label
    }
    let names = attribute.labels.map(\.name)
    throw .noSuchLabel(
      text, attribute: attribute.name, nearest: NearestName.of(text, among: names), names: names)
  }

  /// The attribute of the label that has a key; nil where none or several have it.
  package func attribute(withKey key: String) -> Codebook.Attribute? {
    let attributes = codebook.attributes.filter { attribute in
      attribute.labels.contains { $0.key == key }
    }
    return attributes.count == 1 ? attributes[0] : nil
  }

  /// The attributes that have a label of this name; one that is typed alone must be of just one.
  package func attributes(withLabel name: String) -> [Codebook.Attribute] {
    codebook.attributes.filter { $0.label(named: name) != nil }
  }
}

// MARK: - Rules

extension Codebook {
  /// The rules that a claim's labels bring into play and that it does not meet.
  package func unmetRules(of record: ClaimRecord) -> [Rule] {
    rules.filter { rule in
      guard rule.isInPlay(for: record) else { return false }
      return rule.needs == Rule.evidence
        ? record.evidence.isEmpty : record.labels[rule.needs] == nil
    }
  }
}

extension Codebook.Rule {
  /// Whether a claim has a label that asks for something.
  func isInPlay(for record: ClaimRecord) -> Bool {
    switch record.labels[attribute] {
    case .text(let label): labels.contains(label)
    case .list(let given): given.contains(where: labels.contains)
    case .number, .nobody, nil: false
    }
  }
}

// MARK: - Errors

/// Why a value cannot be given.
package enum LabelError: Error, Equatable {
  case noSuchAttribute(String, nearest: String?, names: [String])
  case noSuchLabel(String, attribute: String, nearest: String?, names: [String])
  case ambiguousLabel(String, attributes: [String])
  case empty(String)
  /// No label was typed; those there are, none where the value is free.
  case missing(attribute: String, names: [String])
  case notANumber(String, attribute: String)
  case outOfBounds(String, attribute: String, bounds: String)
  /// `+label` or `-label` for an attribute that takes one label.
  case takesOne(attribute: String, String)
  /// Labels of several and such with a sign, which say different things.
  case mixedChange(String, attribute: String)
  /// Nothing that is to be added or taken away makes a difference.
  case unchanged(String, attribute: String, label: String)
  case ruleRefuses(ClaimID, label: String, needs: String)
  /// What is to be taken away is needed by a label that stays.
  case ruleNeeds(ClaimID, attribute: String, label: String, needs: String)
}

extension LabelError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchAttribute(let name, let nearest?, _):
      "the codebook has no attribute '\(name)'; did you mean '\(nearest)'?"
    case .noSuchAttribute(let name, nil, let names):
      "the codebook has no attribute '\(name)'; it has: \(names.joined(separator: ", "))"
    case .noSuchLabel(let label, let attribute, let nearest?, _):
      "'\(attribute)' has no label '\(label)'; did you mean '\(nearest)'?"
    case .noSuchLabel(let label, let attribute, nil, let names):
      "'\(attribute)' has no label '\(label)'; it is one of: \(names.joined(separator: ", "))"
    case .ambiguousLabel(let label, let attributes):
      "'\(label)' is a label of \(attributes.joined(separator: " and ")); "
        + "say which: \(attributes[0]) \(label)"
    case .empty(let attribute): "'\(attribute)' needs a value; 'clear \(attribute)' takes it away"
    case .missing(let attribute, let names):
      names.isEmpty
        ? "'\(attribute)' needs a value: label \(attribute) VALUE"
        : "'\(attribute)' needs a label: \(names.joined(separator: ", "))"
    case .notANumber(let text, let attribute):
      "'\(attribute)' is a number, but '\(text)' is not one"
    case .outOfBounds(let text, let attribute, let bounds):
      "'\(attribute)' is a number \(bounds), and '\(text)' is not; nothing was done"
    case .takesOne(let attribute, let label):
      "'\(attribute)' takes one label, so nothing is added to it or taken away: \(attribute) \(label)"
    case .mixedChange(let text, let attribute):
      "'\(text)' either adds and takes away (+LABEL, -LABEL) or names all labels of '\(attribute)'; "
        + "give all of them a sign, or none"
    case .unchanged(let claims, let attribute, let label):
      "nothing was done: \(claims) would have the same '\(attribute)' with \(label)"
    case .ruleNeeds(let id, let attribute, let label, let needs):
      "the codebook refuses '\(label)' for claim \(id) without '\(needs)'; "
        + "take that label away first: clear \(id) \(attribute)"
    case .ruleRefuses(let id, let label, let needs) where needs == Codebook.Rule.evidence:
      "the codebook refuses '\(label)' for claim \(id) without evidence; "
        + "give it first: evidence \(id) ADDRESS"
    case .ruleRefuses(let id, let label, let needs):
      "the codebook refuses '\(label)' for claim \(id) without '\(needs)'; "
        + "give it first: label \(id) \(needs) VALUE"
    }
  }
}
