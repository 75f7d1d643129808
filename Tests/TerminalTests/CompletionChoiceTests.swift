import Testing

@testable import Terminal

@Suite("CompletionChoice")
struct CompletionChoiceTests {
  /// The completions for what stands between the line's start and `|`, and what becomes of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let typed: String
    var quote: CompletionRequest.Quote?
    let words: [String]
    let insertion: String
    let choices: [String]
    var testDescription: String { "\(typed) of \(words)" }
  }

  static let cases: [Case] = [
    Case(typed: "sho", words: ["show"], insertion: "show", choices: ["show"]),
    Case(typed: "s", words: ["show", "shout"], insertion: "sho", choices: ["show", "shout"]),
    Case(typed: "sho", words: ["show", "shout"], insertion: "sho", choices: ["show", "shout"]),
    Case(typed: "", words: ["a", "b", "a"], insertion: "", choices: ["a", "b"]),
    Case(typed: "ko", words: ["Kong Quan"], insertion: "\"Kong Quan\"", choices: ["\"Kong Quan\""]),
    Case(
      typed: "Ko", words: ["Kong Quan", "Kong Li"], insertion: "\"Kong ",
      choices: ["\"Kong Quan\"", "\"Kong Li\""]),
    Case(
      typed: "Ko", quote: .double, words: ["Kong Quan", "Kong Li"], insertion: "Kong ",
      choices: ["Kong Quan", "Kong Li"]),
    Case(typed: "Ko", quote: .single, words: ["Kong"], insertion: "Kong", choices: ["Kong"]),
    Case(
      typed: "the", words: [#"the "group""#], insertion: #""the \"group\"""#,
      choices: [#""the \"group\"""#]),
    Case(
      typed: "a", quote: .double, words: [#"a\b"#], insertion: #"a\\b"#, choices: [#"a\\b"#]),
    Case(typed: "Z", words: ["Zoë", "Zoé"], insertion: "Zo", choices: ["Zoë", "Zoé"]),
    Case(typed: "x", words: ["bad\u{1B}[2J", "fine"], insertion: "fine", choices: ["fine"]),
  ]

  @Test(
    "replaces the word by what the choices share, in quotes where they need them", arguments: cases)
  func chooses(_ row: Case) throws {
    let request = CompletionRequest(
      line: row.typed, word: 0..<row.typed.utf8.count, openQuote: row.quote)
    let choice = try #require(CompletionChoice(row.words.map { Completion($0) }, for: request))
    #expect(choice.insertion == row.insertion)
    #expect(choice.choices == row.choices)
    #expect(choice.suffix == (row.choices.count == 1 ? .space : .none))
  }

  @Test("leaves the quote of an unfinished word open")
  func unfinished() throws {
    let request = CompletionRequest(line: "n", word: 0..<1)
    let completions = [Completion("note text=", suffix: .none)]
    let choice = try #require(CompletionChoice(completions, for: request))
    #expect(choice.insertion == "\"note text=")
    #expect(choice.suffix == .none)
  }

  @Test("offers nothing where nothing fits")
  func nothing() {
    let request = CompletionRequest(line: "", word: 0..<0)
    #expect(CompletionChoice([], for: request) == nil)
    #expect(CompletionChoice([Completion("\u{202E}")], for: request) == nil)
  }

  /// The beginning of a line, and the quote that is open at its end.
  static let beginnings: [(String, CompletionRequest.Quote?)] = [
    ("", nil), ("show 1 ", nil), ("\"", .double), ("source 'Kof", .single),
    ("source \"Kofi Annan", .double), ("source \"Kofi Annan\" ", nil), ("note China's ri", nil),
    ("note China's \"ri", .double), (#"add "a \"b\" c"#, .double), (#"add "a\\" c"#, nil),
    (#"add 'a\' c"#, nil), ("add 5\" x", nil), ("add \"Ü'", .double), ("add 'é\"", .single),
    ("a\t'b", .single),
  ]

  @Test("sees a quote where it opens a word, and no apostrophe", arguments: beginnings)
  func openQuote(_ beginning: String, _ quote: CompletionRequest.Quote?) {
    #expect(CompletionRequest.openQuote(in: beginning.utf8) == quote)
  }

  @Test("gives the word and what stands before it, in bytes of the line")
  func request() {
    let request = CompletionRequest(line: "source Zoë Å", word: 12..<14)
    #expect(request.wordText == "Å")
    #expect(request.linePrefix == "source Zoë ")
  }
}
