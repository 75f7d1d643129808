/// What the encoder takes a word for, in its place.
package enum NameClass: UInt8, Hashable, Sendable {
  /// No encoder read it.
  case unread
  /// Part of no name.
  case none
  case person, organization, place
  /// A name of something else: a law, a show, a people.
  case other

  /// - Parameter label: As the encoder's head spells it, "PERSON".
  init(label: String) {
    self =
      switch label {
      case "PERSON": .person
      case "ORGANIZATION": .organization
      case "LOCATION": .place
      case "MISC": .other
      default: .none
      }
  }

  /// Part of a name.
  var isName: Bool {
    switch self {
    case .unread, .none: false
    case .person, .organization, .place, .other: true
    }
  }
}
