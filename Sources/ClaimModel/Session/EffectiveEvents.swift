/// Which events of a session count: all but those that were undone, and undo and redo themselves.
///
/// They are a list in which each knows its neighbours, so that one is taken out and put back without a
/// look at the others.
struct EffectiveEvents: Sendable {
  private struct Link: Sendable {
    /// The sequence numbers of the neighbours, 0 for none; of one that was undone, those that it had.
    var previous: Int32
    var next: Int32 = 0
    /// The event that undid it; 0 for one that counts.
    var undoneBy: Int32
  }

  private static var neverCounts: Int32 { -1 }

  private var links = ChunkedArray<Link>()
  private var first = 0
  /// The sequence number of the latest that counts; 0 for none.
  private(set) var last = 0

  /// Takes the next event in.
  mutating func append(counts: Bool) {
    links.append(Link(previous: Int32(clamping: last), undoneBy: counts ? 0 : Self.neverCounts))
    guard counts else { return }
    join(last, links.count)
    join(links.count, 0)
  }

  /// Whether an event counts; false too for a number that no event has.
  func contains(_ sequence: Int) -> Bool {
    sequence >= 1 && sequence <= links.count && links[sequence - 1].undoneBy == 0
  }

  /// The event that undid one; nil for one that counts, and for undo and redo.
  func undoing(_ sequence: Int) -> Int? {
    let undoing = links[sequence - 1].undoneBy
    return undoing > 0 ? Int(undoing) : nil
  }

  /// The one that counts before another that does; 0 for none.
  func previous(of sequence: Int) -> Int { Int(links[sequence - 1].previous) }

  /// Takes one that counts out.
  mutating func remove(_ sequence: Int, undoing: Int) {
    let link = links[sequence - 1]
    links[sequence - 1].undoneBy = Int32(clamping: undoing)
    join(Int(link.previous), Int(link.next))
  }

  /// Puts one that was undone back.
  ///
  /// - Complexity: O(1) where those before it count that did when it was undone; else O(*n*) in the events
  ///   that do not count before it.
  mutating func insert(_ sequence: Int) {
    var previous = Int(links[sequence - 1].previous)
    let stillFits = previous == 0 || contains(previous)
    let follower = stillFits ? next(after: previous) : 0
    if !stillFits || (follower != 0 && follower < sequence) {
      previous = sequence - 1
      while previous > 0 && !contains(previous) { previous -= 1 }
    }
    let next = next(after: previous)
    links[sequence - 1].undoneBy = 0
    join(previous, sequence)
    join(sequence, next)
  }

  private func next(after sequence: Int) -> Int {
    sequence == 0 ? first : Int(links[sequence - 1].next)
  }

  /// Makes two events neighbours; 0 stands for the ends.
  private mutating func join(_ one: Int, _ other: Int) {
    if one == 0 { first = other } else { links[one - 1].next = Int32(clamping: other) }
    if other == 0 { last = one } else { links[other - 1].previous = Int32(clamping: one) }
  }
}
