/// Sentences as long as the engine reads, each made of one construction: lists of predicates, clauses
/// in clauses, names tied to names.
enum HostileSentence {
  static let all: [String] = [
    sentence("He", repeating: "ran and sold it and", "left"),
    sentence("The mill,", repeating: "which burned the barn,", "fell"),
    sentence("He saw", repeating: "the mill, which burned, and", "the barn"),
    sentence("She said", repeating: "that he knew", "it rained"),
    sentence("Osei,", repeating: "the mayor of Lund,", "left"),
    sentence("", repeating: "if it rains and he stays,", "they go"),
    sentence("", repeating: "Osei & Holm", "left"),
    sentence("It fell,", repeating: "while prices rose because it rained and", "he left"),
    sentence("He wants", repeating: "to go to try", "it"),
    sentence("", repeating: "the man that", "saw left"),
    sentence("", repeating: "“It rained,” he said, “and she left,”", "she said"),
    sentence("They saw", repeating: "ships and docks,", "mills"),
  ]

  /// Tokens of a sentence: some fewer than the 400 that the engine still reads.
  private static let tokens = 390

  private static func sentence(_ start: String, repeating part: String, _ end: String) -> String {
    let marks = part.count { ",“”".contains($0) }
    let count = tokens / (part.split(separator: " ").count + marks) - 1
    let parts = [start] + Array(repeating: part, count: count) + [end]
    return parts.filter { !$0.isEmpty }.joined(separator: " ") + "."
  }
}
