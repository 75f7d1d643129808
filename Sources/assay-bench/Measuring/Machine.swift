import FoundationEssentials
import Glibc

/// The machine of a run, as far as figures depend on it.
enum Machine {
  /// Processor and cores.
  static var described: String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let model = field("model name", of: "/proc/cpuinfo") ?? "unknown processor"
    return "\(model), \(cores) \(cores == 1 ? "core" : "cores")"
  }

  /// The most memory that this process has had, in megabytes.
  static var peakMegabytes: Double {
    let text = field("VmHWM", of: "/proc/self/status")?.split(separator: " ").first
    return (text.flatMap { Double($0) } ?? 0) / 1024
  }

  private static func field(_ name: String, of path: String) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      return halves[1].split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
    return nil
  }
}
