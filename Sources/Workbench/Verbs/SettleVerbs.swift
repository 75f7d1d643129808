import ClaimModel

/// The verb that says what holds of claims carried over from an earlier text.
extension Command {
  static let settle = Command(
    name: "settle", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("ANSWER", .words, .optional),
    ],
    summary: "say what holds of claims whose words changed in a new text",
    explanation: [
      "ANSWER is new (the claim is the words suggested now) or gone (it keeps its number, labels and notes, "
        + "and has no words in the text). 'extend CLAIM \"WORDS\"' gives it other words. 'all' means those "
        + "that are not settled. Without an answer, each is shown side by side and asked."
    ],
    example: "settle 5 new",
    run: { workbench, invocation in
      let open = try workbench.session()
      let selection = invocation.optionalText("CLAIMS")
      guard let text = invocation.optionalText("ANSWER") else {
        let named = try selection.map { try open.records($0) } ?? open.unsettled
        let unsettled = named.filter { $0.standing == .unsettled }
        guard !unsettled.isEmpty else { throw SettleError.nothingUnsettled }
        guard let withKeys = workbench.surroundings.withKeys else { throw SettleError.nobodyToAsk }
        return try withKeys { key in try workbench.ask(about: unsettled, key) }
      }
      guard let answer = Settlement(rawValue: text) else {
        throw UsageError.badChoice(
          option: "ANSWER", text, choices: Settlement.allCases.map(\.rawValue))
      }
      var records = try open.records(selection)
      if selection == "all" {
        records.removeAll { $0.standing != .unsettled }
        guard !records.isEmpty else { throw SettleError.nothingUnsettled }
      }
      try workbench.settle(records, as: answer)
    })
}
