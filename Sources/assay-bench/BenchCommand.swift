/// What the program was asked to do.
enum BenchCommand: Equatable {
  case help
  case list
  case measure(BenchRequest)
  /// Opens a store and asks for pages, in a process of its own whose memory is then known.
  case visit(store: String)

  static let usage = """
    usage: assay-bench [ROW…] [--json FILE] [--folder FOLDER] [--quick] [--sessions FOLDER]
           assay-bench --list
    Measures the rows of the speed table, all or those named, each beside its yardstick.
      --json FILE      write the figures there too, over what is there
      --folder FOLDER  keep the stores that are built, and use those found there again
      --quick          a twentieth of the sizes and fewer rounds
      --sessions FOLDER  the scripts of the final sessions that 'keys' replays (the gold set's)
      --list           name the rows
    """

  /// - Throws: `BenchUsageError`.
  init(arguments: [String]) throws(BenchUsageError) {
    var request = BenchRequest()
    var rest = arguments[...]
    func value(of option: String) throws(BenchUsageError) -> String {
      guard let value = rest.popFirst() else { throw .missingValue(option) }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        self = .help
        return
      case "--list":
        self = .list
        return
      case "--visit":
        self = .visit(store: try value(of: argument))
        return
      case "--json": request.jsonPath = try value(of: argument)
      case "--folder": request.folder = try value(of: argument)
      case "--quick": request.isQuick = true
      case "--sessions": request.sessions = try value(of: argument)
      default:
        guard !argument.hasPrefix("-") else { throw .unknownOption(argument) }
        guard let row = BenchRow(rawValue: argument) else { throw .unknownRow(argument) }
        if !request.rows.contains(row) { request.rows.append(row) }
      }
    }
    if request.rows.isEmpty { request.rows = BenchRow.allCases }
    self = .measure(request)
  }
}

/// Which rows are measured, and how.
struct BenchRequest: Equatable {
  var rows: [BenchRow] = []
  var jsonPath: String?
  /// Nil for a temporary folder, which goes when the run ends.
  var folder: String?
  var isQuick = false
  var sessions = Self.goldSet

  /// From the repository's root.
  static let goldSet = "Tests/Quality/Gold"
}

enum BenchUsageError: Error, Equatable, CustomStringConvertible {
  case unknownOption(String)
  case unknownRow(String)
  case missingValue(String)

  var description: String {
    switch self {
    case .unknownOption(let name): "there is no option '\(name)'"
    case .unknownRow(let name):
      "there is no row '\(name)'; the rows are "
        + BenchRow.allCases.map(\.rawValue).joined(separator: ", ")
    case .missingValue(let option): "'\(option)' needs a value"
    }
  }
}
