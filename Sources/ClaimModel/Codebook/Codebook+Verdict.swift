extension Codebook {
  /// What an attribute is for, where programs need to know.
  package enum Role: String, CaseIterable, Codable, Sendable {
    /// What the evidence says about the claim: the decision that the others lead up to.
    case verdict
  }

  /// The attribute that decides a claim; nil where the codebook has no choice.
  ///
  /// It is the one whose role says so, else the choice called `status`, else the first choice that has
  /// keys, else the first choice.
  package var verdict: Attribute? {
    let choices = attributes.filter { $0.kind == .choice }
    return choices.first { $0.role == .verdict } ?? choices.first { $0.name == "status" }
      ?? choices.first { $0.labels.contains { $0.key != nil } } ?? choices.first
  }
}
