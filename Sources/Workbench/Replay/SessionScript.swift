import ArticleReader
import ClaimModel
import Fingerprint
import Interchange
import Journal
import Terminal

/// The commands that rebuild a session: run as a script, they give the same events at the same times.
struct SessionScript {
  let stored: StoredSession
  /// What the present engine finds in the article, to see whether looking again gives the same.
  private let analysis: Analysis

  init(_ stored: StoredSession, analysis: Analysis) {
    self.stored = stored
    self.analysis = analysis
  }

  /// - Throws: `ReplayError` where the journal does not fit together.
  func lines() throws -> [String] {
    var session = Session()
    var lines: [String] = []
    var clock: Timestamp?
    var form = 2
    for command in stored.session.commands {
      if command[0].at != clock {
        let goesBack = clock.map { command[0].at < $0 } ?? false
        clock = command[0].at
        lines.append("clock \(command[0].at)" + (goesBack ? " --back" : ""))
      }
      let line = try self.line(for: command.map(\.event), after: session)
      if let needed = command.lazy.compactMap(\.event.scriptForm).first, needed != form {
        form = needed
        lines.append("form \(form)")
      }
      if case .sessionOpened(let opening) = command[0].event {
        lines.insert("annotator " + PromptWord.quoted(opening.annotator), at: 0)
      }
      lines.append(line)
      _ = try session.append(command.map(\.event), at: command[0].at)
    }
    return lines
  }

  /// The command that gives these events, when the session is as it was then.
  func line(for events: [Event], after session: Session) throws -> String {
    guard let first = events.first else { return "" }
    let claims = events.flatMap { $0.claims.prefix(1) }.map(\.description).joined(separator: ",")
    switch first {
    case .sessionOpened(let opening): return try loadLine(opening, events)
    case .claimsProposed, .claimsCarried: return ""
    case .claimSettled: return try settleLine(events, after: session)
    case .claimAdded(let claim): return "add --spans \(spans(claim.spans))"
    case .claimDropped: return "drop \(claims)"
    case .claimMoved(let id, let place):
      let before = session.state.claims[id]?.claim.spans.reduce(0) { $0 + $1.length } ?? 0
      let after = place.spans.reduce(0) { $0 + $1.length }
      return "\(after < before ? "trim" : "extend") \(id) --spans \(spans(place.spans))"
    case .claimSplit(let id, let parts): return splitLine(id, parts, after: session)
    case .claimsMerged(let ids, let merged): return mergeLine(ids, merged, after: session)
    case .statementWritten(_, .some, _), .labelled:
      return try decisionLine(events, after: session)
    case .statementWritten(let id, nil, _): return "statement \(id) --clear"
    case .labelCleared where !events.allSatisfy({ $0.kind == .labelCleared }):
      return try decisionLine(events, after: session)
    case .labelCleared(_, let attribute): return "clear \(claims) \(attribute)"
    case .noted(nil, let text): return "note --session " + free(text)
    case .noted(_, let text): return "note \(claims) " + free(text)
    case .tagged(_, let tag): return "tag \(claims) " + PromptWord.quoted(tag)
    case .untagged(_, let tag): return "tag \(claims) --remove " + PromptWord.quoted(tag)
    case .evidenceAdded: return evidenceLine(events, after: session)
    case .evidenceRemoved(let id, let number): return "evidence \(id) --remove \(number)"
    case .sourceRenamed(let name, let newName):
      return "rename \(PromptWord.quoted(name)) \(free(newName))"
    case .undone(let sequences):
      return "undo" + target(of: sequences, after: session) { session.eventsToUndo(claim: $0) }
    case .redone(let sequences):
      return "redo" + target(of: sequences, after: session) { session.eventsToRedo(claim: $0) }
    }
  }

  private func loadLine(_ opening: SessionOpening, _ events: [Event]) throws -> String {
    let name = stored.article.metadata.path ?? opening.article.rawValue
    var line = "load \(PromptWord.quoted(name)) --new"
    if let id = opening.id { line += " --id \(id)" }
    if let key = opening.key { line += " --key \(key)" }
    line += " --expect \(opening.article.rawValue)"
    line +=
      readsTheSame
      ? " --expect-reading \(ReadingID(of: stored.article).rawValue)"
      : " --reading " + PromptWord.quoted(try ReadingJSON.encode(stored.article))
    if opening.codebook != CodebookFile.hash(try CodebookFile.defaultCodebook()) {
      line += " --expect-codebook \(opening.codebook)"
    }
    var proposed: Analysis?
    for event in events {
      switch event {
      case .claimsProposed(let analysis): proposed = analysis
      case .claimsCarried(let carryOver):
        line += " --carried " + PromptWord.quoted(try CarriedJSON.encode(carryOver))
      default: break
      }
    }
    guard let recorded = proposed else { return line }
    if Engines.Choice(engineName: recorded.engine) == .fast { line += " --engine fast" }
    line +=
      recorded == analysis
      ? " --expect-proposals \(try ProposalsJSON.hash(recorded))"
      : " --proposals " + PromptWord.quoted(try ProposalsJSON.encode(recorded))
    return line
  }

