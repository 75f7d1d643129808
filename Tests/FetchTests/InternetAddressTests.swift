import Testing

@testable import Fetch

@Suite("Addresses of machines")
struct InternetAddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: String?
    init(_ text: String, _ kind: String?) {
      self.text = text
      self.kind = kind
    }
    var testDescription: String { text }
  }

  @Test(
    "are told apart from public ones",
    arguments: [
      Case("0.0.0.0", "the unspecified address"), Case("0.1.2.3", "an address of this network"),
      Case("9.255.255.255", nil), Case("10.0.0.0", "a private address"),
      Case("10.255.255.255", "a private address"), Case("11.0.0.0", nil),
      Case("100.63.255.255", nil), Case("100.64.0.0", "a shared (carrier-grade NAT) address"),
      Case("100.127.255.255", "a shared (carrier-grade NAT) address"), Case("100.128.0.0", nil),
      Case("127.0.0.1", "a loopback address"), Case("127.255.255.254", "a loopback address"),
      Case("128.0.0.0", nil), Case("169.254.169.254", "a link-local address"),
      Case("172.15.255.255", nil), Case("172.16.0.0", "a private address"),
      Case("172.31.255.255", "a private address"), Case("172.32.0.0", nil),
      Case("192.0.0.1", "a reserved address"), Case("192.0.2.1", "an address for documentation"),
      Case("192.88.99.1", "a 6to4 relay's address"), Case("192.168.1.1", "a private address"),
      Case("192.169.0.0", nil), Case("198.17.255.255", nil),
      Case("198.18.0.0", "an address for benchmarks"),
      Case("198.19.255.255", "an address for benchmarks"), Case("198.20.0.0", nil),
      Case("198.51.100.7", "an address for documentation"),
      Case("203.0.113.7", "an address for documentation"), Case("223.255.255.255", nil),
      Case("224.0.0.1", "a multicast address"), Case("239.255.255.255", "a multicast address"),
      Case("240.0.0.1", "a reserved address"), Case("255.255.255.255", "a reserved address"),
      Case("::", "the unspecified address"), Case("::1", "a loopback address"),
      Case("::2", "a reserved address"), Case("::127.0.0.1", "a reserved address"),
      Case("::ffff:127.0.0.1", "an IPv4-mapped address"),
      Case("::ffff:9.9.9.9", "an IPv4-mapped address"), Case("64:ff9b::9.9.9.9", nil),
      Case("64:ff9b::127.0.0.1", "a loopback address"),
      Case("64:ff9b::10.0.0.1", "a private address"),
      Case("64:ff9b:1::9.9.9.9", "a reserved address"), Case("100::1", "a reserved address"),
      Case("2001::1", "a reserved (Teredo or protocol) address"),
      Case("2001:1ff::1", "a reserved (Teredo or protocol) address"), Case("2001:200::1", nil),
      Case("2001:db8::1", "an address for documentation"),
      Case("2002:7f00:1::", "a 6to4 address"), Case("2003::1", nil), Case("2606:2800::1", nil),
      Case("3fff::1", "an address for documentation"), Case("3fff:1000::1", nil),
      Case("4000::1", "a reserved address"), Case("fc00::1", "a private address"),
      Case("fdff::1", "a private address"), Case("fe80::1", "a link-local address"),
      Case("febf::1", "a link-local address"), Case("fec0::1", "a private address"),
      Case("ff02::1", "a multicast address"),
    ])
  func kinds(item: Case) throws {
    let address = try #require(InternetAddress(item.text))
    #expect(address.privateKind == item.kind)
  }

  @Test("are written as they are read", arguments: ["192.0.2.1", "2001:db8::1", "::1"])
  func text(text: String) throws {
    #expect(try #require(InternetAddress(text)).description == text)
  }

  @Test("are refused in any other form", arguments: ["", "1.2.3", "example.org", "1.2.3.4.5"])
  func noAddress(text: String) {
    #expect(InternetAddress(text) == nil)
    #expect(InternetAddress(bytes: [1, 2, 3]) == nil)
  }
}
