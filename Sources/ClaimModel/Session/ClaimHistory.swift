/// Which events that count speak of which claim, so that they are found without a look at all.
///
/// Each place points to the one before it of the same claim, so a copy with one more shares nearly all of
/// them. What claims come from many at a time is not here.
struct ClaimHistory: Sendable {
  private struct Place: Sendable {
    let sequence: Int32
    /// Its place among the places; -1 for the first of its claim.
    let previous: Int32
  }

  private var places = ChunkedArray<Place>()
  private var latest = ClaimTable<Int32>()
  private var latestSessionNote: Int32 = -1

  /// Notes that an event, the latest so far, is about a claim, or about the session as a whole.
  mutating func add(_ sequence: Int, about claim: ClaimID?) {
    let place = Place(sequence: Int32(clamping: sequence), previous: latestPlace(of: claim))
    set(Int32(clamping: places.count), for: claim)
    places.append(place)
  }

  /// Forgets the events about a claim from one on.
  mutating func forget(from sequence: Int, about claim: ClaimID?) {
    var place = latestPlace(of: claim)
    while place >= 0, places[Int(place)].sequence >= sequence {
      place = places[Int(place)].previous
    }
    set(place, for: claim)
  }

  /// The events about a claim, the latest first.
  func sequences(about claim: ClaimID?) -> some Sequence<Int> {
    sequence(state: latestPlace(of: claim)) { next -> Int? in
      guard next >= 0 else { return nil }
      let place = places[Int(next)]
      next = place.previous
      return Int(place.sequence)
    }
  }

  /// The latest event about a claim; 0 for none.
  func latest(about claim: ClaimID?) -> Int {
    let place = latestPlace(of: claim)
    return place < 0 ? 0 : Int(places[Int(place)].sequence)
  }

  private func latestPlace(of claim: ClaimID?) -> Int32 {
    claim.map { latest[$0] ?? -1 } ?? latestSessionNote
  }

  private mutating func set(_ place: Int32, for claim: ClaimID?) {
    if let claim { latest[claim] = place } else { latestSessionNote = place }
  }
}
