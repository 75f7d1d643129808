import ClaimModel
import Terminal

/// Verbs that change which claims there are, and their words.
extension Command {
  private static let spansOption = CommandOption(
    "--spans", "SPANS",
    "exact places instead of words, as code points of the article: 120-180,190-200")

  static let trim = Command(
    name: "trim", rooms: .prompt,
    parameters: [
      Parameter("CLAIM", .claims, .optional), Parameter("from", .keyword("from"), .optional),
      Parameter("to", .keyword("to"), .optional), Parameter("WORDS", .text(.verbatim), .optional),
    ],
    options: [spansOption],
    summary: "cut a claim down to some of its words",
    explanation: [
      "The words are the claim's own, in one piece; the rest of the line is taken as it is typed.",
      "'trim from WORDS' lets the claim begin with them, 'trim to WORDS' lets it end with them, and 'trim "
        + "from WORDS to WORDS' does both. Words that begin with 'from' or 'to' themselves go into quote marks.",
    ],
    example: "trim 3 from China to improvements",
    run: { workbench, invocation in
      let (isFrom, isTo) = (invocation.isGiven("from"), invocation.isGiven("to"))
      try workbench.move(invocation) { editor, claim, words in
        if isFrom { return try editor.trimmed(claim, from: words) }
        return isTo ? try editor.trimmed(claim, upTo: words) : try editor.trimmed(claim, to: words)
      }
    })

  static let extend = Command(
    name: "extend", rooms: .prompt,
    parameters: [
      Parameter("CLAIM", .claims, .optional), Parameter("WORDS", .text(.verbatim), .optional),
    ],
    options: [spansOption],
    summary: "add words of the article to a claim",
    explanation: [
      "The words may stand anywhere, as a subject does that stands earlier in the sentence; where they "
        + "stand several times, the nearest outside of the claim are taken. The rest of the line is taken as "
        + "it is typed."
    ],
    example: "extend 3 \"in 2002\"",
    run: { try $0.move($1) { try $0.extended($1, by: $2) } })

  static let split = Command(
    name: "split", rooms: .prompt,
    parameters: [
      Parameter("CLAIM", .claims, .optional), Parameter("at", .keyword("at")),
      Parameter("WORDS", .text(.verbatim)),
    ],
    summary: "cut a claim in two before some words",
    explanation: [
      "Words that only connect (and, but that, while …) belong to neither part. The first part keeps "
        + "the number and the notes, both keep the labels. A number in place of the words is the place "
        + "in code points of the article; 10-14 leaves out what stands between, and 10-40;10-16,45-60 "
        + "says the places of both parts.",
      "A subject that the second part shares with the first goes with both. The rest of the line is taken as it "
        + "is typed, quote marks within it too.",
    ],
    example: "split 3 at \"but that\"",
    run: { try $0.split($1) })

  static let merge = Command(
    name: "merge", rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .repeated)],
    options: [spansOption],
    summary: "make one claim of several",
    explanation: [
      "Commas and words that only connect between the parts are taken in with them.",
      "The first claim named keeps its number, and its labels where the others differ; notes, tags and "
        + "evidence are joined.",
    ],
    example: "merge 3 4",
    run: { try $0.merge($1) })

  static let add = Command(
    name: "add", rooms: .prompt,
    parameters: [Parameter("WORDS", .text(.verbatim), .optional)],
    options: [spansOption],
    summary: "make a claim of words of the article",
    explanation: [
      "The words are the article's own, the rest of the line. Blanks and straight quote marks match whatever "
        + "the article has in their place."
    ],
    example: "add \"the country was in the midst of judicial reforms\"",
    run: { try $0.add($1) })

  static let drop = Command(
    name: "drop", rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .optional)],
    summary: "remove a claim",
    explanation: ["'undo' brings it back with all that was decided about it."],
    example: "drop 12",
    run: { workbench, invocation in
      let records = try workbench.session().records(invocation.optionalText("CLAIMS"))
      try workbench.decide(records.map { .claimDropped($0.claim.id) })
      workbench.say(
        "\(records.named): dropped; 'undo' brings \(records.count == 1 ? "it" : "them") back")
    })
}

