import ClaimModel
import Journal
import Terminal

/// Verbs that go back, forward, and over what was decided.
extension Command {
  static let undo = Command(
    name: "undo", aliases: ["u"], rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims, .optional)],
    summary: "take back the latest command, or the latest about a claim",
    explanation: [
      "Works as far back as the session goes, also after a restart. The journal keeps what was undone; "
        + "'redo' does it again."
    ],
    example: "undo 3",
    run: { workbench, invocation in
      let undone = try workbench.undoLatest(about: workbench.undoTarget(invocation))
      workbench.say("undone: " + undone.told)
    })

  static let redo = Command(
    name: "redo", rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims, .optional)],
    summary: "do again what was undone",
    explanation: ["A new decision, or one about that claim, ends what can be redone."],
    example: "redo",
    run: { workbench, invocation in
      let redone = try workbench.redoLatest(about: workbench.undoTarget(invocation))
      workbench.say("redone: " + redone.told)
    })

  static let history = Command(
    name: "history", rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims, .optional)],
    summary: "list what was decided, and when",
    explanation: [
      "All events of the session, or those about one claim; what was undone is marked. Times are UTC."
    ],
    example: "history 3",
    run: { workbench, invocation in
      let open = try workbench.session()
      let claim = try workbench.undoTarget(invocation)
      for recorded in open.session.events {
        if let claim, !recorded.event.claims.contains(claim) { continue }
        let isUndone = open.session.isUndone(recorded.sequence)
        var line = StyledText(
          "\(recorded.sequence)".leftPadded(to: 5) + "  "
            + recorded.at.description.prefix(19)
            .replacing("T", with: " ") + "  ", Palette.quiet)
        line.append(open.describe(recorded.event), isUndone ? Palette.undecided : .plain)
        if isUndone { line.append("  (undone)", Palette.warning) }
        workbench.writeLine(line, hangingIndent: StyledText(String(repeating: " ", count: 9)))
      }
    })
}

extension Workbench {
  /// Takes back the latest command, or the latest about a claim.
  ///
  /// - Returns: The events that it did, and what they were, in words.
  func undoLatest(about claim: ClaimID? = nil) throws -> (sequences: [Int], told: String) {
    let open = try session()
    guard let sequences = open.session.eventsToUndo(claim: claim) else {
      throw SessionError.nothingToUndo(claim)
    }
    do {
      try decide([.undone(sequences)])
    } catch JournalError.doesNotFit(_, let error) {
      let blocker = open.session.events.first { $0.sequence == error.sequence }?.event.claims
        .first { $0 != claim }
      throw SessionError.undoBlocked(claim, by: blocker)
    }
    return (sequences, open.describe(sequences))
  }

  /// Does again what was taken back last, or last of a claim.
  ///
  /// - Returns: As `undoLatest`.
  func redoLatest(about claim: ClaimID? = nil) throws -> (sequences: [Int], told: String) {
    let open = try session()
    guard let sequences = open.session.eventsToRedo(claim: claim) else {
      throw SessionError.nothingToRedo(claim)
    }
    do {
      try decide([.redone(sequences)])
    } catch JournalError.doesNotFit {
      throw SessionError.redoBlocked(claim)
    }
    return (sequences, open.describe(sequences))
  }

  /// The claim that undo, redo or history is aimed at; nil for the whole session.
  fileprivate func undoTarget(_ invocation: Invocation) throws -> ClaimID? {
    guard let selection = invocation.optionalText("CLAIM") else { return nil }
    // A dropped claim is no longer among the claims, and its drop can be undone all the same.
    if let number = Int(selection) {
      let id = ClaimID(rawValue: number)
      guard try session().session.nextClaimID > id, number > 0 else {
        throw SessionError.noSuchClaim(id)
      }
      return id
    }
    return try session().single(selection).claim.id
  }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
