import ClaimModel
import Journal

/// One label through the journal, beside a bare transaction of one row in the same folder.
struct LabelRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] {
    [
      try measure(eventsBefore: 0, name: "a label in a new session"),
      try measure(
        eventsBefore: setting.size(20_000),
        name: "a label after \(setting.size(20_000)) events"),
    ]
  }

  private func measure(eventsBefore: Int, name: String) throws -> Measurement {
    let path = setting.path("label-\(eventsBefore)-\(UInt32.random(in: 0 ... .max)).sqlite")
    defer {
      for end in ["", "-wal", "-shm"] { removeFile(path + end); removeFile(path + ".bare" + end) }
    }
    let (store, id) = try SampleStore.longSession(at: path, events: eventsBefore)
    var stored = try store.session(id)
    let bare = try BareDatabase(path + ".bare")
    try bare.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE label(id INTEGER PRIMARY KEY, claim INTEGER, payload TEXT) STRICT
      """)
    let insertion = try bare.statement("INSERT INTO label(claim, payload) VALUES (?, ?)")
    let payload = #"{"attribute":"status","claim":7,"value":"supported"}"#
    var bareTimes: [Double] = []
    var labelTimes: [Double] = []
    for round in 0..<(setting.isQuick ? 300 : 1000) {
      let claim = round % SampleStore.claimsPerSession + 1
      bareTimes.append(
        try milliseconds { try insertion.run([.integer(claim), .text(payload)]) })
      let value = round / SampleStore.claimsPerSession % 2 == 0 ? "refuted" : "supported"
      labelTimes.append(
        try milliseconds {
          try store.append(
            [.labelled(ClaimID(rawValue: claim), attribute: "status", .text(value))], to: &stored)
        })
    }
    return Measurement(
      row: .label, name: name + ", median", figure: Quantity(labelTimes.median, .milliseconds),
      yardstick: .init(
        name: "bare transaction", figure: Quantity(bareTimes.median, .milliseconds)),
      target: .ratioAtMost(1.5))
  }
}