extension Workbench {
  /// Gives a claim new words: by `change`, or exactly the spans of the option.
  fileprivate func move(
    _ invocation: Invocation,
    _ change: (ClaimEditor, Claim, String) throws -> Claim.Place
  ) throws {
    let open = try session()
    let record = try open.single(invocation.optionalText("CLAIM"))
    let claim = record.claim
    if invocation.command.name == Command.trim.name, !invocation.has("--spans") {
      try requireWords(record)
    }
    let place =
      if let spans = invocation.option("--spans") {
        try open.editor.moved(claim, to: ArticleSpans.read(spans, in: open.article))
      } else {
        try change(open.editor, claim, invocation.text("WORDS"))
      }
    try decide([
      record.standing == .here
        ? .claimMoved(claim.id, to: place)
        : .claimSettled(claim.id, open.editor.settled(claim, at: place.spans))
    ])
    try showWords(of: [claim.id])
  }

  fileprivate func split(_ invocation: Invocation) throws {
    let open = try session()
    let record = try open.single(invocation.optionalText("CLAIM"))
    try requireWords(record)
    let claim = record.claim
    let place = try invocation.text("WORDS")
    let newID = open.session.nextClaimID
    let parts =
      if let halves = try? ArticleSpans.parts(place, in: open.article) {
        try open.editor.split(claim, into: halves, newID: newID)
      } else if let gap = try? ArticleSpans.gap(place, in: open.article) {
        try open.editor.split(claim, before: gap.start, after: gap.end, newID: newID)
      } else {
        try open.editor.split(claim, at: place, newID: newID)
      }
    try decide([.claimSplit(claim.id, into: parts)])
    try showWords(of: parts.map(\.id))
  }

  fileprivate func merge(_ invocation: Invocation) throws {
    let open = try session()
    var records: [ClaimRecord] = []
    for selection in invocation.texts("CLAIMS") {
      for record in try open.records(selection)
      where !records.contains(where: { $0.claim.id == record.claim.id }) {
        records.append(record)
      }
    }
    let spans = try invocation.option("--spans").map { try ArticleSpans.read($0, in: open.article) }
    let merged = try open.editor.merged(records.map(\.claim), spans: spans)
    try decide([.claimsMerged(records.map(\.claim.id), into: merged)])
    try showWords(of: [merged.id])
    for attribute in open.codebook.attributes {
      let values = records.compactMap { $0.labels[attribute.name] }
      if let kept = values.first, values.contains(where: { $0 != kept }) {
        warn("the claims differed in \(attribute.name); '\(kept)' was kept, 'undo' separates them")
      }
    }
  }

  fileprivate func add(_ invocation: Invocation) throws {
    let open = try session()
    let id = open.session.nextClaimID
    let claim =
      if let spans = invocation.option("--spans") {
        try open.editor.added(ArticleSpans.read(spans, in: open.article), id: id)
      } else {
        try open.editor.added(
          invocation.text("WORDS"), id: id, besides: open.state.claims.values.map(\.claim))
      }
    try decide([.claimAdded(claim)])
    self.open?.moveCursor(to: id)
    try showWords(of: [id])
  }

  /// Only what stands in the text can be cut.
  private func requireWords(_ record: ClaimRecord) throws {
    guard record.standing == .here else { throw SettleError.noWords(record.claim.id) }
  }

  /// Says what claims consist of now.
  private func showWords(of ids: [ClaimID]) throws {
    let open = try session()
    for id in ids {
      let words = open.words(of: try open.record(id))
      say(StyledText("claim \(id): ") + StyledText(words.replacing("\n", with: " "), Palette.claim))
    }
  }
}
