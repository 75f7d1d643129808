/// What a fetch may cost before it is given up: a server is trusted with nothing.
package struct FetchLimits: Hashable, Sendable {
  /// The most bytes of a page, after unpacking.
  package var bytes: Int
  /// The most bytes of the headers of one answer.
  package var headerBytes: Int
  /// The most redirects that are followed.
  package var redirects: Int
  /// How long a fetch may take, redirects and all.
  package var time: Duration
  /// How long finding a server and reaching it may take.
  package var connectTime: Duration
  /// The fewest bytes in `stallSeconds` seconds, so that a server cannot trickle until `time` is over.
  package var stallBytes: Int
  package var stallSeconds: Int

  package init(
    bytes: Int = 32 << 20, headerBytes: Int = 256 << 10, redirects: Int = 10,
    time: Duration = .seconds(60), connectTime: Duration = .seconds(15), stallBytes: Int = 2000,
    stallSeconds: Int = 20
  ) {
    self.bytes = bytes
    self.headerBytes = headerBytes
    self.redirects = redirects
    self.time = time
    self.connectTime = connectTime
    self.stallBytes = stallBytes
    self.stallSeconds = stallSeconds
  }

  /// 32 MB, 256 KB of headers, 10 redirects, a minute in all, 15 seconds to reach a server.
  package static let standard = FetchLimits()
}
