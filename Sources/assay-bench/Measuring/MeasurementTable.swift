/// Measurements as lines of columns, for people.
struct MeasurementTable {
  private let measurements: [Measurement]

  init(_ measurements: [Measurement]) { self.measurements = measurements }

  var text: String {
    let head = ["row", "what", "figure", "yardstick", "ratio", "target", "reached"]
    let lines = [head] + measurements.map(cells)
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      var line = zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private func cells(of measurement: Measurement) -> [String] {
    [
      measurement.row.rawValue, measurement.name, measurement.figure.description,
      measurement.yardstick.map { "\($0.figure) (\($0.name))" } ?? "–",
      measurement.ratio.map(\.shortened) ?? "–",
      measurement.target.map { target in
        switch target {
        case .atMost(let limit): "≤ \(Quantity(limit, measurement.figure.unit))"
        case .atLeast(let limit): "≥ \(Quantity(limit, measurement.figure.unit))"
        case .ratioAtMost(let limit): "ratio ≤ \(limit.shortened)"
        }
      } ?? "–",
      measurement.isReached.map { $0 ? "yes" : "no" } ?? "–",
    ]
  }
}

extension String {
  /// The text with spaces up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
