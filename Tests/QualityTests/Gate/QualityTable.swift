/// The measured figures for people: all articles, then each style.
struct QualityTable {
  let measurement: GoldMeasurement
  let floors: Floors

  var text: String {
    var lines = [heading, "figure".padded(to: 24) + engines { $0.rawValue } + "floors"]
    for figure in Figure.allCases {
      lines.append(
        figure.rawValue.padded(to: 24)
          + engines { figure.value(in: measurement.tally($0)).inTenths }
          + MeasuredEngine.allCases.map { (floors.values[figure]?[$0] ?? 0).inTenths }
          .joined(separator: " / "))
    }
    for engine in MeasuredEngine.allCases {
      lines.append("")
      lines.append(
        "\(engine.rawValue), by style".padded(to: 24)
          + measurement.styles.map { $0.padded(to: 15) }.joined())
      for figure in Figure.allCases {
        lines.append(
          figure.rawValue.padded(to: 24)
            + measurement.styles.map {
              figure.value(in: measurement.tally(engine, style: $0)).inTenths.padded(to: 15)
            }.joined())
      }
    }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let gold = measurement.tally(.fast)
    let found = engines { "\(Int(measurement.tally($0)[.foundClaims]))" }
    return
      "gold: \(Int(gold[.goldClaims])) claims, \(Int(gold[.goldAttributions])) attributions, "
      + "\(Int(gold[.goldTimes])) times, \(Int(gold[.goldSentences])) sentences; claims found: \(found)"
  }

  private func engines(_ cell: (MeasuredEngine) -> String) -> String {
    MeasuredEngine.allCases.map { cell($0).padded(to: 10) }.joined()
  }
}
