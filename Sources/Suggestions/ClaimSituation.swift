/// What a suggestion for a claim can be read off.
package struct ClaimSituation: Sendable {
  /// The words of the claim, or of its statement, in lower case and in their order.
  package let words: [String]
  /// Whom the claim is attributed to, in lower case; nil in the article's own voice.
  package let source: String?
  /// The words that attribute it ("has said"), in lower case; nil without any.
  package let cue: String?
  /// What the engine proposes, by attribute.
  package let proposals: [String: String]
  /// The same for claims that differ in small words, their order and repetition only; nil where too few
  /// words are left to tell claims apart.
  let likeness: String?
  /// What the regression looks at: hashes of `features`, in their order.
  private(set) var featureHashes: [UInt32] = []

  /// - Parameter text: The claim's words or statement, in any case; square brackets are read through.
  package init(
    text: String, source: String? = nil, cue: String? = nil, proposals: [String: String] = [:]
  ) {
    words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    self.source = source?.lowercased()
    self.cue = cue?.lowercased()
    self.proposals = proposals
    likeness = Self.likeness(of: words)
    featureHashes = features.map(Self.hash)
  }

  private static func likeness(of words: [String]) -> String? {
    let telling = Set(words.filter { $0.utf8.count > 3 || $0.contains(where: \.isNumber) })
    return telling.count < 3 ? nil : telling.sorted().joined(separator: " ")
  }
}

// MARK: - Features

extension ClaimSituation {
  /// The respects in which claims are alike, each by a name that a person can read.
  ///
  /// Words after the 40th are not looked at.
  var features: [String] {
    var features = ["always"]
    for (attribute, proposal) in proposals.sorted(by: { $0.key < $1.key })
    where attribute != Self.sourceAttribute {
      features.append("\(attribute) \(proposal) proposed")
    }
    if let source {
      features.append("source “\(source)”")
      if let last = source.split(separator: " ").last { features.append("a source “… \(last)”") }
    } else {
      features.append("no source")
    }
    if let cue {
      features.append("cue “\(cue)”")
      for word in cue.split(separator: " ") { features.append("“\(word)” in the cue") }
    }
    if words.contains(where: { $0.contains(where: \.isNumber) }) { features.append("a figure") }
    for word in Set(words.prefix(40)).sorted() { features.append("“\(word)”") }
    return features
  }

  /// FNV-1a, 32 bits: the same in every run.
  private static func hash(_ feature: String) -> UInt32 {
    feature.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// The attribute that says who makes a claim.
  static let sourceAttribute = "source"
}
