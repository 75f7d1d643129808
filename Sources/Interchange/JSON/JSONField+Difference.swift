extension JSONField {
  /// Where a text says something else than it should; spaces and the order of names do not count.
  ///
  /// - Parameter expected: What should stand here.
  func firstDifference(from expected: JSONNode) -> JSONFault? {
    switch (node.content, expected.content) {
    case (.null, .null): return nil
    case (.bool(let left), .bool(let right)) where left == right: return nil
    case (.number(let left), .number(let right)) where left == right: return nil
    case (.string(let left), .string(let right)) where left.utf8.elementsEqual(right.utf8):
      return nil
    case (.array(let elements), .array(let expected)):
      return firstDifference(of: elements, from: expected)
    case (.object(let members), .object(let expected)):
      return firstDifference(of: members, from: expected)
    default: return fault("this does not follow from the events")
    }
  }

  private func firstDifference(of elements: [JSONNode], from expected: [JSONNode]) -> JSONFault? {
    for (index, (element, expected)) in zip(elements, expected).enumerated() {
      let field = JSONField(element, place: "\(place)[\(index)]")
      if let difference = field.firstDifference(from: expected) { return difference }
    }
    guard elements.count == expected.count else {
      return fault("\(expected.count) elements follow from the events, not \(elements.count)")
    }
    return nil
  }

  private func firstDifference(of members: [JSONMember], from expected: [JSONMember])
    -> JSONFault?
  {
    let below = place.isEmpty ? "" : place + "."
    for member in members {
      let field = JSONField(member.value, place: below + member.name)
      guard let counterpart = expected.first(where: { $0.name == member.name }) else {
        return field.fault("this is not a field of the format")
      }
      if let difference = field.firstDifference(from: counterpart.value) { return difference }
    }
    for counterpart in expected where !members.contains(where: { $0.name == counterpart.name }) {
      return JSONFault(place: below + counterpart.name, reason: "this field is missing")
    }
    return nil
  }
}
