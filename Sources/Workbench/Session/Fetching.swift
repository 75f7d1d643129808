import ArticleReader
import ClaimModel
import Fetch
import Interchange
import Journal
import Terminal

/// Articles that are fetched from an address.
extension Workbench {
  /// An article with what the store keeps of where it came from.
  struct Incoming {
    var article: Article
    /// What its address gave; nil for one that came from elsewhere.
    var page: FetchedPage?
    /// Whether it was read now, or taken from the store or from a script.
    var origin = ReadingOrigin.own
  }

  /// The article that `load` is asked for.
  ///
  /// An address is asked each time, for it may say something else by now; but not for an article whose
  /// hash is known and that the store has, as when a script rebuilds a session. Where it cannot be
  /// fetched, the article is taken that it gave last.
  func incoming(_ name: String, _ request: LoadRequest) throws -> Incoming {
    var incoming = try plainlyIncoming(name, request)
    if let reading = request.reading {
      incoming.article = try ReadingJSON.decode(reading, for: incoming.article)
      incoming.origin = .imported
    }
    incoming.article = incoming.article.with(published: request.published)
    return incoming
  }

  private func plainlyIncoming(_ name: String, _ request: LoadRequest) throws -> Incoming {
    guard WebAddress.isMeant(by: name) else {
      let isKept = name.hasPrefix("sha256:")
      return Incoming(article: try article(name), origin: isKept ? .imported : .own)
    }
    let address = try WebAddress(name)
    if let expected = request.expectedArticle,
      let article = try storedArticle(ArticleID(rawValue: expected), request.expectedReading)
    {
      return Incoming(article: article.at(path: address.text), origin: .imported)
    }
    do {
      let (reading, page) = try fetch(address, allowsPrivate: request.allowsPrivate)
      return Incoming(article: reading.article, page: page)
    } catch let error as FetchError where error.isOfTheMoment {
      guard let (article, at) = try existingStore()?.latestArticle(from: address.text) else {
        throw error
      }
      warn("\(error)")
      warn("the article is opened as it was fetched on \(Self.shown(at))")
      return Incoming(article: article, origin: .imported)
    }
  }

  /// Keeps what the address of an article gave, where it came from one.
  func keep(_ incoming: Incoming, in store: Store) throws {
    guard let page = incoming.page else { return }
    try store.add(incoming.article, fetched: page)
  }

  /// Keeps what the address of an article gave that a session is on already, and says since when it
  /// has been the same.
  func noteFetched(_ incoming: Incoming, in store: Store) throws {
    guard let page = incoming.page else { return }
    if store.mode != .readOnly { try store.add(incoming.article, fetched: page) }
    guard let (article, at) = try store.latestArticle(from: page.asked), at < page.at,
      article.id == incoming.article.id
    else { return }
    say("the article is as it was fetched on \(Self.shown(at))")
  }

  /// Writes the page that an article of the store was read from, byte for byte, to a file.
  ///
  /// It goes to no terminal: a page may hold anything.
  func writeOriginal(of names: [String], to path: String, isReplacing: Bool) throws {
    guard names.count == 1, let name = names.first else {
      throw OneOriginalOnly(given: names.count)
    }
    let id =
      WebAddress.isMeant(by: name)
      ? try store().latestArticle(from: WebAddress(name).text)?.article.id
      : ArticleID(rawValue: name)
    guard let page = try id.flatMap({ try store().fetchedPages(of: $0).last }) else {
      throw NothingFetched(name: name)
    }
    let file = try OutputFile(
      .file(path: path, isReplacing: isReplacing), rules: outputRules)
    try file.write(page.bytes)
    try file.commit()
    say("what '\(page.final)' gave on \(Self.shown(page.at)) is written to \(path)")
  }

