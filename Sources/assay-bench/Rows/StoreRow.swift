import Glibc

/// The big store: building it, then opening it and asking for pages in processes of their own.
struct StoreRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  /// The store of this size, built unless the folder has it.
  /// - Returns: Also how long building took; nil where it was there.
  static func store(in setting: BenchSetting) throws -> (path: String, built: Double?) {
    let sessions = setting.size(20_000)
    let path = setting.path("claims-\(sessions * SampleStore.claimsPerSession).sqlite")
    if setting.exists(path) { return (path, nil) }
    let built = try milliseconds { try SampleStore(path: path, sessions: sessions).build() }
    return (path, built)
  }

  func measure() throws -> [Measurement] {
    let (path, built) = try Self.store(in: setting)
    var measurements: [Measurement] = []
    if let built {
      let claims = setting.size(20_000) * SampleStore.claimsPerSession
      measurements.append(
        Measurement(
          row: .store, name: "building \(claims) claims",
          figure: Quantity(Double(claims) / built * 1000, .rowsPerSecond)))
    }
    let outputPath = setting.path("visit.txt")
    defer { removeFile(outputPath) }
    let visit = ChildProcess(
      path: "/proc/self/exe", arguments: ["--visit", path], outputPath: outputPath)
    var visits: [[StoreVisit.Figure]] = []
    for _ in 0..<5 {
      try visit.milliseconds()
      visits.append(try StoreVisit.read(outputPath))
    }
    for (index, figure) in visits[0].enumerated() {
      let isMemory = figure.unit == .megabytes
      measurements.append(
        Measurement(
          row: .store, name: figure.name,
          figure: Quantity(visits.map { $0[index].value }.median, figure.unit),
          yardstick: isMemory
            ? nil
            : .init(
              name: "bare SQLite",
              figure: Quantity(visits.map { $0[index].yardstick }.median, figure.unit)),
          target: .atMost(figure.limit)))
    }
    return measurements
  }
}

/// Removes a file if it is there.
func removeFile(_ path: String) { unlink(path) }
