import ArticleReader
import ClaimEngine
import ClaimModel
import Fetch
import Interchange
import Terminal

/// Verbs that look at articles and keep nothing.
extension Command {
  static let read = Command(
    name: "read", rooms: [.shell, .prompt],
    parameters: [Parameter("ARTICLE", .file, .repeated)],
    options: [
      .allowPrivate,
      CommandOption(
        "--original", "FILE", "write the page that the store keeps of it there, as it was fetched"),
      CommandOption("--force", "replace the file"),
    ],
    formats: ["text", "json", "jsonl"],
    summary: "show how an article is read: its blocks, title, date and byline",
    explanation: [
      "ARTICLE is a file, the address of a web page, or '-' for standard input. --format json writes the "
        + "article object, jsonl one a line.",
      "With --original, ARTICLE is an address that was loaded, or sha256:…, and no network is used.",
    ],
    example: "read Sessions/harbour-article.txt",
    run: { workbench, invocation in
      if let path = invocation.option("--original") {
        return try workbench.writeOriginal(
          of: invocation.texts("ARTICLE"), to: path, isReplacing: invocation.has("--force"))
      }
      let format = invocation.format
      let allowsPrivate = invocation.has(CommandOption.allowPrivate.name)
      try workbench.forEachReading(invocation.texts("ARTICLE"), allowsPrivate) { reading in
        switch format {
        case "text":
          for line in ArticleView(reading.article, columns: workbench.columns).lines {
            workbench.output.writeLine(line)
          }
        default:
          workbench.output.write(
            ArticleJSON.encode(
              reading.article, provenance: reading.provenanceByName,
              layout: format == "json" ? .pretty : .compact))
        }
      }
    })

  static let splitArticle = Command(
    name: "split", rooms: .shell,
    parameters: [Parameter("ARTICLE", .file, .anyNumber)],
    options: [
      .engine,
      CommandOption(
        "--grain", "GRAIN", choices: ["clause", "fine"],
        "how finely: clauses, or also conjoined phrases, participles, appositions"),
      .allowPrivate,
      CommandOption(
        "--stdin-jsonl",
        "read {\"id\", \"text\"[, \"published\"][, \"title\"]} a line, write one object a line"),
    ],
    formats: ["text", "json", "jsonl"],
    summary: "find the claims of articles, and who makes them",
    explanation: [
      "ARTICLE is a file, the address of a web page, or '-' for standard input. --format json writes an "
        + "object an article, jsonl one a line; their spans are code points.",
      "With --stdin-jsonl every line gives one line, in the same order and with its id; a line that is no "
        + "such object gives {\"id\", \"error\"}, and the stream goes on.",
    ],
    example: "split Sessions/harbour-article.txt --format json",
    run: { workbench, invocation in
      let grain = invocation.option("--grain") == "fine" ? Grain.fine : .clause
      if invocation.has("--stdin-jsonl") {
        return try workbench.splitStream(by: invocation.engine(default: .rules), grain: grain)
      }
      let names = invocation.texts("ARTICLE")
      guard !names.isEmpty else {
        throw UsageError.missing(argument: "ARTICLE", usage: invocation.command.usage)
      }
      let format = invocation.format
      let allowsPrivate = invocation.has(CommandOption.allowPrivate.name)
      try workbench.forEachReading(names, allowsPrivate) { reading in
        let article = reading.article
        let analysis = try workbench.analyse(
          article, by: invocation.engine(default: .encoder), grain: grain)
        switch format {
        case "text":
          for line in SplitView(article, analysis, columns: workbench.columns).lines {
            workbench.output.writeLine(line)
          }
        default:
          workbench.output.write(
            SplitJSON.encode(
              analysis, of: article, layout: format == "json" ? .pretty : .compact))
        }
      }
    })
}

/// Some of several articles could not be read; each has been reported.
struct ArticlesFailed: Error, Equatable, CustomStringConvertible {
  let failed: Int
  let total: Int

  var description: String { "\(failed) of \(total) articles could not be read" }
}

extension Workbench {
  /// Does something with each article; with several, one that cannot be read does not stop the rest.
  fileprivate func forEachReading(
    _ names: [String], _ allowsPrivate: Bool, _ body: (Reading) throws -> Void
  ) throws {
    if names.count == 1 { return try body(reading(names[0], allowsPrivate: allowsPrivate)) }
    var failed = 0
    var progress = progress("reading", unit: "articles", total: names.count)
    for (index, name) in names.enumerated() {
      try interrupts?.check()
      do {
        try body(reading(name, allowsPrivate: allowsPrivate))
      } catch let error where error is ReaderError || error is FetchError {
        progress.finish()
        errors.writeLine("assay: \(EscapedText("\(error)").text)")
        failed += 1
      }
      if output.isClosed { break }
      progress.update(done: index + 1)
    }
    progress.finish()
    if failed > 0 { throw ArticlesFailed(failed: failed, total: names.count) }
  }

  /// One object a line in, one out; flushed line by line, for whoever waits at the other end.
  fileprivate func splitStream(by choice: Engines.Choice, grain: Grain) throws {
    var lines = ScriptReader(descriptor: 0, name: "standard input")
    let reader = ArticleReader()
    while !output.isClosed, let line = try lines.next() {
      if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      output.write(
        answer(Array(line.utf8), reader: reader) {
          try engines.analyse($0, by: choice, grain: grain).0
        })
      output.flush()
    }
  }

  private func answer(
    _ line: [UInt8], reader: ArticleReader, analyse: (Article) throws -> Analysis
  ) -> [UInt8] {
    var json = JSONWriter(.compact)
    var request: SplitRequest?
    do {
      let parsed = try SplitRequest(line: line)
      request = parsed
      let article = try reader.read(Array(parsed.text.utf8), path: nil, format: .plainText).article
        .with(title: parsed.title, published: parsed.published)
      json.split(try analyse(article), of: article, request: parsed.id)
    } catch let error as SplitRequestError {
      json.splitError(error.description, request: error.id)
    } catch {
      json.splitError("\(error)", request: request?.id)
    }
    return json.takeBytes()
  }
}

extension Reading {
  fileprivate var provenanceByName: [String: String] {
    Dictionary(uniqueKeysWithValues: provenance.map { ($0.key.rawValue, $0.value) })
  }
}

extension Article {
  /// The article with what its sender knows of it.
  fileprivate func with(title: String?, published: PublicationDate?) -> Article {
    var metadata = metadata
    metadata.title = title ?? metadata.title
    metadata.published = published ?? metadata.published
    return Article(id: id, text: text, blocks: blocks, metadata: metadata)
  }
}
