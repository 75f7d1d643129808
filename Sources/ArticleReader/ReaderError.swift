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
  /// A page of elements in elements, with so many ends that fit none that no parser can be quick about it.
  case tooDeep
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
  /// A program that reads a kind of document is not installed; `what` has its article: "a PDF".
  case noProgram(name: String, package: String, what: String)
  case cannotRun(name: String, reason: String)
  /// A PDF that asks for a password, or forbids to copy its words.
  case lockedPDF(path: String?)
  case brokenPDF(path: String?)
  /// A PDF of pictures, as scanners make them.
  case scannedPDF(path: String?)
  case slowPDF(path: String?, seconds: Int)
  /// A PDF with more words than a library.
  case wordyPDF(path: String?)
  /// A mail or saved page of more parts, or parts in parts, than are read.
  case tooManyParts(parts: Int, depth: Int)
  /// A mail of attachments, or a saved page without its page.
  case noTextPart(path: String?)
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
    case .tooDeep:
      "the page opens far more tags than it closes; save the article's text instead"
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
    case .noProgram(let name, let package, let what):
      "reading \(what) needs the program \(name), which is not installed; install it: "
        + "apt-get install \(package)"
    case .cannotRun(let name, let reason):
      "the program \(name) cannot be run: \(reason)"
    case .lockedPDF(let path):
      "\(Self.name(path)) is locked by its author; save a copy without password or restrictions first"
    case .brokenPDF(let path):
      "\(Self.name(path)) is a PDF too damaged to be read; fetch it again, or print it to a new PDF"
    case .scannedPDF(let path):
      "\(Self.name(path)) is a PDF of pictures without text; run text recognition over it first, as "
        + "ocrmypdf does"
    case .slowPDF(let path, let seconds):
      "\(Self.name(path)) was not read within \(seconds) seconds; save the pages that you need as a "
        + "smaller PDF"
    case .tooManyParts(let parts, let depth):
      "the mail has more than \(parts) parts, or nests them deeper than \(depth); save its text instead"
    case .noTextPart(let path):
      "\(Self.name(path)) is a mail without text of its own; save what is attached to it and read that"
    case .wordyPDF(let path):
      "\(Self.name(path)) holds more words than can be read at once; save the pages that you need as a "
        + "smaller PDF"
    }
  }

  private static func name(_ path: String?) -> String {
    path.map { "'\($0)'" } ?? "standard input"
  }
}
