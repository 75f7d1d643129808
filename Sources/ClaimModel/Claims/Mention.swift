/// A person, body, place or work that an article names, under all its names.
package struct Entity: Hashable, Sendable {
  package let id: EntityID
  /// The fullest form that the article gives.
  package let name: String
  package let kind: Kind

  package init(id: EntityID, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case person, government, organization, media, document, place, people, unknown
  }
}

/// The number of an entity in its article, from 1; written `e1`.
package struct EntityID: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A pronoun for somebody or something, or a short name, and whom it stands for.
package struct Mention: Hashable, Sendable {
  package let span: TextSpan
  /// Whom it stands for; nil where that is open.
  package let meant: Candidate?
  /// Who else it could stand for, the likeliest first.
  package let others: [Candidate]

  package init(span: TextSpan, meant: Candidate?, others: [Candidate]) {
    self.span = span
    self.meant = meant
    self.others = others
  }

  /// One who may be meant.
  package struct Candidate: Hashable, Sendable {
    /// Nil for one whom the article only describes.
    package let entity: EntityID?
    /// The name, or the describing words.
    package let name: String
    /// From 0 to 1, in hundredths; those of one mention sum to at most 1.
    package let confidence: Double

    package init(entity: EntityID?, name: String, confidence: Double) {
      self.entity = entity
      self.name = name
      self.confidence = confidence
    }
  }
}
