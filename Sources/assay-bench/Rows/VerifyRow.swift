import Journal

/// What `replay --verify` does with a long session: the hash chain, the fold, the projections.
struct VerifyRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] {
    let events = setting.size(400_000)
    let path = setting.path("events-\(UInt32.random(in: 0 ... .max)).sqlite")
    defer { for end in ["", "-wal", "-shm"] { removeFile(path + end) } }
    let (store, id) = try SampleStore.longSession(at: path, events: events)
    let bare = try BareDatabase(path)
    let reading = try bare.statement(
      "SELECT seq, command, at, kind, payload, previous_hash, hash FROM event ORDER BY seq")
    var verifying: [Double] = []
    var readings: [Double] = []
    for _ in 0..<5 {
      readings.append(try milliseconds { try reading.run() })
      var findings: [Finding] = []
      verifying.append(try milliseconds { findings = try store.verify(id) })
      if let finding = findings.first { throw BenchError.sqlite(path, reason: "\(finding)") }
    }
    func rate(_ times: [Double]) -> Quantity {
      Quantity(Double(events) / times.best * 1000, .eventsPerSecond)
    }
    return [
      Measurement(
        row: .verify, name: "verifying a session of \(events) events", figure: rate(verifying),
        yardstick: .init(name: "reading the rows only", figure: rate(readings)),
        target: .atLeast(200_000))
    ]
  }
}
