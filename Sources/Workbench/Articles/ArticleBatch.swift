import ArticleReader
import Interchange
import Synchronization
import Terminal

/// A verb's work on one article or many.
struct ArticleBatch {
  let workbench: Workbench
  /// What is being done, as in "splitting".
  let title: String
  let form: AnswerListing.Form
  let jobs: Int
  /// Whether an address may be one that is not public.
  let allowsPrivate: Bool
  /// Cancelled when the answers that are under way are not wanted any more.
  var limit = AnalysisLimit()
  /// Called on any thread, with the number of threads that it may use itself.
  let answer: @Sendable (Reading, _ cores: Int) throws -> ArticleAnswer

  /// Answers what is named: one article alone, or the articles of several names and folders in their order.
  ///
  /// - Throws: What is wrong with an article that is alone; `ArticlesFailed` after all others were answered.
  func run(_ names: [String]) throws {
    if names.count == 1, Workbench.isNoFile(names[0]) || !ArticleFolder.isFolder(names[0]) {
      return try runAlone(names[0])
    }
    let inputs = ArticleInputs(names)
    defer { tell(inputs.passedOver) }
    if inputs.list.count == 1, case .unreadable(let error) = inputs.list[0] { throw error }
    try run(inputs)
  }

  private func tell(_ passedOver: ArticleFolder.PassedOver) {
    let sentence = passedOver.description
    if !sentence.isEmpty, workbench.output.isOpen { workbench.say(sentence) }
  }

  private func runAlone(_ name: String) throws {
    let answer = try answer(workbench.reading(name, allowsPrivate: allowsPrivate), jobs)
    for notice in answer.notices { workbench.warn(notice) }
    switch answer.content {
    case .lines(let lines): for line in lines { workbench.output.writeLine(line) }
    case .json(let bytes): workbench.output.write(bytes)
    }
  }

  // MARK: - Several

  private typealias Outcome = Result<ArticleAnswer, any Error>

  private func run(_ inputs: ArticleInputs) throws {
    let interrupts = try workbench.interrupts ?? Interrupts.unlessIgnored()
    let count = inputs.list.count
    let work = work(on: inputs)
    var listing = AnswerListing(form, on: workbench.output)
    var progress = workbench.progress(title, unit: "articles", total: count)
    let isSeen = workbench.output.isOnTerminal
    var failed = 0
    var done = 0
    defer {
      limit.cancel()
      work.stop()
      progress.finish()
      listing.finish()
    }
    do {
      while workbench.output.isOpen {
        let given = try work.next { try interrupts?.check() }
        guard let given else { break }
        let input = inputs.list[done]
        let outcome =
          given
          ?? Outcome {
            let reading = try workbench.reading(input.name, allowsPrivate: allowsPrivate)
            return try limit.run(checking: { try interrupts?.check() }) { [answer] in
              try answer(reading, 1)
            }
          }
        done += 1
        if isSeen { progress.finish() }
        switch outcome {
        case .success(let answer):
          for notice in answer.notices {
            progress.finish()
            workbench.warn("'\(input.name)': \(notice)")
          }
          listing.write(answer.content, name: input.name)
        case .failure(let error as Interrupted): throw error
        case .failure(let error):
          progress.finish()
          workbench.report(error, about: input.name)
          failed += 1
        }
        progress.update(done: done)
      }
    } catch let error as Interrupted {
      guard workbench.interrupts == nil, let interrupts else { throw error }
      progress.finish()
      listing.finish()
      workbench.errors.writeLine("assay: interrupted; \(done) of \(count) articles were done")
      workbench.close()
      interrupts.endProgram()
    }
    if failed > 0, workbench.output.isOpen { throw ArticlesFailed(failed: failed, total: count) }
  }

  /// Reads and answers files; what only the workbench can read gives nil.
  private func work(on inputs: ArticleInputs) -> OrderedWork<ArticleInputs.Input, Outcome?> {
    let list = inputs.list
    let position = Mutex(0)
    let cores = max(1, jobs / max(1, list.count))
    return OrderedWork(jobs: min(jobs, max(1, list.count))) {
      position.withLock { position in
        defer { position += 1 }
        return position < list.count ? list[position] : nil
      }
    } work: { [answer] input in
      switch input {
      case .named: nil
      case .unreadable(let error): .failure(error)
      case .file(let path):
        Outcome {
          let reading = try ArticleReader().read(ArticleFile.load(path: path), path: path)
          var answer = try answer(reading, cores)
          answer.notices = reading.notices + answer.notices
          return answer
        }
      }
    }
  }
}

/// Some of several articles gave no answer; each has been reported.
struct ArticlesFailed: Error, Equatable, CustomStringConvertible {
  let failed: Int
  let total: Int

  var description: String { "\(failed) of \(total) articles failed" }
}

extension ArticleInputs.Input {
  /// What a message calls it.
  fileprivate var name: String {
    switch self {
    case .file(let name), .named(let name): name
    case .unreadable(let error): error.path ?? ""
    }
  }
}

extension ReaderError {
  /// The path that it is about, where it has one.
  fileprivate var path: String? {
    switch self {
    case .notReadable(let path, _): path
    case .noArticles(let folder): folder
    default: nil
    }
  }
}
