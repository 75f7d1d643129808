import Journal

/// `assay export` of the big store as CSV, beside the `sqlite3` shell writing the same rows.
struct ExportRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] {
    let (path, _) = try StoreRow.store(in: setting)
    let claims = setting.size(20_000) * SampleStore.claimsPerSession
    let exported = setting.path("exported.csv")
    let rows = setting.path("exported-rows.sqlite")
    defer {
      for file in [exported, rows, setting.path("datapackage.json"), setting.path("shell.csv")] {
        removeFile(file)
      }
    }
    let export = ChildProcess(
      path: try setting.program("assay"),
      arguments: [
        "export", "--all", "--store", path, "--output", exported, "--force", "--quiet",
      ])
    var exports = [try export.milliseconds()]
    removeFile(rows)
    try ChildProcess(path: "sqlite3", arguments: [rows, ".import --csv '\(exported)' claim"])
      .milliseconds()
    let shell = ChildProcess(
      path: "sqlite3", arguments: ["-csv", "-header", rows, "SELECT * FROM claim"],
      outputPath: setting.path("shell.csv"))
    let syncing = ChildProcess(path: "sync", arguments: [setting.path("shell.csv")])
    var shells: [Double] = []
    var durableShells: [Double] = []
    for _ in 0..<3 {
      shells.append(try shell.milliseconds())
      durableShells.append(try shells[shells.count - 1] + syncing.milliseconds())
      exports.append(try export.milliseconds())
    }
    let folding = try folding(path)
    return [
      Measurement(
        row: .export, name: "export of \(claims) claims, csv",
        figure: Quantity(exports.best, .milliseconds),
        yardstick: .init(
          name: "sqlite3 -csv", figure: Quantity(shells.best, .milliseconds)),
        target: .ratioAtMost(1)),
      Measurement(
        row: .export, name: "the same, against a file as durable",
        figure: Quantity(exports.best, .milliseconds),
        yardstick: .init(
          name: "sqlite3 -csv, sync", figure: Quantity(durableShells.best, .milliseconds))),
      Measurement(
        row: .export, name: "of that, reading and folding the sessions",
        figure: Quantity(folding, .milliseconds),
        yardstick: .init(name: "the export", figure: Quantity(exports.best, .milliseconds))),
    ]
  }

  /// How long it takes to have each session in memory once.
  private func folding(_ path: String) throws -> Double {
    let store = try Store(at: path, mode: .readOnly, now: SampleStore.clock)
    return try milliseconds {
      for number in 1...(try store.sessionCount()) {
        _ = try store.session(SessionID(rawValue: number))
      }
    }
  }
}