  /// Whether the text alone reads as it did for the session.
  ///
  /// A web page may have said more, a reader before this one may have read it otherwise, and whoever
  /// loaded it may have known its date.
  private var readsTheSame: Bool {
    let article = stored.article
    let bytes = Array(article.text.utf8)
    guard let again = try? ArticleReader().read(bytes, path: article.metadata.path).article else {
      return false
    }
    return ReadingID(of: again) == ReadingID(of: article)
  }

  /// An answer about claims whose words changed, or the words that the annotator gave to one.
  private func settleLine(_ events: [Event], after session: Session) throws -> String {
    var ids: [ClaimID] = []
    var first: Claim?
    for case .claimSettled(let id, let claim) in events {
      if ids.isEmpty { first = claim }
      ids.append(id)
    }
    let answer = first == nil ? Settlement.gone : .new
    let records = ids.compactMap { session.state.claims[$0] }
    let settling = try? OpenSession(stored, at: session).settling(records, as: answer)
    if settling != events, let id = ids.first, let spans = first?.spans {
      return "extend \(id) --spans \(self.spans(spans))"
    }
    return "settle \(ids.map(\.description).joined(separator: ",")) \(answer.rawValue)"
  }

  private func splitLine(_ id: ClaimID, _ parts: [Claim], after session: Session) -> String {
    let first = parts.first?.spans.last?.end ?? 0
    let second = parts.last?.spans.first?.start ?? first
    let gap = TextSpan(first, max(first, second))
    let again = session.state.claims[id].flatMap { record in
      try? editor(of: session).split(
        record.claim, before: gap.start, after: gap.end,
        newID: parts.last?.id ?? session.nextClaimID)
    }
    if again == parts { return "split \(id) at " + spans([gap]) }
    return "split \(id) at " + parts.map { spans($0.spans) }.joined(separator: ";")
  }

  /// With the words of the result, where merging the same claims now would not give them.
  private func mergeLine(_ ids: [ClaimID], _ merged: Claim, after session: Session) -> String {
    let line = "merge " + ids.map(\.description).joined(separator: " ")
    let claims = ids.compactMap { session.state.claims[$0]?.claim }
    if let again = try? editor(of: session).merged(claims), again.spans == merged.spans {
      return line
    }
    return line + " --spans " + spans(merged.spans)
  }

  private func editor(of session: Session) -> ClaimEditor {
    ClaimEditor(article: stored.article, analysis: session.state.analysis)
  }

  /// Nothing where the plain command does it, else the claim that it has to be aimed at.
  private func target(
    of sequences: [Int], after session: Session, _ candidates: (ClaimID?) -> [Int]?
  ) -> String {
    if candidates(nil) == sequences { return "" }
    let claims = sequences.flatMap { session.events[$0 - 1].event.claims }
    return claims.first { candidates($0) == sequences }.map { " \($0)" } ?? ""
  }

  private func spans(_ spans: [TextSpan]) -> String {
    ArticleSpans.text(spans, in: stored.article)
  }

  /// A text at the end of a line, which is quoted where it would be read as something else.
  func free(_ text: String) -> String {
    let words = PromptWord.words(of: text)
    let isPlain =
      !words.contains { $0.isQuoted || $0.text.hasPrefix("--") }
      && words.map(\.text).joined(separator: " ") == text && !text.hasPrefix("#")
      && EscapedText.isPlain(text)
      && ClaimSelection(words.first?.text ?? "") == nil
    return isPlain ? text : PromptWord.quoted(text)
  }
}

extension Event {
  /// What `form` has to say before a script can give the event; nil where either will do.
  fileprivate var scriptForm: Int? {
    switch self {
    case .sessionOpened(let opening): opening.reading == nil ? 1 : 2
    case .labelled(_, _, _, let grounds), .statementWritten(_, .some, let grounds):
      grounds == .unrecorded ? 1 : 2
    default: nil
    }
  }
}

extension LabelValue {
  /// As it is typed.
  var typed: String {
    switch self {
    case .text(let text): text
    case .list(let labels): labels.joined(separator: ",")
    case .number(let number): String(number)
    case .nobody: description
    }
  }
}

extension Session {
  /// The events, those of one command together.
  var commands: [[RecordedEvent]] {
    var commands: [[RecordedEvent]] = []
    for recorded in events {
      if let last = commands.last, last[0].command == recorded.command {
        commands[commands.count - 1].append(recorded)
      } else {
        commands.append([recorded])
      }
    }
    return commands
  }
}
