import ClaimModel

/// The values that a codebook allows, laid out for a question an event.
struct CodebookLabels {
  private let allowed: [String: Allowed]

  private enum Allowed {
    case one(Set<String>)
    case any(Set<String>)
    case text
    case number(Codebook.Attribute)
  }

  init(_ codebook: Codebook) {
    var allowed: [String: Allowed] = [:]
    for attribute in codebook.attributes {
      let names = Set(attribute.labels.map(\.name))
      allowed[attribute.name] =
        switch attribute.kind {
        case .choice: .one(names)
        case .choices: .any(names)
        case .text: .text
        case .number: .number(attribute)
        }
    }
    self.allowed = allowed
  }

  func allows(_ value: LabelValue, of attribute: String) -> Bool {
    switch (allowed[attribute], value) {
    case (.one(let names), .text(let name)): names.contains(name)
    case (.any(let names), .list(let list)): list.allSatisfy(names.contains)
    case (.text, .text), (.text, .nobody): true
    case (.number(let attribute), .number(let number)): attribute.allows(number)
    default: false
    }
  }

  /// The first value of an event that is not allowed.
  func unknown(in event: Event) -> (attribute: String, value: LabelValue)? {
    switch event {
    case .labelled(_, let attribute, let value, _):
      return allows(value, of: attribute) ? nil : (attribute, value)
    case .claimsCarried(let carryOver):
      for claim in carryOver.claims {
        for (attribute, value) in claim.labels.sorted(by: { $0.key < $1.key })
        where !allows(value, of: attribute) { return (attribute, value) }
      }
      return nil
    default: return nil
    }
  }
}
