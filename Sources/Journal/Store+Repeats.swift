package import ClaimModel

/// A label that a claim of a store carries.
package struct ClaimLabel: Hashable, Sendable, CustomStringConvertible {
  package let attribute: String
  package let value: String

  package var description: String { "\(attribute) \(value.isEmpty ? "none" : value)" }

  /// The labels of each attribute, in their order; an empty list where it was judged to have none.
  package static func byAttribute(_ labels: [ClaimLabel]) -> [(String, [String])] {
    var attributes: [(String, [String])] = []
    for label in labels {
      let values = label.value.isEmpty ? [] : [label.value]
      if attributes.last?.0 == label.attribute {
        attributes[attributes.count - 1].1 += values
      } else {
        attributes.append((label.attribute, values))
      }
    }
    return attributes
  }
}

extension Store {
  /// Claims of any session whose words or statement hold three of some words, in any of their forms;
  /// all of them where there are fewer than three.
  ///
  /// They are candidates: who asks must compare. The newest stand first, and only so many are looked at.
  /// - Parameters:
  ///   - words: The first six count.
  ///   - session: A session whose claims are passed over.
  package func claims(
    sharing words: [String], outside session: SessionID? = nil, limit: Int = 300
  ) throws(JournalError) -> [SearchHit] {
    let phrases = words.prefix(Self.mostWords).compactMap { word in
      FullTextQuery(word.replacing("\"", with: " ").replacing("*", with: " "))?.expression
    }
    guard !phrases.isEmpty else { return [] }
    // No row has a key below 0.
    let own = session?.keys ?? -1 ... -1
    let keys = try connection.all(
      """
      SELECT rowid FROM search WHERE search MATCH ? AND rowid NOT BETWEEN ? AND ?
      ORDER BY rowid DESC LIMIT ?
      """,
      [
        .text("{text statement} : (\(Self.threeOf(phrases)))"), .integer(own.lowerBound),
        .integer(own.upperBound), .integer(limit),
      ]
    ) { Int64($0.integer(0)) }
    var hits: [SearchHit] = []
    for key in keys { if let hit = try hit(key) { hits.append(hit) } }
    return hits
  }

  private static let mostWords = 6

  /// An FTS5 expression for any three of some phrases.
  private static func threeOf(_ phrases: [String]) -> String {
    guard phrases.count > 3 else { return phrases.joined(separator: " AND ") }
    var triples: [String] = []
    for first in phrases.indices {
      for second in phrases.indices[(first + 1)...] {
        for third in phrases.indices[(second + 1)...] {
          triples.append(
            "(" + [first, second, third].map { phrases[$0] }.joined(separator: " AND ") + ")")
        }
      }
    }
    return triples.joined(separator: " OR ")
  }

  /// What was decided about a claim, by attribute.
  package func labels(of claim: ClaimID, in session: SessionID) throws(JournalError)
    -> [ClaimLabel]
  {
    try connection.all(
      "SELECT attribute, value FROM label WHERE session = ? AND claim = ? ORDER BY attribute, value",
      [.integer(session.rawValue), .integer(claim.rawValue)]
    ) { ClaimLabel(attribute: $0.text(0), value: $0.text(1)) }
  }
}
