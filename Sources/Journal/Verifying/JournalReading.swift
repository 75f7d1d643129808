import ClaimModel

/// Reads the events of a session one by one: names the first that does not fit, and computes the head
/// that all of them give, whether they fit or not.
struct JournalReading {
  private let header: Store.Header
  private let codec: EventCodec
  /// Nil where the codebook cannot be read.
  private let labels: CodebookLabels?
  /// Where hashes are to be remembered.
  private let places: Set<Int>
  private var command = 0
  private var latest: Timestamp?
  private var events: [RecordedEvent] = []
  private var problem: Finding.Problem?
  private var unknownLabel: Finding.Problem?
  private var duplicateKey: Finding.Problem?
  private var name = EventHash.start

  /// How many events were read.
  private(set) var count = 0
  /// The hash of the latest event, computed from what it says.
  private(set) var hash = EventHash.start
  /// The hashes at the places asked for.
  private(set) var reached: [Int: EventHash] = [:]
  /// The first event with an earlier moment than the one before.
  private(set) var runsBack: Int?
  /// What the first event says; nil where it cannot be read.
  var opening: SessionOpening? {
    guard case .sessionOpened(let opening)? = events.first?.event else { return nil }
    return opening
  }
  /// What the events add up to; nil before `finish`, and where they do not fit.
  private(set) var session: Session?

  init(
    header: Store.Header, codec: EventCodec, labels: CodebookLabels?, places: Set<Int> = []
  ) {
    self.header = header
    self.codec = codec
    self.labels = labels
    self.places = places
    events.reserveCapacity(min(header.events, 1 << 20))
  }

  var head: SessionHead { SessionHead(name: name, events: count, head: hash) }

  mutating func take(_ stored: StoredEvent) {
    let previous = hash
    hash = stored.expectedHash(following: previous)
    count += 1
    if count == 1 { name = hash }
    if places.contains(count) { reached[count] = hash }
    if problem == nil { problem = check(stored, following: previous) }
  }

  /// Keeps the event where it fits all before it.
  private mutating func check(_ stored: StoredEvent, following previous: EventHash)
    -> Finding.Problem?
  {
    guard stored.sequence == count else { return .eventMissing(count) }
    guard stored.previousHash == previous.bytes else { return .chainBroken(count) }
    guard stored.hash == hash.bytes else { return .eventChanged(count) }
    guard count <= header.events else { return .eventsAdded(count) }
    guard let (event, key) = stored.recordedWithDuplicateKey(by: codec),
      event.at.milliseconds == stored.at
    else { return .eventUnreadable(count) }
    guard event.continues(command: command) else { return .commandOutOfPlace(count) }
    if let key, duplicateKey == nil { duplicateKey = .eventHasKeyTwice(count, key: key) }
    if unknownLabel == nil, let (attribute, value) = labels?.unknown(in: event.event) {
      unknownLabel = .labelUnknown(count, attribute: attribute, value: value.description)
    }
    if runsBack == nil, let latest, event.at < latest { runsBack = count }
    latest = event.at
    command = event.command
    events.append(event)
    return nil
  }

  /// Folds what was read.
  mutating func finish() -> [Finding.Problem] {
    let others = [duplicateKey, unknownLabel].compactMap(\.self)
    if problem == nil && count < header.events { problem = .eventMissing(count + 1) }
    if problem == nil && hash.bytes != header.lastHash { problem = .chainBroken(count) }
    if let problem { return [problem] + others }
    do throws(ReplayError) {
      session = try Session(folding: events)
    } catch {
      return [.eventDoesNotFit(error.sequence, error.reason)] + others
    }
    guard case .sessionOpened(let opening)? = events.first?.event,
      opening.article.rawValue == header.article, opening.codebook == header.codebook,
      opening.annotator == header.annotator,
      opening.reading == nil || opening.reading == header.reading && opening.path == header.path,
      events.first?.at == header.opened,
      events.last?.at == header.changed
    else { return [.headerDiffers] + others }
    return others
  }
}
