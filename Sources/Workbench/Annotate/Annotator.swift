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

  /// Begins where the session has its first claim without a verdict.
  ///
  /// - Parameter isLearning: Whether suggestions learn, or are the engine's alone.
  package init(_ workbench: Workbench, order: ClaimOrder = .article, isLearning: Bool = true) throws
  {
    self.workbench = workbench
    if isLearning { try workbench.beginLearning() }
    let open = try workbench.session()
    keys = AnnotateKeys(open.codebook)
    state = AnnotateState(open, order: order)
    let isDecided = open.cursor.flatMap { open.state.claims[$0] }.map(open.hasVerdict) ?? false
    if order != .article || isDecided, let next = state.order.first(where: { isOpen($0) }) {
      try go(to: next)
    }
  }

  /// Gets what a screen of this size shows and a smaller one does not.
  package mutating func prepare(for size: TerminalSize) {
    guard AnnotateScreen.isWide(size), isEarlierUnknown else { return }
    isEarlierUnknown = false
    state.earlier = (try? workbench.earlierVerdicts(in: state.open)) ?? []
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
    state.message = StyledText(text.replacing("\n", with: " "), style)
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
      return say("\(record.claim.id): \(attribute) \(label)")
    }
    try workbench.give(label, of: attribute, to: [record], accepting: true)
    refresh()
    say(
      "\(record.claim.id): \(label)" + acceptedText(of: record, briefly: true)
        + unmetText(of: record.claim.id))
    try goOn(after: record.claim.id)
  }

  /// Takes what is offered, without a verdict.
  private mutating func accept() throws {
    let record = try current()
    let events = try state.open.judgement(on: [record], accepting: .everything).events
    guard !events.isEmpty else {
      say("\(record.claim.id): nothing was offered that is not taken")
      return try goOn(after: record.claim.id, keepingMessage: true)
    }
    try decide(events)
    say("\(record.claim.id):" + acceptedText(of: record) + ", no verdict yet")
    try goOn(after: record.claim.id, keepingMessage: true)
  }

  /// What was accepted of a claim, read off the record before that: what it offered.
  private func acceptedText(of record: ClaimRecord, briefly: Bool = false) -> String {
    let offered = state.values(of: record).filter { $0.standing == .offered }
    if offered.isEmpty { return "" }
    let names = offered.map { briefly ? $0.text : "\($0.attribute) \($0.text)" }
    return (briefly ? " + " : " accepted ") + names.joined(separator: ", ")
  }

  /// What a rule of the codebook still wants, with the key that gives it.
  private func unmetText(of id: ClaimID) -> String {
    guard let record = state.open.state.claims[id],
      let rule = state.open.codebook.unmetRules(of: record).first
    else { return "" }
    let key =
      rule.needs == Codebook.Rule.evidence
      ? keys.name(of: .evidence) : keys.name(of: .pickAttribute)
    return " · needs \(rule.needs): \(keys.name(of: .previous)) \(key)"
  }

  private mutating func drop() throws {
    let record = try current()
    let next = following(record.claim.id)
    try decide([.claimDropped(record.claim.id)])
    say("\(record.claim.id): dropped")
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
    say("\(record.claim.id): merged with \(other.claim.id)")
  }

  // MARK: - Back and forth

  private mutating func undo() throws {
    let undone = try workbench.undoLatest()
    try show(undone.sequences)
    say("undone: " + undone.told)
  }

  private mutating func redo() throws {
    let redone = try workbench.redoLatest()
    try show(redone.sequences)
    say("redone: " + redone.told)
  }

  /// Goes to the claim that events were about.
  private mutating func show(_ sequences: [Int]) throws {
    refresh()
    if let claim = claim(of: sequences), state.open.state.claims[claim] != nil { try go(to: claim) }
  }

  private func claim(of sequences: [Int]) -> ClaimID? {
    sequences.lazy.compactMap { sequence in
      state.open.session.events.first { $0.sequence == sequence }?.event.claims.first
    }.first
  }

  // MARK: - Moving about

  private mutating func step(_ steps: Int) throws {
    guard let cursor = state.open.cursor, let place = state.order.firstIndex(of: cursor) else {
      if let first = state.order.first { try go(to: first) }
      return
    }
    guard state.order.indices.contains(place + steps) else {
      throw SessionError.noFurtherClaim(isForward: steps > 0, state.open.filter)
    }
    try go(to: state.order[place + steps])
  }

  private func following(_ id: ClaimID) -> ClaimID? {
    guard let place = state.order.firstIndex(of: id) else { return state.order.first }
    return place + 1 < state.order.count ? state.order[place + 1] : nil
  }

  private mutating func goOn() throws {
    guard let cursor = state.open.cursor else { return }
    try goOn(after: cursor)
  }

  /// Goes to the next claim without a verdict, from the beginning again after the last.
  ///
  /// - Parameter keepingMessage: Goes to the next claim in order where a space passed over this one.
  private mutating func goOn(after id: ClaimID, keepingMessage: Bool = false) throws {
    let place = state.order.firstIndex(of: id) ?? -1
    let around = state.order[(place + 1)...] + state.order[..<max(place, 0)]
    if let next = around.first(where: { isOpen($0) }) { return try go(to: next) }
    if isOpen(id) { return }
    let hidden = state.open.filter == .everything ? "" : " that the filter shows"
    state.message += StyledText(
      (state.message.isEmpty ? "" : " · ") + "every claim\(hidden) has a verdict; Esc leaves",
      Palette.heading)
  }

  func isOpen(_ id: ClaimID) -> Bool {
    state.open.state.claims[id].map { !state.open.hasVerdict($0) } ?? false
  }

  // MARK: - A verdict for a whole attribution

  private mutating func beginGroup() throws {
    let record = try current()
    guard let attribution = record.claim.attributions.last else {
      return say("this claim is in the article's own voice; there is no attribution to judge whole")
    }
    let claims = state.open.state.claimsInOrder.filter {
      $0.claim.attributions.last == attribution && !state.open.hasVerdict($0)
    }
    guard !claims.isEmpty else { return say("every claim of this attribution has a verdict") }
    state.mode = .group(claims.map(\.claim.id))
  }

  private mutating func judgeGroup(_ key: Key, _ claims: [ClaimID]) throws {
    guard case .label(let attribute, let label) = keys.action(of: key),
      attribute == state.open.codebook.verdict?.name
    else {
      state.mode = .judging
      if key != .escape { say("that is no verdict's key; nothing was labelled") }
      return
    }
    state.mode = .judging
    let records = claims.compactMap { state.open.state.claims[$0] }
    try workbench.give(label, of: attribute, to: records, accepting: true)
    refresh()
    say(
      "\(label) for \(records.count == 1 ? "claim" : "claims") "
        + claims.map(\.description).joined(separator: ", "))
    if let last = claims.last { try goOn(after: last) }
  }

  // MARK: - Lines to read

  private mutating func read(_ key: Key, _ title: String, _ lines: [StyledText], _ first: Int) {
    let step = Self.scroll(key)
    let last = max(lines.count - 1, 0)
    state.mode =
      step == 0 ? .judging : .reading(title: title, lines, first: max(0, min(first + step, last)))
  }

  /// The lines that a key scrolls down; 0 for one that does not scroll.
  private static func scroll(_ key: Key) -> Int {
    switch key {
    case .down, .enter: 1
    case .up: -1
    case .pageDown, .character(" "): 10
    case .pageUp: -10
    default: 0
    }
  }

  private var helpLines: [StyledText] {
    var rows: [(String, String)] = []
    if let verdict = state.open.codebook.verdict {
      for label in verdict.labels where label.key != nil {
        rows.append((label.key ?? "", "\(label.name): \(label.definition)"))
      }
    }
    for attribute in state.open.codebook.attributes
    where attribute.name != state.open.codebook.verdict?.name {
      for label in attribute.labels where label.key != nil {
        rows.append((label.key ?? "", "\(attribute.name) \(label.name): \(label.definition)"))
      }
    }
    for verb in AnnotateAction.verbs { rows.append((keys.name(of: verb.action), verb.summary)) }
    rows += [
      ("← →", "the claim before, the next"), ("Tab", "the next claim without a verdict"),
      ("Home End", "the first claim, the last"), ("Ctrl-L", "draw the screen again"),
      ("Ctrl-Z", "stop, until 'fg'"), ("Esc", "back to the prompt"),
    ]
    let width = (rows.map(\.0.count).max() ?? 0) + 3
    return rows.map {
      StyledText("  " + $0, Palette.number).padded(to: width + 2) + StyledText($1)
    }
  }
}
