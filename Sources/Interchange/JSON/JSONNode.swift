/// A value of a JSON text, with the bytes where it stands.
struct JSONNode: Sendable {
  let content: Content
  /// Byte offsets into the text that it was read from.
  let start: Int32
  let end: Int32

  enum Content: Sendable {
    case null
    case bool(Bool)
    /// Its digits are the bytes of the node.
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  var range: Range<Int> { Int(start)..<Int(end) }

  /// What people call a value of this kind.
  var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A name and its value in a JSON object.
struct JSONMember: Sendable {
  let name: String
  let value: JSONNode
}

/// Why a JSON text cannot be used, and where: `3:14` for its syntax, `blocks[2].role` for the rest.
struct JSONFault: Error, Equatable {
  let place: String
  let reason: String

  /// Both may quote a hostile text, so what is too long for a message loses its middle.
  init(place: String, reason: String) {
    self.place = place.withoutMiddle(longerThan: 200)
    self.reason = reason.withoutMiddle(longerThan: 400)
  }
}

extension String {
  /// The text, or its beginning and end where it has more code points than a limit.
  fileprivate func withoutMiddle(longerThan limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    let half = limit / 2
    return String(unicodeScalars.prefix(half)) + " … " + String(unicodeScalars.suffix(half))
  }
}
