import ClaimModel
import Terminal
import Workbench

/// An analyst who knows the labels that an article's claims have in the end, and gives them with as few keys
/// of `annotate` as there are.
///
/// Every key goes through the annotator that the screen shows; nothing here says what a key costs or does.
struct BestAnalyst {
  private var annotator: Annotator
  private let session: FinalSession
  private let words: ArticleWords
  /// Whether a value is left as it is that the final session calls as right as its own.
  private let takesAlternatives: Bool
  /// The final claims that no claim of the article has come to be so far.
  private var open: [FinalClaim]
  private(set) var tally: KeyTally

  /// Claims that cover so much of the same words are the same.
  private static let same = 0.8
  /// A claim that covers less of any final claim is dropped.
  private static let alike = 0.5

  init(
    _ annotator: Annotator, wanting session: FinalSession, takesAlternatives: Bool, tally: KeyTally
  ) {
    self.takesAlternatives = takesAlternatives
    self.annotator = annotator
    self.session = session
    self.tally = tally
    words = ArticleWords(annotator.state.open.article.text)
    open = session.claims
  }

  /// Judges until every claim has a verdict.
  mutating func judgeAll() throws {
    while let record = annotator.state.record, !annotator.state.open.hasVerdict(record) {
      let before = annotator.state.open.session.events.count
      if let place = place(of: words(of: record)) {
        try judge(record, as: open[place])
      } else if !mend(record) {
        if let place = nearest(to: words(of: record)) {
          tally.roughly += 1
          try judge(record, as: open[place])
        } else {
          press(.drop, for: .drop)
          tally.dropped += 1
        }
      }
      guard annotator.state.open.session.events.count > before else {
        throw BenchError.stuck(session: session.name, claim: record.claim.id.description)
      }
    }
    tally.missed += open.count
  }

  private func words(of record: ClaimRecord) -> Set<Int> { words.words(in: record.claim.spans) }

  /// The final claim that some words are, as a place among those that are open.
  private func place(of words: Set<Int>) -> Int? {
    let best = open.indices.max { likeness(words, $0) < likeness(words, $1) }
    return best.flatMap { likeness(words, $0) >= Self.same ? $0 : nil }
  }

  /// The final claim that some words are most like, where they are like one at all.
  private func nearest(to words: Set<Int>) -> Int? {
    let best = open.indices.max { likeness(words, $0) < likeness(words, $1) }
    return best.flatMap { likeness(words, $0) >= Self.alike ? $0 : nil }
  }

  private func likeness(_ words: Set<Int>, _ place: Int) -> Double {
    words.likeness(to: open[place].words)
  }

  // MARK: - Keys

  private mutating func press(_ key: Key, for kind: KeyTally.Kind) {
    annotator.take(key, at: .zero)
    tally.count(kind)
  }

  private mutating func press(_ action: AnnotateAction, for kind: KeyTally.Kind) {
    if let key = annotator.keys.key(of: action) { press(key, for: kind) }
  }

  // MARK: - Labels

  private mutating func judge(_ record: ClaimRecord, as final: FinalClaim) throws {
    let codebook = annotator.state.open.codebook
    guard let verdict = codebook.verdict, let wanted = final.labels[verdict.name] else {
      throw BenchError.stuck(session: session.name, claim: record.claim.id.description)
    }
    for attribute in Self.attributes where codebook.attribute(named: attribute.name) != nil {
      // Looked up anew, for the source that was given may change what is suggested for its kind.
      guard
        let value = annotator.state.values(of: try current()).first(where: {
          $0.attribute == attribute.name
        })
      else { continue }
      let want = final.labels[attribute.name]
      let isRight = isRight(value, for: final)
      if value.standing != .none || want != nil {
        tally.note(attribute.name, isRight: isRight, isOffered: value.standing == .offered)
      }
      if isRight { continue }
      // What is not sure enough to be taken need not be put right where nothing is wanted.
      if want == nil && value.standing == .unsure { continue }
      give(want, of: attribute)
    }
    try takeUnsure(for: final)
    let group = group(of: try current(), verdict: wanted)
    let label = AnnotateAction.label(attribute: verdict.name, label: wanted.description)
    if let group {
      press(.group, for: .group)
      press(label, for: .group)
      open.removeAll { final in group.contains(final.words) }
      tally.judged += group.count
    } else {
      press(label, for: .verdict)
      open.removeAll { $0.words == final.words }
      tally.judged += 1
    }
  }

  /// Takes what is right and too unsure for the verdict's key: all at once where all is right that is shown.
  private mutating func takeUnsure(for final: FinalClaim) throws {
    let unsure = annotator.state.values(of: try current()).filter { $0.standing == .unsure }
    let right = unsure.filter { final.labels[$0.attribute] != nil && isRight($0, for: final) }
    let attributes = Self.attributes.filter { attribute in
      right.contains { $0.attribute == attribute.name }
    }
    // A stance alone has a key of its own.
    if right.count == unsure.count, attributes.contains(where: { $0.kind != .stance }) {
      return press(.acceptShown, for: .unsure)
    }
    for attribute in attributes { give(final.labels[attribute.name], of: attribute) }
  }

  private func current() throws -> ClaimRecord { try annotator.state.open.current() }

  /// In the order in which they are given, since each may change what is suggested for the next.
  private static let attributes: [(name: String, kind: KeyTally.Kind)] = [
    ("source", .source), ("source-type", .kind), ("stance", .stance), ("claim-type", .type),
  ]

  /// Whether what is shown for an attribute is what the final session has, or as right.
  private func isRight(_ value: OfferedValue, for final: FinalClaim) -> Bool {
    guard let want = final.labels[value.attribute], want != .nobody else {
      return value.standing == .none || value.text == LabelValue.nobody.description
    }
    guard value.standing != .none else { return false }
    let others = takesAlternatives ? final.alternatives[value.attribute] ?? [] : []
    return ([want.description] + others).contains { Self.isSame(value.text, $0) }
  }

