import ClaimModel
import Journal

/// What a session on a new text of an article begins with: what is new in it, and what comes over
/// from the session on the earlier text.
struct CarryOverTable {
  /// What an engine found in the new text, with those claims only that the earlier session does not
  /// know: what the annotator dropped, cut or joined is not proposed again.
  let analysis: Analysis
  let carryOver: CarryOver

  /// Follows every claim of a session into another text.
  ///
  /// - Parameters:
  ///   - found: What the engine finds in the new text.
  ///   - head: The hash of the earlier session's latest event.
  init(from earlier: StoredSession, to article: Article, found: Analysis, head: String) throws {
    let state = earlier.session.state
    let records = state.claimsInOrder
    let tracker = ClaimTracker(from: earlier.article.text, to: article.text)
    let proposed = Set(state.analysis.claims.map(\.spans))
    let tracks = tracker.tracks(
      of: records.map { ($0.spansToFollow, proposed.contains($0.spansToFollow)) },
      among: found.claims.map(\.spans))

    var known = Set(state.analysis.claims.compactMap { tracker.unmoved($0.spans) })
    var carriedOver: [[TextSpan]: ClaimID] = [:]
    for (record, track) in zip(records, tracks)
    where track.verdict.hasPlace && record.standing == .here {
      known.insert(track.spans)
      carriedOver[track.spans] = record.claim.id
    }
    let highest = earlier.session.nextClaimID.rawValue - 1
    var analysis = found
    analysis.claims = []
    var numbers: [ClaimID: ClaimID] = [:]
    for claim in found.claims {
      guard !known.contains(claim.spans) else {
        numbers[claim.id] = carriedOver[claim.spans]
        continue
      }
      var new = claim
      new.id = ClaimID(rawValue: highest + analysis.claims.count + 1)
      numbers[claim.id] = new.id
      new.repeats = claim.repeats.flatMap { numbers[$0] }
      analysis.claims.append(new)
    }
    self.analysis = analysis

    let carrier = Carrier(
      earlier: earlier, article: article, found: found, news: analysis.claims, tracker: tracker)
    var claims: [CarriedClaim] = []
    for (record, track) in zip(records, tracks) {
      claims.append(try carrier.carried(record, track))
    }
    carryOver = CarryOver(
      from: CarryOver.Origin(
        session: earlier.id.rawValue, article: earlier.article.id, head: head),
      highestClaim: highest, notes: state.notes,
      claims: claims.sorted { $0.claim.id < $1.claim.id })
  }

  var events: [Event] { [.claimsProposed(analysis), .claimsCarried(carryOver)] }
}

extension ClaimRecord {
  /// The words to look for: its own, or those it may get.
  fileprivate var spansToFollow: [TextSpan] {
    switch standing {
    case .here: claim.spans
    case .unsettled: carried?.suggestion?.claim.spans ?? []
    case .gone: []
    }
  }
}

/// Puts claims into the new text.
private struct Carrier {
  private let earlier: StoredSession
  private let article: Article
  private let tracker: ClaimTracker
  private let editor: ClaimEditor
  private let converter: OffsetConverter
  /// What was found in the new text, and which of it is new, by its spans.
  private let found: [[TextSpan]: Claim]
  private let news: [[TextSpan]: ClaimID]

  init(
    earlier: StoredSession, article: Article, found: Analysis, news: [Claim], tracker: ClaimTracker
  ) {
    self.earlier = earlier
    self.article = article
    self.tracker = tracker
    editor = ClaimEditor(article: article, analysis: found)
    converter = OffsetConverter(earlier.article.text, unit: .codePoint)
    self.found = Dictionary(
      found.claims.map { ($0.spans, $0) }, uniquingKeysWith: { first, _ in first })
    self.news = Dictionary(news.map { ($0.spans, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  func carried(_ record: ClaimRecord, _ track: ClaimTracker.Track) throws -> CarriedClaim {
    // What was not settled stays so, wherever the words that were suggested stand now.
    let verdict = record.standing == .unsettled && track.verdict.hasPlace ? .changed : track.verdict
    let before = before(record)
    switch verdict {
    case .unmoved, .moved:
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: try placed(record.claim, at: track.spans))
    case .changed:
      let suggestion = CarriedClaim.Suggestion(
        claim: try placed(record.claim, at: track.spans), twin: news[track.spans])
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: unplaced(record.claim, near: track.place),
        suggestion: suggestion)
    case .gone:
      let place =
        record.standing == .gone ? tracker.place(of: record.claim.sentence.start) : track.place
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: unplaced(record.claim, near: place))
    }
  }

  private func before(_ record: ClaimRecord) -> CarriedClaim.Before {
    if record.standing != .here, let carried = record.carried { return carried.before }
    let spans = record.claim.spans.map { span in
      let ends = converter.span(ofUTF8: span)
      return TextSpan(ends.start, ends.end)
    }
    return CarriedClaim.Before(
      words: earlier.article.words(of: record), codePointSpans: spans,
      source: earlier.session.state.analysis.source(of: record.claim)?.name)
  }

  /// The claim at words of the new text: who says it and when follow from there, and what else was
  /// proposed stays as the annotator saw it.
  private func placed(_ claim: Claim, at spans: [TextSpan]) throws -> Claim {
    var placed = try editor.settled(claim, at: spans)
    if let same = found[spans] {
      placed.place = same.place
      placed.attributions = same.attributions
      placed.times = same.times
    } else {
      placed.occurrences = claim.occurrences.compactMap { tracker.unmoved($0) }
    }
    return placed
  }

  private func unplaced(_ claim: Claim, near place: Int) -> Claim {
    let block = article.blocks.lastIndex { $0.span.start <= place } ?? 0
    return Claim(
      id: claim.id, spans: [], statement: claim.statement, sentence: TextSpan(place, place),
      block: block, checkworthiness: claim.checkworthiness, type: claim.type, stance: claim.stance,
      repeats: claim.repeats, reasons: claim.reasons)
  }
}

extension Analysis {
  /// The innermost source that is proposed for a claim.
  func source(of claim: Claim) -> Attribution.Source? {
    claim.attributions.reversed().lazy.compactMap { attribution($0)?.source }.first
  }
}
