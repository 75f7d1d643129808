import ClaimModel
import Interchange
import Journal
import Terminal
import Workbench

/// A verdict's key in `annotate`, from the key to the text of the screen that shows it durable, beside a bare
/// transaction of one row in the same folder; in a short session and in a long one.
struct KeyRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] { try [30, 5000].flatMap(measure) }

  private static let size = TerminalSize(columns: 100, rows: 30)
  /// The slowest of a hundred keys may take so long where the disk is quick.
  private static let limit = 10.0

  private func measure(claims: Int) throws -> [Measurement] {
    let path = setting.path("key-\(claims)-\(UInt32.random(in: 0 ... .max)).sqlite")
    defer {
      for end in ["", "-wal", "-shm"] { removeFile(path + end); removeFile(path + ".bare" + end) }
    }
    try makeSession(at: path, claims: claims)
    let bare = try BareDatabase(path + ".bare")
    try bare.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE label(id INTEGER PRIMARY KEY, claim INTEGER, payload TEXT) STRICT
      """)
    let insertion = try bare.statement("INSERT INTO label(claim, payload) VALUES (?, ?)")
    let payload = #"{"attribute":"status","claim":7,"value":"refuted"}"#

    let workbench = Self.workbench(at: path)
    defer { workbench.close() }
    var opened: Annotator?
    var shown: Frame?
    let opening = try milliseconds {
      try workbench.run(line: "open 1")
      let annotator = try Annotator(workbench)
      shown = draw(annotator, after: nil)
      opened = annotator
    }
    guard var annotator = opened else { return [] }
    var bareTimes: [Double] = []
    var keyTimes: [Double] = []
    var undoTimes: [Double] = []
    func press(_ key: Key) {
      annotator.take(key, at: .zero)
      annotator.prepare(for: Self.size)
      shown = draw(annotator, after: shown)
    }
    for round in 0..<(setting.isQuick ? 300 : 1000) {
      bareTimes.append(try milliseconds { try insertion.run([.integer(round), .text(payload)]) })
      let key = Key.character(round / claims % 2 == 0 ? "5" : "7")
      keyTimes.append(milliseconds { press(key) })
      if round % 10 == 9 {
        undoTimes.append(milliseconds { press(.backspace) })
        press(key)
      }
    }
    let bareSlowest = bareTimes.percentile(99)
    let slowest = Measurement.Yardstick(
      name: "bare transaction", figure: Quantity(bareSlowest, .milliseconds))
    let target = Measurement.Target.atMost(max(Self.limit, 1.5 * bareSlowest))
    return [
      Measurement(
        row: .key, name: "opening a session of \(claims) claims, to its first screen",
        figure: Quantity(opening, .milliseconds), target: .atMost(500)),
      Measurement(
        row: .key, name: "a verdict's key among \(claims) claims, 99th percentile",
        figure: Quantity(keyTimes.percentile(99), .milliseconds), yardstick: slowest,
        target: target),
      Measurement(
        row: .key, name: "the same, median", figure: Quantity(keyTimes.median, .milliseconds),
        yardstick: .init(
          name: "bare transaction", figure: Quantity(bareTimes.median, .milliseconds))),
      Measurement(
        row: .key, name: "taking a key back among \(claims) claims, 99th percentile",
        figure: Quantity(undoTimes.percentile(99), .milliseconds), yardstick: slowest,
        target: target),
    ]
  }

  private func draw(_ annotator: Annotator, after former: Frame?) -> Frame {
    let frame = AnnotateScreen(annotator.state, keys: annotator.keys, size: Self.size).frame
    _ = frame.sequence(after: former, rendition: .styled)
    return frame
  }

  private func makeSession(at path: String, claims: Int) throws {
    let store = try Store(at: path, mode: .create, now: SampleStore.clock)
    let (article, analysis) = SampleStore.article(1, claims: claims)
    _ = try store.createSession(
      article: article, codebook: CodebookFile.defaultCodebook(), annotator: "ada",
      events: [.claimsProposed(analysis)])
  }

  private static func workbench(at path: String) -> Workbench {
    let start = ContinuousClock.now
    let workbench = Workbench(
      settings: Settings(storePath: path, annotator: "ada", isQuiet: true),
      output: Output(capturing: .plain), errors: Output(capturing: .plain),
      surroundings: Surroundings(
        now: SampleStore.clock, cores: 1, elapsed: { ContinuousClock.now - start },
        terminalSize: { size }, errorTerminal: { nil }, sleep: { _ in }, waitForKey: { true },
        standardInput: { [] }))
    workbench.isAtPrompt = true
    return workbench
  }
}
