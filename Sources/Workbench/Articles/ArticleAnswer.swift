import Interchange
import Terminal

/// What a verb has to say of one article.
struct ArticleAnswer: Sendable {
  let content: Content
  /// Sentences for standard error; usually none.
  var notices: [String] = []

  enum Content: Sendable {
    case lines([StyledText])
    /// An object of JSON, ended by LF.
    case json([UInt8])
  }
}

/// How the answers of several articles follow each other on standard output.
///
/// Text has the article's name above each, JSON is one array, JSONL is one object a line. Every answer is sent on
/// as soon as it is written.
struct AnswerListing {
  /// What `--format` says; JSON in the layout that goes with it.
  enum Form: String {
    case text, json, jsonl

    var layout: JSONWriter.Layout { self == .json ? .pretty : .compact }
  }

  private let form: Form
  private let output: Output
  private var count = 0

  init(_ form: Form, on output: Output) {
    self.form = form
    self.output = output
  }

  mutating func write(_ content: ArticleAnswer.Content, name: String) {
    switch content {
    case .lines(let lines):
      if count > 0 { output.writeLine() }
      output.writeLine(StyledText(name, Palette.cue))
      for line in lines { output.writeLine(line) }
    case .json(let bytes) where form == .json:
      output.write(count == 0 ? "[\n" : ",\n")
      output.write(bytes.last == 0x0A ? bytes.dropLast() : bytes[...])
    case .json(let bytes): output.write(bytes)
    }
    count += 1
    output.flush()
  }

  /// Closes the array, which is empty when nothing was written.
  func finish() {
    if form == .json { output.write(count == 0 ? "[]\n" : "\n]\n") }
    output.flush()
  }
}
