import ClaimModel

/// The numbers that an event of a store may hold.
///
/// A hash proves that a payload is what was hashed, not that this program wrote it: a store that was
/// edited and hashed anew may hold any number that JSON has. Numbers within these bounds can be added,
/// counted on and shifted without a look at each sum; an event with others cannot be read.
struct EventBounds {
  /// Of claims, attributions, times, evidence, events and sessions.
  static let numbers = 1...0x7FFF_FFFF
  /// Of bytes in a text, and of blocks.
  static let offsets = 0...0xFF_FFFF_FFFF

  private var holds = true

  /// Whether all numbers of an event are within the bounds.
  static func hold(_ event: Event) -> Bool {
    var bounds = EventBounds()
    bounds.check(event)
    return bounds.holds
  }

  private mutating func check(_ event: Event) {
    switch event {
    case .claimsProposed(let analysis): check(analysis)
    case .claimsCarried(let carryOver): check(carryOver)
    case .claimSettled(let id, let claim):
      number(id.rawValue)
      if let claim { check(claim) }
    case .claimAdded(let claim): check(claim)
    case .claimMoved(let id, let place):
      number(id.rawValue)
      check(place)
    case .claimSplit(let id, let parts):
      number(id.rawValue)
      for part in parts { check(part) }
    case .claimsMerged(let ids, let merged):
      for id in ids { number(id.rawValue) }
      check(merged)
    case .evidenceAdded(let id, let evidence):
      number(id.rawValue)
      number(evidence.id)
    case .evidenceRemoved(let id, let evidence):
      number(id.rawValue)
      number(evidence)
    case .undone(let sequences), .redone(let sequences):
      for sequence in sequences { number(sequence) }
    case .sessionOpened, .claimDropped, .statementWritten, .labelled, .labelCleared, .noted,
      .tagged, .untagged, .sourceRenamed:
      for id in event.claims { number(id.rawValue) }
    }
  }

  private mutating func check(_ analysis: Analysis) {
    for sentence in analysis.sentences { span(sentence) }
    for attribution in analysis.attributions {
      number(attribution.id.rawValue)
      if let parent = attribution.parent { number(parent.rawValue) }
      for place in attribution.cue + attribution.content + (attribution.source?.spans ?? []) {
        span(place)
      }
    }
    for time in analysis.times {
      number(time.id)
      span(time.span)
    }
    for claim in analysis.claims { check(claim) }
  }

  private mutating func check(_ carryOver: CarryOver) {
    // Zero where the earlier session had no claim.
    if carryOver.highestClaim != 0 { number(carryOver.highestClaim) }
    number(carryOver.from.session)
    for carried in carryOver.claims {
      check(carried.claim)
      for place in carried.before.codePointSpans { span(place) }
      if let suggestion = carried.suggestion {
        check(suggestion.claim)
        if let twin = suggestion.twin { number(twin.rawValue) }
      }
      for evidence in carried.evidence { number(evidence.id) }
      for id in carried.coveredBy ?? [] { number(id.rawValue) }
    }
  }

  private mutating func check(_ claim: Claim) {
    number(claim.id.rawValue)
    if let repeats = claim.repeats { number(repeats.rawValue) }
    for attribution in claim.attributions { number(attribution.rawValue) }
    for time in claim.times { number(time) }
    check(claim.place)
  }

  private mutating func check(_ place: Claim.Place) {
    for part in place.spans { span(part) }
    span(place.sentence)
    if !Self.offsets.contains(place.block) { holds = false }
    for occurrence in place.occurrences {
      for part in occurrence { span(part) }
    }
  }

  private mutating func number(_ number: Int) {
    if !Self.numbers.contains(number) { holds = false }
  }

  private mutating func span(_ span: TextSpan) {
    if !Self.offsets.contains(span.end) { holds = false }
  }
}
