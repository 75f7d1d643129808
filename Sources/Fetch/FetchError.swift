/// Why an address gave nothing.
///
/// Addresses are as the user or the server wrote them, so whoever shows a sentence escapes it.
package enum FetchError: Error, Hashable, Sendable {
  case badAddress(String)
  /// Another scheme than `http` and `https`.
  case scheme(String, String)
  /// A user name or a password in the address.
  case credentials(String)
  case unknownHost(String)
  /// Nobody answered there.
  case notReached(host: String, reason: String)
  /// `kind` says what it is, with its article.
  case privateAddress(asked: WebAddress, host: String, InternetAddress, kind: String)
  case tls(host: String, reason: String)
  case timedOut(WebAddress, Duration)
  case stalled(WebAddress, seconds: Int)
  case tooLarge(WebAddress, limit: Int)
  case headersTooLarge(WebAddress, limit: Int)
  case tooManyRedirects(WebAddress, limit: Int)
  /// A redirect that is not followed, and why.
  indirect case redirect(from: WebAddress, because: FetchError)
  case status(WebAddress, Int)
  case mediaType(WebAddress, String)
  case empty(WebAddress)
  /// The connection ended before the answer did, or what came is no answer.
  case brokenOff(WebAddress, reason: String)
  case cancelled
  case noLibrary
}

extension FetchError {
  /// Whether the page itself was out of reach, and not what was asked for or how; another day, or a
  /// copy, may help.
  package var isOfTheMoment: Bool {
    switch self {
    case .unknownHost, .notReached, .tls, .timedOut, .stalled, .tooLarge, .headersTooLarge,
      .tooManyRedirects, .status, .mediaType, .empty, .brokenOff, .noLibrary:
      true
    case .redirect(_, let reason):
      if case .privateAddress = reason { false } else { true }
    case .badAddress, .scheme, .credentials, .privateAddress, .cancelled: false
    }
  }
}

// MARK: - Sentences

extension FetchError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badAddress(let text):
      "'\(text)' is no web address; write it as https://example.org/page"
    case .scheme(let text, let scheme):
      "'\(text)' cannot be fetched: only http and https addresses are, not '\(scheme)'; "
        + "give a file by its name"
    case .credentials(let text):
      "'\(Self.withoutUser(text))' was given with a user name or a password, which would be kept with "
        + "the article; leave them out, or save the page and give the file"
    case .unknownHost(let host):
      "no server is called '\(host)', or names cannot be looked up now; check the address and the "
        + "connection"
    case .notReached(let host, let reason):
      "the server '\(host)' cannot be reached: \(reason); try again later"
    case .privateAddress(let asked, let host, let address, let kind):
      "'\(asked)' is not fetched: "
        + (host == address.description || host == "[\(address)]"
          ? "\(address) is \(kind)" : "'\(host)' is at \(address), \(kind)")
        + "; --allow-private allows it"
    case .tls(let host, let reason):
      "there is no secure connection to '\(host)' (\(reason)), so nothing was fetched; save the page "
        + "with a browser if you trust it"
    case .timedOut(let address, let limit):
      "'\(address)' took longer than \(limit.components.seconds) seconds; try again later"
    case .stalled(let address, let seconds):
      "'\(address)' sent next to nothing for \(seconds) seconds; try again later"
    case .tooLarge(let address, let limit):
      "'\(address)' is larger than \(Self.size(limit)); save the article's text and give the file"
    case .headersTooLarge(let address, let limit):
      "the server of '\(address)' sends headers without end (over \(Self.size(limit)))"
    case .tooManyRedirects(let address, let limit):
      "'\(address)' redirects more than \(limit) times; it may want cookies, which are not kept: save "
        + "the page with a browser"
    case .redirect(let address, .scheme(let target, let scheme)):
      "'\(address)' redirects to '\(target)', which is not followed: only http and https addresses "
        + "are, not '\(scheme)'"
    case .redirect(let address, .credentials(let target)):
      "'\(address)' redirects to '\(Self.withoutUser(target))' with a user name or a password, which "
        + "is not followed"
    case .redirect(let address, .badAddress(let target)):
      "'\(address)' redirects to '\(target)', which is no web address"
    case .redirect(let address, let reason): "'\(address)' redirects, but \(reason)"
    case .status(let address, let status): Self.sentence(address, status: status)
    case .mediaType(let address, let type):
      "'\(address)' is '\(type)', which is not read; give a web page, a text, Markdown, PDF or mail"
    case .empty(let address): "'\(address)' is empty; nothing was fetched"
    case .brokenOff(let address, let reason):
      "the answer of '\(address)' broke off (\(reason)); try again later"
    case .cancelled: "interrupted"
    case .noLibrary:
      "libcurl is not installed, and addresses cannot be fetched without it: apt-get install libcurl4"
    }
  }

  private static func sentence(_ address: WebAddress, status: Int) -> String {
    switch status {
    case 401, 407:
      "'\(address)' asks for a password (status \(status)); save the page with a browser"
    case 402, 403, 451:
      "the server does not let '\(address)' be read (status \(status)); save the page with a browser"
    case 404, 410: "there is no page '\(address)' (status \(status)); check the address"
    case 429: "the server is asked too often for '\(address)' (status 429); try again later"
    case 500...599:
      "the server of '\(address)' is in trouble (status \(status)); try again later"
    default: "the server answers status \(status) for '\(address)', and no page"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
  }

  /// An address as it may be shown: a password must not end up in a log.
  private static func withoutUser(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstRange(of: Array("//".utf8))?.upperBound else { return "…" }
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return "…" }
    return String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self)
  }
}
