private import CCurl

/// An address taken apart by the code that will connect to it, so that the two never disagree.
final class CurlURL {
  private let handle: OpaquePointer

  enum Part {
    case whole, scheme, user, password, host, port, path, fragment
  }

  /// - Throws: `noLibrary`.
  init() throws(FetchError) {
    guard CurlLibrary.isLoaded, let handle = ccurl_make_url() else { throw .noLibrary }
    self.handle = handle
  }

  deinit { ccurl_destroy_url(handle) }

  /// Sets a part, or takes it away; setting the whole follows a relative address.
  /// - Returns: Whether the part has the form that it must have.
  func set(_ part: Part, to value: String?) -> Bool {
    ccurl_set_part(handle, Self.code(part), value, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK
  }

  func part(_ part: Part) -> String? {
    guard let text = ccurl_part(handle, Self.code(part), 0) else { return nil }
    defer { ccurl_free(text) }
    return String(cString: text)
  }

  private static func code(_ part: Part) -> CURLUPart {
    switch part {
    case .whole: CURLUPART_URL
    case .scheme: CURLUPART_SCHEME
    case .user: CURLUPART_USER
    case .password: CURLUPART_PASSWORD
    case .host: CURLUPART_HOST
    case .port: CURLUPART_PORT
    case .path: CURLUPART_PATH
    case .fragment: CURLUPART_FRAGMENT
    }
  }
}

@available(*, unavailable) extension CurlURL: Sendable {}

/// The library itself.
enum CurlLibrary {
  /// Loaded at the first look; false where it is not installed.
  static let isLoaded = ccurl_load()
}
