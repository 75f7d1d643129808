import ClaimModel
import Fingerprint
import FoundationEssentials

/// How an article was read, beside its text, as one line of JSON for a script; spans in UTF-8 bytes.
enum ReadingJSON {
  private struct Content: Codable {
    let blocks: [Block]
    let metadata: Article.Metadata
  }

  static func encode(_ article: Article) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = Content(blocks: article.blocks, metadata: article.at(path: nil).metadata)
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }

  /// Reads a text in the recorded way; its path stays that of now.
  static func decode(_ text: String, for article: Article) throws -> Article {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(text.utf8)) else {
      throw LoadError.badReading
    }
    var end = 0
    for block in content.blocks {
      guard block.span.start >= end, article.text.utf8Substring(block.span) != nil else {
        throw LoadError.badReading
      }
      end = block.span.end
    }
    return Article(
      id: article.id, text: article.text, blocks: content.blocks, metadata: content.metadata
    ).at(path: article.metadata.path)
  }
}
