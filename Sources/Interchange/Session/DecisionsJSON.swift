package import ClaimModel
private import FoundationEssentials

/// Labels and statements of one command as the journal holds them, as one line of JSON for a script.
package enum DecisionsJSON {
  private struct Decision: Codable {
    let event: Event

    private enum CodingKeys: String, CodingKey { case kind, payload }

    init(_ event: Event) { self.event = event }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let name = try container.decode(String.self, forKey: .kind)
      guard let kind = Event.Kind(rawValue: name),
        [.labelled, .labelCleared, .statementWritten].contains(kind)
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .kind, in: container, debugDescription: "neither a label nor a statement")
      }
      event = try Event.Payload(kind: kind, from: container.superDecoder(forKey: .payload)).event
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(event.kind.rawValue, forKey: .kind)
      try container.encode(event.payload, forKey: .payload)
    }
  }

  package static func encode(_ events: [Event]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(events.map(Decision.init)), as: UTF8.self)
  }

  /// Reads decisions, and makes sure that the codebook knows their labels.
  package static func decode(_ text: String, article: Article, codebook: Codebook)
    throws(InterchangeError) -> [Event]
  {
    guard let decisions = try? JSONDecoder().decode([Decision].self, from: Data(text.utf8)) else {
      throw .badDocument(
        place: "", reason: "these are no labels or statements as 'replay --script' prints them")
    }
    var check = EventCheck(article: article, codebook: codebook)
    do throws(JSONFault) {
      for (index, decision) in decisions.enumerated() {
        try check.accept(
          RecordedEvent(
            sequence: index + 1, command: 1, at: Timestamp(milliseconds: 0), event: decision.event),
          at: "[\(index)]")
      }
    } catch {
      throw .badDocument(place: error.place, reason: error.reason)
    }
    return decisions.map(\.event)
  }
}
