/// Why an event does not fit what came before it.
package enum ReducerError: Error, Equatable {
  case openedTwice
  case notOpened
  case noSuchClaim(ClaimID)
  case claimExists(ClaimID)
  case claimWithoutWords(ClaimID)
  case splitWithoutParts(ClaimID)
  case mergeWithoutParts(ClaimID)
  case evidenceExists(ClaimID, Int)
  case sourceWithoutName(String)
  case carriedTwice
  case carriedOutOfPlace(ClaimID)
  case notCarried(ClaimID)
  case noSuchEvent(Int)
  case outOfSequence(Int)
}

extension ReducerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .openedTwice: "it opens a session that is open"
    case .notOpened: "it comes before the session was opened"
    case .noSuchClaim(let id): "there is no claim \(id) at that point"
    case .claimExists(let id): "there is a claim \(id) already"
    case .claimWithoutWords(let id): "it leaves claim \(id) without words"
    case .splitWithoutParts(let id): "it splits claim \(id) into fewer than two parts"
    case .mergeWithoutParts(let id): "it merges fewer than two claims into claim \(id)"
    case .evidenceExists(let id, let number): "claim \(id) has an evidence \(number) already"
    case .sourceWithoutName(let name): "it leaves the source '\(name)' without a name"
    case .carriedTwice: "it carries claims over a second time"
    case .carriedOutOfPlace(let id):
      "it says of claim \(id) that its words are there, or gone, and gives the opposite"
    case .notCarried(let id): "claim \(id) was not carried over"
    case .noSuchEvent(let sequence): "it names event \(sequence), which cannot be undone or redone"
    case .outOfSequence(let sequence): "event \(sequence) is out of sequence"
    }
  }
}
