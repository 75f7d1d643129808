import ClaimModel
private import FoundationEssentials

/// Whole sessions as JSON: `assay.session/2`, with offsets in code points.
///
/// The events are the session; `claims` beside them is what they add up to, for readers that
/// know nothing of events.
package enum SessionJSON {
  package static let schema = Form.two.rawValue

  /// What has been written so far, by its schema.
  package enum Form: String, CaseIterable, Sendable {
    /// Knows no name and head of a session, and no basis of a label. It is still read.
    case one = "assay.session/1"
    case two = "assay.session/2"
  }

  /// One session, pretty, an event a line, ended by LF.
  ///
  /// - Throws: `InterchangeError.badEvent` for a number that JSON has not (infinity).
  package static func encode(_ document: SessionDocument) throws(InterchangeError) -> [UInt8] {
    try encode(document, form: .two)
  }

  /// The same as an earlier version of the program would have written it.
  static func encode(_ document: SessionDocument, form: Form) throws(InterchangeError) -> [UInt8] {
    var json = JSONWriter(.pretty)
    try json.session(document, form: form)
    json.endLine()
    return json.bytes
  }

  /// One event with its hash, as it stands among those of its session.
  static func encode(_ event: SessionDocument.HashedEvent, in text: BorderText)
    throws(InterchangeError) -> [UInt8]
  {
    var json = JSONWriter(.compact)
    try json.event(event, of: text)
    return json.bytes
  }

  /// An event's payload with offsets in code points, as one line of JSON with sorted keys.
  static func payload(of recorded: RecordedEvent, in text: BorderText)
    throws(InterchangeError) -> [UInt8]
  {
    let event = recorded.event.mapSpans { span in
      let (start, end) = text.converter.span(ofUTF8: span)
      return TextSpan(start, end)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(event.payload))
    } catch {
      throw .badEvent(sequence: recorded.sequence)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func session(_ document: SessionDocument, form: SessionJSON.Form)
    throws(InterchangeError)
  {
    let text = BorderText(document.article, unit: .codePoint)
    let state = document.session.state
    try object { json throws(InterchangeError) in
      json.member("schema", form.rawValue)
      json.member("application", document.application)
      if form != .one {
        json.member("name", document.name)
        json.member("head", document.head)
      }
      json.member("annotator", document.annotator)
      json.member("opened", document.opened?.description)
      json.key("article")
      json.object { $0.articleMembers(text, withAddress: true) }
      json.key("codebook")
      json.codebook(document.codebook)
      json.member("notes", state.notes)
      json.key("attributions")
      json.attributions(state.analysis.attributions, of: text)
      json.key("times")
      json.times(state.analysis.times, of: text)
      json.key("claims")
      json.array { json in
        for record in state.claimsInOrder {
          let reading = ClaimReading(record, in: state)
          json.object { $0.sessionClaimMembers(reading, of: document, text: text, form: form) }
        }
      }
      json.key("events")
      try json.array { json throws(InterchangeError) in
        for event in document.events { try json.event(event, of: text) }
      }
    }
  }

  private mutating func sessionClaimMembers(
    _ reading: ClaimReading, of document: SessionDocument, text: BorderText,
    form: SessionJSON.Form
  ) {
    claimMembers(
      reading.record.claim, words: document.article.words(of: reading.record),
      statement: reading.statement, of: text)
    occurrences(of: reading.record.claim, in: text)
    repeatsAndReasons(of: reading.record.claim)
    key("source")
    inline { json in
      json.object { json in
        json.member("name", reading.source.name)
        json.member("type", reading.source.type)
        json.member("origin", reading.source.origin.rawValue)
      }
    }
    key("labels")
    labels(of: reading, in: document.codebook)
    if form != .one { basisMembers(of: reading, in: document.codebook) }
    remarkMembers(of: reading)
    guard let carried = reading.record.carried else { return }
    key("carried")
    inline { json in
      json.object { json in
        json.member("verdict", carried.verdict.rawValue)
        json.member("standing", reading.record.standing.rawValue)
        json.member("text", carried.before.words)
      }
    }
  }

  fileprivate mutating func event(_ event: SessionDocument.HashedEvent, of text: BorderText)
    throws(InterchangeError)
  {
    let payload = try SessionJSON.payload(of: event.recorded, in: text)
    inline { json in
      json.object { json in
        json.member("seq", event.recorded.sequence)
        json.member("command", event.recorded.command)
        json.member("at", event.recorded.at.description)
        json.member("kind", event.recorded.event.kind.rawValue)
        json.key("payload")
        json.raw(payload)
        json.member("hash", event.hash)
      }
    }
  }
}
