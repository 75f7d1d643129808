import Glibc
import ProcessSupport
import Synchronization
import Testing
import WebSupport

/// Articles from an address, with the real program and a real server.
@Suite("Articles from an address", .timeLimit(.minutes(20)))
struct AddressTests {
  let desk: Desk
  let server: WebServer
  private let state = ServerState()

  /// What the server says, which a test may change.
  final class ServerState: Sendable {
    let words = Mutex("carried 4,200 people a day")
    let status = Mutex("200 OK")
  }

  init() throws {
    desk = try Desk()
    let state = state
    server = try WebServer { request, connection in
      switch request.path {
      case "/moved": connection.redirect("/tram")
      case "/round": connection.redirect("/round")
      case "/file": connection.redirect("file:///etc/passwd")
      case "/silent": connection.waitUntilClosed()
      case "/endless":
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        connection.waitUntilClosed()
      case "/hostile": connection.redirect("http://a\u{1B}[31mred\u{202E}.example/")
      case "/typed": connection.answer([0x3C], type: "text/\u{1B}[31mred")
      case "/picture": connection.answer([0x89, 0x50], type: "image/png")
      case "/lie":
        connection.answer([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A], type: "text/html")
      case "/gone": connection.answer([], status: "404 Not Found")
      case "/polish":
        connection.answer(
          Array("Poci".utf8) + [0xB1] + Array("gi je".utf8) + [0xBF, 0x64, 0xB1] + [0x2E],
          type: "text/plain; charset=ISO-8859-2")
      case "/tram.md":
        connection.answer(
          Array("# The tram\n\nIt carried 4,200 people.\n".utf8), type: "text/plain")
      default:
        let words = state.words.withLock { $0 }
        connection.answer(
          Array(
            """
            <!doctype html><html lang="en"><head><title>The tram line</title></head><body>
            <h1>The tram line is closed until May</h1>
            <p>The tram line \(words) in March, the city council said on Monday.</p>
            <p>Mayor Ines Falk denied that the repairs would cost two million euros.</p>
            </body></html>
            """.utf8), status: state.status.withLock { $0 })
      }
    }
  }

  private var address: String { server.address("/moved") }
  private var final: String { server.address("/tram") }

  /// Loads the address and runs commands in its session.
  private func session(
    _ commands: String..., address other: String? = nil, isNew: Bool = false,
    environment: [String: String] = [:]
  ) throws -> ProcessResult {
    try desk.assay(
      other ?? address, "--allow-private", "--engine", "fast", isNew ? "--new" : "--no-color",
      input: commands.map { $0 + "\n" }.joined(), environment: environment)
  }

  // MARK: - The whole way

  @Test("need the network once")
  func once() throws {
    defer { server.stop() }
    let first = try session("1 supported")
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.errors.hasPrefix("redirected to \(final)\nsession 1  The tram line is closed"))
    let asked = server.requests.count
    server.stop()

