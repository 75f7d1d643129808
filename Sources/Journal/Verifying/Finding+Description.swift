import ClaimModel

extension Finding.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .eventChanged(let sequence):
      "event \(sequence) was changed: its hash does not fit what it says"
    case .chainBroken(let sequence):
      "event \(sequence) does not follow the event before it"
    case .eventMissing(let sequence): "event \(sequence) is missing"
    case .eventsAdded(let sequence):
      "event \(sequence) was added behind the end of the session"
    case .eventUnreadable(let sequence): "event \(sequence) cannot be read"
    case .eventHasKeyTwice(let sequence, let key):
      "event \(sequence) has '\(key)' twice, so it can be read in two ways"
    case .eventDoesNotFit(let sequence, let reason): "event \(sequence) does not fit: \(reason)"
    case .commandOutOfPlace(let sequence):
      "event \(sequence) names a command that is not its own"
    case .labelUnknown(let sequence, let attribute, let value):
      "event \(sequence) gives '\(attribute)' the value '\(value)', which the codebook does not have"
    case .momentRunsBack(let sequence):
      "event \(sequence) has an earlier moment than the event before it"
    case .headerDiffers:
      "its entry in the list of sessions differs from its events or its article"
    case .articleMissing(let article): "article '\(article.rawValue)' is missing"
    case .articleChanged(let article):
      "the text of article '\(article.rawValue)' was changed"
    case .readingMissing(let reading):
      reading.map { "reading '\($0.rawValue)' is missing" } ?? "it has no reading of its article"
    case .readingChanged(let reading):
      "reading '\(reading.rawValue)' was changed: what is said of the article, or its blocks"
    case .readingUnsound(let reading, let reason): "reading '\(reading.rawValue)': \(reason)"
    case .articleMomentChanged(let article):
      "the moment when article '\(article.rawValue)' was added is that of none of its readings"
    case .articleUnused(let article):
      "article '\(article.rawValue)' has neither a reading nor a session"
    case .readingUnused(let reading):
      "no session is on reading '\(reading.rawValue)', which was made for one: it was taken out, or the "
        + "reading was put in"
    case .claimOutsideBlock(let claim):
      "claim \(claim) does not lie in the block of the article that it names"
    case .fetchedPageChanged(let address):
      "what was fetched from '\(address)' was changed"
    case .fetchedPageReadsOtherwise(let address):
      "what was fetched from '\(address)' says something else than its article"
    case .fetchedPageMissing(let address):
      "the article comes from '\(address)', but no page that was fetched for it is there"
    case .codebookMissing(let codebook): "codebook '\(codebook)' is missing"
    case .codebookChanged(let codebook): "codebook '\(codebook)' was changed"
    case .sessionTwice(let other):
      "it has the very events of session \(other); no command does that"
    case .sessionMissing(let number):
      "session \(number) is missing, though there are later ones; no command removes a session"
    case .fetchedRowMissing(let number):
      "fetched page \(number) is missing, though there are later ones"
    case .projectionDiffers(let table, let claim?):
      "the \(table) table differs from the events at claim \(claim)"
    case .projectionDiffers(let table, nil):
      "the \(table) table differs from the events at the session's own rows"
    case .searchIndexDiffers: "the search index differs from the claims and notes"
    case .orphanedRows(let table, let count):
      "\(count) \(count == 1 ? "row" : "rows") of '\(table)' refer to what is not there"
    case .schemaObjectMissing(let kind, let name): "the \(kind) '\(name)' is missing"
    case .schemaObjectChanged(let kind, let name): "the \(kind) '\(name)' was changed"
    case .schemaObjectForeign(let kind, let name):
      "the \(kind) '\(name)' was not made by this program"
    case .migrationsDiffer: "the list of migrations was changed"
    case .damaged(let detail): "the file is damaged: \(detail)"
    case .headIsOther(let expected, let found): "the head is \(found), not \(expected)"
    case .sealedSessionMissing(let name, let events):
      "the session \(name), sealed with \(events) events, is missing"
    case .sealedSessionShortened(let name, let sealed, let found):
      "the session \(name) was cut: the seal has \(sealed) events of it, and \(found) are left"
    case .sealedSessionRewritten(let name, let events):
      "the session \(name) was rewritten: its first \(events) events are not those that were sealed"
    case .sealedPageMissing(let hash):
      "the fetched page \(hash), which was sealed, is missing or was changed"
    case .sealUnsound(let reason): "the seal: \(reason)"
    }
  }
}
