import TestSupport

@testable import ClaimModel

/// Commands on a session as chance draws them: most of them what an annotator may do, some that do not fit.
struct DrawnCommands {
  private var rng: SeededGenerator

  init(seed: UInt64) { rng = SeededGenerator(seed: seed) }

  static func claim(_ number: Int, _ start: Int? = nil) -> Claim {
    let start = start ?? abs(number % 1000) * 10
    let span = TextSpan(start, start + 5)
    return Claim(id: ClaimID(rawValue: number), spans: [span], sentence: span, block: 0)
  }

  /// What a session starts from; every third has claims that were carried over.
  mutating func beginning() -> [Event] {
    let opening = Event.sessionOpened(
      SessionOpening(
        article: ArticleID(rawValue: "a"), annotator: "ada", codebook: "sha256:0"))
    guard rng.next(below: 3) == 0 else {
      return [
        opening,
        .claimsProposed(Self.analysis(6)),
      ]
    }
    return [
      opening, .claimsProposed(Self.analysis(4)),
      .claimsCarried(Self.carryOver([5, 6, 40])),
    ]
  }

  private static func analysis(_ count: Int) -> Analysis {
    Analysis(
      engine: "test/1",
      attributions: [
        Attribution(
          id: AttributionID(rawValue: 1), mode: .direct,
          source: .init(spans: [], name: "Kim", type: .unknown), cue: [], content: [])
      ], claims: (1...count).map { claim($0) })
  }

  private static let names = ["Kim", "Ada", "Zoë"]

  private static func carryOver(_ numbers: [Int]) -> CarryOver {
    CarryOver(
      from: CarryOver.Origin(session: 1, article: ArticleID(rawValue: "b"), head: "sha256:1"),
      highestClaim: 41, notes: ["earlier"],
      claims: numbers.map { number in
        var record = ClaimRecord(claim: claim(number), origin: .proposed)
        record.labels = ["status": .text("mixed")]
        record.evidence = [evidence(3)]
        record.tags = ["old"]
        return CarriedClaim(
          record, verdict: .unmoved,
          before: CarriedClaim.Before(words: "w", codePointSpans: [], source: "Ada"),
          claim: claim(number))
      })
  }

  private static func evidence(_ number: Int) -> Evidence {
    // swift-format-ignore: NeverForceUnwrap
    let day = CalendarDay(year: 2026, month: 3, day: 4)!
    return Evidence(
      id: number, location: "p. \(number)", quote: nil, relation: .supports,
      accessed: day)
  }

  /// The next command; empty where undo or redo has nothing to do.
  mutating func next(_ step: Int, in session: Session) -> [Event] {
    let claims = session.state.claims.keys.sorted()
    guard let one = claims.randomElement(using: &rng),
      let other = claims.randomElement(using: &rng)
    else { return session.eventsToUndo().map { [.undone($0)] } ?? [] }
    let aimed = rng.next(below: 2) == 0 ? one : nil
    switch rng.next(below: 27) {
    case 0, 1, 2: return session.eventsToUndo(claim: aimed).map { [.undone($0)] } ?? []
    case 3, 4: return session.eventsToRedo(claim: aimed).map { [.redone($0)] } ?? []
    case 5: return wild(step, in: session)
    case 6:
      return [
        .claimSplit(
          one, into: [Self.claim(one.rawValue), Self.claim(session.nextClaimID.rawValue)])
      ]
    case 7: return [.claimsMerged([one, other], into: Self.claim(one.rawValue))]
    case 8: return [.claimDropped(one)]
    case 9: return [.noted(aimed, "note \(step)")]
    case 10: return claims.map { .tagged($0, "t\(step % 7)") }
    case 11: return [.untagged(one, "t\(rng.next(below: 7))")]
    case 12: return [.evidenceAdded(one, Self.evidence(session.nextEvidenceID(of: one)))]
    case 13: return [.evidenceRemoved(one, evidence: rng.next(below: 5))]
    case 14:
      return [
        .statementWritten(one, step % 3 == 0 ? nil : "s\(step)", Grounds(.typed)),
        .noted(nil, "with a statement"),
      ]
    case 15:
      let start = abs(one.rawValue % 1000) * 10 + step % 4
      return [.claimMoved(one, to: Self.claim(one.rawValue, start).place)]
    case 16: return [.claimAdded(Self.claim(session.nextClaimID.rawValue))]
    case 17: return [.claimSettled(one, step % 3 == 0 ? nil : Self.claim(one.rawValue, step))]
    case 18: return [.labelCleared(one, attribute: "status")]
    case 19:
      return [one, other].map {
        .labelled($0, attribute: "stance", .text("s\(step)"), Grounds(.accepted))
      }
    case 20:
      let rename = Event.sourceRenamed(from: name(), to: name())
      return step % 3 == 0 ? [.tagged(one, "renamed"), rename] : [rename]
    case 21, 22: return [.labelled(one, attribute: "source", .text(name()))]
    default: return [.labelled(one, attribute: "status", .text("l\(step)"))]
    }
  }

  private mutating func name() -> String { Self.names[rng.next(below: 3)] }

  /// What no prompt does: several kinds at once, any events undone or redone, claims carried over late, a
  /// claim with a number far away.
  private mutating func wild(_ step: Int, in session: Session) -> [Event] {
    let any = (0..<2).map { _ in rng.next(below: session.events.count + 3) - 1 }
    switch rng.next(below: 7) {
    case 0: return [.undone([any[0]])]
    case 1: return [.redone([any[0]])]
    case 2: return [.undone(any)]
    case 3: return [.undone([any[0]]), .noted(nil, "between"), .redone([any[1]])]
    case 4: return [.claimsCarried(Self.carryOver([7 + rng.next(below: 3)]))]
    case 5: return [.claimAdded(Self.claim(step % 2 == 0 ? 20_000_000 + step : -step))]
    default: return [.undone([])]
    }
  }
}
