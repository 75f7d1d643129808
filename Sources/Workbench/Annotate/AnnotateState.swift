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
  /// Counted over all claims, also those that the filter hides.
  package private(set) var progress: Progress

  package init(_ open: OpenSession, order: ClaimOrder = .article) {
    self.open = open
    ranking = ClaimRanking(order, of: open)
    self.order = ranking.sorted(open.shown)
    progress = Progress(of: open)
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
  /// What a filter let through stays in the order while it is worked on, so that one can go back to it.
  /// Labels leave the order as it is, and count for their claims alone, so that one costs the same in a
  /// long session as in a short one.
  ///
  /// - Parameter isFiltered: Whether the filter was given just now.
  package mutating func take(_ open: OpenSession, isFiltered: Bool = false) {
    let former = self.open
    self.open = open
    let known = former.session.events.count
    guard open.stored.id == former.stored.id, open.filter == former.filter, !isFiltered,
      known <= open.session.events.count
    else {
      order = ranking.sorted(open.shown)
      progress = Progress(of: open)
      return
    }
    let claims = open.session.claimsWithOtherLabels(after: known)
    guard let claims else {
      let stays = Set(order)
      order = ranking.sorted(
        open.state.claimsInOrder.filter {
          stays.contains($0.claim.id) || open.passes($0, open.filter)
        })
      progress = Progress(of: open)
      return
    }
    for claim in claims {
      if let record = former.state.claims[claim] { progress.count(record, of: former, by: -1) }
      if let record = open.state.claims[claim] { progress.count(record, of: open, by: 1) }
    }
  }

  package var record: ClaimRecord? { open.cursor.flatMap { open.state.claims[$0] } }
}

extension Session {
  /// The claims that the latest events are about; nil where one makes, moves or takes away a claim.
  ///
  /// - Parameter known: How many events are not looked at.
  fileprivate func claimsWithOtherLabels(after known: Int) -> Set<ClaimID>? {
    var claims: Set<ClaimID> = []
    for recorded in events[known...] {
      let meant: [Event] =
        switch recorded.event {
        case .undone(let sequences), .redone(let sequences): sequences.map { events[$0 - 1].event }
        default: [recorded.event]
        }
      guard meant.allSatisfy(\.keepsOrder) else { return nil }
      for event in meant { claims.formUnion(event.claims) }
    }
    return claims
  }
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
}

extension AnnotateState.Progress {
  package init(of open: OpenSession) {
    for record in open.state.claims.values { count(record, of: open, by: 1) }
  }

  /// Adds a claim to what is counted, or takes it away.
  fileprivate mutating func count(_ record: ClaimRecord, of open: OpenSession, by sign: Int) {
    claims += sign
    guard open.hasVerdict(record) else { return }
    verdicts += sign
    let needsEvidence =
      record.evidence.isEmpty
      && open.codebook.unmetRules(of: record).contains { $0.needs == Codebook.Rule.evidence }
    if needsEvidence { withoutEvidence += sign }
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
    let suggestions = open.suggestions(for: record)
    return open.codebook.attributes.filter { $0.name != open.codebook.verdict?.name }.map {
      attribute in
      if let value = record.labels[attribute.name] {
        return OfferedValue(
          attribute: attribute.name, text: value.description, standing: .decided, reason: nil)
      }
      if let offered = suggestions[attribute] {
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
