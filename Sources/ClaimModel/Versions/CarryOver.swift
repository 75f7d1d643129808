/// What a session takes over from one on an earlier text of its article: the whole table.
///
/// It holds all that is needed to fold the session without the earlier one.
package struct CarryOver: Hashable, Codable, Sendable {
  package let from: Origin
  /// The highest number that the earlier session gave to a claim, also to one that is gone since.
  package let highestClaim: Int
  /// Its notes on the session as a whole.
  package let notes: [String]
  /// Every claim of the earlier session, by its number.
  package let claims: [CarriedClaim]

  package init(from: Origin, highestClaim: Int, notes: [String], claims: [CarriedClaim]) {
    self.from = from
    self.highestClaim = highestClaim
    self.notes = notes
    self.claims = claims
  }

  /// Which session the claims come from.
  package struct Origin: Hashable, Codable, Sendable {
    /// Its number in the store where they were carried over.
    package let session: Int
    package let article: ArticleID
    /// The hash of its latest event then, which stands for its whole journal.
    package let head: String

    package init(session: Int, article: ArticleID, head: String) {
      self.session = session
      self.article = article
      self.head = head
    }
  }

  /// What became of a claim's words.
  package enum Verdict: String, CaseIterable, Codable, Sendable {
    /// The same words at the same place among what stayed as it was.
    case unmoved
    /// The same words elsewhere.
    case moved
    /// Other words in their place, which the annotator is asked about.
    case changed
    case gone

    /// Whether the words stand in the new text.
    package var hasPlace: Bool {
      switch self {
      case .unmoved, .moved: true
      case .changed, .gone: false
      }
    }
  }
}

/// A claim as it comes over, with all that was decided about it.
package struct CarriedClaim: Hashable, Codable, Sendable {
  package let verdict: CarryOver.Verdict
  package let before: Before
  /// The claim in the new text; without spans where its words are not there, with an empty sentence
  /// where they would be.
  package var claim: Claim
  /// The words that seem to stand for those that changed.
  package var suggestion: Suggestion?
  /// The new claims that share its words between them, where it was split in the new text; else nil.
  package var coveredBy: [ClaimID]?
  package let labels: [String: LabelValue]
  package let notes: [String]
  package let tags: [String]
  package let evidence: [Evidence]
  package let statement: String?
  package let changed: Timestamp?

  /// Takes over what was decided about a claim.
  package init(
    _ record: ClaimRecord, verdict: CarryOver.Verdict, before: Before, claim: Claim,
    suggestion: Suggestion? = nil, coveredBy: [ClaimID]? = nil
  ) {
    self.verdict = verdict
    self.before = before
    self.claim = claim
    self.suggestion = suggestion
    self.coveredBy = coveredBy
    labels = record.labels
    notes = record.notes
    tags = record.tags
    evidence = record.evidence
    statement = record.statement
    changed = record.changed
  }

  /// The claim as the earlier text had it.
  package struct Before: Hashable, Codable, Sendable {
    package let words: String
    /// In code points of the earlier text, whatever else counts here, for that text is not at hand.
    package let codePointSpans: [TextSpan]
    /// The name of the source that was proposed.
    package internal(set) var source: String?

    package init(words: String, codePointSpans: [TextSpan], source: String?) {
      self.words = words
      self.codePointSpans = codePointSpans
      self.source = source
    }
  }

  /// New words for a claim.
  package struct Suggestion: Hashable, Codable, Sendable {
    /// The claim with those words, under its own number.
    package let claim: Claim
    /// The new claim that the engine found in just these words; nil where it found none.
    package let twin: ClaimID?

    package init(claim: Claim, twin: ClaimID?) {
      self.claim = claim
      self.twin = twin
    }
  }
}

// MARK: - In a session

extension ClaimRecord {
  /// How a claim came over from an earlier text.
  package struct Carried: Hashable, Sendable {
    package let verdict: CarryOver.Verdict
    package internal(set) var before: CarriedClaim.Before
    package let suggestion: CarriedClaim.Suggestion?
    /// The new claims that share its words between them; empty where it was not split.
    package let coveredBy: [ClaimID]
    /// Whether its words are held to be gone, by the table or by the annotator.
    package var isGone: Bool
  }

  /// Where a claim stands now.
  package enum Standing: String, CaseIterable, Sendable {
    case here
    /// Its words changed, and nobody has said yet what holds.
    case unsettled
    case gone
  }

  package var standing: Standing {
    if !claim.spans.isEmpty { return .here }
    return carried?.isGone == false ? .unsettled : .gone
  }

  init(_ carried: CarriedClaim) {
    self.init(claim: carried.claim, origin: .carried)
    labels = carried.labels
    grounds = carried.labels.mapValues { _ in .carried }
    notes = carried.notes
    tags = carried.tags
    evidence = carried.evidence
    statement = carried.statement
    statementGrounds = carried.statement == nil ? nil : .carried
    changed = carried.changed
    self.carried = Carried(
      verdict: carried.verdict, before: carried.before, suggestion: carried.suggestion,
      coveredBy: carried.coveredBy ?? [], isGone: carried.verdict == .gone)
  }
}

extension Article {
  /// The words of a claim; of one that has no place in the text, those it had in an earlier one.
  package func words(of record: ClaimRecord) -> String {
    record.claim.spans.isEmpty
      ? record.carried?.before.words ?? "" : words(of: record.claim.spans)
  }
}
