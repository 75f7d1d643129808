import ProcessSupport
import Synchronization
import Testing
import WebSupport

@testable import Fetch

/// Fetching from a real server, honest and otherwise.
@Suite("Fetching", .timeLimit(.minutes(20)))
struct FetcherTests {
  static let page = "<!doctype html><p>The tram carried 4,200 people a day.</p>"

  /// Limits that a test need not wait for.
  static let short = FetchLimits(
    bytes: 100_000, headerBytes: 20_000, redirects: 3, time: .milliseconds(400),
    connectTime: .milliseconds(400))

  private func fetch(
    _ address: String, limits: FetchLimits = .standard, allowsPrivate: Bool = true,
    accepts: @escaping (MediaType?) -> Bool = { _ in true }
  ) throws -> Download {
    try Fetcher(
      userAgent: "Assay/1.0", limits: limits, allowsPrivate: allowsPrivate, accepts: accepts
    ).fetch(WebAddress(address))
  }

  // MARK: - What comes back

  @Test("brings bytes, type and address, and says who asks")
  func plain() throws {
    let server = try WebServer { _, connection in
      connection.answer(Array(Self.page.utf8), type: "Text/HTML; charset=ISO-8859-1")
    }
    defer { server.stop() }
    let download = try fetch(server.address("/a?b=c#d"))
    #expect(download.bytes == Array(Self.page.utf8))
    #expect(download.address.text == server.address("/a?b=c"))
    #expect(download.redirects == [])
    #expect(download.mediaType?.name == "text/html")
    #expect(download.mediaType?.charset == "iso-8859-1")
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.path == "/a?b=c")
    #expect(request.headers["user-agent"] == "Assay/1.0")
    #expect(Set(request.headers.keys) == ["host", "user-agent", "accept", "accept-encoding"])
  }

  @Test("unpacks what was packed")
  func packed() throws {
    let packed = try gzip(Array(Self.page.utf8))
    let server = try WebServer { _, connection in
      connection.answer(packed, headers: ["Content-Encoding: gzip"])
    }
    defer { server.stop() }
    #expect(try fetch(server.address()).bytes == Array(Self.page.utf8))
  }

  @Test("takes a page without a length, and one without a type")
  func sparse() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + Self.page)
    }
    defer { server.stop() }
    let download = try fetch(server.address())
    #expect(download.bytes == Array(Self.page.utf8))
    #expect(download.mediaType == nil)
  }

  @Test("keeps nothing between one request and the next")
  func cookies() throws {
    let server = try WebServer { request, connection in
      request.path == "/"
        ? connection.answer(
          [], status: "302 Found", headers: ["Set-Cookie: seen=1; Path=/", "Location: /next"])
        : connection.answer(Array(Self.page.utf8))
    }
    defer { server.stop() }
    _ = try fetch(server.address())
    #expect(server.requests.map(\.path) == ["/", "/next"])
    #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
    #expect(server.requests.allSatisfy { $0.headers["referer"] == nil })
  }

  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let result = try runProcess("/bin/gzip", ["-9c"], input: bytes)
    try #require(result.exitCode == 0, "\(result.errors)")
    return result.standardOutput
  }

  // MARK: - Redirects

  @Test(
    "follows redirects and says so",
    arguments: [
      "301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
      "308 Permanent Redirect",
    ])
  func redirects(status: String) throws {
    let server = try WebServer { request, connection in
      switch request.path {
      case "/a": connection.redirect("b/c", status: status)
      case "/b/c": connection.redirect("../d?e", status: status)
      default: connection.answer(Array(Self.page.utf8))
      }
    }
    defer { server.stop() }
    var seen: [String] = []
    let download = try Fetcher(userAgent: "Assay/1.0", allowsPrivate: true)
      .fetch(WebAddress(server.address("/a")), redirected: { seen.append($0.text) })
    #expect(seen == [server.address("/b/c"), server.address("/d?e")])
    #expect(download.redirects.map(\.text) == seen)
    #expect(download.address.text == server.address("/d?e"))
  }

  @Test("follows so many redirects and no more")
  func redirectLoop() throws {
    let server = try WebServer { request, connection in connection.redirect(request.path) }
    defer { server.stop() }
    let address = server.address("/round")
    #expect(throws: FetchError.tooManyRedirects(try WebAddress(address), limit: 3)) {
      try fetch(address, limits: FetchLimits(redirects: 3))
    }
    #expect(server.requests.count == 4)
  }

  @Test(
    "follows no redirect to another scheme, with a password, or to nowhere",
    arguments: [
      ("file:///etc/passwd", FetchError.scheme("file:///etc/passwd", "file")),
      ("ftp://example.org/", .scheme("ftp://example.org/", "ftp")),
      ("http://ann:secret@example.org/", .credentials("http://ann:secret@example.org/")),
      ("http://exa mple.org/", .badAddress("http://exa mple.org/")),
    ])
  func badRedirect(location: String, reason: FetchError) throws {
    let server = try WebServer { _, connection in connection.redirect(location) }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.redirect(from: address, because: reason)) {
      try fetch(address.text)
    }
  }

  @Test("does not take a redirect with an endless body")
  func endlessRedirect() throws {
    let server = try WebServer { request, connection in
      guard request.path == "/" else { return connection.answer(Array(Self.page.utf8)) }
      connection.send("HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n")
      connection.sendEndlessly("never read ")
    }
    defer { server.stop() }
    #expect(try fetch(server.address()).address.path == "/next")
  }

  // MARK: - Addresses that are not public

  @Test(
    "connects to nothing that is not public",
    arguments: [
      ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("0x7f000001", "127.0.0.1"),
      ("0x7f.1", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("017700000001", "127.0.0.1"),
      ("[::1]", "::1"), ("[0:0:0:0:0:0:0:1]", "::1"),
      ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"), ("[::ffff:7f00:1]", "::ffff:127.0.0.1"),
      ("0.0.0.0", "0.0.0.0"), ("10.1.2.3", "10.1.2.3"), ("192.168.0.1", "192.168.0.1"),
      ("169.254.169.254", "169.254.169.254"), ("100.64.0.1", "100.64.0.1"),
      ("[fe80::1]", "fe80::1"), ("[fd00::1]", "fd00::1"), ("[64:ff9b::7f00:1]", "64:ff9b::7f00:1"),
      ("[2002:7f00:1::]", "2002:7f00:1::"), ("224.0.0.1", "224.0.0.1"),
    ])
  func privateAddresses(host: String, address: String) throws {
    let server = try WebServer { _, connection in connection.answer(Array(Self.page.utf8)) }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) {
      try fetch(server.address(host: host), allowsPrivate: false)
    }
    // Where the machine has no such protocol, no connection is tried at all.
    if case .privateAddress(_, _, let found, _)? = error {
      #expect(found == InternetAddress(address))
    } else {
      Issue.record("\(String(describing: error))")
    }
    #expect(server.requests.isEmpty)
  }

  @Test("looks at what a name means", arguments: ["localhost", "LOCALHOST"])
  func names(host: String) throws {
    let server = try WebServer { _, connection in connection.answer(Array(Self.page.utf8)) }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) {
      try fetch(server.address(host: host), allowsPrivate: false)
    }
    guard case .privateAddress(_, _, _, let kind)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(kind == "a loopback address")
    #expect(server.requests.isEmpty)
    #expect(try fetch(server.address(host: host)).bytes == Array(Self.page.utf8))
  }

  @Test("checks every redirect as it checks the first address")
  func redirectedToPrivate() throws {
    let server = try WebServer { request, connection in
      request.path == "/2"
        ? connection.redirect("http://127.0.0.2:9/inside") : connection.redirect("/2")
    }
    defer { server.stop() }
    // What the test can reach stands for the public, and its neighbour for what is private.
    let fetcher = Fetcher(
      userAgent: "Assay/1.0", limits: .standard,
      refusal: { $0 == InternetAddress("127.0.0.1") ? nil : "a private address" })
    let error = #expect(throws: FetchError.self) {
      try fetcher.fetch(WebAddress(server.address()))
    }
    #expect(
      error?.description
        == "'\(server.address("/2"))' redirects, but 'http://127.0.0.2:9/inside' is not fetched: "
        + "127.0.0.2 is a private address; --allow-private allows it")
    #expect(error?.isOfTheMoment == false)
  }

  // MARK: - Limits

  @Test("takes no answer without end")
  func endless() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
      connection.sendEndlessly("<p>And then? And then? And then?</p>")
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.tooLarge(address, limit: 100_000)) {
      try fetch(address.text, limits: FetchLimits(bytes: 100_000))
    }
  }

  @Test("takes no headers without end")
  func endlessHeaders() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n")
      connection.sendEndlessly("X-More: and more and more and more\r\n")
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.headersTooLarge(address, limit: 20_000)) {
      try fetch(address.text, limits: FetchLimits(headerBytes: 20_000))
    }
  }

  @Test("takes no page that says it is too large, and does not wait for it")
  func announced() throws {
    let server = try WebServer { _, connection in
      connection.answer([], length: 100_001)
      connection.waitUntilClosed()
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.tooLarge(address, limit: 100_000)) {
      try fetch(address.text, limits: FetchLimits(bytes: 100_000))
    }
  }

  @Test("counts the bytes of a packed page when they are unpacked")
  func bomb() throws {
    let packed = try gzip([UInt8](repeating: 0x20, count: 10 << 20))
    #expect(packed.count < 100_000)
    let server = try WebServer { _, connection in
      connection.answer(packed, headers: ["Content-Encoding: gzip"])
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.tooLarge(address, limit: 100_000)) {
      try fetch(address.text, limits: FetchLimits(bytes: 100_000))
    }
  }

  @Test("waits for a silent server only so long")
  func silent() throws {
    let server = try WebServer { _, connection in connection.waitUntilClosed() }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    let error = #expect(throws: FetchError.self) { try fetch(address.text, limits: Self.short) }
    guard case .timedOut(address, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("waits for a server that trickles only so long")
  func trickle() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
      connection.waitUntilClosed()
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.stalled(address, seconds: 1)) {
      try fetch(address.text, limits: FetchLimits(stallBytes: 2000, stallSeconds: 1))
    }
  }

  @Test("counts the time of all redirects together")
  func slowRedirects() throws {
    // Each hop is far quicker than the limit, but there is no end of them.
    let server = try WebServer { request, connection in connection.redirect(request.path + "a") }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) {
      try fetch(
        server.address("/"), limits: FetchLimits(redirects: .max, time: .milliseconds(300)))
    }
    guard case .timedOut? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("stops when it is told to")
  func cancelled() throws {
    let server = try WebServer { _, connection in connection.waitUntilClosed() }
    defer { server.stop() }
    #expect(throws: FetchError.cancelled) {
      try Fetcher(userAgent: "Assay/1.0", allowsPrivate: true)
        .fetch(WebAddress(server.address()), progress: { _, _ in false })
    }
  }

  // MARK: - Lies and failures

  @Test("takes no page that broke off")
  func brokenOff() throws {
    let server = try WebServer { _, connection in
      connection.answer(Array(Self.page.utf8), length: 5000)
    }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) { try fetch(server.address()) }
    guard case .brokenOff? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("reads no further than the length that was said")
  func shortLength() throws {
    let server = try WebServer { _, connection in
      connection.answer(Array(Self.page.utf8), length: 10)
    }
    defer { server.stop() }
    #expect(try fetch(server.address()).bytes == Array(Self.page.utf8.prefix(10)))
  }

  @Test(
    "takes no answer that is none",
    arguments: ["", "hello\r\n", "HTTP/1.1\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n"])
  func garbage(answer: String) throws {
    let server = try WebServer { _, connection in connection.send(answer) }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) { try fetch(server.address()) }
    guard case .brokenOff? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("takes nothing that says it is packed and is not")
  func notPacked() throws {
    let server = try WebServer { _, connection in
      connection.answer(Array(Self.page.utf8), headers: ["Content-Encoding: gzip"])
    }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) { try fetch(server.address()) }
    guard case .brokenOff? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("asks for the type before it takes the bytes")
  func mediaType() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
      connection.sendEndlessly("frame after frame after frame ")
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.mediaType(address, "video/mp4")) {
      try fetch(address.text, accepts: { $0?.name == "text/html" })
    }
  }

  @Test(
    "takes no status but 200", arguments: [203, 206, 304, 400, 401, 403, 404, 410, 429, 500, 503])
  func statuses(status: Int) throws {
    let server = try WebServer { _, connection in
      connection.answer(Array(Self.page.utf8), status: "\(status) So")
    }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.status(address, status)) { try fetch(address.text) }
  }

  @Test("takes no empty page")
  func empty() throws {
    let server = try WebServer { _, connection in connection.answer([]) }
    defer { server.stop() }
    let address = try WebAddress(server.address())
    #expect(throws: FetchError.empty(address)) { try fetch(address.text) }
  }

  @Test("says that nobody listens")
  func refused() throws {
    let server = try WebServer { _, connection in connection.answer(Array(Self.page.utf8)) }
    server.stop()
    #expect(throws: FetchError.notReached(host: "127.0.0.1", reason: "connection refused")) {
      try fetch(server.address())
    }
  }

  @Test("says that nobody has the name")
  func unknownHost() throws {
    // RFC 6761 keeps the name from ever being given to anybody.
    #expect(throws: FetchError.unknownHost("nobody.invalid")) {
      try fetch("http://nobody.invalid/", limits: FetchLimits(time: .seconds(20)))
    }
  }
}
