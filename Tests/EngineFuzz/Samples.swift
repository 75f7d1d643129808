package import ClaimModel
import Foundation

/// Lines of text that sentences are mixed out of.
package enum Samples {
  /// Those of the project: the sample article, the gold set, and spoken sentences.
  package static func own() throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let gold = try FileManager.default.contentsOfDirectory(
      at: tests.appending(path: "Quality/Gold"), includingPropertiesForKeys: nil)
    let files =
      [
        tests.appending(path: "../Sessions/harbour-article.txt"),
        tests.appending(path: "EngineFuzz/spoken.txt"),
      ] + gold.filter { $0.pathExtension == "txt" }
    return try files.sorted { $0.path < $1.path }.flatMap { try lines(of: $0.path) }
  }

  /// The lines of a text; of a treebank (CoNLL-U) the sentences, of lines of JSON the members
  /// "text" or "sentence".
  package static func lines(of path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    switch URL(filePath: path).pathExtension {
    case "conllu":
      let mark = "# text = "
      return lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    case "jsonl":
      return lines.compactMap { line in
        // A line of another form holds no sentence.
        let members = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
        return members?.text ?? members?.sentence
      }
    default: return lines
    }
  }

  private struct Line: Decodable {
    let text: String?
    let sentence: String?
  }

  /// The lines of a file of sentences as articles of some twenty paragraphs, each with its name; nil
  /// for a file of another kind, which is an article itself.
  package static func articles(of path: String) throws -> [(name: String, article: Article)]? {
    guard ["conllu", "jsonl", "lines"].contains(URL(filePath: path).pathExtension) else {
      return nil
    }
    let lines = try lines(of: path)
    return stride(from: 0, to: lines.count, by: 20).map { start in
      let end = min(start + 20, lines.count)
      return ("\(path), sentences \(start + 1) to \(end)", article(of: lines[start..<end]))
    }
  }

  private static func article(of paragraphs: ArraySlice<String>) -> Article {
    var text = ""
    var blocks: [Block] = []
    for paragraph in paragraphs where paragraph.contains(where: { !$0.isWhitespace }) {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += paragraph
      blocks.append(Block(role: .body, span: TextSpan(start, text.utf8.count)))
    }
    return Article(
      id: ArticleID(rawValue: "sha256:0"), text: text, blocks: blocks,
      metadata: Article.Metadata())
  }
}
