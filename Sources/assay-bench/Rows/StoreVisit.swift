import FoundationEssentials
import Journal

/// What one process does with a big store: it opens it, turns pages, and says what that took.
struct StoreVisit {
  private let path: String

  init(_ path: String) { self.path = path }

  /// What is measured, in milliseconds or megabytes, with its yardstick and its limit.
  struct Figure {
    let name: String
    let value: Double
    let unit: Quantity.Unit
    let yardstick: Double
    let limit: Double
  }

  /// The figures, one a line, for the process that started this one.
  func lines() throws -> [String] {
    try figures().map { figure in
      [
        figure.name, String(figure.value), figure.unit.rawValue, String(figure.yardstick),
        String(figure.limit),
      ].joined(separator: "\t")
    }
  }

  static func read(_ path: String) throws -> [Figure] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 5, let value = Double(cells[1]),
        let unit = Quantity.Unit(rawValue: cells[2]), let yardstick = Double(cells[3]),
        let limit = Double(cells[4])
      else { throw BenchError.unreadable(String(line)) }
      return Figure(
        name: cells[0], value: value, unit: unit, yardstick: yardstick, limit: limit)
    }
  }

  private func figures() throws -> [Figure] {
    var opened: Store?
    let opening = try milliseconds {
      opened = try Store(at: path, mode: .readWrite, now: SampleStore.clock)
    }
    guard let store = opened else { return [] }
    let middle = SessionID(rawValue: try store.sessionCount() / 2)
    var times: [(name: String, time: Double)] = []
    func time(_ name: String, _ body: () throws -> Void) rethrows {
      times.append((name, try milliseconds(body)))
    }
    try time("first page of sessions") { _ = try store.sessions() }
    try time("a middle page of sessions") { _ = try store.sessions(after: middle) }
    let words = [
      SampleStore.everyWord, SampleStore.commonWord, SampleStore.rareWord,
      "\(SampleStore.everyWord) \(SampleStore.rareWord)",
      "\(SampleStore.commonWord) \(SampleStore.everyWord)",
    ]
    for word in words {
      try time("search for '\(word)'") { _ = try store.search(SearchQuery(word)) }
    }
    // Before the yardsticks, which have a memory of their own.
    let memory = Machine.peakMegabytes
    let yardsticks = try bareTimes(middle: middle.rawValue, words: words)
    let pages = zip(times, yardsticks.dropFirst()).map { page, yardstick in
      Figure(
        name: page.name, value: page.time, unit: .milliseconds, yardstick: yardstick, limit: 50)
    }
    return [
      Figure(
        name: "opening the store", value: opening, unit: .milliseconds,
        yardstick: yardsticks[0], limit: 100)
    ] + pages + [
      Figure(
        name: "memory at its peak", value: memory, unit: .megabytes, yardstick: 0, limit: 150)
    ]
  }

  /// The same without the journal: the file opened, and the barest queries that give such pages.
  private func bareTimes(middle: Int, words: [String]) throws -> [Double] {
    var opened: BareDatabase?
    var times = [
      try milliseconds {
        opened = try BareDatabase(path)
        try opened?.execute("PRAGMA user_version")
      }
    ]
    guard let bare = opened else { return times }
    let pages = try bare.statement("SELECT * FROM session WHERE id < ? ORDER BY id DESC LIMIT 50")
    for last in [Int.max, middle] {
      times.append(try milliseconds { try pages.run([.integer(last)]) })
    }
    let search = try bare.statement(
      "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50")
    for word in words { times.append(try milliseconds { try search.run([.text(word)]) }) }
    return times
  }
}
