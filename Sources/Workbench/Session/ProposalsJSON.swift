import ClaimModel
import Fingerprint
import FoundationEssentials

/// What an engine found, as one line of JSON for a script; spans in UTF-8 bytes of the article.
enum ProposalsJSON {
  static func encode(_ analysis: Analysis) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(analysis), as: UTF8.self)
  }

  /// `sha256:` and the hash of the JSON.
  static func hash(_ analysis: Analysis) throws -> String {
    SHA256.name(try encode(analysis).utf8)
  }

  /// Reads proposals and makes sure that they lie in the article.
  static func decode(_ text: String, for article: Article) throws -> Analysis {
    guard let analysis = try? JSONDecoder().decode(Analysis.self, from: Data(text.utf8)) else {
      throw ProposalsError.unreadable
    }
    let spans = analysis.claims.flatMap { $0.spans + $0.occurrences.joined() + [$0.sentence] }
    for span in spans where article.text.utf8Substring(span) == nil {
      throw ProposalsError.outsideText(span)
    }
    return analysis
  }
}

enum ProposalsError: Error, Equatable, CustomStringConvertible {
  case unreadable
  case outsideText(TextSpan)

  var description: String {
    switch self {
    case .unreadable: "the proposals cannot be read; print the script again with 'replay --script'"
    case .outsideText(let span):
      "the proposals name bytes \(span.start)-\(span.end), which the article does not have"
    }
  }
}
