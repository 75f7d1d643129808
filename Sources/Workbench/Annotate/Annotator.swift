import ClaimModel
import Journal
package import Terminal

/// Turns keys into what the verbs of the prompt do, one claim after the other.
///
/// A key's decision is on disk before the state that shows it is made.
package struct Annotator {
  let workbench: Workbench
  package let keys: AnnotateKeys
  package internal(set) var state: AnnotateState
  package internal(set) var isDone = false
  /// Whether earlier claims were not looked for since the cursor moved.
  private var isEarlierUnknown = true
  /// Another program that is asked for suggestions.
  private let program: SuggestingProgram?
  /// The claims that were left for the next with a decision, the latest last.
  var left: [ClaimID] = []
  /// The claim that is looked at, with the words that it was asked about.
  private var met: (claim: ClaimID, spans: [TextSpan])?

  /// Begins where the session has its first claim without a verdict.
  ///
  /// - Parameters:
  ///   - program: Another program that is asked for suggestions.
  ///   - isLearning: Whether suggestions learn, or are the engine's alone.
  package init(
    _ workbench: Workbench, order: ClaimOrder = .article, program: SuggestingProgram? = nil,
    isLearning: Bool = true
  ) throws {
    self.workbench = workbench
    self.program = program
    if isLearning { try workbench.beginLearning() }
    let open = try workbench.session()
    keys = AnnotateKeys(open.codebook)
    state = AnnotateState(open, order: order)
    let isDecided = open.cursor.flatMap { open.state.claims[$0] }.map(open.hasVerdict) ?? false
    if order != .article || isDecided, let next = state.order.first(where: { isOpen($0) }) {
      try go(to: next)
    }
  }

  /// Gets what a screen of this size shows and a smaller one does not, and leaves off scrolling at its ends.
  package mutating func prepare(for size: TerminalSize) {
    consult()
    state.mode = AnnotateScreen(state, keys: keys, size: size).settledMode
    guard AnnotateScreen.isWide(size), isEarlierUnknown else { return }
    isEarlierUnknown = false
    state.earlier = (try? workbench.earlierVerdicts(in: state.open)) ?? []
  }

  /// Asks another program about this claim and the next ones, and takes over what it has answered.
  private mutating func consult() {
    guard let program, let record = state.record, let cursor = state.open.cursor else { return }
    let isMet = met?.claim == cursor && met?.spans == record.claim.spans
    met = (cursor, record.claim.spans)
    let place = state.order.firstIndex(of: cursor) ?? 0
    let ahead = state.order[place...].prefix(SuggestingProgram.ahead)
    program.ask(
      about: [record] + ahead.compactMap { state.open.state.claims[$0] }, in: state.open)
    program.listen(awaiting: isMet ? nil : record, under: state.open.codebook)
    // What comes late for this claim waits until it is come to again: a key must accept what was seen.
    let answers = program.takeAnswers(besides: isMet ? cursor : nil)
    if !answers.isEmpty {
      workbench.open?.programSuggestions.merge(answers) { _, new in new }
      refresh()
    }
    if let fault = program.takeFault() {
      if !state.message.isEmpty { state.message.append(" · ") }
      state.message.append(onOneLine: "\(fault)", Palette.warning)
    }
  }

  /// Does what a key means now; what goes wrong is said on the last line.
  ///
  /// - Parameter moment: Since any fixed moment, for the pace.
  package mutating func take(_ key: Key, at moment: Duration) {
    state.pace.press(at: moment)
    do {
      try act(on: key)
    } catch {
      refresh()
      say("\(error)", Palette.warning)
    }
  }

  private mutating func act(on key: Key) throws {
    switch state.mode {
    case .judging: try judge(key)
    case .picking(let pick): try self.pick(key, of: pick)
    case .moving(let edge, let spans): try move(key, edge, spans)
    case .splitting(let cut): try split(key, at: cut)
    case .group(let claims): try judgeGroup(key, claims)
    case .typing(let line, let buffer): try type(key, line, buffer)
    case .reading(let title, let lines, let first): read(key, title, lines, first)
    case .article(let offset):
      let step = Self.scroll(key)
      state.mode = step == 0 ? .judging : .article(offset: offset + step)
    }
  }

  // MARK: - Saying and showing

  mutating func say(_ text: String, _ style: Style = .plain) {
    state.message = StyledText(onOneLine: text, style)
  }

  /// Takes over what the workbench holds now.
  mutating func refresh() {
    if let open = workbench.open { state.take(open) }
  }

  mutating func go(to id: ClaimID) throws {
    try workbench.open?.go(to: id)
    refresh()
    state.earlier = []
    isEarlierUnknown = true
  }

  /// Journals what a key decided; it is on disk when this returns.
  mutating func decide(_ events: [Event]) throws {
    try workbench.decide(events)
    refresh()
  }

  func current() throws -> ClaimRecord { try state.open.current() }

  // MARK: - Judging

  private mutating func judge(_ key: Key) throws {
    if case .pasted = key {
      return say("a paste is no key; E, N or W open a line that takes it", Palette.warning)
    }
    guard let action = keys.action(of: key) else {
      return say(
        "'\(AnnotateKeys.name(key))' means nothing here; \(keys.name(of: .help)) lists the keys",
        Palette.warning)
    }
    state.message = StyledText()
    switch action {
    case .label(let attribute, let label): try give(attribute, label)
    case .accept: try accept()
    case .acceptShown: try acceptShown()
    case .pickSource: try pickSource()
    case .pickKind: try pickLabel(of: AnnotateState.kindAttribute)
    case .pickType: try pickLabel(of: AnnotateState.typeAttribute)
    case .pickAttribute: pickAttribute()
    case .drop: try drop()
    case .merge: try merge()
    case .split: try beginSplit()
    case .moveStart: try beginMove(.start)
    case .moveEnd: try beginMove(.end)
    case .evidence: try begin(.evidence)
    case .note: try begin(.note)
    case .statement:
      let record = try current()
      try begin(
        .statement,
        with: record.standingStatement ?? state.open.words(of: record))
    case .group: try beginGroup()
    case .undo: try undo()
    case .redo: try redo()
    case .next: try step(1)
    case .previous: try step(-1)
    case .nextUndecided: try goOn()
    case .back: try goBack()
    case .first: if let first = state.order.first { try go(to: first) }
    case .last: if let last = state.order.last { try go(to: last) }
    case .context:
      _ = try current()
      state.mode = .article(offset: 0)
    case .filter: try begin(.filter)
    case .find: try begin(.find)
    case .command: try begin(.command)
    case .help: state.mode = .reading(title: "keys", helpLines, first: 0)
    case .leave: isDone = true
    }
  }

  /// The label of a key; a verdict's accepts what is offered and goes on.
  private mutating func give(_ attribute: String, _ label: String) throws {
    let record = try current()
    guard attribute == state.open.codebook.verdict?.name else {
      try workbench.give(label, of: attribute, to: [record], accepting: false)
      refresh()
      return say("claim \(record.claim.id): \(attribute) \(label)")
    }
    let accepted = acceptedText(of: record)
    try workbench.give(label, of: attribute, to: [record], accepting: true)
    refresh()
    let unmet = unmetText(of: [record.claim.id])
    say("claim \(record.claim.id): \(label)\(unmet)" + (accepted.isEmpty ? "" : ";" + accepted))
    try goOn(after: record.claim.id)
  }

  /// Takes what is offered, without a verdict.
  private mutating func accept() throws {
    let record = try current()
    let events = try state.open.judgement(on: [record], accepting: .everything).events
    let verdict = state.open.hasVerdict(record) ? "" : "; it has no verdict yet"
    guard !events.isEmpty else {
      say("claim \(record.claim.id): there was nothing to accept\(verdict)")
      return try goOn(after: record.claim.id)
    }
    let accepted = acceptedText(of: record)
    try decide(events)
    say(
      "claim \(record.claim.id):" + (accepted.isEmpty ? " accepted the statement" : accepted)
        + verdict)
    try goOn(after: record.claim.id)
  }

  /// Takes all that is shown, without a verdict, and stays.
  private mutating func acceptShown() throws {
    let record = try current()
    let shown = state.values(of: record).filter { [.offered, .unsure].contains($0.standing) }
    let names = shown.map(\.attribute)
    try decide(state.open.judgement(on: [record], accepting: .only(names)).events)
    say(
      "claim \(record.claim.id): "
        + (shown.isEmpty
          ? "there was nothing to accept"
          : "accepted " + shown.map(\.text).joined(separator: ", ")))
  }

  /// What is accepted of a claim with its offers.
  private func acceptedText(of record: ClaimRecord) -> String {
    let offered = state.values(of: record).filter { $0.standing == .offered }
    if offered.isEmpty { return "" }
    return " accepted " + offered.map(\.text).joined(separator: ", ")
  }

  /// What rules of the codebook still want, with the keys that go back and give it.
  private func unmetText(of ids: [ClaimID]) -> String {
    let unmet = ids.compactMap { id in
      state.open.state.claims[id].flatMap { state.open.codebook.unmetRules(of: $0).first }
    }
    guard let rule = unmet.first else { return "" }
    let key =
      rule.needs == Codebook.Rule.evidence
      ? keys.name(of: .evidence) : keys.name(of: .pickAttribute)
    let which = ids.count == 1 ? "it needs" : "\(unmet.count) of them need"
    return ", but \(which) \(rule.needs) (\(keys.name(of: .back)) goes back, \(key) gives it)"
  }

  private mutating func drop() throws {
    let record = try current()
    let next = following(record.claim.id)
    try decide([.claimDropped(record.claim.id)])
    say("claim \(record.claim.id) is dropped; \(keys.name(of: .undo)) brings it back")
    if let next, state.open.state.claims[next] != nil { try go(to: next) }
  }

  private mutating func merge() throws {
    let record = try current()
    // The next in the article, in whatever order they are gone through.
    let shown = state.open.shown
    guard let place = state.open.position(of: record.claim.id), place + 1 < shown.count
    else { return say("there is no claim after this one to merge with", Palette.warning) }
    let other = shown[place + 1]
    let merged = try state.open.editor.merged([record.claim, other.claim])
    try decide([.claimsMerged([record.claim.id, other.claim.id], into: merged)])
    say(
      "claims \(record.claim.id) and \(other.claim.id) are one claim now; "
        + "\(keys.name(of: .undo)) parts them again")
  }

  // MARK: - A verdict for a whole attribution

  private mutating func beginGroup() throws {
    let record = try current()
    guard let attribution = record.claim.attributions.last else {
      return say(
        "claim \(record.claim.id) is in the article's own voice; there is no attribution to judge whole",
        Palette.warning)
    }
    let claims = state.open.state.claimsInOrder.filter {
      $0.claim.attributions.last == attribution && !state.open.hasVerdict($0)
    }
    guard !claims.isEmpty else {
      return say("every claim of this attribution has a verdict already")
    }
    state.mode = .group(claims.map(\.claim.id))
  }

  private mutating func judgeGroup(_ key: Key, _ claims: [ClaimID]) throws {
    guard case .label(let attribute, let label) = keys.action(of: key),
      attribute == state.open.codebook.verdict?.name
    else {
      state.mode = .judging
      return say(
        key == .escape
          ? "nothing was labelled"
          : "'\(AnnotateKeys.name(key))' is no verdict's key; nothing was labelled")
    }
    state.mode = .judging
    let records = claims.compactMap { state.open.state.claims[$0] }
    try workbench.give(label, of: attribute, to: records, accepting: true)
    refresh()
    say(
      "\(records.count == 1 ? "claim" : "claims") "
        + claims.map(\.description).joined(separator: ", ") + ": \(label)" + unmetText(of: claims))
    if let last = claims.last { try goOn(after: last) }
  }
}
