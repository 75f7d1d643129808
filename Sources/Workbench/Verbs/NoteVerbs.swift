import ClaimModel
import Terminal

/// Verbs that keep remarks, and wordings.
extension Command {
  static let note = Command(
    name: "note", rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .optional), Parameter("TEXT", .text())],
    options: [
      CommandOption("--session", replaces: "CLAIMS", "note about the whole session, not a claim")
    ],
    summary: "write a note on a claim",
    explanation: ["The rest of the line is the note, as it is typed. " + claimsBeforeText("note")],
    example: "note 3 the ministry's own figures end in 2003",
    run: { workbench, invocation in
      let text = try invocation.text("TEXT")
      if invocation.has("--session") {
        try workbench.decide([.noted(nil, text)])
        return workbench.say("session: note kept")
      }
      let records = try workbench.session().records(invocation.optionalText("CLAIMS"))
      try workbench.decide(records.map { .noted($0.claim.id, text) })
      workbench.say("\(records.named): note kept")
    })

  static let tag = Command(
    name: "tag", rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .optional), Parameter("TAG", .tag)],
    options: [CommandOption("--remove", "take the tag away")],
    summary: "put a tag on a claim, or take it away",
    explanation: ["A tag is one word of your own; 'filter tag=TAG' shows the claims that have it."],
    example: "tag 3-5 economy",
    run: { workbench, invocation in
      let tag = try invocation.text("TAG")
      let records = try workbench.session().records(invocation.optionalText("CLAIMS"))
      let isRemoved = invocation.has("--remove")
      if isRemoved {
        for record in records where !record.tags.contains(tag) {
          throw SessionError.noSuchTag(record.claim.id, tag)
        }
      }
      try workbench.decide(
        records.map { isRemoved ? .untagged($0.claim.id, tag) : .tagged($0.claim.id, tag) })
      workbench.say("\(records.named): \(isRemoved ? "no longer tagged" : "tagged") \(tag)")
    })

  static let statement = Command(
    name: "statement", rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims, .optional), Parameter("TEXT", .text(), .optional)],
    options: [CommandOption("--clear", "go back to the proposed wording")],
    summary: "word a claim so that it stands alone",
    explanation: [
      "The statement stands beside the article's words and never replaces them. Put what you add in "
        + "square brackets. Without a text, the statement is shown.",
      "The rest of the line is the statement, as it is typed. A number at its beginning names the claim: "
        + "where the statement begins with one, name the claim before it, 'statement . 12 people died', "
        + "or put it in quote marks.",
    ],
    example: "statement 3 [China's] rights record deteriorated [in 2003]",
    run: { workbench, invocation in
      let open = try workbench.session()
      let record = try open.single(invocation.optionalText("CLAIM"))
      if invocation.has("--clear") {
        try workbench.decide([.statementWritten(record.claim.id, nil)])
        return workbench.say("claim \(record.claim.id): the proposed wording")
      }
      guard let text = invocation.optionalText("TEXT") else {
        let statement = record.standingStatement ?? open.words(of: record)
        return workbench.writeLine(.init(statement))
      }
      try workbench.decide([
        open.wording(text, of: record, isRecorded: !workbench.usesEarlierForm)
      ])
      workbench.say("claim \(record.claim.id): statement kept")
    })
}

extension Command {
  /// What help says where a text may follow claims.
  static func claimsBeforeText(_ verb: String) -> String {
    "A number, range or list at its beginning names claims ('\(verb) 3-5 …'), and so does 'all' with a "
      + "colon ('\(verb) all: …'). Where the text itself begins with a number, name the claim before it "
      + "('\(verb) . 2002 …') or put the text in quote marks."
  }
}
