import ClaimModel
import Fingerprint
import Journal
import Terminal

/// Going on with a session on a new text of its article.
extension Workbench {
  /// What is to happen to claims whose words changed.
  enum ChangedClaims: String, CaseIterable {
    case new, gone, later
  }

  /// What `open --article` is asked for besides the article.
  struct NewTextRequest {
    /// Nil to ask at a terminal, and to leave changed claims unsettled where there is none.
    var changed: ChangedClaims?
    /// Whether to carry over again where that was done before.
    var isNew = false
    /// What was found in the new text, as JSON; nil to look for claims now.
    var proposals: String?
    /// Whether an address may be one that is not public.
    var allowsPrivate = false
    /// When the article was published, whatever its file says.
    var published: PublicationDate?
    var limit = AnalysisLimit()
  }

  /// Makes a session on another text of a session's article, or on another reading of the same text,
  /// with its claims carried over; or goes on with the one that there is.
  func open(_ id: SessionID, on name: String, _ request: NewTextRequest) throws {
    let store = try store()
    let earlier = try store.session(id)
    var loading = LoadRequest()
    loading.allowsPrivate = request.allowsPrivate
    loading.published = request.published
    try carryOver(earlier, to: incoming(name, loading), named: name, request)
  }

  /// The same for an article that was read already.
  ///
  /// - Parameters:
  ///   - found: What an engine finds in it, where that is known.
  ///   - choice: That engine; another one than the session began with is not gone by.
  func carryOver(
    _ earlier: StoredSession, to incoming: Incoming, named name: String, found: Analysis? = nil,
    by choice: Engines.Choice? = nil, _ request: NewTextRequest
  ) throws {
    let (store, id) = (try store(), earlier.id)
    let article = incoming.article
    let reading = ReadingID(of: article)
    guard reading != ReadingID(of: earlier.article) else {
      try noteFetched(incoming, in: store)
      say("'\(name)' is the very text of session \(id)")
      return try openSession(id)
    }
    let hashes = try store.hashes(of: id).map(\.description)
    if !request.isNew,
      let later = try continuation(of: earlier, hashes: hashes, on: article.id, reading)
    {
      say("session \(id) was carried over to this text before; --new does it again")
      return try openSession(later)
    }
    try keep(incoming, in: store)
    let engine = Engines.Choice(engineName: earlier.session.state.analysis.engine) ?? .encoder
    let found =
      try request.proposals.map { try ProposalsJSON.decode($0, for: article) }
      ?? (choice == engine ? found : nil) ?? analyse(article, by: engine, limit: request.limit)
    let table = try CarryOverTable(
      from: earlier, to: article, found: found, head: hashes.last ?? "")
    let identity = try newIdentity()
    closeSession()
    let created = try store.createSession(
      article: article, origin: incoming.origin, codebook: earlier.codebook,
      annotator: earlier.annotator, identity: identity, events: table.events)
    try openSession(created.id)
    tell(table)
    try settleChanges(request.changed)
  }

  /// The latest session of the same annotator on a text that this one was carried over to.
  private func continuation(
    of earlier: StoredSession, hashes: [String], on article: ArticleID, _ reading: ReadingID
  ) throws -> SessionID? {
    let filter = SessionFilter(annotator: earlier.annotator, article: article)
    let heads = Set(hashes)
    return try store().sessions(matching: filter, limit: 50).first { summary in
      let later = try store().session(summary.id)
      return ReadingID(of: later.article) == reading
        && later.session.state.origin.map { heads.contains($0.head) } ?? false
    }?.id
  }

  /// Says what became of every claim that is not just where it was.
  private func tell(_ table: CarryOverTable) {
    say(
      table.carryOver.summary + "; \(table.analysis.claims.count) new "
        + (table.analysis.claims.count == 1 ? "claim" : "claims") + " found")
    if !table.carryOver.claims.isEmpty, table.carryOver.claims.allSatisfy({ $0.verdict == .gone }) {
      warn("no claim of the earlier session stands in this text; is it the right one?")
    }
    for carried in table.carryOver.claims {
      let id = carried.claim.id
      let words = carried.before.words.replacing("\n", with: " ")
      let cover = CarryOver.cover(carried.coveredBy ?? [])
      let fate: String? =
        switch carried.verdict {
        case .moved: "moved"
        case .gone: "is gone"
        case .changed: cover == nil ? nil : "changed"
        case .unmoved: cover == nil ? nil : "is where it was"
        }
      if let fate {
        let line = "  claim \(id) \(fate)" + (cover.map { ", " + $0 } ?? "") + ": “\(words)”"
        say(StyledText(line).truncated(to: columns))
      }
      let source = table.analysis.source(of: carried.claim)?.name
      if carried.verdict.hasPlace, carried.labels["source"] == nil, source != carried.before.source
      {
        say(
          "  claim \(id): its source is now \(source ?? "nobody named"), it was "
            + (carried.before.source ?? "nobody named"))
      }
    }
  }

  private func settleChanges(_ changed: ChangedClaims?) throws {
    let unsettled = try session().unsettled
    guard !unsettled.isEmpty else { return }
    switch changed {
    case .new?: try settle(unsettled, as: .new)
    case .gone?: try settle(unsettled, as: .gone)
    case nil: try surroundings.withKeys? { key in try ask(about: unsettled, key) }
    case .later?: break
    }
    let rest = try session().unsettled.map(\.claim.id.description)
    guard !rest.isEmpty else { return }
    warn(
      "\(rest.count) changed \(rest.count == 1 ? "claim is" : "claims are") not settled: "
        + rest.joined(separator: ", ") + "; 'filter unsettled' shows them, 'settle' asks")
  }
}

extension CarryOver {
  /// Which new claims share a claim's words between them, as people are told; nil without any.
  static func cover(_ claims: [ClaimID]) -> String? {
    claims.isEmpty ? nil : "covered by " + claims.map(\.description).joined(separator: ", ")
  }

  /// Where the claims come from, and how many came how.
  var summary: String {
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = claims.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return "carried over from session \(from.session): "
      + (counts.isEmpty ? "no claims" : counts.joined(separator: ", "))
  }
}
