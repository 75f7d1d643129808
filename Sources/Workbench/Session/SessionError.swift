package import ClaimModel

/// Why a command cannot be done in the session at hand.
package enum SessionError: Error, Equatable {
  case noneOpen
  case noSuchClaim(ClaimID)
  /// The number stands where a text begins.
  case noSuchClaimBeforeText(ClaimID, verb: String)
  case noCurrentClaim
  /// A range that runs over the last claim.
  case beyondLast(ClaimID, last: ClaimID)
  /// All claims of a range are decided or hidden.
  case allSpared(SparedClaims)
  case oneClaimOnly(Int)
  case nothingShown(ClaimFilter)
  /// None of the claims that were named.
  case nothingPasses(ClaimFilter)
  case readOnly(Int, OpenSession.ReadingReason)
  case nothingToUndo(ClaimID?)
  case nothingToRedo(ClaimID?)
  case undoBlocked(ClaimID?, by: ClaimID?)
  case redoBlocked(ClaimID?)
  case noSuchEvidence(ClaimID, Int)
  case noSuchTag(ClaimID, String)
  case noFurtherClaim(isForward: Bool, ClaimFilter)
  case badFilter(String)
  /// None of these claims has one.
  case noLabel([ClaimID], attribute: String)
  /// What it is and how many code points it has.
  case tooLong(String, characters: Int)
  /// `--label` was given something else than `ATTRIBUTE=LABEL`.
  case notALabel(String)
  /// Nothing is proposed that is undecided, for these claims and attributes.
  case nothingToAccept(String, [String])
}

extension SessionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noneOpen: "no session is open; open one with 'load ARTICLE' or 'open SESSION'"
    case .noSuchClaim(let id): "there is no claim \(id); 'claims' lists those there are"
    case .noSuchClaimBeforeText(let id, let verb):
      "\(SessionError.noSuchClaim(id)), and '\(verb) . \(id) …' begins the text with the number"
    case .beyondLast(let id, let last): "there is no claim \(id); the last is \(last)"
    case .allSpared(let spared):
      "nothing was done: \(spared), and '--again' takes them too"
    case .noCurrentClaim: "there is no current claim; 'goto CLAIM' chooses one"
    case .oneClaimOnly(let count): "this is about one claim, but \(count) are named"
    case .nothingShown(.everything): "the session has no claims; 'add \"WORDS\"' makes one"
    case .nothingShown(let filter):
      "no claim passes the filter '\(filter.description)'; 'filter none' shows all"
    case .nothingPasses(let filter):
      "none of these claims passes '\(filter.description)'; 'claims' lists those there are"
    case .readOnly(let number, .readOnlyStore):
      "session \(number) was opened for reading, because the store is read-only; "
        + "change the permissions, or work on a copy of the store"
    case .readOnly(let number, .past):
      "session \(number) is shown as it was earlier and cannot be changed there; "
        + "'open \(number)' goes on with it"
    case .readOnly(let number, .held):
      "session \(number) was opened for reading, because another process works on it; "
        + "'open \(number)' tries again"
    case .nothingToUndo(nil): "there is nothing to undo"
    case .nothingToUndo(let id?): "there is nothing to undo for claim \(id)"
    case .nothingToRedo(nil): "there is nothing to redo"
    case .nothingToRedo(let id?): "there is nothing to redo for claim \(id)"
    case .undoBlocked(let id, let blocker):
      "that cannot be undone\(id.map { " for claim \($0)" } ?? ""), because a later decision "
        + "rests on it\(blocker.map { "; undo claim \($0) first: undo \($0)" } ?? "")"
    case .redoBlocked(let id):
      "that cannot be done again\(id.map { " for claim \($0)" } ?? ""), because a later decision took away "
        + "what it rests on; 'history' shows what was undone"
    case .noSuchEvidence(let id, let number): "claim \(id) has no evidence \(number)"
    case .noSuchTag(let id, let tag): "claim \(id) has no tag '\(tag)'"
    case .noFurtherClaim(let isForward, let filter):
      "there is no claim \(isForward ? "after" : "before") this one"
        + (filter == .everything ? "" : " that passes the filter '\(filter.description)'")
    case .badFilter(let text):
      "'\(text)' is no filter; write undecided, decided, proposed, no-evidence, none, ATTRIBUTE=LABEL, "
        + "source=NAME, source~PART, tag=TAG or words, joined by and, or, not"
    case .tooLong(let kind, let count):
      "a \(kind) holds at most \(TextLimit.characters) characters, and this one has \(count); "
        + "keep the text in a file and write down the file's name"
    case .notALabel(let text): "'\(text)' is no label; write it as ATTRIBUTE=LABEL"
    case .nothingToAccept(let claims, let names):
      "\(claims): nothing is proposed"
        + (names.isEmpty ? "" : " for " + names.joined(separator: " and "))
        + " that is not decided already; 'show' shows what is proposed"
    case .noLabel(let ids, let attribute):
      ids.count == 1
        ? "claim \(ids[0]) has no label of '\(attribute)' to clear"
        : "none of these claims that is shown has a label of '\(attribute)' to clear"
    }
  }
}
