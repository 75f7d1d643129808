private import CCurl
private import Glibc

/// One request and its answer, without following redirects.
///
/// Nothing of the surroundings takes part: no proxy, no `.netrc`, no cookies, no remembered sessions.
/// Where it connects to is checked on the very address that the connection is then made with, so a
/// name that changes its meaning in between gains nothing.
final class CurlTransfer {
  private let handle: UnsafeMutableRawPointer
  /// Where libcurl says what went wrong.
  private let reason: UnsafeMutablePointer<CChar>
  private let address: WebAddress
  private let request: Request

  // What the callbacks have seen.
  private var bytes: [UInt8] = []
  private var headerBytes = 0
  private var location: String?
  private var refused: (InternetAddress, kind: String)?
  private var stop: Stop?

  struct Request {
    var userAgent: String
    var limits: FetchLimits
    /// What is left of the time of the fetch.
    var time: Duration
    /// Why an address of a machine is not connected to, with its article; nil for one that is.
    var refusal: (InternetAddress) -> String?
    /// A file of the certificates to trust; nil for those of the system.
    var certificates: String?
    var accepts: (MediaType?) -> Bool
    /// Told now and then what came of how much (0 where that is unknown); false to stop.
    var progress: (_ received: Int, _ total: Int) -> Bool
  }

  struct Answer {
    let status: Int
    /// Where a redirect leads, as the server wrote it.
    let location: String?
    let mediaType: MediaType?
    /// Empty but for an answer with a page.
    let bytes: [UInt8]
  }

  /// Why we, not the server, end a transfer.
  private enum Stop {
    case tooLarge, headersTooLarge, mediaType(String)
    /// A status without a page has a body that nobody reads.
    case notWanted
  }

  init(_ address: WebAddress, _ request: Request) throws(FetchError) {
    guard CurlLibrary.isLoaded, let handle = ccurl_make() else { throw .noLibrary }
    self.handle = handle
    self.address = address
    self.request = request
    reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
    reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    ccurl_destroy(handle)
    reason.deallocate()
  }

  func perform() throws(FetchError) -> Answer {
    // An option that the library refuses must not go unnoticed: it may be the one that protects.
    guard setUp() else { throw .noLibrary }
    let code = withExtendedLifetime(self) { inUTF8Locale { ccurl_perform(handle) } }
    let status = ccurl_number(handle, CURLINFO_RESPONSE_CODE)
    if case .notWanted? = stop { return answer(status, bytes: []) }
    guard code == CURLE_OK else { throw failure(code) }
    return answer(status, bytes: status == 200 ? bytes : [])
  }

  private func answer(_ status: Int, bytes: [UInt8]) -> Answer {
    Answer(status: status, location: location, mediaType: mediaType, bytes: bytes)
  }

  private var mediaType: MediaType? {
    ccurl_text(handle, CURLINFO_CONTENT_TYPE).flatMap { MediaType(String(cString: $0)) }
  }
}

@available(*, unavailable) extension CurlTransfer: Sendable {}

// MARK: - Options

extension CurlTransfer {
  private func setUp() -> Bool {
    let milliseconds = { (time: Duration) in max(1, Int(time / .milliseconds(1))) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue)), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
      (CURLOPT_TIMEOUT_MS, milliseconds(request.time)),
      (
        CURLOPT_CONNECTTIMEOUT_MS,
        milliseconds(min(request.time, request.limits.connectTime))
      ),
      (CURLOPT_LOW_SPEED_LIMIT, max(1, request.limits.stallBytes / request.limits.stallSeconds)),
      (CURLOPT_LOW_SPEED_TIME, request.limits.stallSeconds),
    ]
    // An empty proxy is none, whatever the environment says; an empty list of encodings is all that
    // the library can unpack.
    var texts: [(CURLoption, String)] = [
      (CURLOPT_URL, address.text), (CURLOPT_USERAGENT, request.userAgent), (CURLOPT_PROXY, ""),
      (CURLOPT_ACCEPT_ENCODING, ""),
    ]
    if let certificates = request.certificates { texts.append((CURLOPT_CAINFO, certificates)) }
    let isSet =
      numbers.allSatisfy { ccurl_set_number(handle, $0, $1) == CURLE_OK }
      && texts.allSatisfy { ccurl_set_text(handle, $0, $1) == CURLE_OK }
      && ccurl_set_size(
        handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.limits.bytes)) == CURLE_OK
      && ccurl_allow_web_only(handle) == CURLE_OK
      && ccurl_set_error_buffer(handle, reason) == CURLE_OK
    guard isSet else { return false }
    return ccurl_set_callbacks(
      handle, Unmanaged.passUnretained(self).toOpaque(),
      { CurlTransfer.of($3).takeHeader($0, count: $1 * $2) },
      { CurlTransfer.of($3).takeBody($0, count: $1 * $2) },
      { context, total, received, _, _ in
        CurlTransfer.of(context).goesOn(received: Int(received), total: Int(total)) ? 0 : 1
      },
      { context, _, target in CurlTransfer.of(context).openSocket(target) }) == CURLE_OK
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
    guard let context else { preconditionFailure("the callbacks were given a transfer") }
    return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Names of servers beyond ASCII are converted by the locale's encoding, which must be ours.
  private func inUTF8Locale<Value>(_ body: () -> Value) -> Value {
    guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return body() }
    let former = uselocale(locale)
    defer {
      uselocale(former)
      freelocale(locale)
    }
    return body()
  }
}

