/// Gets the bytes of an address, with limits on everything that a server decides.
package struct Fetcher {
  private let userAgent: String
  private let limits: FetchLimits
  private let refusal: (InternetAddress) -> String?
  private let certificates: String?
  private let accepts: (MediaType?) -> Bool

  /// - Parameters:
  ///   - userAgent: What we call ourselves.
  ///   - allowsPrivate: Whether addresses that are not public may be connected to.
  ///   - certificates: A file of the certificates to trust; nil for those of the system.
  ///   - accepts: Whether content of a type is wanted at all; nil where the server names none.
  package init(
    userAgent: String, limits: FetchLimits = .standard, allowsPrivate: Bool,
    certificates: String? = nil, accepts: @escaping (MediaType?) -> Bool = { _ in true }
  ) {
    self.init(
      userAgent: userAgent, limits: limits, certificates: certificates, accepts: accepts,
      refusal: { allowsPrivate ? nil : $0.privateKind })
  }

  /// - Parameter refusal: Why an address is not connected to; nil for one that is.
  init(
    userAgent: String, limits: FetchLimits, certificates: String? = nil,
    accepts: @escaping (MediaType?) -> Bool = { _ in true },
    refusal: @escaping (InternetAddress) -> String?
  ) {
    self.userAgent = userAgent
    self.limits = limits
    self.refusal = refusal
    self.certificates = certificates
    self.accepts = accepts
  }

  /// Asks for an address and goes where it redirects to; blocks until all has come or a limit is met.
  ///
  /// Every hop is checked as the first one is, and keeps nothing of the hop before.
  ///
  /// - Parameters:
  ///   - redirected: Told of each redirect before it is followed.
  ///   - progress: Told at least once a second how many bytes came of how many (0 where nobody knows);
  ///     false to stop, which throws `cancelled`.
  package func fetch(
    _ address: WebAddress, redirected: (WebAddress) -> Void = { _ in },
    progress: @escaping (_ received: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(FetchError) -> Download {
    let end = ContinuousClock.now + limits.time
    var current = address
    var redirects: [WebAddress] = []
    while true {
      let former = redirects.dropLast().last ?? address
      let answer = try ask(current, until: end, after: former, progress)
      if [301, 302, 303, 307, 308].contains(answer.status), let location = answer.location {
        guard redirects.count < limits.redirects else {
          throw .tooManyRedirects(address, limit: limits.redirects)
        }
        let next: WebAddress
        do throws(FetchError) {
          next = try current.following(location)
        } catch {
          throw .redirect(from: current, because: error)
        }
        redirected(next)
        redirects.append(next)
        current = next
        continue
      }
      guard answer.status == 200 else { throw .status(current, answer.status) }
      guard !answer.bytes.isEmpty else { throw .empty(current) }
      return Download(
        address: current, redirects: redirects, mediaType: answer.mediaType, bytes: answer.bytes)
    }
  }

  /// - Parameter former: Where the address came from; the address itself where the user gave it.
  private func ask(
    _ address: WebAddress, until end: ContinuousClock.Instant, after former: WebAddress,
    _ progress: @escaping (Int, Int) -> Bool
  ) throws(FetchError) -> CurlTransfer.Answer {
    let left = end - ContinuousClock.now
    guard left > .zero else { throw .timedOut(address, limits.time) }
    let request = CurlTransfer.Request(
      userAgent: userAgent, limits: limits, time: left, refusal: refusal,
      certificates: certificates, accepts: accepts, progress: progress)
    do throws(FetchError) {
      return try CurlTransfer(address, request).perform()
    } catch {
      if case .privateAddress = error, former != address {
        throw .redirect(from: former, because: error)
      }
      throw error
    }
  }
}
