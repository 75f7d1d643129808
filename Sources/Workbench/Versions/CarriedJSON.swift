import ClaimModel
import FoundationEssentials

/// What was carried over from an earlier text, as one line of JSON for a script; spans in UTF-8 bytes
/// of the new text.
enum CarriedJSON {
  static func encode(_ carryOver: CarryOver) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(carryOver), as: UTF8.self)
  }

  /// Reads what was carried over and makes sure that it lies in the article.
  static func decode(_ text: String, for article: Article) throws -> CarryOver {
    guard let carryOver = try? JSONDecoder().decode(CarryOver.self, from: Data(text.utf8)) else {
      throw ProposalsError.unreadable
    }
    for claim in carryOver.claims.flatMap({ [$0.claim] + ($0.suggestion.map { [$0.claim] } ?? []) })
    {
      for span in claim.spans + claim.occurrences.joined() + [claim.sentence]
      where article.text.utf8Substring(span) == nil {
        throw ProposalsError.outsideText(span)
      }
    }
    return carryOver
  }
}
