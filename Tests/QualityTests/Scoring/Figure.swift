/// A figure of quality, in per cent.
enum Figure: String, CaseIterable, Sendable {
  case attributions = "attr F1"
  case sources = "attr+src F1"
  case names = "source name"
  case kinds = "source kind"
  case claimsAtHalf = "claims F1@.5"
  case claimsAtFourFifths = "claims F1@.8"
  case softClaims = "claims soft F1"
  case keptApart = "attribution apart"
  case leak
  case doubled = "dup"
  case foreign
  case types = "claim type"
  case order = "check-worthiness order"
  case sentences = "sentences F1"
  case times = "times value F1"

  /// Whether less is better.
  var isFault: Bool {
    switch self {
    case .leak, .doubled, .foreign: true
    default: false
    }
  }

  /// Its value from what was counted.
  func value(in tally: Tally) -> Double {
    100 * share(in: tally)
  }

  private func share(in tally: Tally) -> Double {
    switch self {
    case .attributions:
      tally.f1(.sharedContents, found: .foundAttributions, gold: .goldAttributions)
    case .sources: tally.f1(.sharedSources, found: .foundAttributions, gold: .goldAttributions)
    case .names: tally.share(.rightNames, of: .names)
    case .kinds: tally.share(.rightKinds, of: .kinds)
    case .claimsAtHalf: tally.f1(.claimsAtHalf, found: .foundClaims, gold: .goldClaims)
    case .claimsAtFourFifths: tally.f1(.claimsAtFourFifths, found: .foundClaims, gold: .goldClaims)
    case .softClaims: tally.f1(.totalLikeness, found: .foundClaims, gold: .goldClaims)
    case .keptApart: tally.share(.keptApart, of: .reported)
    case .leak: tally.share(.leaking, of: .reportedFound)
    case .doubled: tally.share(.doubled, of: .foundClaims)
    case .foreign: tally.share(.foreignWords, of: .claimWords)
    case .types: tally.share(.rightTypes, of: .types)
    case .order: tally.share(.pairsInOrder, of: .pairs)
    case .sentences: tally.f1(.sharedSentences, found: .foundSentences, gold: .goldSentences)
    case .times: tally.f1(.rightTimes, found: .foundTimes, gold: .goldTimes)
    }
  }
}