  /// Fetches an address and reads what it gave; says where it leads and how it was read.
  func fetch(_ address: WebAddress, allowsPrivate: Bool) throws -> (
    reading: Reading, page: FetchedPage
  ) {
    let download = try download(address, allowsPrivate: allowsPrivate)
    let type = download.mediaType
    let reading = try ArticleReader().read(
      download.bytes, path: address.text,
      format: Format(mediaType: type?.name, path: download.address.path), charset: type?.charset,
      address: download.address.text)
    for notice in reading.notices { warn(notice) }
    warnOfOtherSite(reading.article, cameFrom: download.address)
    // The present even in a script: no clock of a script decides when a server was asked.
    let page = FetchedPage(
      asked: address.text, final: download.address.text, at: surroundings.now(),
      contentType: type?.text, bytes: download.bytes)
    return (reading, page)
  }

  /// The text of the article that a fetched page reads as now; nil where it cannot be read.
  static func text(of page: FetchedPage) -> String? {
    let type = page.contentType.flatMap { MediaType($0) }
    let path = (try? WebAddress(page.final))?.path
    return try? ArticleReader().read(
      page.bytes, path: page.asked, format: Format(mediaType: type?.name, path: path ?? ""),
      charset: type?.charset, address: page.final
    ).article.text
  }

  /// A page may call itself what it likes; that it is another site's is for the user to know.
  private func warnOfOtherSite(_ article: Article, cameFrom address: WebAddress) {
    guard let named = article.metadata.address.flatMap({ try? WebAddress($0) }) else { return }
    // `www` and the like in front make no other site.
    let site = { (host: String) in host.split(separator: ".").suffix(2) }
    if site(named.host) != site(address.host) {
      warn("the page calls itself '\(named)', but it came from '\(address.host)'")
    }
  }

  private func download(_ address: WebAddress, allowsPrivate: Bool) throws -> Download {
    let fetcher = Fetcher(
      userAgent: Self.userAgent, allowsPrivate: allowsPrivate,
      accepts: { Format.reads(mediaType: $0?.name) })
    var progress: ProgressLine?
    defer { progress?.finish() }
    do {
      return try fetcher.fetch(
        address,
        redirected: { next in
          progress?.finish()
          let isLessSafe = address.isEncrypted && !next.isEncrypted
          say("redirected to \(next)" + (isLessSafe ? " (not encrypted)" : ""))
        },
        progress: { received, total in
          if progress == nil {
            progress = self.progress("fetching", unit: "KB", total: total > 0 ? total >> 10 : nil)
          }
          progress?.update(done: received >> 10)
          return !self.isInterrupted
        })
    } catch .cancelled {
      throw Interrupted()
    }
  }

  private var isInterrupted: Bool {
    do {
      try interrupts?.check()
      return false
    } catch {
      return true
    }
  }

  /// What we call ourselves: `Assay/1.0`.
  private static var userAgent: String {
    "Assay/" + (application.split(separator: " ").last ?? "")
  }

  /// A moment as a person reads it: `2026-03-01 at 09:30 UTC`.
  private static func shown(_ moment: Timestamp) -> String {
    let text = "\(moment)"
    return "\(text.prefix(10)) at \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// The store, where there is one.
  private func existingStore() throws -> Store? {
    do {
      return try store()
    } catch JournalError.noSuchStore {
      return nil
    }
  }

  /// A text of the store in a reading, or in the one that it is shown in.
  private func storedArticle(_ id: ArticleID, _ reading: String?) throws -> Article? {
    do {
      guard let store = try existingStore() else { return nil }
      if let reading {
        let article = try store.article(ReadingID(rawValue: reading))
        return article.id == id ? article : nil
      }
      return try store.article(id)
    } catch JournalError.noSuchArticle, JournalError.noSuchReading {
      return nil
    }
  }
}

/// The store keeps no page of this article.
struct NothingFetched: Error, Equatable, CustomStringConvertible {
  let name: String

  var description: String {
    "no page is kept for '\(name)'; one is kept of each article that 'load ADDRESS' opened"
  }
}

/// `--original` names one file.
struct OneOriginalOnly: Error, Equatable, CustomStringConvertible {
  let given: Int

  var description: String { "--original is about one article, but \(given) are named" }
}

extension CommandOption {
  /// For verbs that take an article.
  static let allowPrivate = CommandOption(
    "--allow-private", "fetch from private and loopback addresses too")
}
