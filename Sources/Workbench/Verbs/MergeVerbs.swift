import ClaimModel
import Journal
import Terminal

/// The verb that unites stores.
extension Command {
  static let mergeStores = Command(
    name: "merge", rooms: .shell,
    parameters: [Parameter("STORE", .file, .repeated)],
    summary: "take in all that other stores hold",
    explanation: [
      "Each session of another store comes in as with 'import': one that is here already changes nothing, one "
        + "that goes on where yours ends moves yours forward, and two that part are both kept, as branches of "
        + "one session. Articles, codebooks and fetched pages come along.",
      "The order does not matter, and merging twice changes nothing. The other store is only read; one of an "
        + "older version is copied for it. Ends with 1 where something of it contradicts itself; the rest is "
        + "taken.",
    ],
    example: "merge otto.sqlite ida.sqlite",
    run: { workbench, invocation in
      var refused = 0
      for path in invocation.texts("STORE") { refused += try workbench.merge(path) }
      guard refused == 0 else { throw MergeIncomplete(refused: refused) }
    })
}

/// Something of another store was not taken; what has been said.
struct MergeIncomplete: Error, Equatable, CustomStringConvertible {
  let refused: Int

  var description: String {
    "\(refused) \(refused == 1 ? "thing was" : "things were") not taken; run 'verify' on the other store"
  }
}

/// A store is not merged into itself.
struct MergeWithItself: Error, Equatable, CustomStringConvertible {
  let path: String

  var description: String { "'\(path)' is this very store; name another one" }
}

extension Workbench {
  /// Takes in another store.
  /// - Returns: How much of it was refused.
  fileprivate func merge(_ path: String) throws -> Int {
    let clock = surroundings.now
    let report = try Store.reading(at: path, now: clock) { (other) throws(JournalError) in
      try self.merged(other, path)
    }
    guard let report else { throw MergeWithItself(path: path) }
    var counts = (new: 0, forward: 0, branches: 0, known: 0)
    for (session, arrival) in report.arrivals {
      switch arrival {
      case .added: counts.new += 1
      case .movedForward: counts.forward += 1
      case .branch: counts.branches += 1
      case .alreadyHere, .behind:
        counts.known += 1
        continue
      }
      say("  session \(session) there: " + arrival.sentence)
    }
    for (what, reason) in report.refused { warn("\(what) of '\(path)' was not taken: \(reason)") }
    say(
      "\(path): \(counts.new) new, \(counts.forward) moved forward, \(counts.branches) branches, "
        + "\(counts.known) here already")
    return report.refused.count
  }

  /// Nil where the other store is this one.
  private func merged(_ other: Store, _ path: String) throws(JournalError) -> MergeReport? {
    let store: Store
    do {
      store = try self.store(creating: true)
    } catch let error as JournalError {
      throw error
    } catch {
      throw .cannotOpen(settings.storePath, reason: "\(error)")
    }
    if store.isFile(at: path) { return nil }
    var progress: ProgressLine?
    let report = try store.merge(other) { done, total in
      if progress == nil { progress = self.progress("merging", unit: "sessions", total: total) }
      progress?.update(done: done)
    }
    progress?.finish()
    try rememberHeads(
      of: report.arrivals.map(\.arrival).filter(\.isNews).map(\.session), in: store)
    return report
  }
}
