import Testing

@testable import Fetch

/// What a failed fetch says, word for word.
@Suite("Sentences of failed fetches")
struct FetchErrorTests {
  @Test("say what failed and what to do next")
  func sentences() throws {
    let page = try WebAddress("https://news.example.org/tram")
    let home = try WebAddress("http://localhost:8080/")
    let number = try WebAddress("http://[::1]/")
    let loopback = try #require(InternetAddress("127.0.0.1"))
    let loopback6 = try #require(InternetAddress("::1"))
    let pairs: [(FetchError, String)] = [
      (
        .badAddress("https://"),
        "'https://' is no web address; write it as https://example.org/page"
      ),
      (
        .scheme("file:///etc/passwd", "file"),
        "'file:///etc/passwd' cannot be fetched: only http and https addresses are, not 'file'; give a "
          + "file by its name"
      ),
      (
        .unknownHost("news.example.org"),
        "no server is called 'news.example.org', or names cannot be looked up now; check the address "
          + "and the connection"
      ),
      (
        .notReached(host: "news.example.org", reason: "connection refused"),
        "the server 'news.example.org' cannot be reached: connection refused; try again later"
      ),
      (
        .privateAddress(asked: home, host: "localhost", loopback, kind: "a loopback address"),
        "'http://localhost:8080/' is not fetched: 'localhost' is at 127.0.0.1, a loopback address; "
          + "--allow-private allows it"
      ),
      (
        .privateAddress(asked: number, host: "[::1]", loopback6, kind: "a loopback address"),
        "'http://[::1]/' is not fetched: ::1 is a loopback address; --allow-private allows it"
      ),
      (
        .tls(host: "news.example.org", reason: "certificate has expired"),
        "there is no secure connection to 'news.example.org' (certificate has expired), so nothing was "
          + "fetched; save the page with a browser if you trust it"
      ),
      (
        .timedOut(page, .seconds(60)),
        "'https://news.example.org/tram' took longer than 60 seconds; try again later"
      ),
      (
        .stalled(page, seconds: 20),
        "'https://news.example.org/tram' sent next to nothing for 20 seconds; try again later"
      ),
      (
        .tooLarge(page, limit: 32 << 20),
        "'https://news.example.org/tram' is larger than 32 MB; save the article's text and give the "
          + "file"
      ),
      (
        .headersTooLarge(page, limit: 256 << 10),
        "the server of 'https://news.example.org/tram' sends headers without end (over 256 KB)"
      ),
      (
        .tooManyRedirects(page, limit: 10),
        "'https://news.example.org/tram' redirects more than 10 times; it may want cookies, which are "
          + "not kept: save the page with a browser"
      ),
      (
        .redirect(from: page, because: .scheme("file:///etc/passwd", "file")),
        "'https://news.example.org/tram' redirects to 'file:///etc/passwd', which is not followed: only "
          + "http and https addresses are, not 'file'"
      ),
      (
        .redirect(from: page, because: .credentials("http://ann:secret@example.org/")),
        "'https://news.example.org/tram' redirects to 'http://example.org/' with a user name or a "
          + "password, which is not followed"
      ),
      (
        .redirect(from: page, because: .badAddress("http://[")),
        "'https://news.example.org/tram' redirects to 'http://[', which is no web address"
      ),
      (
        .status(page, 403),
        "the server does not let 'https://news.example.org/tram' be read (status 403); save the page "
          + "with a browser"
      ),
      (
        .status(page, 401),
        "'https://news.example.org/tram' asks for a password (status 401); save the page with a browser"
      ),
      (
        .status(page, 404),
        "there is no page 'https://news.example.org/tram' (status 404); check the address"
      ),
      (
        .status(page, 429),
        "the server is asked too often for 'https://news.example.org/tram' (status 429); try again "
          + "later"
      ),
      (
        .status(page, 503),
        "the server of 'https://news.example.org/tram' is in trouble (status 503); try again later"
      ),
      (
        .status(page, 204),
        "the server answers status 204 for 'https://news.example.org/tram', and no page"
      ),
      (
        .mediaType(page, "video/mp4"),
        "'https://news.example.org/tram' is 'video/mp4', which is not read; give a web page, a text, "
          + "Markdown, PDF or mail"
      ),
      (.empty(page), "'https://news.example.org/tram' is empty; nothing was fetched"),
      (
        .brokenOff(page, reason: "transfer closed"),
        "the answer of 'https://news.example.org/tram' broke off (transfer closed); try again later"
      ),
      (.cancelled, "interrupted"),
      (
        .noLibrary,
        "libcurl is not installed, and addresses cannot be fetched without it: apt-get install libcurl4"
      ),
    ]
    for (error, sentence) in pairs { #expect(error.description == sentence) }
  }
}
