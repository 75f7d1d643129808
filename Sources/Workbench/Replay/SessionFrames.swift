import ClaimModel
import Interchange
import Journal
import Terminal

/// A session as a film: what was typed at each moment and what the screen then shows.
struct SessionFrames {
  /// One command of the session.
  struct Frame {
    let at: Timestamp
    /// The sequence number of its last event.
    let sequence: Int
    let lines: [StyledText]
  }

  private let stored: StoredSession
  private let script: SessionScript
  private let rendition: Rendition
  private let columns: Int

  init(_ stored: StoredSession, script: SessionScript, rendition: Rendition, columns: Int) {
    self.stored = stored
    self.script = script
    self.rendition = rendition
    self.columns = columns
  }

  /// The frames in order, up to the command that holds an event.
  func frames(to last: Int?) throws -> [Frame] {
    var session = Session()
    var frames: [Frame] = []
    for command in stored.session.commands {
      if let last, command[0].sequence > last { break }
      let line = try script.line(for: command.map(\.event), after: session)
      _ = try session.append(command.map(\.event), at: command[0].at)
      frames.append(
        Frame(
          at: command[0].at, sequence: command[command.count - 1].sequence,
          lines: lines(for: command, typed: line, session: session)))
    }
    return frames
  }

  private func lines(for command: [RecordedEvent], typed: String, session: Session) -> [StyledText]
  {
    var prompt = StyledText(command[0].at.description.prefix(19) + "  ", Palette.quiet)
    var open = OpenSession(stored, at: session)
    if case .sessionOpened(let opening) = command[0].event {
      prompt.append("\(opening.annotator) opens ", Palette.heading)
      prompt.append(stored.article.metadata.title ?? stored.article.metadata.path ?? "an article")
      let claims = session.state.claims.count
      for recorded in command {
        if case .claimsCarried(let carryOver) = recorded.event {
          let new = StyledText("; \(claims - carryOver.claims.count) new")
          return [prompt.truncated(to: columns), StyledText(carryOver.summary) + new]
        }
      }
      return [prompt.truncated(to: columns), StyledText("\(claims) claims proposed")]
    }
    prompt.append("> ", Palette.cue)
    prompt.append(typed)
    var lines = prompt.wrapped(to: columns, hangingIndent: "    ")
    let view = ClaimView(open, rendition: rendition, columns: columns)
    let ids = command.flatMap { recorded -> [ClaimID] in
      switch recorded.event {
      case .undone(let sequences), .redone(let sequences):
        sequences.flatMap { session.events[$0 - 1].event.claims }
      case let event: event.claims
      }
    }
    let changed = ids.enumerated().filter { ids.firstIndex(of: $1) == $0 }.map(\.element)
      .compactMap { session.state.claims[$0] }
    if changed.count == 1 {
      open.moveCursor(to: changed[0].claim.id)
      lines += view.lines(for: changed[0])
    } else {
      lines += view.list(changed)
    }
    return lines
  }
}
