import ArticleReader
import ClaimEngine
package import ClaimModel
import Fetch
import Fingerprint
import Interchange
import Journal
import Terminal

/// Getting articles, codebooks and sessions onto the desk.
extension Workbench {
  // MARK: - Articles

  /// Reads an article from a file, from an address, from standard input (`-`), or from the store
  /// (`sha256:…`).
  func article(_ name: String) throws -> Article { try reading(name).article }

  /// The same, with what came of reading it.
  ///
  /// - Parameter allowsPrivate: Whether an address may be one that is not public.
  func reading(_ name: String, allowsPrivate: Bool = false) throws -> Reading {
    if WebAddress.isMeant(by: name) {
      return try fetch(WebAddress(name), allowsPrivate: allowsPrivate).reading
    }
    if name.hasPrefix("sha256:") {
      let article = try store().article(ArticleID(rawValue: name))
      return Reading(article: article, format: .plainText, notices: [])
    }
    let bytes =
      name == "-" ? try surroundings.standardInput() : try ArticleFile.load(path: name)
    let reading = try ArticleReader().read(bytes, path: name == "-" ? nil : name)
    for notice in reading.notices { warn(notice) }
    return reading
  }

  /// Whether `reading` takes a name for something else than a path.
  static func isNoFile(_ name: String) -> Bool {
    name == "-" || name.hasPrefix("sha256:") || WebAddress.isMeant(by: name)
  }

  /// What a session begins with: what an engine finds in an article, but for entities and mentions, which the
  /// journal does not keep; warns where it could not read all of it.
  ///
  /// - Throws: `AnalysisTimeout` where it takes longer than the limit, `Interrupted` at Ctrl-C.
  func analyse(_ article: Article, by choice: Engines.Choice, limit: AnalysisLimit) throws
    -> Analysis
  {
    let engine = try engines.ready(choice)
    let cores = surroundings.cores
    var (analysis, notice) = try limit.run(checking: { try interrupts?.check() }) {
      try engine.analyse(article, grain: .clause, cores: cores, cancellation: limit.begin())
    }
    if let notice { warn(notice) }
    (analysis.entities, analysis.mentions) = ([], [])
    return analysis
  }

  // MARK: - Codebooks

  /// The codebook of new sessions: the user's file, else the one compiled in.
  package func codebookForNewSessions() throws -> Codebook {
    guard let path = settings.codebookPath else { return try CodebookFile.defaultCodebook() }
    do {
      return try CodebookFile.decode(ArticleFile.load(path: path))
    } catch let error as ReaderError {
      throw error
    } catch {
      throw BadCodebook(path: path, reason: "\(error)")
    }
  }

  // MARK: - Sessions

  /// What `load` is asked for besides the article.
  struct LoadRequest {
    var isNew = false
    var allowsPrivate = false
    var engine = Engines.Choice.encoder
    var limit = AnalysisLimit()
    /// When the article was published, whatever its file says.
    var published: PublicationDate?
    /// The hash that the article must have, and the codebook's.
    var expectedArticle: String?
    var expectedCodebook: String?
    /// The hash that what is found in the article must have.
    var expectedProposals: String?
    /// What was found in the article when the session was made, as JSON; nil to look for claims now.
    var proposals: String?
    /// What the session took over from one on an earlier text, as JSON.
    var carried: String?
  }

  /// Goes on with the annotator's session on an article, or begins one.
  func load(_ name: String, _ request: LoadRequest = LoadRequest()) throws {
    var incoming = try incoming(name, request)
    incoming.article = incoming.article.with(published: request.published)
    let article = incoming.article
    if let expected = request.expectedArticle, expected != article.id.rawValue {
      throw LoadError.otherArticle(name, expected: expected, found: article.id.rawValue)
    }
    let codebook = try codebookForNewSessions()
    let hash = CodebookFile.hash(codebook)
    if let expected = request.expectedCodebook, expected != hash {
      throw LoadError.otherCodebook(expected: expected, found: hash)
    }
    let store = try store(creating: true)
    if !request.isNew, let earlier = try latestSession(on: article.id, codebook: codebook) {
      try noteFetched(incoming, in: store)
      try openSession(earlier)
      return warnOfOtherDate(
        request.published,
        "the session's claims were found with the article published {}; '--new' begins one that goes by"
      )
    }
    // The store keeps one reading of a text; spans and blocks are those of the article as it has it.
    let stored = try keep(incoming, in: store)
    let analysis =
      try request.proposals.map { try ProposalsJSON.decode($0, for: stored) }
      ?? analyse(
        stored.with(published: request.published), by: request.engine, limit: request.limit)
    if let expected = request.expectedProposals {
      let found = try ProposalsJSON.hash(analysis)
      guard expected == found else {
        throw LoadError.otherProposals(expected: expected, found: found)
      }
    }
    let carried = try request.carried.map { try CarriedJSON.decode($0, for: stored) }
    let earlier = request.isNew ? nil : try earlierVersion(of: stored, found: analysis)
    closeSession()
    let created = try store.createSession(
      article: stored, codebook: codebook, annotator: settings.annotator,
      events: [.claimsProposed(analysis)] + (carried.map { [.claimsCarried($0)] } ?? []))
    try openSession(created.id, isFresh: true)
    warnOfOtherDate(
      request.published,
      "the store has the article published {} and keeps it so; the claims of this session go by")
    if let earlier { say(earlier.notice(loading: name == "-" ? stored.id.rawValue : name)) }
  }