// MARK: - Callbacks

extension CurlTransfer {
  /// - Returns: How many bytes were taken; fewer than came end the transfer.
  private func takeHeader(_ start: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
    headerBytes += count
    guard headerBytes <= request.limits.headerBytes else {
      stop = .headersTooLarge
      return 0
    }
    let line = UnsafeRawBufferPointer(start: start, count: count)
    // Each answer begins with its own line; those before the last only say that it will come.
    if line.starts(with: Array("HTTP/".utf8)) {
      location = nil
    } else if bytes.isEmpty, let colon = line.firstIndex(of: UInt8(ascii: ":")),
      String(decoding: line[..<colon], as: UTF8.self).lowercased() == "location"
    {
      let isBlank = { (byte: UInt8) in byte <= 0x20 }
      let value = line[(colon + 1)...].drop(while: isBlank)
      let end = value.lastIndex { !isBlank($0) }
      location = end.map { String(decoding: value[...$0], as: UTF8.self) }
    }
    return count
  }

  private func takeBody(_ start: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
    guard ccurl_number(handle, CURLINFO_RESPONSE_CODE) == 200 else {
      stop = .notWanted
      return 0
    }
    if bytes.isEmpty {
      let type = mediaType
      guard request.accepts(type) else {
        stop = .mediaType(type?.name ?? "")
        return 0
      }
    }
    // Counted as they are unpacked, so that a small answer cannot become a huge one.
    guard bytes.count + count <= request.limits.bytes else {
      stop = .tooLarge
      return 0
    }
    bytes += UnsafeRawBufferPointer(start: start, count: count)
    return count
  }

  private func goesOn(received: Int, total: Int) -> Bool { request.progress(received, total) }

  /// Checks the address that the library is about to connect to, and makes the socket for it.
  private func openSocket(_ target: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    let none: curl_socket_t = -1
    guard let target, let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else {
      return none
    }
    // The memory behind it is as long as the kind of address needs.
    let socketAddress = UnsafeRawPointer(target) + offset
    let bytes: UnsafeRawBufferPointer
    switch target.pointee.family {
    case AF_INET:
      bytes = UnsafeRawBufferPointer(start: socketAddress + 4, count: 4)
    case AF_INET6:
      bytes = UnsafeRawBufferPointer(start: socketAddress + 8, count: 16)
    default: return none
    }
    guard let internet = InternetAddress(bytes: Array(bytes)) else { return none }
    if let kind = request.refusal(internet) {
      refused = (internet, kind)
      return none
    }
    return socket(
      target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
      target.pointee.protocol)
  }
}

// MARK: - Failures

extension CurlTransfer {
  private func failure(_ code: CURLcode) -> FetchError {
    switch stop {
    case .tooLarge: return .tooLarge(address, limit: request.limits.bytes)
    case .headersTooLarge:
      return .headersTooLarge(address, limit: request.limits.headerBytes)
    case .mediaType(let name): return .mediaType(address, name)
    case .notWanted, nil: break
    }
    switch code {
    case CURLE_URL_MALFORMAT: return .badAddress(address.text)
    case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(address.host)
    case CURLE_COULDNT_CONNECT:
      if let (internet, kind) = refused {
        return .privateAddress(asked: address, host: address.host, internet, kind: kind)
      }
      return .notReached(host: address.host, reason: systemReason)
    case CURLE_OPERATION_TIMEDOUT:
      // The library has one code for all limits of time, and tells them apart in words only.
      if said.hasPrefix("Operation too slow") {
        return .stalled(address, seconds: request.limits.stallSeconds)
      }
      return said.hasPrefix("Operation")
        ? .timedOut(address, request.limits.time)
        : .notReached(host: address.host, reason: "no answer in time")
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(address, limit: request.limits.bytes)
    case CURLE_ABORTED_BY_CALLBACK: return .cancelled
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_SSL_INVALIDCERTSTATUS,
      CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED:
      return .tls(host: address.host, reason: said)
    default: return .brokenOff(address, reason: said)
    }
  }

  /// What the library says of the failure.
  private var said: String {
    let text = String(cString: reason)
    return text.isEmpty ? "no reason given" : text
  }

  /// What the system says of the failure, such as "connection refused".
  private var systemReason: String {
    let code = Int32(ccurl_number(handle, CURLINFO_OS_ERRNO))
    guard code != 0, let text = strerror(code) else { return "no answer" }
    return String(cString: text).lowercased()
  }
}
