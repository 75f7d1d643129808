import ClaimModel

/// Reads the events of a session one by one and stops at the first that does not fit.
struct JournalReading {
  private let header: Store.Header
  private let codec: EventCodec
  private var previous = EventHash.start
  private var command = 0
  private(set) var events: [RecordedEvent] = []
  private(set) var problem: Finding.Problem?
  /// What the events add up to; nil before `finish`, and where they do not fit.
  private(set) var session: Session?

  init(header: Store.Header, codec: EventCodec) {
    self.header = header
    self.codec = codec
    events.reserveCapacity(header.events)
  }

  mutating func take(_ stored: StoredEvent) {
    let expected = events.count + 1
    guard stored.sequence == expected else {
      problem = .eventMissing(expected)
      return
    }
    guard stored.previousHash == previous.bytes else {
      problem = .chainBroken(expected)
      return
    }
    let hash = stored.expectedHash(following: previous)
    guard stored.hash == hash.bytes else {
      problem = .eventChanged(expected)
      return
    }
    guard expected <= header.events else {
      problem = .eventsAdded(expected)
      return
    }
    guard let event = stored.recorded(by: codec) else {
      problem = .eventUnreadable(expected)
      return
    }
    guard event.continues(command: command) else {
      problem = .commandOutOfPlace(expected)
      return
    }
    previous = hash
    command = event.command
    events.append(event)
  }

  /// Folds what was read.
  mutating func finish() -> [Finding.Problem] {
    if problem == nil && events.count < header.events { problem = .eventMissing(events.count + 1) }
    if problem == nil && previous.bytes != header.lastHash { problem = .chainBroken(events.count) }
    if let problem { return [problem] }
    do throws(ReplayError) {
      session = try Session(folding: events)
    } catch {
      return [.eventDoesNotFit(error.sequence, error.reason)]
    }
    guard case .sessionOpened(let opening)? = events.first?.event,
      opening.article.rawValue == header.article, opening.codebook == header.codebook,
      opening.annotator == header.annotator,
      opening.reading == nil || opening.reading == header.reading && opening.path == header.path,
      events.first?.at == header.opened,
      events.last?.at == header.changed
    else { return [.headerDiffers] }
    return []
  }
}
