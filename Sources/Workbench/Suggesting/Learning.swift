import ClaimModel
import Journal
package import Suggestions

/// What was learned from an annotator's decisions: those of earlier sessions, then those of the one at
/// hand, in the order of their journals.
///
/// A decision that was undone teaches nothing. What came with another tool's file or from an earlier text
/// teaches nothing either: it was not decided here, or learned there already.
package struct Learning {
  private let base: Suggester
  package private(set) var suggester: Suggester

  /// - Parameter base: What the earlier sessions taught.
  init(_ base: Suggester, continuedBy stored: StoredSession) {
    self.base = base
    suggester = base
    suggester.learn(stored)
  }

  /// Learns from what a command did.
  ///
  /// - Parameters:
  ///   - before: The session as it was when the command was given.
  ///   - stored: The session as it is now.
  mutating func take(_ events: [Event], before: ClaimProposals, after stored: StoredSession) {
    guard events.contains(where: \.isHistory) else {
      return suggester.learn(events, before: before)
    }
    suggester = base
    suggester.learn(stored)
  }
}

extension Suggester {
  /// Learns from a whole session.
  mutating func learn(_ stored: StoredSession) {
    var state = SessionState()
    let events = stored.session.effectiveEvents
    var start = 0
    while start < events.count {
      let command = events[start].command
      let decided = events[start...].prefix { $0.command == command }
      learn(
        decided.map(\.event),
        before: ClaimProposals(article: stored.article, codebook: stored.codebook, state: state))
      for recorded in decided {
        // A session that was folded when it was read can be folded again.
        do { try state.apply(recorded.event, at: recorded.at) } catch { return }
      }
      start = decided.endIndex
    }
  }

  /// Learns from the labels that a command gave.
  mutating func learn(_ events: [Event], before proposals: ClaimProposals) {
    for event in events {
      guard case .labelled(let id, let attribute, .text(let value), let grounds) = event,
        grounds.basis == .typed || grounds.basis == .accepted,
        let record = proposals.state.claims[id]
      else { continue }
      learn(value, for: attribute, in: proposals.situation(of: record))
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
      base.learn(try store.session(summary.id))
    }
    current.learning = Learning(base, continuedBy: current.stored)
    open = current
  }
}
