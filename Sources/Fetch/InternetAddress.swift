private import Glibc

/// The address of a machine, as it is connected to.
package struct InternetAddress: Hashable, Sendable {
  /// Four bytes, or sixteen.
  package let bytes: [UInt8]

  /// - Returns: Nil for any other number of bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads the numeric form: `192.0.2.1` or `2001:db8::1`.
  package init?(_ text: String) {
    var buffer = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &buffer) == 1 {
      bytes = Array(buffer.prefix(4))
    } else if inet_pton(AF_INET6, text, &buffer) == 1 {
      bytes = buffer
    } else {
      return nil
    }
  }

  /// What keeps it from being a public address, with its article, as in "a loopback address"; nil for
  /// a public one.
  ///
  /// After the special-purpose registries of IANA (RFC 6890). Of IPv6 only what is given out
  /// (`2000::/3`) is public, so that a range nobody thought of is refused. The public addresses of
  /// IPv4 are public too under the prefix of NAT64, through which networks without IPv4 reach them;
  /// other ways of writing an IPv4 address in IPv6 are refused, whatever they hold.
  package var privateKind: String? {
    let ranges = bytes.count == 4 ? Self.ranges4 : Self.ranges6
    if let range = ranges.first(where: { $0.holds(bytes) }) {
      guard range.kind == Self.nat64 else { return range.kind }
      return InternetAddress(bytes: Array(bytes[12...]))?.privateKind
    }
    return bytes.count == 4 || bytes[0] & 0xE0 == 0x20 ? nil : "a reserved address"
  }

  private struct Range: Sendable {
    let prefix: [UInt8]
    /// How many bits of the prefix count.
    let bits: Int
    let kind: String

    init(_ prefix: [UInt8], _ bits: Int, _ kind: String) {
      self.prefix = prefix
      self.bits = bits
      self.kind = kind
    }

    func holds(_ bytes: [UInt8]) -> Bool {
      for index in 0..<(bits + 7) / 8 {
        let mask: UInt8 = bits >= index * 8 + 8 ? 0xFF : 0xFF << UInt8(index * 8 + 8 - bits)
        let expected = index < prefix.count ? prefix[index] : 0
        if (bytes[index] ^ expected) & mask != 0 { return false }
      }
      return true
    }
  }

  private static let nat64 = "a NAT64 address"

  private static let ranges4 = [
    Range([0, 0, 0, 0], 32, "the unspecified address"),
    Range([0], 8, "an address of this network"),
    Range([10], 8, "a private address"),
    Range([100, 64], 10, "a shared (carrier-grade NAT) address"),
    Range([127], 8, "a loopback address"),
    Range([169, 254], 16, "a link-local address"),
    Range([172, 16], 12, "a private address"),
    Range([192, 0, 0], 24, "a reserved address"),
    Range([192, 0, 2], 24, "an address for documentation"),
    Range([192, 88, 99], 24, "a 6to4 relay's address"),
    Range([192, 168], 16, "a private address"),
    Range([198, 18], 15, "an address for benchmarks"),
    Range([198, 51, 100], 24, "an address for documentation"),
    Range([203, 0, 113], 24, "an address for documentation"),
    Range([224], 4, "a multicast address"),
    Range([240], 4, "a reserved address"),
  ]

  private static let ranges6 = [
    Range([], 128, "the unspecified address"),
    Range([UInt8](repeating: 0, count: 15) + [1], 128, "a loopback address"),
    Range([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], 96, "an IPv4-mapped address"),
    Range([0x00, 0x64, 0xFF, 0x9B], 96, nat64),
    Range([0x20, 0x01], 23, "a reserved (Teredo or protocol) address"),
    Range([0x20, 0x01, 0x0D, 0xB8], 32, "an address for documentation"),
    Range([0x20, 0x02], 16, "a 6to4 address"),
    Range([0x3F, 0xFF], 20, "an address for documentation"),
    Range([0xFC], 7, "a private address"),
    Range([0xFE, 0x80], 10, "a link-local address"),
    Range([0xFE, 0xC0], 10, "a private address"),
    Range([0xFF], 8, "a multicast address"),
  ]
}

extension InternetAddress: CustomStringConvertible {
  package var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    _ = inet_ntop(family, bytes, &text, socklen_t(text.count))
    return String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
