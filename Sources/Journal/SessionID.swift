/// The number of a session in its store, from 1: what people type.
package struct SessionID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
}

extension SessionID: Comparable, CustomStringConvertible {
  package static func < (left: SessionID, right: SessionID) -> Bool {
    left.rawValue < right.rawValue
  }
  package var description: String { String(rawValue) }
}

extension SessionID {
  /// The row number of a claim of the session; 0 stands for the session as a whole.
  ///
  /// The session stands in the upper half, so the claims of a session lie side by side, and the
  /// search index can be asked for one session by a range.
  func key(ofClaim claim: Int) -> Int64 { Int64(rawValue) << 32 | Int64(claim) }

  /// Every row number of the session's claims and of the session itself.
  var keys: ClosedRange<Int64> { key(ofClaim: 0)...key(ofClaim: 0xFFFF_FFFF) }
}
