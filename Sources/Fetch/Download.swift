/// What an address gave.
package struct Download: Hashable, Sendable {
  /// Where it was at last, after redirects.
  package let address: WebAddress
  /// The redirects that led there, in order; the last is `address`.
  package let redirects: [WebAddress]
  /// What the server says the bytes are; nil where it does not say.
  package let mediaType: MediaType?
  /// Unpacked, never empty.
  package let bytes: [UInt8]
}

/// The value of a `Content-Type` header.
package struct MediaType: Hashable, Sendable {
  /// As the server wrote it.
  package let text: String
  /// Type and subtype in lower case: `text/html`.
  package let name: String
  /// The encoding of a text, in lower case; nil where none is named.
  package let charset: String?

  /// - Returns: Nil for a text that names no type.
  package init?(_ text: String) {
    let parts = text.split(separator: ";").map { Self.trimmed($0) }
    guard let name = parts.first, name.contains("/"), text.utf8.count <= 1000 else { return nil }
    self.text = text
    self.name = name.lowercased()
    charset =
      parts.dropFirst().lazy.compactMap { parameter in
        let halves = parameter.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
        guard halves.count == 2, halves[0].lowercased() == "charset" else { return nil }
        let value = halves[1].filter { $0 != "\"" && $0 != "'" }.lowercased()
        return value.isEmpty ? nil : value
      }.first
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
