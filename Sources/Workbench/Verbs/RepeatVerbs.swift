import ClaimModel
import Journal
import Terminal

/// The verb that looks for a claim in other sessions.
extension Command {
  static let repeats = Command(
    name: "repeats", rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims, .optional)],
    formats: ["text", "jsonl"],
    summary: "find claims of the whole store that say the same",
    explanation: [
      "Lists the claims of this and all other sessions that say the same as a claim, without a number the "
        + "current one, also in other words or another order, those of the newest session first, with what "
        + "was decided about each. Figures must be the same; other names, dates, opposites, a 'not' or a "
        + "'may' make it another claim. --format jsonl writes an object a line.",
      "A claim that repeats an earlier one of its own article is marked so in 'claims', 'show' and "
        + "'split' too.",
    ],
    example: "repeats 3",
    run: { try $0.repeats($1) })
}

extension Workbench {
  fileprivate func repeats(_ invocation: Invocation) throws {
    let open = try session()
    let record = try open.single(invocation.optionalText("CLAIM"))
    let store = try store()
    var isFound = false
    for (hit, claim) in try claimsSayingTheSame(as: record, in: open) {
      isFound = true
      let labels = try store.labels(of: claim, in: hit.session)
      guard invocation.format == "text" else {
        output.write(SearchListing.json(hit, labels: labels))
        continue
      }
      for line in SearchListing.lines(hit, labels: labels, columns: columns) {
        output.writeLine(line)
      }
    }
    if !isFound { say("no other claim of the store says the same as \(record.claim.id)") }
  }
}
