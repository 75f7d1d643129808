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
      .jobs,
    ],
    formats: ["text", "json", "jsonl"],
    summary: "show how articles are read: their blocks, title, date and byline",
    explanation: [
      "ARTICLE is a file, the address of a web page, '-' for standard input, or a folder: its articles are read, "
        + "and those of the folders within it, in the order of their names.",
      Command.severalArticles,
      "With --original, ARTICLE is an address that was loaded, or sha256:…, and no network is used.",
      "Plain text, web pages, Markdown, PDF, mails (EML) and web pages saved in one file (MHTML) are told "
        + "by their content.",
    ],
    example: "read Sessions/harbour-article.txt",
    run: { workbench, invocation in
      if let path = invocation.option("--original") {
        return try workbench.writeOriginal(
          of: invocation.texts("ARTICLE"), to: path, isReplacing: invocation.has("--force"))
      }
      let form = invocation.form
      let columns = workbench.columns
      let batch = ArticleBatch(
        workbench: workbench, title: "reading", form: form,
        jobs: try invocation.jobs(default: workbench.surroundings.cores),
        allowsPrivate: invocation.has(CommandOption.allowPrivate.name)
      ) { reading, _ in
        ArticleAnswer(
          content: form == .text
            ? .lines(ArticleView(reading.article, columns: columns).lines)
            : .json(
              ArticleJSON.encode(
                reading.article, provenance: reading.provenanceByName, layout: form.layout)))
      }
      try batch.run(invocation.texts("ARTICLE"))
    })

  static let splitArticle = Command(
    name: "split", rooms: .shell,
    parameters: [Parameter("ARTICLE", .file, .anyNumber)],
    options: [
      .engine,
      CommandOption(
        "--grain", "GRAIN", choices: ["clause", "fine"],
        "how finely: clauses, or also conjoined phrases, participles, appositions"),
      .published,
      .dateOrder,
      .allowPrivate,
      .timeLimit,
      CommandOption(
        "--stdin-jsonl",
        "read {\"id\", \"text\"[, \"published\"][, \"title\"]} a line, write one object a line"),
      .jobs,
    ],
    formats: ["text", "json", "jsonl"],
    summary: "find the claims of articles, and who makes them",
    explanation: [
      "ARTICLE is a file, the address of a web page, '-' for standard input, or a folder: its articles are split, "
        + "and those of the folders within it, in the order of their names. Spans in JSON are code points.",
      Command.severalArticles,
      "The date that --published gives holds for every article named; without one, what an article says of its own is taken. "
        + "Where there is none, 'last year' and 'on Monday' cannot be told.",
      "Dates such as 02/03/2025 are read in the order that another date of the article shows (25/12/2024), else the "
        + "month first; --date-order says it for every article named.",
      "With --stdin-jsonl every line gives one line, in the same order and with its id; a line that is no "
        + "such object, or blank, gives {\"id\", \"error\"}, as does a text that takes longer than --time-limit, "
        + "and the stream goes on. A line is answered without waiting "
        + "for the next. A date of its own goes before that of --published.",
    ],
    example: "split Sessions/harbour-article.txt --format json",
    run: { workbench, invocation in
      let grain = invocation.option("--grain") == "fine" ? Grain.fine : .clause
      let jobs = try invocation.jobs(default: workbench.surroundings.cores)
      let names = invocation.texts("ARTICLE")
      let published = try invocation.published()
      let limit = try invocation.analysisLimit()
      if invocation.has("--stdin-jsonl") {
        if let name = names.first {
          throw UsageError.unexpected(name, usage: "split --stdin-jsonl [--jobs N]")
        }
        let engine = try workbench.engines.ready(
          workbench.engine(of: invocation, default: .fast)
        )
        .with(dateOrder: invocation.dateOrder)
        return try SplitStream(engine: engine, grain: grain, limit: limit, published: published)
          .run(jobs: jobs, on: workbench.output)
      }
      guard !names.isEmpty else {
        throw UsageError.missing(argument: "ARTICLE", usage: invocation.command.usage)
      }
      let form = invocation.form
      let columns = workbench.columns
      let engine = try workbench.engines.ready(
        workbench.engine(of: invocation, default: .encoder)
      )
      .with(dateOrder: invocation.dateOrder)
      let batch = ArticleBatch(
        workbench: workbench, title: "splitting", form: form, jobs: jobs,
        allowsPrivate: invocation.has(CommandOption.allowPrivate.name), limit: limit
      ) { reading, cores in
        let article = reading.article.with(published: published)
        let (analysis, notice) = try engine.analyse(
          article, grain: grain, cores: cores, cancellation: limit.begin())
        return ArticleAnswer(
          content: form == .text
            ? .lines(SplitView(article, analysis, columns: columns).lines)
            : .json(SplitJSON.encode(analysis, of: article, layout: form.layout)),
          notices: notice.map { [$0] } ?? [])
      }
      try batch.run(names)
    })

  private static let severalArticles =
    "Several articles are worked on side by side and come in their order, each as soon as its turn has come: as "
    + "text, with --format jsonl one object a line, with json an array (one file alone gives one "
    + "object). In folders, files are taken whose names end as "
    + "text, web pages, Markdown, PDF or mails do (.txt, .html, .md, .pdf, .eml, .mhtml and the like), and text files without an ending; hidden files and symbolic links "
    + "are passed over. An article that cannot be read is reported, and the rest go on; the "
    + "exit code is then 1."
}

extension Invocation {
  fileprivate var form: AnswerListing.Form { AnswerListing.Form(rawValue: format) ?? .text }
}

extension Reading {
  fileprivate var provenanceByName: [String: String] {
    Dictionary(uniqueKeysWithValues: provenance.map { ($0.key.rawValue, $0.value) })
  }
}
