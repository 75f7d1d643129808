/// How often a word is part of a cue, in six steps: 0 hardly ever, 5 nearly always.
///
/// Known from labelled news, by the form of a word and whether it stands as a verb, as a noun or as something else.
package struct CueLevels: Sendable {
  private var levels: [UInt32: UInt8]

  package init(_ levels: [UInt32: UInt8] = [:]) { self.levels = levels }

  /// From which level on a word counts as a cue that others are seen from.
  static let likely: UInt8 = 3

  /// What a word is known under.
  package static func key(_ word: UInt32, _ tag: Tag) -> UInt32 {
    let kind: UInt32 = tag.isVerb ? 1 : tag.isNoun ? 2 : 3
    return (word ^ kind &* 0x9E37_79B1) &* 0x85EB_CA6B
  }

  package subscript(key: UInt32) -> UInt8 {
    get { levels[key] ?? 0 }
    set { levels[key] = newValue }
  }

  /// The level of a word that was part of a cue in some of the places where it stood.
  package static func level(cues: Int, of all: Int) -> UInt8 {
    switch Double(cues) / (Double(all) + 2) {
    case ..<0.02: 0
    case ..<0.08: 1
    case ..<0.22: 2
    case ..<0.45: 3
    case ..<0.7: 4
    default: 5
    }
  }
}
