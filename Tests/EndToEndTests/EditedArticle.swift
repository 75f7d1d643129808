import ClaimModel
import FoundationEssentials

/// A later text of the sample article, with what an engine could have found in it.
///
/// Of the sample's claims, 1 and 6 are changed, 2 moved, 3 and 4 are as they were, 5 is gone.
enum EditedArticle {
  static let file = "edited.txt"

  /// The claims stand between marks.
  static let drawn = """
    Tram line to the lake stays closed

    2026-02-10

    “⟦We found cracks in two bridges⟧ 🚋,” engineer Zoë Marant said. She added that ⟦the rails were \
    older than the plans say⟧.

    The city council said on Monday that ⟦the tram line carried 3,900 people a day in 2025⟧ but that \
    ⟦repairs would take until May⟧.

    ⟦The mayor promised new buses⟧.

    ⟦Rents near the lake fell by 2 percent in 2024⟧.

    """

  static let text = drawn.replacing("⟦", with: "").replacing("⟧", with: "")

  /// The command that carries session 1 over, with the claims drawn above.
  static func open(_ options: String = "") -> String {
    "open 1 --article \(file) --proposals '\(proposals)' \(options)"
  }

  static var proposals: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(analysis) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  private static let analysis: Analysis = {
    var sentences: [TextSpan] = []
    var claims: [Claim] = []
    var position = 0
    var paragraph = -1
    for line in drawn.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { paragraph += 1 }
      let start = position
      var opened = 0
      for scalar in line.unicodeScalars {
        switch scalar {
        case "⟦": opened = position
        case "⟧":
          claims.append(
            Claim(
              id: ClaimID(rawValue: claims.count + 1), spans: [TextSpan(opened, position)],
              sentence: TextSpan(start, start), block: paragraph))
        default: position += UTF8.width(scalar)
        }
      }
      if paragraph > 1, position > start { sentences.append(TextSpan(start, position)) }
      position += 1
    }
    for index in claims.indices {
      let span = claims[index].spans[0]
      claims[index].sentence = sentences.first { $0.contains(span) } ?? span
    }
    return Analysis(engine: "drawn/1", sentences: sentences, claims: claims)
  }()
}
