/// An address of the web that may be asked for: `http` or `https`, without user name and password.
///
/// It is in one form: scheme and host in lower case, without the scheme's own port, without `.` and
/// `..` in the path, without fragment, and beyond the host in ASCII.
package struct WebAddress: Hashable, Sendable {
  package let text: String
  /// The server's name or number, as the address has it.
  package let host: String
  package let isEncrypted: Bool
  /// From its first slash, without the question.
  package let path: String

  /// Whether a name that the user gives for an article is an address rather than a file.
  ///
  /// It is where it begins as an address does, whatever its scheme, for `ftp://…` names no file; and
  /// with `http:` and `https:` in any case.
  package static func isMeant(by name: String) -> Bool {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = name[..<colon]
    return scheme.utf8.first.map { $0 | 0x20 }.map { 0x61...0x7A ~= $0 } ?? false
      && scheme.utf8.allSatisfy {
        0x61...0x7A ~= ($0 | 0x20) || 0x30...0x39 ~= $0 || "+-.".utf8.contains($0)
      }
      && (name[colon...].hasPrefix("://") || ["http", "https"].contains(scheme.lowercased()))
  }

  /// - Throws: `badAddress`, `scheme`, `credentials`, or `noLibrary`.
  package init(_ text: String) throws(FetchError) {
    self = try Self(CurlURL(), text, shown: text)
  }

  /// The address that a redirect names, which may be relative to this one.
  ///
  /// - Throws: As `init`.
  func following(_ location: String) throws(FetchError) -> WebAddress {
    let url = try CurlURL()
    guard url.set(.whole, to: text) else { throw .badAddress(text) }
    return try WebAddress(url, location, shown: location)
  }

  /// - Parameter url: What a relative address is relative to.
  private init(_ url: CurlURL, _ text: String, shown: String) throws(FetchError) {
    let isPlain = text.utf8.count <= 8192 && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    guard isPlain, url.set(.whole, to: Self.ascii(text)),
      let scheme = url.part(.scheme)?.lowercased()
    else { throw .badAddress(shown) }
    guard scheme == "http" || scheme == "https" else { throw .scheme(shown, scheme) }
    guard url.part(.user) == nil, url.part(.password) == nil else { throw .credentials(shown) }
    guard let host = url.part(.host)?.lowercased(), !host.isEmpty,
      url.set(.host, to: host), url.set(.fragment, to: nil)
    else { throw .badAddress(shown) }
    if url.part(.port) == (scheme == "http" ? "80" : "443"), !url.set(.port, to: nil) {
      throw .badAddress(shown)
    }
    guard let whole = url.part(.whole), let path = url.part(.path) else { throw .badAddress(shown) }
    self.text = whole
    self.host = host
    self.path = path
    isEncrypted = scheme == "https"
  }

  /// The text with every character beyond ASCII as servers are asked for it, but for those of the host.
  private static func ascii(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let authority = bytes.firstRange(of: Array("://".utf8))?.upperBound ?? 0
    let rest = bytes[authority...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    // A relative address has no host.
    let start = authority == 0 ? 0 : rest
    var result = Array(bytes[..<start])
    for byte in bytes[start...] {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension WebAddress: CustomStringConvertible {
  package var description: String { text }
}
