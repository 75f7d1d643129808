import ClaimModel
import Journal
package import Suggestions

/// What was learned from an annotator's decisions: those of earlier sessions, then those of the one at
/// hand, in the order of their journals.
///
/// A decision that was undone teaches nothing.
package struct Learning {
  package private(set) var suggester: Suggester
  /// What the session at hand can teach, the undone decisions among it.
  private var lessons: [Lesson] = []
  private var undone: Set<Int> = []
  /// From the oldest, which is before the first lesson.
  private var checkpoints: [Checkpoint]

  /// The suggester as it was before some lesson, so that undo need not learn everything again.
  private struct Checkpoint {
    let ordinal: Int
    /// How many of the lessons it knows.
    let lessons: Int
    let suggester: Suggester
  }

  /// - Parameter base: What the earlier sessions taught.
  init(_ base: Suggester, continuedBy stored: StoredSession) {
    suggester = base
    checkpoints = [Checkpoint(ordinal: 0, lessons: 0, suggester: base)]
    take(Lesson.lessons(of: stored), from: stored.session.events.lazy.map(\.event))
  }

  /// The same for the session as it was read anew.
  func continued(by stored: StoredSession) -> Learning {
    Learning(checkpoints[0].suggester, continuedBy: stored)
  }

  /// Learns from what a command did.
  ///
  /// - Parameters:
  ///   - new: What its labels can teach.
  ///   - events: All that it did.
  /// - Complexity: Undo costs the lessons since the decision that it takes back.
  mutating func take(_ new: [Lesson], from events: some Sequence<Event>) {
    var first = Int.max
    for event in events { first = min(first, undone.take(event) ?? .max) }
    let kept = lessons.lastIndex { $0.sequence < first }.map { $0 + 1 } ?? 0
    if kept < lessons.count { goBack(to: kept) }
    for lesson in new {
      lessons.append(lesson)
      learn(lesson)
    }
  }

  private mutating func goBack(to place: Int) {
    while checkpoints.count > 1, let last = checkpoints.last, last.lessons > place {
      checkpoints.removeLast()
    }
    let known = checkpoints[checkpoints.count - 1]
    suggester = known.suggester
    let again = lessons[known.lessons...]
    lessons.removeLast(again.count)
    for lesson in again {
      lessons.append(lesson)
      learn(lesson)
    }
  }

  /// Learns the latest lesson, unless it was undone.
  private mutating func learn(_ lesson: Lesson) {
    if !undone.contains(lesson.sequence) { suggester.learn(lesson) }
    guard lessons.count.isMultiple(of: Self.spacing) else { return }
    let ordinal = lessons.count / Self.spacing
    // Of the old ones every second, of the older ones every fourth, and so on.
    checkpoints.removeAll {
      $0.ordinal > 0 && ordinal - $0.ordinal > 2 << $0.ordinal.trailingZeroBitCount
    }
    checkpoints.append(
      Checkpoint(ordinal: ordinal, lessons: lessons.count, suggester: suggester))
  }

  /// Lessons between checkpoints: those of about four claims.
  private static let spacing = 20
}

extension Set<Int> {
  /// Puts in the events that one undoes, and takes out those that it does again.
  ///
  /// - Returns: The first of them.
  @discardableResult
  fileprivate mutating func take(_ event: Event) -> Int? {
    switch event {
    case .undone(let sequences):
      formUnion(sequences)
      return sequences.min()
    case .redone(let sequences):
      subtract(sequences)
      return sequences.min()
    default: return nil
    }
  }
}

extension Workbench {
  /// The latest sessions that are learned from; an annotator's habits change, and a start must be quick.
  private static let mostSessions = 30

  /// Learns from the annotator's earlier sessions under the same codebook, in the order of their numbers,
  /// and from the one at hand, so that suggestions are more than the engine's from now on.
  ///
  /// It is for people alone: what a script does follows from the script.
  func beginLearning() throws {
    guard var current = open, current.learning == nil else { return }
    let store = try store()
    let filter = SessionFilter(annotator: settings.annotator)
    var base = Suggester(current.codebook)
    let earlier = try store.sessions(matching: filter, limit: Self.mostSessions)
      .filter { $0.id != current.stored.id && $0.decided > 0 }
    for summary in earlier.reversed() where try store.codebook(of: summary.id) == current.codebook {
      let stored = try store.session(summary.id)
      var undone: Set<Int> = []
      for recorded in stored.session.events { undone.take(recorded.event) }
      for lesson in Lesson.lessons(of: stored) where !undone.contains(lesson.sequence) {
        base.learn(lesson)
      }
    }
    current.learning = Learning(base, continuedBy: current.stored)
    open = current
  }
}
