import ClaimModel
import Journal
import Suggestions

/// A decision that something can be learned from: what a claim was given, and how it looked then.
struct Lesson: Sendable {
  /// The decision's place in the journal.
  let sequence: Int
  let attribute: String
  let value: String
  let situation: ClaimSituation
  /// What another program suggested, where that was what was shown.
  let program: ProgramEstimate?
}

extension Lesson {
  /// What the labels that a command gives can teach.
  ///
  /// What came with another tool's file or from an earlier text teaches nothing: it was not decided here,
  /// or learned there already.
  ///
  /// - Parameters:
  ///   - first: The place in the journal of the first of the events.
  ///   - proposals: The session as it was when the command was given.
  static func lessons(
    of events: some Sequence<Event>, from first: Int, before proposals: ClaimProposals
  ) -> [Lesson] {
    var lessons: [Lesson] = []
    // A verdict's key gives a claim all its labels at once.
    var latest: (id: ClaimID, situation: ClaimSituation)?
    for (offset, event) in events.enumerated() {
      guard case .labelled(let id, let attribute, .text(let value), let grounds) = event,
        grounds.basis == .typed || grounds.basis == .accepted
      else { continue }
      if latest?.id != id {
        latest = proposals.state.claims[id].map { (id, proposals.situation(of: $0)) }
      }
      guard let latest, latest.id == id else { continue }
      lessons.append(
        Lesson(
          sequence: first + offset, attribute: attribute, value: value,
          situation: latest.situation, program: grounds.shown?.programEstimate))
    }
    return lessons
  }

  /// What a whole session can teach, the undone decisions among it, in the order of its journal.
  static func lessons(of stored: StoredSession) -> [Lesson] {
    var lessons: [Lesson] = []
    var session = Session()
    let events = stored.session.events
    var start = events.startIndex
    while start < events.endIndex {
      let command = events[start].command
      let decided = events[start...].prefix { $0.command == command }
      lessons += Self.lessons(
        of: decided.lazy.map(\.event), from: start + 1,
        before: ClaimProposals(
          article: stored.article, codebook: stored.codebook, state: session.state))
      // A session that was folded when it was read can be folded again.
      do {
        _ = try session.append(decided.map(\.event), at: events[start].at)
      } catch {
        return lessons
      }
      start = decided.endIndex
    }
    return lessons
  }
}

extension Grounds.Suggestion {
  fileprivate var programEstimate: ProgramEstimate? {
    guard from == LabelSuggestion.Layer.program.rawValue, let confidence else { return nil }
    return ProgramEstimate(value: value.description, confidence: confidence, reason: nil)
  }
}

extension Suggester {
  mutating func learn(_ lesson: Lesson) {
    learn(
      lesson.value, for: lesson.attribute, in: lesson.situation, program: lesson.program)
  }
}