  /// Says so where the article of the open session has another date than the one given.
  ///
  /// - Parameter sentence: What comes of it, up to the date given; `{}` stands for the article's own.
  private func warnOfOtherDate(_ given: PublicationDate?, _ sentence: String) {
    guard let given, let article = open?.article, article.metadata.published != given else {
      return
    }
    let own = article.metadata.published.map { "on \($0)" } ?? "on no known day"
    warn(sentence.replacing("{}", with: own) + " \(given)")
  }

  /// The annotator's latest session on an article under a codebook.
  private func latestSession(on article: ArticleID, codebook: Codebook) throws -> SessionID? {
    let filter = SessionFilter(annotator: settings.annotator, article: article)
    return try store().sessions(matching: filter, after: nil, limit: 50)
      .first { try store().session($0.id).codebook == codebook }?.id
  }

  /// Opens a session for work, or for reading where another process has it.
  func openSession(_ id: SessionID, isFresh: Bool = false) throws {
    let store = try store()
    if let open, open.stored.id == id, open.hold != nil { return try introduce(isFresh: false) }
    // One that is not there leaves the session at hand open.
    _ = try store.session(id)
    closeSession()
    var hold: SessionHold?
    do {
      hold = try store.hold(id, annotator: settings.annotator)
    } catch JournalError.sessionHeld(let id, let holder) {
      warn("session \(id) is being worked on by \(holder); it is opened for reading")
    } catch JournalError.readOnly {
      warn("the store is read-only; session \(id) is opened for reading")
    }
    open = OpenSession(try store.session(id), hold: hold)
    try introduce(isFresh: isFresh)
  }

  private func introduce(isFresh: Bool) throws {
    let open = try session()
    let metadata = open.article.metadata
    var line = StyledText("session \(open.stored.id)", Palette.number)
    line.append("  ")
    line.append(metadata.title ?? metadata.path ?? "untitled", Palette.heading)
    if let published = metadata.published { line.append("  \(published)", Palette.quiet) }
    say(line)
    let claims = open.state.claimsInOrder
    let decided = claims.filter(open.isDecided).count
    let sources = Set(claims.compactMap(open.sourceName)).count
    say(
      isFresh
        ? "\(claims.count) claims of \(sources) sources found"
        : "\(decided) of \(claims.count) claims carry a label; you are at claim "
          + (open.cursor?.description ?? "–"))
    try showCurrent()
  }

  /// Shows where a person is; a script asks for what it wants to see.
  func showCurrent() throws {
    guard isInteractive, let open, let current = try? open.current() else { return }
    try show([current])
  }
}

// MARK: - Errors

/// Why an article cannot be loaded as a script asks.
package enum LoadError: Error, Equatable, CustomStringConvertible {
  case otherArticle(String, expected: String, found: String)
  case otherCodebook(expected: String, found: String)
  case otherProposals(expected: String, found: String)

  package var description: String {
    switch self {
    case .otherArticle(let name, let expected, let found):
      "'\(name)' is another text than the session was made on (\(found.prefix(19))…, expected "
        + "\(expected.prefix(19))…); find the file as it was, or load it from the store: "
        + "load \(expected)"
    case .otherCodebook(let expected, let found):
      "the session was made with another codebook (\(expected.prefix(19))…) than the present one "
        + "(\(found.prefix(19))…); name its file with --codebook"
    case .otherProposals(let expected, let found):
      "other claims are found in the article now (\(found.prefix(19))…) than when the session was made "
        + "(\(expected.prefix(19))…), so labels would go to the wrong ones; print the script again where "
        + "the session is stored, and it carries the claims"
    }
  }
}

package struct BadCodebook: Error, Equatable, CustomStringConvertible {
  let path: String
  let reason: String

  package var description: String { "the codebook '\(path)' cannot be used: \(reason)" }
}
