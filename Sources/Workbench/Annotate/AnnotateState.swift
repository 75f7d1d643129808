package import ClaimModel
import Journal
package import Terminal

/// All that the screen of `annotate` is made from, besides its size.
package struct AnnotateState {
  package var open: OpenSession
  package var mode = Mode.judging
  /// What was done last, or why something was not; on the last line.
  package var message = StyledText()
  package var pace = Pace()
  /// Claims of other sessions that say the same, with what was decided there, a line each.
  package var earlier: [String] = []
  /// In which order the claims are gone through.
  package let ranking: ClaimRanking
  /// The claims that the filter lets through, in that order.
  package private(set) var order: [ClaimID] = []

  package init(_ open: OpenSession, order: ClaimOrder = .article) {
    self.open = open
    ranking = ClaimRanking(order, of: open)
    self.order = ranking.sorted(open.shown)
  }

  /// What the keys mean at this moment.
  package enum Mode: Hashable, Sendable {
    case judging
    case picking(Pick)
    /// The start or the end is being moved; the spans are those it would have.
    case moving(Edge, [TextSpan])
    /// The byte before which the claim would be cut.
    case splitting(Int)
    /// A verdict's key labels these claims.
    case group([ClaimID])
    case typing(Line, LineBuffer)
    /// Lines to read, and the first that is shown.
    case reading(title: String, [StyledText], first: Int)
    /// The whole article, so many lines down from where the claim stands.
    case article(offset: Int)
  }

  package enum Edge: Hashable, Sendable { case start, end }

  /// What a typed line is for.
  package enum Line: Hashable, Sendable {
    case note, evidence, statement, source, filter, find, command
    case value(attribute: String)
  }

  /// Takes over the session after a command.
  ///
  /// Labels leave the order as it is, so that one costs the same in a long session as in a short one.
  package mutating func take(_ open: OpenSession) {
    let known = self.open.session.events.count
    let staysInOrder =
      open.stored.id == self.open.stored.id && open.filter == .everything
      && self.open.filter == .everything && known <= open.session.events.count
      && open.session.events[known...].allSatisfy { $0.event.keepsOrder }
    self.open = open
    if !staysInOrder { order = ranking.sorted(open.shown) }
  }

  package var record: ClaimRecord? { open.cursor.flatMap { open.state.claims[$0] } }
}

extension Event {
  /// Whether it neither makes, moves nor takes away a claim.
  fileprivate var keepsOrder: Bool {
    switch self {
    case .statementWritten, .labelled, .labelCleared, .noted, .tagged, .untagged, .evidenceAdded,
      .evidenceRemoved, .sourceRenamed:
      true
    case .sessionOpened, .claimsProposed, .claimsCarried, .claimSettled, .claimAdded, .claimDropped,
      .claimMoved, .claimSplit, .claimsMerged, .undone, .redone:
      false
    }
  }
}

// MARK: - Picking

extension AnnotateState {
  /// Values to choose from, by a key each.
  package struct Pick: Hashable, Sendable {
    package let title: String
    package let choices: [Choice]
    package let purpose: Purpose
    /// The first choice shown, where there are more than there are keys.
    package var first = 0

    package struct Choice: Hashable, Sendable {
      package let key: Unicode.Scalar
      package let text: String
    }

    package enum Purpose: Hashable, Sendable {
      case source
      case label(attribute: String)
      case attribute
    }
  }
}

// MARK: - Pace

/// How fast keys are pressed; a pause of over a minute counts as one minute.
package struct Pace: Hashable, Sendable {
  private var keys = 0
  private var active = Duration.zero
  private var last: Duration?

  package init() {}

  package mutating func press(at moment: Duration) {
    if let last { active += min(moment - last, .seconds(60)) }
    last = moment
    keys += 1
  }

  /// Nil before there is something to tell.
  package var keysPerMinute: Int? {
    guard keys > 5, active > .seconds(5) else { return nil }
    return Int((Double(keys - 1) / (active / .seconds(60))).rounded())
  }
}

// MARK: - Progress

extension AnnotateState {
  package struct Progress: Hashable, Sendable {
    package var claims = 0
    package var verdicts = 0
    /// Those of the verdicts that a rule of the codebook wants evidence for, without any.
    package var withoutEvidence = 0
  }

  /// Counted over all claims, also those that the filter hides.
  package var progress: Progress {
    var progress = Progress()
    let rules = open.codebook.rules.filter { $0.needs == Codebook.Rule.evidence }
    // Looked up once: this is done for every screen.
    let (verdict, claims) = (open.codebook.verdict, open.state.claims)
    progress.claims = claims.count
    guard let verdict else { return progress }
    for record in claims.values {
      guard let value = record.labels[verdict.name], value.description != verdict.start else {
        continue
      }
      progress.verdicts += 1
      if record.evidence.isEmpty, rules.contains(where: { $0.isInPlay(for: record) }) {
        progress.withoutEvidence += 1
      }
    }
    return progress
  }
}

// MARK: - What is offered

/// The value of an attribute as `annotate` shows it.
package struct OfferedValue: Hashable, Sendable {
  package let attribute: String
  package let text: String
  package let standing: Standing
  package let reason: String?

  package enum Standing: Hashable, Sendable {
    /// Somebody gave it.
    case decided
    /// The next verdict or space accepts it.
    case offered
    /// Too unsure to be accepted with a key that says something else.
    case unsure
    case none
  }
}

extension AnnotateState {
  /// The attributes of a claim but for the verdict, in the order of the codebook.
  package func values(of record: ClaimRecord) -> [OfferedValue] {
    open.codebook.attributes.filter { $0.name != open.codebook.verdict?.name }.map { attribute in
      if let value = record.labels[attribute.name] {
        return OfferedValue(
          attribute: attribute.name, text: value.description, standing: .decided, reason: nil)
      }
      if let offered = open.suggestion(for: attribute, of: record) {
        return OfferedValue(
          attribute: attribute.name, text: offered.shown.value.description,
          standing: offered.isConfident ? .offered : .unsure,
          reason: offered.isConfident
            ? offered.reason : offered.reason.map { "unsure; \($0)" } ?? "unsure")
      }
      return OfferedValue(attribute: attribute.name, text: "–", standing: .none, reason: nil)
    }
  }
}
