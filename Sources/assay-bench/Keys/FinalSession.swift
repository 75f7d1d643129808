import ArticleReader
import ClaimModel
import FoundationEssentials
import Journal
import Terminal
import Workbench

/// What an annotator decided about an article in the end, read from the script of a session.
struct FinalSession {
  /// The script's file name without its end.
  let name: String
  /// The article's file, as the script names it.
  let article: String
  /// In reading order.
  let claims: [FinalClaim]

  /// The sessions whose scripts lie in a folder, by name.
  ///
  /// - Parameter scratch: Where a store may be made for each.
  static func all(in folder: String, scratch: String) throws -> [FinalSession] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let scripts = names.filter { $0.hasSuffix(".assay") }.sorted()
    guard !scripts.isEmpty else { throw BenchError.noSessions(folder) }
    return try scripts.map { script in
      let name = String(script.dropLast(".assay".count))
      let workbench = Workbench.forBench(store: "\(scratch)/final-\(name).sqlite")
      defer { workbench.close() }
      let bytes = try ArticleFile.load(path: folder + "/" + script)
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        try workbench.run(line: String(line))
      }
      let open = try workbench.session()
      guard let path = open.article.metadata.path else { throw BenchError.unreadable(script) }
      let words = ArticleWords(open.article.text)
      return FinalSession(
        name: name, article: path,
        claims: open.state.claimsInOrder.map {
          FinalClaim($0, words: words.words(in: $0.claim.spans))
        })
    }
  }
}

/// A claim with the labels that it has in the end.
struct FinalClaim {
  /// By their numbers in the article.
  let words: Set<Int>
  let labels: [String: LabelValue]
  /// What would be as right, by attribute: the tags "also ATTRIBUTE VALUE".
  let alternatives: [String: [String]]

  init(_ record: ClaimRecord, words: Set<Int>) {
    self.words = words
    labels = record.labels
    var alternatives: [String: [String]] = [:]
    for tag in record.tags {
      let parts = tag.split(separator: " ", maxSplits: 2).map(String.init)
      if parts.count == 3, parts[0] == "also" {
        alternatives[parts[1], default: []].append(parts[2])
      }
    }
    self.alternatives = alternatives
  }
}

/// The words of an article by their numbers, so that claims can be compared by what they cover.
struct ArticleWords {
  /// For every byte the word that it belongs to; -1 between words.
  private let wordOfByte: [Int]

  init(_ text: String) {
    var wordOfByte: [Int] = []
    var word = 0
    var isInside = false
    for character in text.unicodeScalars {
      let isLetter = character.properties.isAlphabetic || character.properties.numericType != nil
      if isInside && !isLetter { word += 1 }
      isInside = isLetter
      for _ in 0..<UTF8.width(character) { wordOfByte.append(isLetter ? word : -1) }
    }
    self.wordOfByte = wordOfByte
  }

  func words(in spans: [TextSpan]) -> Set<Int> {
    var found: Set<Int> = []
    for span in spans { found.formUnion(wordOfByte[span.range]) }
    found.remove(-1)
    return found
  }
}

extension Set<Int> {
  /// How much two claims cover the same words: F1, from 0 to 1.
  func likeness(to other: Set<Int>) -> Double {
    guard !isEmpty || !other.isEmpty else { return 0 }
    return 2 * Double(intersection(other).count) / Double(count + other.count)
  }
}

extension Workbench {
  /// A workbench that nobody watches, as a person sits at.
  static func forBench(store: String) -> Workbench {
    let start = ContinuousClock.now
    let size = TerminalSize(columns: 100, rows: 30)
    let workbench = Workbench(
      settings: Settings(storePath: store, annotator: "lena", isQuiet: true),
      output: Output(capturing: .plain), errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: SampleStore.clock, cores: 1, elapsed: { ContinuousClock.now - start },
        terminalSize: { size }, errorTerminal: { nil }, sleep: { _ in }, waitForKey: { true },
        standardInput: { [] }))
    workbench.isAtPrompt = true
    return workbench
  }
}