    // By number, by hash, by address: the session is there.
    let listed = try desk.assay("sessions", "--format", "jsonl")
    #expect(listed.output.contains("The tram line is closed until May"))
    let opened = try desk.assay("open", "1", input: "history\n2 mixed\n")
    #expect(opened.exitCode == 0, "\(opened.errors)")
    #expect(opened.output.contains("claim 1 status: supported"))
    let again = try session("history")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.output.contains("claim 2 status: mixed"))
    #expect(
      again.errors.hasPrefix(
        "warning: the server '127.0.0.1' cannot be reached: connection refused; try again later\n"
          + "warning: the article is opened as it was fetched on 2"))

    // What is exported says where it came from.
    let exported = try desk.assay("export", "1")
    #expect(exported.output.contains("\"path\": \"\(address)\""))
    #expect(exported.output.contains("\"address\": \"\(final)\""))

    // The script rebuilds it, byte for byte.
    let script = try desk.assay("replay", "1", "--script")
    #expect(script.output.contains("load \(address) --new --id "))
    let twice = try desk.assay(input: script.output)
    #expect(twice.errors.contains("is there already, as session 1"))
    let id = try #require(script.output.split(separator: " --id ").dropFirst().first?.prefix(32))
    let other = script.output.replacing(id, with: String(repeating: "0", count: 32))
    let rebuilt = try desk.assay(input: other)
    #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
    #expect(try desk.assay("replay", "2", "--script").output == other)
    #expect(try desk.assay("replay", "1", "--verify").exitCode == 0)
    #expect(try desk.assay("verify").exitCode == 0)
    #expect(server.requests.count == asked)

    // The page itself is there too.
    let page = try desk.assay("read", address, "--original", "page.html")
    #expect(page.exitCode == 0, "\(page.errors)")
    #expect(page.errors.hasPrefix("what '\(final)' gave on 2"))
    #expect(try desk.read("page.html").hasPrefix("<!doctype html>"))
    let hash = try #require(
      script.output.firstMatch(of: /--expect (sha256:[0-9a-f]+)/)?.output.1)
    #expect(try desk.assay("read", String(hash), "--original", "page.html").exitCode == 73)
    let forced = try desk.assay("read", String(hash), "--original", "page.html", "--force")
    #expect(forced.exitCode == 0, "\(forced.errors)")
    #expect(try desk.assay("read", String(hash)).output.contains("The tram line is closed"))
    let two = try desk.assay("read", String(hash), address, "--original", "other.html")
    #expect(two.exitCode == 64)
    #expect(two.errors == "assay: --original is about one article, but 2 are named\n")
  }

  @Test("go on with the session while the address says the same, and begin one when it does not")
  func changed() throws {
    defer { server.stop() }
    #expect(try session("1 supported").exitCode == 0)
    let same = try session("history")
    #expect(same.output.contains("claim 1 status: supported"))
    #expect(same.errors.contains("\nthe article is as it was fetched on 2"))
    state.words.withLock { $0 = "carried 5,200 people a day" }
    let unsaid = try session("history")
    #expect(unsaid.exitCode == 64)
    #expect(
      unsaid.errors.contains("session 1 is on another text of this address"), "\(unsaid.errors)")
    let other = try session("history", isNew: true)
    #expect(other.errors.contains("\nsession 2  "), "\(other.errors)")
    #expect(!other.output.contains("supported"))
    state.words.withLock { $0 = "carried 4,200 people a day" }
    #expect(try session("history").output.contains("claim 1 status: supported"))
    #expect(
      try desk.sqlite(
        "SELECT count(*), count(DISTINCT article), min(asked), min(final) FROM fetched;")
        == "3|2|\(address)|\(final)\n")
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test("are opened as they were when the page is gone", arguments: ["404 Not Found", "503 Busy"])
  func gone(status: String) throws {
    defer { server.stop() }
    #expect(try session("1 supported").exitCode == 0)
    state.status.withLock { $0 = status }
    for known in [address, final] {
      let result = try session("history", address: known)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.errors.contains("(status \(status.prefix(3)))"))
      #expect(result.errors.contains("warning: the article is opened as it was fetched on 2"))
      #expect(result.output.contains("claim 1 status: supported"))
    }
    let unknown = try session(address: server.address("/other"))
    #expect(unknown.exitCode == 66)
  }

  @Test("are found out when the page that is kept was changed")
  func tampered() throws {
    defer { server.stop() }
    #expect(try session().exitCode == 0)
    _ = try desk.sqlite("DROP TRIGGER fetched_is_not_changed; UPDATE fetched SET bytes = x'00';")
    let verified = try desk.assay("verify")
    #expect(verified.exitCode == 2)
    #expect(
      verified.output.hasSuffix(
        "\nthe trigger 'fetched_is_not_changed' is missing\nwhat was fetched from '\(address)' was changed\n"
      ))
    #expect(try desk.assay("verify", "1").exitCode == 2)
  }

  // MARK: - Reading without keeping

  @Test("are read and split like files, and nothing is kept")
  func read() throws {
    defer { server.stop() }
    let read = try desk.assay("read", address, "--allow-private", "--format", "json")
    #expect(read.exitCode == 0, "\(read.errors)")
    #expect(read.output.contains("\"address\": \"\(final)\""))
    #expect(read.output.contains("\"address\": \"fetched\""))
    let split = try desk.assay("split", final, "--allow-private", "--engine", "fast")
    #expect(split.output.contains("the repairs would cost two million euros"))
    let polish = try desk.assay("read", server.address("/polish"), "--allow-private")
    #expect(polish.output.contains("Pociągi jeżdą."))
    #expect(polish.errors == "")
    let markdown = try desk.assay(
      "read", server.address("/tram.md"), "--allow-private", "--format", "json")
    #expect(markdown.output.contains("\"title\": \"The tram\""))
    #expect(!desk.exists(Desk.store))
  }

  @Test("are counted like files where some fail")
  func several() throws {
    defer { server.stop() }
    let result = try desk.assay(
      "read", final, server.address("/gone"), Desk.article, "--allow-private")
    #expect(result.exitCode == 1)
    #expect(
      result.errors
        == "assay: there is no page '\(server.address("/gone"))' (status 404); check the address\n"
        + "assay: 1 of 3 articles failed\n")
    #expect(result.output.contains("The tram line is closed until May"))
  }

  // MARK: - What is refused

  @Test(
    "are refused where they are not public",
    arguments: [
      "127.0.0.1", "127.1", "0x7f000001", "2130706433", "017700000001", "localhost", "[::1]",
      "[::ffff:127.0.0.1]",
    ])
  func privateAddresses(host: String) throws {
    defer { server.stop() }
    for verb in [[], ["read"], ["split"]] {
      let result = try runProcess(
        builtProgram("assay"), verb + [server.address("/tram", host: host)], folder: desk.folder)
      #expect(result.exitCode == 66)
      #expect(result.errors.contains("is not fetched: "))
      #expect(result.errors.contains("; --allow-private allows it\n"))
    }
    #expect(server.requests.isEmpty)
    #expect(!desk.exists(Desk.store))
  }

  @Test("are refused with a sentence and a code")
  func refused() throws {
    defer { server.stop() }
    let origin = server.address("")
    for (given, code, sentence) in [
      ("file:///etc/passwd", 64, "'file:///etc/passwd' cannot be fetched: only http and https"),
      ("ftp://example.org/", 64, "'ftp://example.org/' cannot be fetched: only http and https"),
      ("https://ann:secret@example.org/", 64, "'https://example.org/' was given with a user name"),
      ("http://", 64, "'http://' is no web address; write it as https://example.org/page"),
      ("\(origin)/round", 66, "'\(origin)/round' redirects more than 10 times"),
      ("\(origin)/file", 66, "'\(origin)/file' redirects to 'file:///etc/passwd', which is not"),
      ("\(origin)/hostile", 66, "'\(origin)/hostile' redirects to 'http://a^[[31mred"),
      ("\(origin)/typed", 65, "'\(origin)/typed' is 'text/^[[31mred', which is not read"),
      ("\(origin)/gone", 66, "there is no page '\(origin)/gone' (status 404)"),
      ("\(origin)/picture", 65, "'\(origin)/picture' is 'image/png', which is not read"),
      ("\(origin)/lie", 65, "'\(origin)/lie' is no text but a PNG image"),
    ] as [(String, CInt, String)] {
      let result = try session(address: given)
      #expect(result.exitCode == code)
      let last = result.errors.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("assay: " + sentence), "\(result.errors)")
      #expect(!result.errors.contains("secret"))
      #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\u{202E}"))
      #expect(result.output == "")
    }
    #expect(!desk.exists(Desk.store))
  }

  @Test("are asked for without the proxies of the environment")
  func proxies() throws {
    defer { server.stop() }
    let nowhere = "http://127.0.0.1:9"
    let result = try session(
      "history",
      environment: [
        "http_proxy": nowhere, "HTTP_PROXY": nowhere, "all_proxy": nowhere, "ALL_PROXY": nowhere,
      ])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(server.requests.first?.headers["user-agent"] == "Assay/1.0")
  }

  @Test("keep no page where none was fetched")
  func noOriginal() throws {
    defer { server.stop() }
    try desk.beginSession()
    let result = try desk.assay("read", final, "--original", "page.html")
    #expect(result.exitCode == 66)
    #expect(
      result.errors == "assay: no page is kept for '\(final)'; one is kept of each article that "
        + "'load ADDRESS' opened\n")
    #expect(server.requests.isEmpty)
  }
}

/// Fetching as a person at a terminal meets it.
extension PromptTests {
  @Test("shows that a fetch takes long, and ends it at Ctrl-C")
  func interruptedFetch() throws {
    let server = try WebServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
      connection.waitUntilClosed()
    }
    defer { server.stop() }
    let prompt = try desk.start(environment: ["TERM": "dumb"])
    try prompt.expect(PtyProcess.plainPrompt)
    try prompt.send("load \(server.address("/slow")) --allow-private\r")
    try prompt.expect("fetching")
    try prompt.send("\u{3}")
    try prompt.expect("assay: interrupted")
    try prompt.expect(PtyProcess.plainPrompt)
    // The session that was open is still there.
    let answer = try prompt.answer("show 1", prompt: PtyProcess.plainPrompt)
    #expect(answer.contains("the tram line carried"))
    try prompt.leave()
  }
}
