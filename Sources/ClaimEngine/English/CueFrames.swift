/// How a reporting verb takes what is reported.
package struct CueFrames: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A clause with or without "that": "said it rained".
  package static let clause = CueFrames(rawValue: 1 << 0)
  /// A clause with "that" alone: "agreed that it rained".
  package static let thatClause = CueFrames(rawValue: 1 << 1)
  /// "vowed to stay".
  package static let infinitive = CueFrames(rawValue: 1 << 2)
  /// A noun phrase: "criticized the plan".
  package static let object = CueFrames(rawValue: 1 << 3)
  /// "described the plan as a gift".
  package static let asPredicate = CueFrames(rawValue: 1 << 4)
  /// The one spoken to stands before the content: "told Randt that".
  package static let addressee = CueFrames(rawValue: 1 << 5)
  /// "asked whether", "asked why".
  package static let question = CueFrames(rawValue: 1 << 6)
  /// Stands beside quote marks, also before its subject: "…," said Kong.
  package static let speech = CueFrames(rawValue: 1 << 7)
  /// "accused Beijing of breaking it", "blamed him for it".
  package static let accusation = CueFrames(rawValue: 1 << 8)
  /// A noun phrase after a preposition: "called for calm", "talked about tolls".
  package static let preposition = CueFrames(rawValue: 1 << 9)
  /// Its subject belongs to the content, and nobody is named: "seems to work".
  package static let raising = CueFrames(rawValue: 1 << 10)
  /// "called the plan a gift".
  package static let smallClause = CueFrames(rawValue: 1 << 11)
  /// Takes a clause and hardly anything else: "say".
  package static let bareClause = CueFrames(rawValue: 1 << 12)
  /// With a poll or study as its subject: "shows Osei leading".
  package static let finding = CueFrames(rawValue: 1 << 13)
}
