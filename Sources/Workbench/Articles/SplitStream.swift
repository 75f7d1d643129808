import ArticleReader
import ClaimEngine
import ClaimModel
import Interchange
import Synchronization
import Terminal

/// `split --stdin-jsonl`: one object a line in, one out.
struct SplitStream: Sendable {
  let engine: ReadyEngine
  let grain: Grain
  let limit: AnalysisLimit
  /// The date of the texts whose lines give none.
  let published: PublicationDate?
  private let reader = ArticleReader()

  init(
    engine: ReadyEngine, grain: Grain, limit: AnalysisLimit, published: PublicationDate? = nil
  ) {
    self.engine = engine
    self.grain = grain
    self.limit = limit
    self.published = published
  }

  /// Answers every line in its turn; sent on line by line, for whoever waits at the other end.
  func run(jobs: Int, on output: Output) throws {
    let lines = Mutex(ScriptReader(descriptor: 0, name: "standard input"))
    let work = OrderedWork(jobs: jobs) {
      try lines.withLock { try $0.next() }
    } work: { line in
      answer(Array(line.utf8))
    }
    defer {
      limit.cancel()
      work.stop()
    }
    let interrupts = try Interrupts.unlessIgnored()
    do {
      while output.isOpen, let answer = try work.next(check: { try interrupts?.check() }) {
        output.write(answer)
        output.flush()
      }
    } catch is Interrupted {
      interrupts?.endProgram()
    }
  }

  private func answer(_ line: [UInt8]) -> [UInt8] {
    var json = JSONWriter(.compact)
    var request: SplitRequest?
    do {
      let parsed = try SplitRequest(line: line)
      request = parsed
      let article = try reader.read(Array(parsed.text.utf8), path: nil, format: .plainText).article
        .with(title: parsed.title, published: parsed.published ?? published)
      let (analysis, _) = try engine.analyse(
        article, grain: grain, cores: 1, cancellation: limit.begin())
      json.split(analysis, of: article, request: parsed.id)
    } catch let error as SplitRequestError {
      json.splitError(error.description, request: error.id)
    } catch {
      json.splitError("\(error)", request: request?.id)
    }
    return json.takeBytes()
  }
}
