/// Why an input gives no article.
///
/// `path` is what the user wrote; nil stands for standard input.
package enum ReaderError: Error, Hashable, Sendable {
  case missing(path: String)
  case isDirectory(path: String)
  /// A device or a socket.
  case notRegular(path: String)
  case notReadable(path: String?, reason: String)
  case tooLarge(path: String?, limit: Int)
  case tooManyLines(limit: Int)
  case tooManyTags(limit: Int)
  /// No character but white space.
  case empty(path: String?)
  /// A line of a Markdown text's front matter that is not read; counts from 1.
  case frontMatter(line: Int, text: String)
  /// A web page that shows no words but links.
  case noArticle(path: String?)
  /// A folder without a file that is taken for an article.
  case noArticles(folder: String)
  /// `kind` names what it looks like, with its article: "a PNG image".
  case binary(path: String?, kind: String)
}

// MARK: - Sentences

extension ReaderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "there is no file '\(path)'; check the name and the folder"
    case .isDirectory(let path):
      "'\(path)' is a folder; name a file in it"
    case .notRegular(let path):
      "'\(path)' is a device or a socket; name a file, or pipe the text in"
    case .notReadable(let path, let reason):
      "\(Self.name(path)) cannot be read: \(reason)"
    case .tooLarge(let path, let limit):
      "\(Self.name(path)) is larger than \(limit >> 20) MB; cut it into articles first"
    case .tooManyLines(let limit):
      "the text has more than \(limit) lines; cut it into articles first"
    case .tooManyTags(let limit):
      "the page has more than \(limit) tags; save the article's text instead"
    case .empty(let path):
      "\(Self.name(path)) holds no text; give an article of at least one sentence"
    case .frontMatter(let line, let text):
      "line \(line) of the front matter is '\(text)'; write 'key: value', or drop the line"
    case .noArticle(let path):
      "\(Self.name(path)) is a web page without an article; copy its text into a file, if it has any"
    case .noArticles(let folder):
      "the folder '\(folder)' holds no article; name its files to have them read whatever they are called"
    case .binary(let path, let kind):
      "\(Self.name(path)) is no text but \(kind); save the article as text or HTML first"
    }
  }

  private static func name(_ path: String?) -> String {
    path.map { "'\($0)'" } ?? "standard input"
  }
}
