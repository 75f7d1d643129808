import FoundationEssentials
import Glibc

/// One run of the program: the rows asked for, in their order, then the table and the file.
struct Bench {
  private let request: BenchRequest

  init(_ request: BenchRequest) { self.request = request }

  func run() throws {
    let folder = try request.folder ?? Self.temporaryFolder()
    defer { if request.folder == nil { try? FileManager.default.removeItem(atPath: folder) } }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let setting = BenchSetting(
      folder: folder, isQuick: request.isQuick, sessions: request.sessions)
    var measurements: [Measurement] = []
    for row in request.rows {
      report("measuring \(row.rawValue): \(row.summary)")
      measurements += try measure(row, in: setting)
    }
    print(MeasurementTable(measurements).text)
    if let path = request.jsonPath {
      let json = MeasurementJSON.encode(
        measurements, machine: Machine.described, isQuick: request.isQuick)
      guard FileManager.default.createFile(atPath: path, contents: Data(json)) else {
        throw BenchError.cannotWrite(path)
      }
    }
  }

  private func measure(_ row: BenchRow, in setting: BenchSetting) throws -> [Measurement] {
    switch row {
    case .split: try SplitRow(setting).measure()
    case .engine: try EngineRow(setting).measure()
    case .label: try LabelRow(setting).measure()
    case .key: try KeyRow(setting).measure()
    case .keys: try KeysRow(setting).measure()
    case .store: try StoreRow(setting).measure()
    case .export: try ExportRow(setting).measure()
    case .verify: try VerifyRow(setting).measure()
    }
  }

  private static func temporaryFolder() throws -> String {
    let name = "assay-bench-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let path = FileManager.default.temporaryDirectory.path + "/" + name
    guard mkdir(path, 0o700) == 0 else { throw BenchError.cannotWrite(path) }
    return path
  }
}

/// Where and at what size the rows are measured.
struct BenchSetting {
  /// On the disk that is measured.
  let folder: String
  let isQuick: Bool
  /// Where the scripts of final sessions are.
  var sessions = BenchRequest.goldSet

  func path(_ name: String) -> String { folder + "/" + name }

  /// A size, or a twentieth of it.
  func size(_ full: Int) -> Int { isQuick ? full / 20 : full }

  /// A program that was built beside this one.
  func program(_ name: String) throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = own.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchError.noProgram(path)
    }
    return path
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

enum BenchError: Error, Equatable, CustomStringConvertible {
  case noProgram(String)
  case cannotWrite(String)
  case sqlite(String, reason: String)
  case child(String, status: Int)
  case unreadable(String)
  case noSessions(String)
  case stuck(session: String, claim: String)

  var description: String {
    switch self {
    case .noProgram(let path): "'\(path)' is not there; build the product of that name first"
    case .cannotWrite(let path): "'\(path)' cannot be written"
    case .sqlite(let path, let reason): "'\(path)': \(reason)"
    case .child(let command, let status): "'\(command)' ended with status \(status)"
    case .unreadable(let text): "'\(text)' is no figure"
    case .noSessions(let folder):
      "'\(folder)' has no final sessions, files that end in .assay; run it from the repository's root, or "
        + "name a folder with --sessions"
    case .stuck(let session, let claim): "\(session): no key leads on from claim \(claim)"
    }
  }
}
