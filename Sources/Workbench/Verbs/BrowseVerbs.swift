import ClaimModel
import Terminal

/// Verbs that look at claims and change nothing.
extension Command {
  static let claims = Command(
    name: "claims", aliases: ["ls"], rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .optional)],
    summary: "list the claims",
    explanation: ["One line a claim, those that the filter lets through; ▸ marks the current one."],
    example: "claims 3-9",
    run: { workbench, invocation in
      let open = try workbench.session()
      let records =
        try invocation.optionalText("CLAIMS").map { try open.records($0) } ?? open.records("all")
      for line in workbench.view(of: open).list(records) { workbench.output.writeLine(line) }
    })

  static let show = Command(
    name: "show", aliases: ["s"], rooms: .prompt,
    parameters: [Parameter("CLAIMS", .claims, .optional)],
    summary: "show a claim in its paragraph, with all that was decided",
    explanation: [
      "Without a number, the current claim. A claim that is shown alone becomes the current one."
    ],
    example: "show 3",
    run: { workbench, invocation in
      let records = try workbench.session().records(invocation.optionalText("CLAIMS"))
      if records.count == 1 { try workbench.open?.go(to: records[0].claim.id) }
      try workbench.show(records)
    })

  static let next = Command(
    name: "next", aliases: ["n"], rooms: .prompt,
    parameters: [Parameter("WHAT", .text(.filter), .optional)],
    summary: "go to the next claim",
    explanation: [
      "Passes over claims that the filter hides. WHAT is what 'filter' takes: 'next undecided' goes to the "
        + "next claim without a verdict, and the filter stays as it is."
    ],
    example: "next undecided",
    run: { try $0.step(1, to: $1.optionalText("WHAT")) })

  static let back = Command(
    name: "back", aliases: ["b"], rooms: .prompt,
    parameters: [Parameter("WHAT", .text(.filter), .optional)],
    summary: "go to the claim before",
    explanation: ["Passes over claims that the filter hides; WHAT as with 'next'."],
    example: "back",
    run: { try $0.step(-1, to: $1.optionalText("WHAT")) })

  static let goto = Command(
    name: "goto", aliases: ["g"], rooms: .prompt,
    parameters: [Parameter("CLAIM", .claims)],
    summary: "go to a claim",
    explanation: ["A number alone does the same: '12'."],
    example: "goto 12",
    run: { workbench, invocation in
      let record = try workbench.session().single(invocation.text("CLAIM"))
      try workbench.open?.go(to: record.claim.id)
      try workbench.show([record])
    })

  static let find = Command(
    name: "find", aliases: ["/"], rooms: .prompt,
    parameters: [Parameter("WORDS", .text())],
    summary: "find words in the claims and the article",
    explanation: [
      "Lists the claims that hold the words, which are coloured in them, then the sentences of the "
        + "article that do and are in no claim. Letters of either case match. 'search' looks through the whole store."
    ],
    example: "find human rights",
    run: { try $0.find($1.text("WORDS")) })

  static let filter = Command(
    name: "filter", rooms: .prompt,
    parameters: [Parameter("WHAT", .text(.filter))],
    summary: "show only some of the claims",
    explanation: [
      "WHAT is undecided, decided, proposed (something waits to be accepted), no-evidence, "
        + "ATTRIBUTE=LABEL, source=NAME, source=nobody, tag=TAG, or words that the claim holds; with ~ "
        + "in place of = a part of the value is enough. Letters of either case match.",
      "and, or, not and parentheses combine: 'filter undecided and (source~police or stance=denies)'. Quote "
        + "marks keep 'and' and 'or' as words: filter \"bread and butter\".",
      "'filter none' shows all again. 'all' in other commands means those shown. The current claim stays "
        + "shown until you leave it.",
      "In a session carried over from an earlier text also unmoved, moved, changed, gone and unsettled.",
    ],
    example: "filter status=unverified",
    run: { workbench, invocation in
      let reader = try workbench.session().filterReader
      let filter = try reader.filter(invocation.text("WHAT"))
      workbench.open?.apply(filter)
      let open = try workbench.session()
      for meant in reader.labels(meantBy: filter) {
        workbench.say(
          "looked for the word in the claims; 'filter \(meant.description)' goes by the label")
      }
      workbench.say("\(open.shown.count) of \(open.state.claims.count) claims are shown")
    })

  static let progress = Command(
    name: "progress", rooms: .prompt,
    summary: "say how far the session is",
    explanation: ["Counts the claims that have a verdict, and the labels of each attribute."],
    example: "progress",
    run: { workbench, _ in
      let open = try workbench.session()
      for line in ProgressView(open).lines { workbench.output.writeLine(line) }
    })
}

extension Workbench {
  func view(of open: OpenSession) -> ClaimView {
    ClaimView(open, rendition: output.rendition, columns: columns)
  }

  func show(_ records: [ClaimRecord]) throws {
    let view = view(of: try session())
    for (index, record) in records.enumerated() {
      if index > 0 { output.writeLine() }
      for line in view.lines(for: record) { output.writeLine(line) }
    }
  }

  /// - Parameter text: What the claim passes besides the filter, in the words of a filter.
  fileprivate func step(_ steps: Int, to text: String? = nil) throws {
    var open = try session()
    let condition = try text.map { try open.filterReader.filter($0) } ?? .everything
    guard open.step(steps, to: condition) else {
      let filter: ClaimFilter =
        switch (open.filter, condition) {
        case (.everything, let only), (let only, .everything): only
        case (let filter, let condition): .both(filter, condition)
        }
      throw SessionError.noFurtherClaim(isForward: steps > 0, filter)
    }
    self.open = open
    try show([open.current()])
  }

  fileprivate func find(_ words: String) throws {
    let open = try session()
    let article = Array(open.article.text.utf8)
    guard let pattern = VerbatimWords(words, ignoresCase: true) else { throw EditError.noWords }
    let found = open.state.claimsInOrder.filter {
      let bytes = Array(open.words(of: $0).utf8)
      return !pattern.places(in: bytes, within: TextSpan(0, bytes.count)).isEmpty
    }
    for line in view(of: open).list(found, finding: pattern) { output.writeLine(line) }
    let covered = found.flatMap { $0.claim.spans + $0.claim.occurrences.joined() }
    var count = found.count
    for sentence in open.state.analysis.sentences {
      let places = pattern.places(in: article, within: sentence)
      guard !places.isEmpty,
        !places.allSatisfy({ place in covered.contains { $0.overlaps(place) } })
      else { continue }
      let text = ParagraphView(article: open.article, rendition: output.rendition)
        .text(of: sentence, highlights: places.map { ($0, Palette.found, true) })
      for line in text.wrapped(to: columns, firstIndent: "  · ", hangingIndent: "    ") {
        output.writeLine(line)
      }
      count += 1
    }
    if count == 0 { say("'\(words)' is neither in a claim nor in the article's sentences") }
  }
}
