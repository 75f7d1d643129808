/// One place where a name stands in the text.
package struct NameMention: Hashable, Sendable {
  /// The words of the name, without title and role.
  package let tokens: Range<Int>
  /// From the first word of its title or role: "Assistant Foreign Minister" of "… Shen Guofang".
  package let lead: Int
  /// The words that describe its bearer, before or after the name.
  let role: Range<Int>?
  /// The kinds of the role's words.
  package let roleKinds: NounKinds
  /// The index of its sentence.
  package let sentence: Int
  /// What its form and place say that it is.
  var kind: NameEntity.Kind
  /// The index of its bearer.
  package internal(set) var entity: Int = -1
}

/// A person, body or place that the article names, under all its names.
package struct NameEntity: Hashable, Sendable {
  package internal(set) var kind: Kind
  package internal(set) var gender: Gender
  /// The words of its fullest name.
  var name: Range<Int>
  /// The name in full where only the title of the article has it.
  var titleName: String?
  /// What it is introduced as, past offices left out.
  var roleKinds: NounKinds = []
  /// The heads of its roles, one key for words of the same role, each with the word before.
  var roles: [Role] = []
  var mentions = 0
  /// Whether the article writes "the" before it.
  var takesArticle = false
  /// The lexicon's view of the whole name.
  var nameKinds: NounKinds = []
  /// How often the encoder took it for a person, a body and a place.
  var nerVotes = Counts()

  struct Counts: Hashable, Sendable {
    /// A last name alone counts too: people are called by their last names, firms by their first.
    var person = 0
    var organization = 0
    var place = 0
  }

  package enum Kind: Hashable, Sendable {
    case person, government, organization, media, document, place, people, unknown
  }

  package enum Gender: Hashable, Sendable {
    case male, female, unknown

    init(_ kinds: NounKinds) {
      switch (kinds.contains(.male), kinds.contains(.female)) {
      case (true, false): self = .male
      case (false, true): self = .female
      default: self = .unknown
      }
    }

    func agrees(with other: Gender) -> Bool {
      self == other || self == .unknown || other == .unknown
    }
  }

  struct Role: Hashable, Sendable {
    let head: UInt64
    let words: Range<Int>
  }
}
