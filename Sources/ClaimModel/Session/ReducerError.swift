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
    case .noSuchEvent(let sequence): "it names event \(sequence), which cannot be undone or redone"
    case .outOfSequence(let sequence): "event \(sequence) is out of sequence"
    }
  }
}
