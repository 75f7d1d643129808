/// What the user asks to have completed: the word that ends at the cursor.
///
/// Words are parted by blanks outside of quotes. `"` and `'` quote where they open a word, so that
/// the apostrophe of "China's" is a letter; inside of `"`, a backslash makes the next character
/// plain.
package struct CompletionRequest: Hashable, Sendable {
  /// The whole line as typed.
  package let line: String
  /// The word in `line`, in UTF-8 bytes, without an open quote before it.
  package let word: Range<Int>
  /// The quote that is open around the word.
  package let openQuote: Quote?

  package enum Quote: Character, Hashable, Sendable {
    case single = "'"
    case double = "\""
  }

  package init(line: String, word: Range<Int>, openQuote: Quote? = nil) {
    self.line = line
    self.word = word
    self.openQuote = openQuote
  }

  /// The word as typed so far.
  package var wordText: String { String(decoding: Array(line.utf8)[word], as: UTF8.self) }

  /// The line before the word, with the open quote, if any.
  package var linePrefix: String {
    String(decoding: Array(line.utf8)[..<word.lowerBound], as: UTF8.self)
  }
}

/// One way to complete a word.
package struct Completion: Hashable, Sendable {
  /// The whole word, without quotes: the line reader adds those where they are needed.
  package let text: String
  package let suffix: Suffix

  package enum Suffix: Hashable, Sendable {
    /// The word is done: its quote is closed and a space follows.
    case space
    /// More of the word may follow, as after `status=`.
    case none
  }

  package init(_ text: String, suffix: Suffix = .space) {
    self.text = text
    self.suffix = suffix
  }
}

/// What completes a word.
package enum CompletionAnswer: Hashable, Sendable {
  /// These, in this order; they need not begin with the word. None means that nothing fits.
  case words([Completion])
  /// The names of files, which the line reader finds itself.
  case fileNames
}

// MARK: - Quotes

extension CompletionRequest {
  /// The quote that is open at the end of a line's beginning.
  static func openQuote(in prefix: some Sequence<UInt8>) -> Quote? {
    var open: Quote?
    var opensWord = true
    var isEscaped = false
    for byte in prefix {
      if isEscaped {
        isEscaped = false
      } else if let quote = open {
        if byte == quote.rawValue.asciiValue { open = nil }
        isEscaped = quote == .double && byte == UInt8(ascii: "\\")
      } else if opensWord {
        open = byte < 0x80 ? Quote(rawValue: Character(Unicode.Scalar(byte))) : nil
      }
      opensWord = open == nil && (byte == 0x20 || byte == 0x09)
    }
    return open
  }
}

// MARK: - What replaces the word

/// The text that replaces a word and the choices that are listed, with the quotes that each needs.
struct CompletionChoice: Equatable {
  /// What all choices have in common; the word itself where they share no more than that.
  let insertion: String
  /// The choices, none twice.
  let choices: [String]
  /// How a single choice ends.
  let suffix: Completion.Suffix

  /// Makes the choice for a request, or nil where nothing fits.
  ///
  /// A completion that could not be shown as it is, because it has control or deceptive characters,
  /// does not take part.
  init?(_ completions: [Completion], for request: CompletionRequest) {
    var seen: Set<String> = []
    let fitting = completions.filter {
      EscapedText.isPlain($0.text) && seen.insert($0.text).inserted
    }
    guard let first = fitting.first else { return nil }
    choices = fitting.map {
      Self.quoted($0.text, in: request.openQuote, closed: $0.suffix == .space)
    }
    if fitting.count == 1 {
      insertion = choices[0]
      suffix = first.suffix
      return
    }
    suffix = .none
    let common = fitting.dropFirst().reduce(first.text) { Self.commonPrefix($0, $1.text) }
    if common.count <= request.wordText.count {
      insertion = request.wordText
    } else {
      // A quote that any of the choices will need is opened at once.
      let needsQuote = request.openQuote == nil && fitting.contains { Self.needsQuote($0.text) }
      insertion =
        needsQuote
        ? "\"" + Self.escaped(common, in: .double)
        : Self.escaped(common, in: request.openQuote)
    }
  }

  /// The word with the quotes it needs, of which readline itself closes an open one.
  private static func quoted(
    _ text: String, in quote: CompletionRequest.Quote?, closed: Bool
  ) -> String {
    if quote != nil { return escaped(text, in: quote) }
    if !needsQuote(text) { return text }
    return "\"" + escaped(text, in: .double) + (closed ? "\"" : "")
  }

  private static func needsQuote(_ text: String) -> Bool {
    text.isEmpty || text.utf8.contains { " \t\"'\\".utf8.contains($0) }
  }

  private static func escaped(_ text: String, in quote: CompletionRequest.Quote?) -> String {
    guard quote == .double, text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else {
      return text
    }
    return String(text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
  }

  private static func commonPrefix(_ left: String, _ right: String) -> String {
    String(zip(left, right).prefix { $0 == $1 }.map(\.0))
  }
}
