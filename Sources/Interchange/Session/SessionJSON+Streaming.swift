import ClaimModel

extension SessionJSON {
  /// What is read at once, so that a fault has a line and a column.
  private static let wholeBytes = 64 << 20

  /// Reads a session of any length: what `encode` writes, as `decode(_:)` does, but a long one event by
  /// event, so that besides the session only one event is in memory.
  ///
  /// - Parameter next: The next bytes; nil at the end.
  /// - Throws: `InterchangeError.badDocument` with the place, and whatever `next` throws.
  package static func decode(streaming next: () throws -> [UInt8]?) throws -> SessionDocument {
    try decode(streaming: next, wholeBytes: wholeBytes)
  }

  static func decode(streaming next: () throws -> [UInt8]?, wholeBytes: Int) throws
    -> SessionDocument
  {
    var beginning: [UInt8] = []
    while beginning.count <= wholeBytes {
      guard let bytes = try next() else { return try decode(beginning) }
      beginning += bytes
    }
    do {
      var reading = StreamedSession()
      try reading.take(beginning)
      beginning = []
      while let bytes = try next() { try reading.take(bytes) }
      return try reading.finish()
    } catch let fault as JSONFault {
      throw InterchangeError.badDocument(place: fault.place, reason: fault.reason)
    }
  }
}

/// A session in the course of being read event by event.
private struct StreamedSession {
  /// For one event, and for all that is no event.
  private static let limits = JSONParser.Limits(bytes: 1 << 30, depth: 64, values: 100_000_000)

  private var splitter = JSONListSplitter(list: "events")
  private var reader: SessionEventReader?
  private var events: [SessionDocument.HashedEvent] = []

  mutating func take(_ bytes: [UInt8]) throws {
    // Taken out, for the elements are taken in while the splitter is at work; a copy would cost all
    // that has arrived.
    var splitter = JSONListSplitter(list: "")
    swap(&splitter, &self.splitter)
    try splitter.take(bytes) { splitter, element in try takeEvent(element, after: splitter) }
    self.splitter = splitter
  }

  private mutating func takeEvent(_ bytes: [UInt8], after splitter: JSONListSplitter) throws {
    if reader == nil {
      // What stands before the events says what they are about.
      let members = try SessionJSON.members(
        of: JSONField(try JSONParser.parse(splitter.restClosed, limits: Self.limits)))
      reader = try SessionEventReader(members)
    }
    let place = "events[\(events.count)]"
    let node: JSONNode
    do throws(JSONFault) {
      node = try JSONParser.parse(bytes, limits: Self.limits)
    } catch {
      throw JSONFault(place: "\(place), \(error.place)", reason: error.reason)
    }
    let field = JSONField(node, place: place)
    guard let event = try reader?.event(field, bytes: bytes) else { return }
    if let difference = try reader?.difference(of: field, from: event) { throw difference }
    events.append(event)
  }

  func finish() throws -> SessionDocument {
    let root = JSONField(try JSONParser.parse(splitter.rest, limits: Self.limits))
    let members = try SessionJSON.members(of: root)
    let document = try SessionJSON.document(members, events: events)
    // The events were compared one by one.
    let withoutEvents = SessionDocument(
      article: document.article, codebook: document.codebook, events: [],
      session: document.session, application: document.application, name: document.name,
      head: document.head)
    let expected = try JSONParser.parse(
      SessionJSON.encode(withoutEvents, form: SessionJSON.form(root)), limits: Self.limits)
    if let difference = root.firstDifference(from: expected) { throw difference }
    return document
  }
}
