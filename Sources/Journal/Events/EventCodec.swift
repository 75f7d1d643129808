import ClaimModel
private import FoundationEssentials

/// Writes events as the journal's JSON and reads them back.
///
/// The JSON is compact, its keys sorted, its slashes bare, so that one event has one form.
struct EventCodec {
  private let encoder: JSONEncoder
  private let decoder = JSONDecoder()
  private let decoders: [Event.Kind: JSONDecoder]

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var decoders: [Event.Kind: JSONDecoder] = [:]
    for kind in Event.Kind.allCases {
      let decoder = JSONDecoder()
      if let key = Event.Payload.kind { decoder.userInfo[key] = kind }
      decoders[kind] = decoder
    }
    self.decoders = decoders
  }

  /// The payload of an event.
  func payload(of event: Event) throws(JournalError) -> [UInt8] {
    try json(event.payload)
  }

  /// Reads the payload of an event of a kind; nil where it is not one.
  func event(kind: Event.Kind, payload: [UInt8]) -> Event? {
    eventInOwnForm(kind: kind, payload: payload)
      ?? (try? decoders[kind]?.decode(Event.Payload.self, from: Data(payload)).event)
  }

  /// The same for a payload in the one form that the journal writes, each key once and in its place; nil
  /// for any other, which does not mean that it is wrong.
  func eventInOwnForm(kind: Event.Kind, payload: [UInt8]) -> Event? {
    kind == .claimsProposed
      ? AnalysisPayload.event(payload: payload) : FlatPayload.event(kind: kind, payload: payload)
  }

  /// Reads the metadata of an article; nil where it is none.
  func metadata(_ json: [UInt8]) -> Article.Metadata? {
    ArticlePayload.metadata(json) ?? value(Article.Metadata.self, from: json)
  }

  /// Reads the blocks of an article; nil where it is none.
  func blocks(_ json: [UInt8]) -> [Block]? {
    ArticlePayload.blocks(json) ?? value([Block].self, from: json)
  }

  /// Any value in the form of the journal; a number that JSON has no form for is refused.
  func json(_ value: some Encodable) throws(JournalError) -> [UInt8] {
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw .unstorable(reason: "it holds a number that is not finite")
    }
  }

  /// Reads what `json` wrote; nil where it is not one.
  func value<Value: Decodable>(_ type: Value.Type, from json: [UInt8]) -> Value? {
    try? decoder.decode(type, from: Data(json))
  }
}