  /// Whether two names are the same but for an article and capitals.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let bare = { (name: String) in
      name.lowercased().split(separator: " ").drop { ["the", "a", "an"].contains($0) }
    }
    return bare(one) == bare(other)
  }

  private mutating func give(
    _ value: LabelValue?, of attribute: (name: String, kind: KeyTally.Kind)
  ) {
    let text = (value ?? .nobody).description
    if annotator.keys.key(of: .label(attribute: attribute.name, label: text)) != nil {
      return press(.label(attribute: attribute.name, label: text), for: attribute.kind)
    }
    switch attribute.name {
    case "source": press(.pickSource, for: attribute.kind)
    case "source-type": press(.pickKind, for: attribute.kind)
    case "claim-type": press(.pickType, for: attribute.kind)
    default:
      press(.pickAttribute, for: attribute.kind)
      pick(attribute.name, for: attribute.kind)
    }
    if !pick(text, for: attribute.kind) { type(text, for: attribute.kind) }
  }

  /// Presses the key that a list has for a text.
  @discardableResult
  private mutating func pick(_ text: String, for kind: KeyTally.Kind) -> Bool {
    guard case .picking(let pick) = annotator.state.mode,
      let choice = pick.choices.first(where: { Self.isSame($0.text, text) })
    else { return false }
    press(.character(choice.key), for: kind)
    return true
  }

  private mutating func type(_ text: String, for kind: KeyTally.Kind) {
    press(.character("/"), for: kind)
    for scalar in text.unicodeScalars { press(.character(scalar), for: .typed) }
    press(.enter, for: .typed)
  }

  // MARK: - A verdict for an attribution

  /// The words of the final claims that one verdict for the whole attribution judges as they want it; nil
  /// where that is no gain.
  private func group(of record: ClaimRecord, verdict: LabelValue) -> [Set<Int>]? {
    guard let attribution = record.claim.attributions.last else { return nil }
    let records = annotator.state.open.state.claims.values.filter {
      $0.claim.attributions.last == attribution && !annotator.state.open.hasVerdict($0)
    }
    guard records.count > 2 else { return nil }
    var group: [Set<Int>] = []
    for record in records {
      guard let place = place(of: words(of: record)), !group.contains(open[place].words),
        isRight(record, for: open[place], verdict: verdict)
      else { return nil }
      group.append(open[place].words)
    }
    return group
  }

  /// Whether a claim gets what is wanted by a verdict's key alone.
  private func isRight(_ record: ClaimRecord, for final: FinalClaim, verdict: LabelValue) -> Bool {
    guard final.labels[annotator.state.open.codebook.verdict?.name ?? ""] == verdict else {
      return false
    }
    return annotator.state.values(of: record).allSatisfy { value in
      guard Self.attributes.contains(where: { $0.name == value.attribute }) else { return true }
      return value.standing == .unsure
        ? final.labels[value.attribute] == nil : isRight(value, for: final)
    }
  }
}

// MARK: - Words

extension BestAnalyst {
  /// Changes a claim's words so that they are a final claim's.
  private mutating func mend(_ record: ClaimRecord) -> Bool {
    for change in [AnnotateAction.merge, .split, .moveEnd, .moveStart] {
      guard let keys = keys(beginning: change) else { continue }
      for key in keys { press(key, for: .words) }
      return true
    }
    return false
  }

  /// The keys that give a claim the words of a final claim, beginning with an action; nil where none do.
  ///
  /// They are tried on a copy: before Enter nothing is decided.
  private func keys(beginning action: AnnotateAction) -> [Key]? {
    guard let first = annotator.keys.key(of: action) else { return nil }
    if action == .merge { return mergedWords.flatMap(place(of:)) == nil ? nil : [first] }
    var begun = annotator
    begun.take(first, at: .zero)
    var seen: Set<AnnotateState.Mode> = [begun.state.mode]
    var wave: [(annotator: Annotator, keys: [Key])] = [(begun, [first])]
    for _ in 0..<Self.mostArrows {
      var next: [(annotator: Annotator, keys: [Key])] = []
      for path in wave {
        if isWanted(path.annotator.state.mode) { return path.keys + [.enter] }
        for arrow in [Key.left, .right, .up, .down, .home, .end] {
          var moved = path.annotator
          moved.take(arrow, at: .zero)
          if seen.insert(moved.state.mode).inserted { next.append((moved, path.keys + [arrow])) }
        }
      }
      wave = next
    }
    return nil
  }

  /// Nobody presses more to move an end.
  private static let mostArrows = 8

  /// The words of the claim at hand and the next together; nil where the next is a final claim by itself.
  private var mergedWords: Set<Int>? {
    let shown = annotator.state.open.shown
    guard let cursor = annotator.state.open.cursor,
      let place = annotator.state.open.position(of: cursor), place + 1 < shown.count
    else { return nil }
    let next = words(of: shown[place + 1])
    return self.place(of: next) == nil ? words(of: shown[place]).union(next) : nil
  }

  private func isWanted(_ mode: AnnotateState.Mode) -> Bool {
    switch mode {
    case .moving(_, let spans): return place(of: words.words(in: spans)) != nil
    case .splitting(let cut):
      guard let record = annotator.state.record, let hull = record.claim.spans.hull,
        hull.start < cut, cut < hull.end
      else { return false }
      let whole = words(of: record)
      let first = whole.intersection(words.words(in: [TextSpan(hull.start, cut)]))
      let second = whole.subtracting(first)
      guard let one = place(of: first), let other = place(of: second) else { return false }
      return one != other
    default: return false
    }
  }
}
