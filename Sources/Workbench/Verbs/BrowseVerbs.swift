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
    summary: "go to the next claim",
    explanation: ["Passes over claims that the filter hides."],
    example: "next",
    run: { workbench, _ in try workbench.step(1) })

  static let back = Command(
    name: "back", aliases: ["b"], rooms: .prompt,
    summary: "go to the claim before",
    explanation: ["Passes over claims that the filter hides."],
    example: "back",
    run: { workbench, _ in try workbench.step(-1) })

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
      "WHAT is undecided, decided, ATTRIBUTE=LABEL, source=NAME, tag=TAG, or words that the claim "
        + "holds; 'filter none' shows all again. 'all' in other commands means those shown.",
      "In a session carried over from an earlier text also unmoved, moved, changed, gone and unsettled.",
    ],
    example: "filter status=unverified",
    run: { workbench, invocation in
      let filter = try workbench.filter(invocation.text("WHAT"))
      workbench.open?.apply(filter)
      let open = try workbench.session()
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

  fileprivate func step(_ steps: Int) throws {
    var open = try session()
    guard open.step(steps) else {
      throw SessionError.noFurtherClaim(isForward: steps > 0, open.filter)
    }
    self.open = open
    try show([open.current()])
  }

  fileprivate func filter(_ text: String) throws -> ClaimFilter {
    switch text {
    case "none": return .everything
    case "undecided": return .undecided
    case "decided": return .decided
    default: break
    }
    if let filter = try carriedFilter(text) { return filter }
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else {
      guard !text.contains("=") else { throw SessionError.badFilter(text) }
      return .words(text)
    }
    switch halves[0] {
    case "source": return .source(halves[1])
    case "tag": return .tag(halves[1])
    default:
      let reader = LabelReader(try session().codebook)
      let attribute = try reader.attribute(halves[0])
      let value = try reader.value(halves[1], of: attribute)
      return .label(attribute: attribute.name, value: value.description)
    }
  }

  /// A filter by what became of claims; nil where none was carried over.
  private func carriedFilter(_ text: String) throws -> ClaimFilter? {
    guard try session().state.origin != nil else { return nil }
    if let standing = ClaimRecord.Standing(rawValue: text), standing != .here {
      return .standing(standing)
    }
    return CarryOver.Verdict(rawValue: text).map { .verdict($0) }
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
