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
      return Reading(article: try keptArticle(name), format: .plainText, notices: [])
    }
    let bytes =
      name == "-" ? try surroundings.standardInput() : try ArticleFile.load(path: name)
    let reading = try ArticleReader().read(bytes, path: name == "-" ? nil : name)
    for notice in reading.notices { warn(notice) }
    return reading
  }

  /// The article of the store that a hash names: that of its text, or that of one reading of it.
  private func keptArticle(_ hash: String) throws -> Article {
    do {
      return try store().article(ArticleID(rawValue: hash))
    } catch JournalError.noSuchArticle(let id) {
      do {
        return try store().article(ReadingID(rawValue: hash))
      } catch JournalError.noSuchReading {
        throw JournalError.noSuchArticle(id)
      }
    }
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

  /// Says which names of a codebook the prompt takes for commands.
  private func warnOfTakenNames(_ codebook: Codebook) {
    for attribute in codebook.attributes {
      // A verb that gives the attribute of its name is what is meant.
      if let command = CommandTable.command(attribute.name, in: .prompt),
        !Self.labellingVerbs.contains(command.name)
      {
        warn(
          "the codebook's attribute '\(attribute.name)' is called as a command is; "
            + "give it with: label \(attribute.name) VALUE")
      }
      for label in attribute.labels
      where CommandTable.command(label.name, in: .prompt) != nil {
        warn(
          "the codebook's label '\(label.name)' is called as a command is; "
            + "give it with: label \(attribute.name) \(label.name)")
      }
    }
  }

  private static let labellingVerbs = ["source", "stance", "status"]

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
    /// The hashes that the article must have, its reading, and the codebook.
    var expectedArticle: String?
    var expectedReading: String?
    var expectedCodebook: String?
    /// The hash that what is found in the article must have.
    var expectedProposals: String?
    /// How the article was read when the session was made, as JSON; nil to go by the reading of now.
    var reading: String?
    /// What was found in the article when the session was made, as JSON; nil to look for claims now.
    var proposals: String?
    /// What the session took over from one on an earlier text, as JSON.
    var carried: String?
    /// The recorded id and public key of a session that a script rebuilds.
    var id: String?
    var key: String?
  }

  /// Goes on with the annotator's session on an article, or begins one.
  func load(_ name: String, _ request: LoadRequest = LoadRequest()) throws {
    let incoming = try incoming(name, request)
    let article = incoming.article
    let codebook = try codebookForNewSessions()
    warnOfTakenNames(codebook)
    try check(article, codebook, named: name, request)
    let store = try store(creating: true)
    if !request.isNew, let found = try latestSession(on: article.id, codebook: codebook) {
      try noteFetched(incoming, in: store)
      try openSession(found)
      return tellOfOtherReading(article, loading: name, published: request.published)
    }
    let analysis =
      try request.proposals.map { try ProposalsJSON.decode($0, for: article) }
      ?? analyse(article, by: request.engine, limit: request.limit)
    if let expected = request.expectedProposals {
      let found = try ProposalsJSON.hash(analysis)
      guard expected == found else {
        throw LoadError.otherProposals(expected: expected, found: found)
      }
    }
    let carried = try request.carried.map { try CarriedJSON.decode($0, for: article) }
    let identity = try newIdentity(id: request.id, key: request.key)
    if !request.isNew, let earlier = try earlierVersion(of: article, found: analysis) {
      switch try choice(about: earlier, loading: name) {
      case .carryOver:
        let earlier = try store.session(earlier.session.id)
        return try carryOver(
          earlier, to: incoming, named: name, found: analysis, by: request.engine,
          NewTextRequest(limit: request.limit))
      case .begin: break
      }
    }
    try keep(incoming, in: store)
    closeSession()
    let created = try store.createSession(
      article: article, origin: incoming.origin, codebook: codebook,
      annotator: settings.annotator, identity: identity,
      events: [.claimsProposed(analysis)] + (carried.map { [.claimsCarried($0)] } ?? []))
    try openSession(created.id, isFresh: true)
  }

  /// Makes sure that an article and the codebook are what a script expects.
  private func check(
    _ article: Article, _ codebook: Codebook, named name: String, _ request: LoadRequest
  ) throws {
    if let expected = request.expectedArticle, expected != article.id.rawValue {
      throw LoadError.otherArticle(name, expected: expected, found: article.id.rawValue)
    }
    let reading = ReadingID(of: article).rawValue
    if let expected = request.expectedReading, expected != reading {
      throw LoadError.otherReading(name, expected: expected, found: reading)
    }
    let hash = CodebookFile.hash(codebook)
    if let expected = request.expectedCodebook, expected != hash {
      throw LoadError.otherCodebook(expected: expected, found: hash)
    }
  }

  /// What the first event of a session that is begun now holds of itself: a random id, unless a script
  /// gives its moment or the recorded id, and the annotator's key.
  func newIdentity(id: String? = nil, key: String? = nil) throws -> SessionIdentity {
    if let id, !SessionOpening.isID(id) { throw LoadError.notAnID(id) }
    if let key, !SessionOpening.isKey(key) { throw LoadError.notAKey(key) }
    if usesEarlierForm {
      guard id == nil, key == nil else { throw LoadError.identityInEarlierForm }
      return SessionIdentity(isEarlierForm: true)
    }
    if id != nil || scriptedTime != nil { return SessionIdentity(id: id, key: key) }
    return SessionIdentity(
      id: surroundings.newSessionID(), key: try key ?? annotatorsKey()?.publicKey.description)
  }

  /// Opens a session for work, or for reading where another process has it.
  func openSession(_ id: SessionID, isFresh: Bool = false) throws {
    let store = try store()
    if let open, open.stored.id == id, open.readingReason == nil {
      return try introduce(isFresh: false)
    }
    // One that is not there leaves the session at hand open.
    _ = try store.session(id)
    closeSession()
    let access: OpenSession.Access
    do {
      access = .changing(try store.hold(id, annotator: settings.annotator))
    } catch JournalError.sessionHeld(let id, let holder) {
      warn("session \(id) is being worked on by \(holder); it is opened for reading")
      access = .reading(.held)
    } catch JournalError.readOnly {
      warn("the store is read-only; session \(id) is opened for reading")
      access = .reading(.readOnlyStore)
    }
    let stored = try store.session(id)
    open = OpenSession(stored, access: access)
    if isInteractive { try beginLearning() }
    // What was lost stays known until something is decided all the same.
    if case .changing = access, knownHeads?.losses.isEmpty == true { rememberHead(of: stored) }
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
    let decided = claims.filter(open.hasVerdict).count
    say(
      isFresh
        ? SourceNames(open).summary + " found"
        : "\(decided) of \(claims.count) claims have a verdict; you are at claim "
          + (open.cursor?.description ?? "–"))
    try tellOfBranches()
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
  case otherReading(String, expected: String, found: String)
  case badReading
  case notAnID(String)
  case notAKey(String)
  case identityInEarlierForm
  case otherCodebook(expected: String, found: String)
  case otherProposals(expected: String, found: String)

  package var description: String {
    switch self {
    case .otherArticle(let name, let expected, let found):
      "'\(name)' is another text than the session was made on (\(found.prefix(19))…, expected "
        + "\(expected.prefix(19))…); find the file as it was, or load it from the store: "
        + "load \(expected)"
    case .otherReading(let name, let expected, let found):
      "'\(name)' reads otherwise now (\(found.prefix(19))…) than when the session was made "
        + "(\(expected.prefix(19))…): its title, date or blocks; print the script again where the "
        + "session is stored, and it carries the reading"
    case .badReading:
      "the reading does not fit the article; print the script again with 'replay --script'"
    case .notAnID(let text):
      "'\(text)' is no id of a session; it has 32 digits of 0-9 and a-f, as 'replay --script' prints it"
    case .identityInEarlierForm:
      "a session of form 1 has neither id nor key; say 'form 2' before 'load'"
    case .notAKey(let text):
      "'\(text)' is no public key; it is 'ed25519:' and 64 digits of 0-9 and a-f"
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
