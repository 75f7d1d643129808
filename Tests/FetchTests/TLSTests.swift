import FoundationEssentials
import Glibc
import ProcessSupport
import Testing
import WebSupport

@testable import Fetch

/// Servers that prove who they are, and servers that do not.
@Suite("Fetching over TLS", .timeLimit(.minutes(20)))
final class TLSTests {
  private let folder: String
  private var certificate: String { folder + "/certificate.pem" }
  private var key: String { folder + "/key.pem" }

  /// Makes a certificate for `localhost` that nobody but this test trusts.
  init() throws {
    var template = Array("/tmp/fetch-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ProcessError.system(call: "mkdtemp", code: errno)
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let made = try runProcess(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", folder + "/key.pem", "-out", folder + "/certificate.pem", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
      ])
    try #require(made.exitCode == 0, "\(made.errors)")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Starts a server that shows a page about the connection.
  private func start() throws -> (server: PtyProcess, port: String) {
    let server = try PtyProcess(
      "/usr/bin/openssl",
      ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"])
    try server.expect("ACCEPT 127.0.0.1:")
    return (server, try server.expect("\n").filter(\.isNumber))
  }

  private func fetch(_ address: String, trusting certificates: String? = nil) throws -> Download {
    try Fetcher(userAgent: "Assay/1.0", allowsPrivate: true, certificates: certificates)
      .fetch(WebAddress(address))
  }

  @Test("takes a page from a server that proves who it is")
  func trusted() throws {
    let (server, port) = try start()
    let download = try fetch("https://localhost:\(port)/", trusting: certificate)
    #expect(download.mediaType?.name == "text/html")
    #expect(download.bytes.starts(with: Array("<HTML>".utf8)))
    try server.signal(SIGTERM)
  }

  @Test("takes nothing from a server that nobody vouches for")
  func selfSigned() throws {
    let (server, port) = try start()
    try expectRefusal("https://localhost:\(port)/")
    try server.signal(SIGTERM)
  }

  @Test("takes nothing from a server that vouches for another name")
  func otherName() throws {
    let (server, port) = try start()
    try expectRefusal("https://127.0.0.1:\(port)/", trusting: certificate)
    try server.signal(SIGTERM)
  }

  @Test("takes nothing from a server that does not encrypt")
  func plain() throws {
    let server = try WebServer { _, connection in connection.answer(Array("<p>Plain.".utf8)) }
    defer { server.stop() }
    // The greeting of TLS is no request, so the server hangs up.
    try expectRefusal("https://127.0.0.1:\(server.port)/")
    #expect(server.requests.isEmpty)
  }

  private func expectRefusal(_ address: String, trusting certificates: String? = nil) throws {
    let error = #expect(throws: FetchError.self) {
      try fetch(address, trusting: certificates)
    }
    guard case .tls? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
