import FoundationEssentials
import Workbench

/// How many keys of `annotate` it takes to label articles as final sessions have them, and how right what is
/// suggested is: with the engine's proposals alone, and with suggestions that learn.
struct KeysRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  /// Keys a claim: the contract with the user.
  private static func limit(isLearning: Bool) -> Double { isLearning ? 1.6 : 1.8 }

  func measure() throws -> [Measurement] {
    let folder = setting.path("keys-\(UInt32.random(in: 0 ... .max))")
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let sessions = try FinalSession.all(in: setting.sessions, scratch: folder)
    var rows: [Measurement] = []
    for isLearning in [false, true] {
      let tally = try tally(sessions, isLearning: isLearning, in: folder)
      let strict = try self.tally(
        sessions, isLearning: isLearning, takesAlternatives: false, in: folder)
      rows += measurements(of: tally, strict: strict, isLearning)
    }
    return rows
  }

  /// Goes through the articles one after the other, as one annotator in one store.
  private func tally(
    _ sessions: [FinalSession], isLearning: Bool, takesAlternatives: Bool = true,
    in folder: String
  ) throws -> KeyTally {
    var tally = KeyTally()
    let name = (isLearning ? "on" : "off") + (takesAlternatives ? "" : "-strict")
    let workbench = Workbench.forBench(store: "\(folder)/\(name).sqlite")
    defer { workbench.close() }
    for session in sessions {
      try workbench.run(line: "load \(session.article)")
      let annotator = try Annotator(workbench, isLearning: isLearning)
      var analyst = BestAnalyst(
        annotator, wanting: session, takesAlternatives: takesAlternatives, tally: tally)
      try analyst.judgeAll()
      tally = analyst.tally
    }
    return tally
  }

  private func measurements(of tally: KeyTally, strict: KeyTally, _ isLearning: Bool)
    -> [Measurement]
  {
    let state = "learning \(isLearning ? "on" : "off")"
    var rows = [
      Measurement(
        row: .keys, name: "\(state): keys a claim, \(tally.judged) claims",
        figure: Quantity(tally.perClaim, .keysPerClaim),
        target: .atMost(Self.limit(isLearning: isLearning))),
      Measurement(
        row: .keys, name: "\(state): the same, where one reading alone is right",
        figure: Quantity(strict.perClaim, .keysPerClaim)),
    ]
    for kind in KeyTally.Kind.allCases {
      rows.append(
        Measurement(
          row: .keys, name: "\(state): for \(kind.rawValue)",
          figure: Quantity(tally.perClaim(kind), .keysPerClaim)))
    }
    for (name, count) in [
      ("dropped", tally.dropped), ("judged with other words", tally.roughly),
      ("not found", tally.missed),
    ] {
      rows.append(
        Measurement(
          row: .keys, name: "\(state): claims \(name)", figure: Quantity(Double(count), .claims)))
    }
    for attribute in ["source", "source-type", "stance", "claim-type"] {
      let quarters = (0..<4).map { tally.accuracy(of: attribute, quarter: $0) }
      rows.append(
        Measurement(
          row: .keys,
          name: "\(state): \(attribute) right, by quarters "
            + quarters.map { Quantity($0, .percent).description }.joined(separator: ", "),
          figure: Quantity(tally.accuracy(of: attribute), .percent)))
      rows.append(
        Measurement(
          row: .keys, name: "\(state): \(attribute) right where it is marked ?",
          figure: Quantity(tally.accuracy(of: attribute, offered: true), .percent)))
    }
    return rows
  }
}
