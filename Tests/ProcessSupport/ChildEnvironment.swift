import Glibc

/// The variables that every program started by a test gets, so that no test depends on who runs it.
///
/// - Parameter own: Set over them.
/// - Returns: `NAME=value` each. The place for coverage data is handed on.
func childEnvironment(_ own: [String: String]) -> [String] {
  var variables = [
    "HOME": "/nonexistent", "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "TZ": "UTC",
  ]
  for name in ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "TMPDIR"] {
    if let value = getenv(name) { variables[name] = String(cString: value) }
  }
  return variables.merging(own) { _, own in own }.map { "\($0)=\($1)" }.sorted()
}

/// The path of a program of this package, which the build puts beside the tests.
package func builtProgram(_ name: String) -> String {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let path = String(
    decoding: buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
}

/// Calls with pointers to C strings, ended by a null.
func withCStrings<R>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> R
) rethrows -> R {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return try body(pointers)
}
