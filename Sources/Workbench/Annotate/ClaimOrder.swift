package import ClaimModel
import Journal

/// In which order `annotate` goes through the claims.
package enum ClaimOrder: String, CaseIterable, Sendable {
  /// As they stand in the article.
  case article
  /// Those that deserve most to be checked first.
  case worth
  /// Those whose suggestions are least sure first, and every tenth by chance.
  case uncertain
}

/// The claims of a session in an order, as it was when the work began: what is learned on the way does not
/// shuffle what is still to do.
package struct ClaimRanking: Sendable {
  package let order: ClaimOrder
  /// Empty for the order of the article.
  private let ranks: [ClaimID: Int]

  package init(_ order: ClaimOrder, of open: OpenSession) {
    self.order = order
    let records = open.state.claimsInOrder
    let ids: [ClaimID] =
      switch order {
      case .article: []
      case .worth:
        Self.sorted(records) { -($0.claim.checkworthiness ?? 0) }
      case .uncertain:
        Self.withChance(Self.sorted(records, by: open.certainty), seed: open.seedOfChance)
      }
    ranks = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter records: In reading order; a claim that was made since stands behind the one before it.
  package func sorted(_ records: [ClaimRecord]) -> [ClaimID] {
    guard order != .article else { return records.map(\.claim.id) }
    var latest = -1
    let ranked = records.enumerated().map { place, record in
      latest = ranks[record.claim.id] ?? latest
      return (rank: latest, place: place, id: record.claim.id)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.id)
  }

  /// The lowest figure first; of equal ones, the first in the article.
  private static func sorted(_ records: [ClaimRecord], by figure: (ClaimRecord) -> Double)
    -> [ClaimID]
  {
    records.enumerated().map { (figure: figure($0.element), place: $0.offset, $0.element.claim.id) }
      .sorted { ($0.figure, $0.place) < ($1.figure, $1.place) }.map(\.2)
  }

  /// Gives every tenth place to a claim that is drawn from all that are left, so that the accuracy that is
  /// measured on the way is not that of the hard ones alone.
  private static func withChance(_ ids: [ClaimID], seed: UInt64) -> [ClaimID] {
    // The order of the drawing; one that stands already is passed over.
    var drawn = ids.map { (lot: lot($0, seed), id: $0) }.sorted { $0.lot < $1.lot }.map(\.id)[...]
    var rest = ids[...]
    var taken: Set<ClaimID> = []
    var result: [ClaimID] = []
    while result.count < ids.count {
      let isByChance = result.count % 10 == 9
      guard let next = isByChance ? drawn.popFirst() : rest.popFirst() else { break }
      if taken.insert(next).inserted { result.append(next) }
    }
    return result
  }

  /// The mixing of SplitMix64.
  private static func lot(_ id: ClaimID, _ seed: UInt64) -> UInt64 {
    var mixed = seed &+ UInt64(truncatingIfNeeded: id.rawValue) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension OpenSession {
  /// How likely it is that all that is suggested for a claim is right, from 0 to 1.
  fileprivate func certainty(of record: ClaimRecord) -> Double {
    let suggestions = suggestions(for: record)
    return codebook.attributes.reduce(1) { certainty, attribute in
      guard record.labels[attribute.name] == nil, let offered = suggestions[attribute]
      else { return certainty }
      return certainty * (offered.chance ?? 1)
    }
  }

  /// Out of the journal: the hash of the session's first event, which is drawn with its random id.
  fileprivate var seedOfChance: UInt64 {
    "\(stored.name)".utf8.reduce(0) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
  }
}
