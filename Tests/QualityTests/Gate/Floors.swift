import FoundationEssentials

/// The values that no figure may fall below; for a fault, rise above.
struct Floors: Equatable, Sendable {
  private(set) var values: [Figure: [MeasuredEngine: Double]] = [:]

  /// How far below what was measured a floor is set: about three claims or one attribution, so that a machine that rounds
  /// otherwise does not fail.
  static let margin = 1.0

  static let file =
    GoldArticle.folder.deletingLastPathComponent().appending(path: "floors.txt")

  struct Failure: Error, Equatable, CustomStringConvertible {
    let line: Int
    let reason: String
    var description: String { "floors.txt:\(line): \(reason)" }
  }

  init() {}

  /// Reads the table: a line for each figure, its name, "at least" or "at most", and a value for each engine, two
  /// blanks or more between them; lines that begin with # say something to the reader.
  init(_ text: String) throws(Failure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "  ").map { $0.trimmingPrefix { $0 == " " } }
        .filter { !$0.isEmpty }
      guard let name = fields.first, let figure = Figure(rawValue: String(name)) else {
        throw Failure(line: index + 1, reason: "no figure is called '\(fields.first ?? "")'")
      }
      guard fields.count == 2 + MeasuredEngine.allCases.count, fields[1] == figure.bound else {
        throw Failure(line: index + 1, reason: "'\(name)' needs '\(figure.bound)' and two values")
      }
      for (engine, field) in zip(MeasuredEngine.allCases, fields.dropFirst(2)) {
        guard let value = Double(field) else {
          throw Failure(line: index + 1, reason: "'\(field)' is no number")
        }
        values[figure, default: [:]][engine] = value
      }
    }
    for figure in Figure.allCases where values[figure] == nil {
      throw Failure(line: 1, reason: "'\(figure.rawValue)' has no floor")
    }
  }

  static func kept() throws -> Floors {
    try Floors(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  // MARK: Comparing

  /// A sentence for a value that does not keep its floor; nil where it does.
  func complaint(_ figure: Figure, _ engine: MeasuredEngine, _ value: Double) -> String? {
    guard let floor = values[figure]?[engine] else { return nil }
    let keeps = figure.isFault ? value <= floor + 1e-9 : value >= floor - 1e-9
    guard !keeps else { return nil }
    let (moved, bound) = figure.isFault ? ("rose", "ceiling") : ("fell", "floor")
    return
      "\(figure.rawValue) of the \(engine.rawValue) engine \(moved) to \(value.inTenths), "
      + "its \(bound) is \(floor.inTenths)"
  }

  /// With every floor as high as the measured values less the margin allow, and none lower than before.
  func raised(_ measured: (Figure, MeasuredEngine) -> Double) -> Floors {
    var raised = self
    for figure in Figure.allCases {
      for engine in MeasuredEngine.allCases {
        let value = measured(figure, engine)
        let kept = values[figure]?[engine]
        let floor: Double
        if figure.isFault {
          let ceiling = value == 0 ? 0 : ((value + Self.margin) * 10).rounded(.up) / 10
          floor = min(kept ?? 100, ceiling)
        } else {
          floor = max(kept ?? 0, max(0, ((value - Self.margin) * 10).rounded(.down) / 10))
        }
        raised.values[figure, default: [:]][engine] = floor
      }
    }
    return raised
  }

  // MARK: Writing

  /// The table as it stands in the file.
  var text: String {
    var lines = [
      "# What the gold set must at least give, per cent. Set \(Self.margin) below what was measured.",
      "# ASSAY_QUALITY=raise swift test --filter GoldGate   raises floors after a gain and never lowers one.",
      "# To lower one is to say that a loss is wanted: do it by hand, in a commit of its own that says why.",
      "#",
      "# "
        + "figure".padded(to: 24) + "bound".padded(to: 12)
        + MeasuredEngine.allCases.map { $0.rawValue.padded(to: 10) }.joined(),
    ]
    for figure in Figure.allCases {
      lines.append(
        figure.rawValue.padded(to: 26) + figure.bound.padded(to: 12)
          + MeasuredEngine.allCases.map { (values[figure]?[$0] ?? 0).inTenths.padded(to: 10) }
          .joined())
    }
    return lines.map { $0.withoutBlanksAtEnd + "\n" }.joined()
  }
}

extension Figure {
  fileprivate var bound: String { isFault ? "at most" : "at least" }
}

// MARK: - Table cells

extension Double {
  /// With one digit after the point.
  var inTenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}

extension String {
  /// With blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  fileprivate var withoutBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
