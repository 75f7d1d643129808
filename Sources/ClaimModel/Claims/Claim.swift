/// A stretch of an article that asserts one thing that could be checked, in the article's words.
package struct Claim: Hashable, Codable, Sendable {
  package var id: ClaimID
  /// One or more spans in reading order; the first may be a subject that stands earlier.
  package var spans: [TextSpan]
  /// A standalone wording, what it adds in square brackets; nil where the words stand alone.
  package var statement: String?
  /// The sentence that the claim was found in.
  package var sentence: TextSpan
  /// The index of its block in the article, from 0.
  package var block: Int
  /// Whose content it lies in, outermost first; empty in the journalist's own voice.
  package var attributions: [AttributionID]
  package var times: [Int]
  /// From 0 to 1: how much it deserves to be checked; nil where nothing was estimated.
  package var checkworthiness: Double?
  package var type: ClaimType?
  /// The stance of the source toward the claim that its cue suggests, a label of the codebook.
  package var stance: String?
  /// Where the same sentence stands again, each with its own spans.
  package var occurrences: [[TextSpan]]
  /// The earlier claim of the article that says the same in other words; nil for most.
  package var repeats: ClaimID?
  /// Why the score, the type and the stance are what they are; nil where nothing was estimated, and in
  /// sessions older than it.
  package var reasons: Reasons?

  package init(
    id: ClaimID, spans: [TextSpan], statement: String? = nil, sentence: TextSpan, block: Int,
    attributions: [AttributionID] = [], times: [Int] = [], checkworthiness: Double? = nil,
    type: ClaimType? = nil, stance: String? = nil, occurrences: [[TextSpan]] = [],
    repeats: ClaimID? = nil, reasons: Reasons? = nil
  ) {
    self.id = id
    self.spans = spans
    self.statement = statement
    self.sentence = sentence
    self.block = block
    self.attributions = attributions
    self.times = times
    self.checkworthiness = checkworthiness
    self.type = type
    self.stance = stance
    self.occurrences = occurrences
    self.repeats = repeats
    self.reasons = reasons
  }
}

// MARK: - Reasons

extension Claim {
  /// Why an engine estimated what it did, each in a few words: "amount: percent".
  package struct Reasons: Hashable, Codable, Sendable {
    /// The weightiest first; those of the greatest weight only.
    package let checkworthiness: [String]
    package let type: String
    package let stance: String

    package init(checkworthiness: [String], type: String, stance: String) {
      self.checkworthiness = checkworthiness
      self.type = type
      self.stance = stance
    }
  }
}

// MARK: - Place

extension Claim {
  /// Where a claim stands in its article.
  package struct Place: Hashable, Codable, Sendable {
    package let spans: [TextSpan]
    package let sentence: TextSpan
    package let block: Int
    package let occurrences: [[TextSpan]]

    package init(spans: [TextSpan], sentence: TextSpan, block: Int, occurrences: [[TextSpan]]) {
      self.spans = spans
      self.sentence = sentence
      self.block = block
      self.occurrences = occurrences
    }
  }

  package var place: Place {
    get { Place(spans: spans, sentence: sentence, block: block, occurrences: occurrences) }
    set {
      spans = newValue.spans
      sentence = newValue.sentence
      block = newValue.block
      occurrences = newValue.occurrences
    }
  }
}

// MARK: - Identity and type

/// The number of a claim in its session; it stays with the claim and is never given to another.
package struct ClaimID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
}

extension ClaimID: Comparable, CustomStringConvertible {
  package static func < (left: ClaimID, right: ClaimID) -> Bool { left.rawValue < right.rawValue }
  package var description: String { String(rawValue) }
}

/// What a claim is about, so that a checker knows what checking it takes.
package enum ClaimType: String, CaseIterable, Codable, Sendable {
  case quantity, event, causal, quote, position, rule, prediction, personal, comparison, opinion
  case notAClaim = "not-a-claim"
}
