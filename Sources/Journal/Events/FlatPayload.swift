import ClaimModel

/// Reads the payloads that make up most of a journal: those with a claim's number, one or two plain
/// strings, and nothing nested; and the opening, which every session has.
///
/// It knows the one form that the journal writes and gives up on any other, which `JSONDecoder` then
/// reads. A label took 4 µs with `JSONDecoder` and 0.5 µs here (release build, 200,000 events), where
/// all the checking of an event has 5 µs.
enum FlatPayload {
  /// The event; nil where the form is another, which does not mean that it is wrong.
  static func event(kind: Event.Kind, payload: [UInt8]) -> Event? {
    var scanner = PayloadScanner(payload)
    guard let event = scanner.event(of: kind), scanner.isAtEnd else { return nil }
    return event
  }
}

extension PayloadScanner {
  fileprivate mutating func event(of kind: Event.Kind) -> Event? {
    switch kind {
    case .sessionOpened:
      return opening().map { .sessionOpened($0) }
    case .labelled: return labelled()
    case .labelCleared:
      guard skip("{\"attribute\":"), let attribute = string(), skip(",\"claim\":"),
        let claim = number(), skip("}")
      else { return nil }
      return .labelCleared(ClaimID(rawValue: claim), attribute: attribute)
    case .noted:
      guard skip("{\"claim\":"), let claim = number(), skip(",\"text\":"), let text = string(),
        skip("}")
      else { return nil }
      return .noted(ClaimID(rawValue: claim), text)
    case .tagged, .untagged:
      guard skip("{\"claim\":"), let claim = number(), skip(",\"tag\":"), let tag = string(),
        skip("}")
      else { return nil }
      let id = ClaimID(rawValue: claim)
      return kind == .tagged ? .tagged(id, tag) : .untagged(id, tag)
    case .claimDropped:
      guard skip("{\"claim\":"), let claim = number(), skip("}") else { return nil }
      return .claimDropped(ClaimID(rawValue: claim))
    case .undone, .redone:
      guard skip("{\"events\":["), let sequences = numbers(), skip("]}") else { return nil }
      return kind == .undone ? .undone(sequences) : .redone(sequences)
    default: return nil
    }
  }

  private mutating func opening() -> SessionOpening? {
    guard skip("{\"annotator\":"), let annotator = string(), skip(",\"article\":"),
      let article = string(), skip(",\"codebook\":"), let codebook = string(),
      let id = member(",\"id\":"), let key = member(",\"key\":"),
      let path = member(",\"path\":"), let reading = member(",\"reading\":"), skip("}")
    else { return nil }
    return SessionOpening(
      article: ArticleID(rawValue: article), annotator: annotator, codebook: codebook, id: id.value,
      key: key.value, path: path.value, reading: reading.value.map { ReadingID(rawValue: $0) })
  }

  private mutating func labelled() -> Event? {
    guard skip("{\"attribute\":"), let attribute = string(), let basis = member(",\"basis\":"),
      skip(",\"claim\":"), let claim = number()
    else { return nil }
    var shown: Grounds.Suggestion?
    if skip(",\"shown\":{\"from\":") {
      guard let from = string(), skip(",\"value\":"), let value = string(), skip("}") else {
        return nil
      }
      shown = Grounds.Suggestion(from: from, value: .text(value))
    }
    guard skip(",\"value\":"), let value = string(), skip("}") else { return nil }
    var grounds = Grounds.unrecorded
    if let name = basis.value {
      guard let basis = Basis(rawValue: name) else { return nil }
      grounds = Grounds(basis, shown: shown)
    } else if shown != nil {
      return nil
    }
    return .labelled(ClaimID(rawValue: claim), attribute: attribute, .text(value), grounds)
  }

  /// A member that may be absent: its value is nil then; nil as a whole where no string stands there.
  private mutating func member(_ key: StaticString) -> (value: String?, Void)? {
    guard skip(key) else { return (nil, ()) }
    return string().map { ($0, ()) }
  }
}
