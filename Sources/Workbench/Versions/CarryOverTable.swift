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

    var carrier = Carrier(
      earlier: earlier, article: article, found: found, news: analysis.claims, tracker: tracker)
    var claims: [CarriedClaim] = []
    for (record, track) in zip(records, tracks) {
      claims.append(try carrier.carried(record, track))
    }
    analysis.attributions += carrier.kept
    self.analysis = analysis
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
  private let bytes: [UInt8]
  private let analysis: Analysis
  /// What was found in the new text, and which of it is new, by its spans.
  private let found: [[TextSpan]: Claim]
  private let news: [[TextSpan]: ClaimID]
  private let newClaims: [Claim]
  /// Attributions of the earlier text that still stand in this one, where nobody else is named.
  private(set) var kept: [Attribution] = []
  private var nextAttribution: Int

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
    newClaims = news
    bytes = Array(article.text.utf8)
    self.analysis = found
    nextAttribution = (found.attributions.map(\.id.rawValue).max() ?? 0) + 1
  }

  mutating func carried(_ record: ClaimRecord, _ track: ClaimTracker.Track) throws -> CarriedClaim {
    // What was not settled stays so, wherever the words that were suggested stand now.
    let verdict = record.standing == .unsettled && track.verdict.hasPlace ? .changed : track.verdict
    let before = before(record)
    switch verdict {
    case .unmoved, .moved:
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: try placed(record.claim, at: track.spans),
        coveredBy: covering(record))
    case .changed:
      let suggestion = CarriedClaim.Suggestion(
        claim: try placed(record.claim, at: track.spans), twin: news[track.spans])
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: unplaced(record.claim, near: track.place),
        suggestion: suggestion, coveredBy: covering(record))
    case .gone:
      let place =
        record.standing == .gone ? tracker.place(of: record.claim.sentence.start) : track.place
      return CarriedClaim(
        record, verdict: verdict, before: before, claim: unplaced(record.claim, near: place),
        coveredBy: covering(record))
    }
  }

  /// The new claims that share a claim's words between them; nil without any.
  private func covering(_ record: ClaimRecord) -> [ClaimID]? {
    guard record.standing == .here else { return nil }
    let covering = tracker.covering(record.claim.spans, among: newClaims.map(\.spans))
    return covering.isEmpty ? nil : covering.map { newClaims[$0].id }
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
  ///
  /// So does its source, where the new text still names it and nobody else was found.
  private mutating func placed(_ claim: Claim, at spans: [TextSpan]) throws -> Claim {
    var placed = try editor.settled(claim, at: spans)
    if let same = found[spans] {
      placed.place = same.place
      placed.attributions = same.attributions
      placed.times = same.times
    } else {
      placed.occurrences = claim.occurrences.compactMap { tracker.unmoved($0) }
    }
    if analysis.source(of: placed) == nil {
      placed.attributions += keptSources(of: claim, at: placed)
    }
    return placed
  }

  /// The attributions of a claim that still stand beside it in the new text, the outermost first.
  private mutating func keptSources(of claim: Claim, at placed: Claim) -> [AttributionID] {
    let earlierAnalysis = earlier.session.state.analysis
    guard earlierAnalysis.source(of: claim) != nil else { return [] }
    var attributions: [Attribution] = []
    for attribution in claim.attributions.compactMap({ earlierAnalysis.attribution($0) }) {
      guard let cue = standing(attribution.cue, beside: placed),
        let source = standing(attribution.source?.spans ?? [], beside: placed)
      else { continue }
      attributions.append(
        Attribution(
          id: AttributionID(rawValue: nextAttribution + attributions.count),
          parent: attributions.last?.id, mode: attribution.mode,
          source: attribution.source.map {
            Attribution.Source(spans: source, name: $0.name, type: $0.type)
          }, cue: cue, content: placed.spans))
    }
    guard attributions.contains(where: { $0.source != nil }) else { return [] }
    kept += attributions
    nextAttribution += attributions.count
    return attributions.map(\.id)
  }

  /// Where words of the earlier text stand now: where they stood, or in the sentence of the claim that
  /// they came with; nil where one of them is gone.
  private func standing(_ spans: [TextSpan], beside placed: Claim) -> [TextSpan]? {
    if spans.isEmpty || tracker.unmoved(spans) != nil { return tracker.unmoved(spans) ?? [] }
    var found: [TextSpan] = []
    for span in spans {
      guard let words = VerbatimWords(earlier.article.words(of: [span])),
        let place = words.places(in: bytes, within: placed.sentence).first
      else { return nil }
      found.append(place)
    }
    return found.normalized
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
