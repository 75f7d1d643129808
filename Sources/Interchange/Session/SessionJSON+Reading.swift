import ClaimModel
private import FoundationEssentials

extension SessionJSON {
  /// Reads what `encode` writes, and nothing else.
  ///
  /// The events are folded anew, and everything that follows from them (claims, notes, times) must
  /// be in the file as `encode` would write it: an edit by hand that the events do not know of is
  /// named instead of lost. Hashes are kept as they stand; whoever owns the chain checks them.
  ///
  /// - Throws: `InterchangeError.badDocument` with the place.
  /// - Complexity: O(*n*) in the bytes.
  package static func decode(_ bytes: [UInt8]) throws(InterchangeError) -> SessionDocument {
    do {
      let root = try JSONParser.parse(bytes)
      let document = try document(JSONField(root), bytes: bytes)
      let form = try form(JSONField(root))
      let expected = try JSONParser.parse(try encode(document, form: form))
      if let difference = JSONField(root).firstDifference(from: expected) { throw difference }
      return document
    } catch let error as InterchangeError {
      throw error
    } catch let fault as JSONFault {
      throw .badDocument(place: fault.place, reason: fault.reason)
    } catch {
      throw .badDocument(place: "", reason: String(describing: error))
    }
  }

  private static func document(_ field: JSONField, bytes: [UInt8]) throws -> SessionDocument {
    let members = try members(of: field)
    let fields = try members.required("events").array()
    var reader = try SessionEventReader(members)
    return try document(members, events: try fields.map { try reader.event($0, bytes: bytes) })
  }

  /// The members of a session's object, once its form is known to be ours.
  static func members(of field: JSONField) throws(JSONFault) -> JSONField.Members {
    _ = try form(field)
    return try field.object([
      "schema", "application", "name", "head", "annotator", "opened", "article", "codebook",
      "notes", "attributions", "times", "claims", "events",
    ])
  }

  /// The session of events that were read.
  static func document(
    _ members: JSONField.Members, events: [SessionDocument.HashedEvent]
  ) throws -> SessionDocument {
    SessionDocument(
      article: try ArticleJSON.article(try members.required("article")),
      codebook: try CodebookFile.codebook(try members.required("codebook")), events: events,
      session: try fold(events.map(\.recorded)),
      application: try members.required("application").string())
  }

  static func form(_ field: JSONField) throws(JSONFault) -> Form {
    guard let schema = try field.dictionary().first(where: { $0.name == "schema" })?.field else {
      throw JSONFault(place: "schema", reason: "this field is missing")
    }
    guard let form = Form(rawValue: try schema.string()) else {
      throw schema.fault(
        "'\(try schema.string())' is not '\(Self.schema)', the form that is read here, nor an "
          + "earlier one")
    }
    return form
  }

  private static func fold(_ events: [RecordedEvent]) throws(JSONFault) -> Session {
    guard !events.isEmpty else {
      throw JSONFault(place: "events", reason: "a session has at least the event that opened it")
    }
    do {
      return try Session(folding: events)
    } catch {
      throw JSONFault(place: "events[\(error.sequence - 1)]", reason: "\(error.reason)")
    }
  }
}

/// Reads the events of a session one after the other.
struct SessionEventReader {
  private let text: BorderText
  private let form: SessionJSON.Form?
  private var check: EventCheck

  /// - Parameter members: Those of the session; the events themselves are not looked at.
  init(_ members: JSONField.Members) throws {
    form = SessionJSON.Form(rawValue: try members.required("schema").string())
    let article = try ArticleJSON.article(try members.required("article"))
    text = BorderText(article, unit: .codePoint)
    check = EventCheck(
      article: article, codebook: try CodebookFile.codebook(try members.required("codebook")))
  }

  /// The next event.
  /// - Parameter bytes: The text that the field is of.
  mutating func event(_ field: JSONField, bytes: [UInt8]) throws(JSONFault)
    -> SessionDocument.HashedEvent
  {
    let event = try Self.event(field, bytes: bytes, text: text)
    try check.accept(event.recorded, at: field.place)
    if form == .one, case .sessionOpened(let opening) = event.recorded.event,
      opening.reading != nil
    {
      throw field.fault("'\(SessionJSON.Form.one.rawValue)' knows no readings")
    }
    return event
  }

  /// Where an event says something else than `encode` writes for it.
  func difference(
    of field: JSONField, from event: SessionDocument.HashedEvent
  ) throws(JSONFault) -> JSONFault? {
    do {
      let expected = try JSONParser.parse(try SessionJSON.encode(event, in: text))
      return field.firstDifference(from: expected)
    } catch let fault as JSONFault {
      throw fault
    } catch {
      throw field.fault("it holds a value that JSON cannot express")
    }
  }

  private static func event(_ field: JSONField, bytes: [UInt8], text: BorderText)
    throws(JSONFault) -> SessionDocument.HashedEvent
  {
    let members = try field.object(["seq", "command", "at", "kind", "payload", "hash"])
    let kind = try members.required("kind").choice(Event.Kind.self)
    let payload = try members.required("payload")
    let event = try Self.event(kind, payload: payload, bytes: bytes)
    let recorded = RecordedEvent(
      sequence: try members.required("seq").integer(),
      command: try members.required("command").integer(),
      at: try members.required("at")
        .value(Timestamp.self, called: "a moment such as 2026-03-01T09:30:00.250Z"),
      event: try event.mapSpans { span throws(JSONFault) in
        guard let span = text.converter.utf8Span(start: span.start, end: span.end) else {
          throw payload.fault("the span [\(span.start), \(span.end)] does not lie in the text")
        }
        return span
      })
    return SessionDocument.HashedEvent(
      recorded: recorded, hash: try members.required("hash").string())
  }

  private static func event(_ kind: Event.Kind, payload: JSONField, bytes: [UInt8])
    throws(JSONFault) -> Event
  {
    guard let key = Event.Payload.kind else { preconditionFailure("the key is a constant") }
    let decoder = JSONDecoder()
    decoder.userInfo[key] = kind
    do {
      return try decoder.decode(Event.Payload.self, from: Data(bytes[payload.node.range])).event
    } catch let error as DecodingError {
      throw error.fault(below: payload)
    } catch {
      throw payload.fault("this is not the payload of '\(kind.rawValue)'")
    }
  }
}

extension DecodingError {
  /// The same in our words; what it says about Swift's types is of no use to whoever has the file.
  fileprivate func fault(below payload: JSONField) -> JSONFault {
    func fault(_ context: Context, _ reason: String, key: (any CodingKey)? = nil) -> JSONFault {
      var place = payload.place
      for key in context.codingPath + (key.map { [$0] } ?? []) {
        place += key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
      }
      return JSONFault(place: place, reason: reason)
    }
    switch self {
    case .keyNotFound(let key, let context):
      return fault(context, "this field is missing", key: key)
    case .valueNotFound(_, let context):
      return fault(context, "a value should stand here, not null")
    case .typeMismatch(_, let context):
      return fault(context, "a value of another kind should stand here")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return payload.fault("a number in it is too large")
    case .dataCorrupted(let context) where context.debugDescription.hasPrefix("Cannot initialize"):
      return fault(context, "this value is not one of those that may stand here")
    case .dataCorrupted(let context): return fault(context, context.debugDescription)
    @unknown default: return payload.fault("this cannot be read")
    }
  }
}
