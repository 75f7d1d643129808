import ArticleReader
import ClaimEngine
import ClaimModel
import EngineFuzz
import Glibc

// Analyses articles of mixed-up sentences, seed after seed, or the articles that are named:
//
//     engine-fuzz [--engine NAME] [--sentences N] [--seed N] [--words FILE]…
//     engine-fuzz [--engine NAME] --texts FILE-OR-FOLDER…
//     engine-fuzz --show SEED [--words FILE]…
//
// Without --engine both engines are asked. Sentences are mixed out of the lines of the files of
// words, else of the project's own; --show prints those of a seed. It ends with 1 after faults, at the latest after the tenth;
// a minute for one article ends it by a signal, after a line that names the article.

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

func fail(_ line: String) -> Never {
  say(line)
  exit(64)
}

func processorMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// What the command line asks for.
struct Request {
  var engines = FuzzedEngine.names
  var sentences: UInt64 = 1_000_000
  var seed: UInt64 = 0
  var shown: UInt64?
  var words: [String] = []
  var texts: [String] = []

  /// Sentences of an article: they fill the encoder's windows, and stand beside one another.
  static let sentencesOfArticle: UInt64 = 20

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { fail("\(option) needs a value") }
      switch option {
      case "--engine": engines = [value]
      case "--sentences": sentences = Self.number(value)
      case "--seed": seed = Self.number(value)
      case "--show": shown = Self.number(value)
      case "--words": words.append(value)
      case "--texts":
        texts = [value] + rest
        rest = []
      default: fail("there is no option '\(option)'")
      }
    }
  }

  private static func number(_ text: String) -> UInt64 {
    guard let number = UInt64(text), number <= 1 << 40 else {
      fail("'\(text)' is no whole number up to \(1 << 40)")
    }
    return number
  }
}

/// Asks one engine and counts.
struct Run {
  let engine: FuzzedEngine
  let watchdog: Watchdog
  private(set) var articles = 0
  private(set) var faults = 0
  private var slowest = (milliseconds: 0.0, name: "none")

  init(_ engine: FuzzedEngine, _ watchdog: Watchdog) {
    self.engine = engine
    self.watchdog = watchdog
  }

  var isOver: Bool { faults >= 10 }

  mutating func take(_ article: Article, name: String, grain: Grain) {
    let start = processorMilliseconds()
    let fault = watchdog.watch("\(engine.name), \(name)") {
      engine.fault(in: article, grain: grain)
    }
    let milliseconds = processorMilliseconds() - start
    articles += 1
    if milliseconds > slowest.milliseconds { slowest = (milliseconds, name) }
    guard let fault else { return }
    faults += 1
    say("\(engine.name), \(name): \(fault)")
  }

  func report(_ what: String) {
    print(
      "\(engine.name): \(what), \(faults) faults; slowest: \(slowest.name), "
        + "\(Int(slowest.milliseconds)) ms")
  }
}

/// The articles under some names, as the reader gives them; what it refuses is left out.
func articles(_ names: [String]) throws -> [(name: String, article: Article)] {
  var paths: [String] = []
  for name in names {
    if ArticleFolder.isFolder(name) {
      for case .success(let path) in try ArticleFolder(path: name).found { paths.append(path) }
    } else {
      paths.append(name)
    }
  }
  return try paths.flatMap { path in
    if let found = try Samples.articles(of: path) { return found }
    do {
      return [(path, try ArticleReader().read(ArticleFile.load(path: path), path: path).article)]
    } catch let error as ReaderError {
      say("'\(path)' is left out: \(error)")
      return []
    }
  }
}

let request = Request(Array(CommandLine.arguments.dropFirst()))
func makeMixer() throws -> SentenceMixer {
  SentenceMixer(
    request.words.isEmpty ? try Samples.own() : try request.words.flatMap(Samples.lines))
}

if let seed = request.shown {
  print(try makeMixer().article(seed: seed, sentences: Int(Request.sentencesOfArticle)).text)
  exit(0)
}
let watchdog = Watchdog()
var faults = 0
for name in request.engines {
  guard let engine = try FuzzedEngine(name) else { fail("no engine is called '\(name)'") }
  var run = Run(engine, watchdog)
  if request.texts.isEmpty {
    let mixer = try makeMixer()
    let count = request.sentences / Request.sentencesOfArticle
    for seed in request.seed..<(request.seed + count) where !run.isOver {
      if seed % 1000 == 0 { say("\(name): seed \(seed)") }
      run.take(
        mixer.article(seed: seed, sentences: Int(Request.sentencesOfArticle)),
        name: "seed \(seed)", grain: seed % 2 == 0 ? .clause : .fine)
    }
    run.report("\(run.articles * Int(Request.sentencesOfArticle)) sentences")
  } else {
    for (path, article) in try articles(request.texts) where !run.isOver {
      for grain in Grain.allCases { run.take(article, name: path, grain: grain) }
    }
    run.report("\(run.articles) analyses")
  }
  faults += run.faults
}
exit(faults == 0 ? 0 : 1)
