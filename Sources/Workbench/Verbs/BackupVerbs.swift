import ClaimModel
import Journal
import Terminal

/// Verbs that copy a store and mend what is made from its events.
extension Command {
  static let backup = Command(
    name: "backup", rooms: [.shell, .prompt],
    parameters: [Parameter("FILE", .file)],
    summary: "copy the store whole, also while it is in use, and check the copy",
    explanation: [
      "The copy is the store as of one moment, whoever writes meanwhile, in one file. It goes to a new file, "
        + "never over another, readable by you alone, and is checked as 'verify' does. To go back to it, "
        + "put it in the store's place while nobody works on that, and take away the files beside it that "
        + "end in -wal and -shm."
    ],
    example: "backup friday.sqlite",
    run: { workbench, invocation in
      let path = try invocation.text("FILE")
      try workbench.store().backUp(to: path)
      let copy = try Store(at: path, mode: .readWrite, now: workbench.now)
      let verification = try workbench.verification(of: nil, in: copy)
      for finding in verification.findings {
        workbench.output.writeLine(StyledText(finding.description))
      }
      let sessions = verification.sessions.count
      workbench.say(
        "\(sessions) \(sessions == 1 ? "session" : "sessions") with \(verification.events) events copied "
          + "to \(path); the head is \(verification.head)")
      guard verification.findings.isEmpty else {
        workbench.warn(
          "the copy has what does not fit in the store; 'verify' says the same of the store itself")
        throw CheckFailed(findings: verification.findings.count)
      }
    })

  static let repair = Command(
    name: "repair", rooms: [.shell, .prompt],
    summary: "make the store's tables and search index anew from the events",
    explanation: [
      "Mends what lists and search read where it differs from the events: the tables of claims, labels, "
        + "evidence, notes and tags, the list of sessions, the search index, and the schema's triggers, "
        + "indexes and views. A trigger that this program did not make is removed. Events, articles and codebooks "
        + "are never touched: a session whose events do not fit is left alone, and named; for that one, go "
        + "back to a backup."
    ],
    example: "repair",
    run: { workbench, _ in
      let store = try workbench.store()
      var progress: ProgressLine?
      let steps = try store.repair { done, total in
        if progress == nil {
          progress = workbench.progress("repairing", unit: "sessions", total: total)
        }
        progress?.update(done: done)
      }
      progress?.finish()
      for step in steps { workbench.output.writeLine(StyledText(step.description)) }
      let failures = steps.count(where: \.isFailure)
      guard failures == 0 else { throw CheckFailed(findings: failures) }
      workbench.say(
        steps.isEmpty ? "nothing had to be repaired" : "done; 'verify' says whether all fits now")
    })
}
