/// A node of a JSON text with the way to it, so that whatever is wrong can say where.
struct JSONField {
  let node: JSONNode
  /// As in `attributes[2].labels[0].key`; empty for the whole text.
  let place: String

  init(_ node: JSONNode, place: String = "") {
    self.node = node
    self.place = place
  }

  func fault(_ reason: String) -> JSONFault {
    JSONFault(place: place, reason: reason)
  }

  private func fault(wanted: String) -> JSONFault {
    fault("\(wanted) should stand here, not \(node.kind)")
  }
}

// MARK: - Members

extension JSONField {
  /// The members of an object, whose names must all be among the given ones.
  func object(_ names: [String]) throws(JSONFault) -> Members {
    guard case .object(let members) = node.content else { throw fault(wanted: "an object") }
    for member in members where !names.contains(member.name) {
      throw fault(
        "'\(member.name)' is not a field here; the fields are \(names.joined(separator: ", "))")
    }
    return Members(members: members, place: place)
  }

  /// The members of an object that may have any names.
  func dictionary() throws(JSONFault) -> [(name: String, field: JSONField)] {
    guard case .object(let members) = node.content else { throw fault(wanted: "an object") }
    return members.map {
      ($0.name, JSONField($0.value, place: Members.place($0.name, in: place)))
    }
  }

  /// An object whose names are known to be allowed.
  struct Members {
    fileprivate let members: [JSONMember]
    fileprivate let place: String

    /// The value under a name, null or not; nil where there is none.
    subscript(_ name: String) -> JSONField? {
      members.first { $0.name == name }.map {
        JSONField($0.value, place: Self.place(name, in: place))
      }
    }

    func required(_ name: String) throws(JSONFault) -> JSONField {
      guard let field = self[name] else {
        throw JSONFault(place: Self.place(name, in: place), reason: "this field is missing")
      }
      return field
    }

    /// The value under a name; nil where there is none, and where it is null.
    func optional(_ name: String) -> JSONField? {
      guard let field = self[name] else { return nil }
      if case .null = field.node.content { return nil }
      return field
    }

    fileprivate static func place(_ name: String, in place: String) -> String {
      place.isEmpty ? name : "\(place).\(name)"
    }
  }
}

// MARK: - Values

extension JSONField {
  func string() throws(JSONFault) -> String {
    guard case .string(let text) = node.content else { throw fault(wanted: "a text") }
    return text
  }

  /// A whole number within the given bounds.
  func integer(in bounds: ClosedRange<Int> = 0...1 << 31) throws(JSONFault) -> Int {
    guard case .number(let number) = node.content else { throw fault(wanted: "a number") }
    guard let whole = Int(exactly: number), bounds.contains(whole) else {
      throw fault(
        "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) should stand here")
    }
    return whole
  }

  func number() throws(JSONFault) -> Double {
    guard case .number(let number) = node.content else { throw fault(wanted: "a number") }
    return number
  }

  func array() throws(JSONFault) -> [JSONField] {
    guard case .array(let elements) = node.content else { throw fault(wanted: "a list") }
    return elements.enumerated().map { JSONField($1, place: "\(place)[\($0)]") }
  }

  func strings() throws(JSONFault) -> [String] {
    var texts: [String] = []
    for element in try array() { texts.append(try element.string()) }
    return texts
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(JSONFault)
    -> Choice where Choice.RawValue == String
  {
    let text = try string()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("'\(text)' is not one of \(known)")
    }
    return choice
  }

  /// A value with a form of its own, such as a date.
  func value<Value: LosslessStringConvertible>(_ type: Value.Type, called name: String)
    throws(JSONFault) -> Value
  {
    let text = try string()
    guard let value = Value(text) else { throw fault("'\(text)' is not \(name)") }
    return value
  }
}
