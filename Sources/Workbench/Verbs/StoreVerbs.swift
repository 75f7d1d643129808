import ClaimModel
import Interchange
import Journal
import Terminal

/// Verbs about the whole store, and about the codebook.
extension Command {
  static let search = Command(
    name: "search", rooms: [.shell, .prompt],
    parameters: [Parameter("WORDS", .text())],
    options: [
      CommandOption("--label", "ATTRIBUTE=LABEL", "only claims with this label"),
      CommandOption("--limit", "NUMBER", "how many at the most (20)"),
    ],
    formats: ["text", "jsonl"],
    summary: "find claims and notes in all sessions of the store",
    explanation: [
      "Finds claims whose words, statement or notes hold all the words, in any of their forms, those of "
        + "the newest session first. 'harb*' finds words that begin so, and the last word is tried as a "
        + "beginning where nothing holds it whole. Words in double quotes must stand together. "
        + "--format jsonl writes an object a line."
    ],
    example: "search judicial reforms --label status=refuted",
    run: { try $0.search($1) })

  static let codebook = Command(
    name: "codebook", rooms: [.shell, .prompt],
    parameters: [Parameter("ATTRIBUTE", .attribute, .optional)],
    formats: ["text", "json"],
    summary: "explain the attributes, their labels and keys",
    explanation: [
      "At the prompt, the codebook of the session; else the one that new sessions get. --format json "
        + "writes it as a file that --codebook reads."
    ],
    example: "codebook status",
    run: { workbench, invocation in
      let codebook = try workbench.open?.codebook ?? workbench.codebookForNewSessions()
      guard invocation.format == "text" else {
        return workbench.output.write(CodebookFile.encode(codebook))
      }
      let view = CodebookView(codebook, columns: workbench.columns)
      var attributes = codebook.attributes
      if let name = invocation.optionalText("ATTRIBUTE") {
        attributes = [try LabelReader(codebook).attribute(name)]
      }
      for line in view.lines(attributes, withRules: attributes.count > 1) {
        workbench.output.writeLine(line)
      }
    })
}

extension Workbench {
  fileprivate func search(_ invocation: Invocation) throws {
    let words = try invocation.text("WORDS")
    var query = SearchQuery(words)
    if let text = invocation.option("--label") {
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else { throw SessionError.badFilter(text) }
      query.labels = [.init(attribute: halves[0], value: halves[1])]
    }
    let limit = try invocation.numberOption("--limit") ?? 20
    let isJSON = invocation.format != "text"
    let hits = try store().search(query, after: nil, limit: limit)
    if hits.isEmpty { say("nothing holds '\(words)'") }
    for hit in hits {
      if isJSON {
        output.write(SearchListing.json(hit))
      } else {
        for line in SearchListing.lines(hit, columns: columns) { output.writeLine(line) }
      }
    }
  }
}
