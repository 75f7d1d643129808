package import ArticleReader
import Foundation

/// A small file of the corpus: an ordinary article, or one trick against the reader.
package struct CorpusFile: Sendable {
  package let name: String
  package let kind: Kind
  package let bytes: [UInt8]

  /// Which of the reader's parts takes it.
  package enum Kind: Hashable, Sendable {
    case format(Format)
    /// What pdftotext writes of a PDF; a PDF itself would need a child process for each run.
    case pdfLayout
  }

  /// The files of `Tests/ReaderFuzz/Corpus`, by name.
  package static func all() throws -> [CorpusFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.sorted { $0.lastPathComponent < $1.lastPathComponent }.compactMap {
      try CorpusFile(path: $0.path)
    }
  }

  /// Loads a file; nil where its name does not end as one of a kind of the corpus.
  package init?(path: String) throws {
    let file = URL(filePath: path)
    guard let kind = Self.kinds[file.pathExtension] else { return nil }
    self.kind = kind
    name = file.lastPathComponent
    bytes = Array(try Data(contentsOf: file))
  }

  /// The file undamaged.
  package var input: Mutator.Input { Mutator.Input(bytes: bytes, kind: kind) }

  private static let kinds: [String: Kind] = [
    "html": .format(.html), "md": .format(.markdown), "txt": .format(.plainText),
    "eml": .format(.mail), "mhtml": .format(.webArchive), "xhtml": .pdfLayout,
  ]
}
