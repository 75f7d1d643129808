import ClaimModel
import Fingerprint
import Interchange
import Journal
import Terminal

/// Which session an annotator goes on with, and what has changed about its article since.
extension Workbench {
  /// The annotator's latest session on a text under a codebook, by the moment it was opened; of its
  /// branches the one with the most events.
  func latestSession(on article: ArticleID, codebook: Codebook) throws -> SessionID? {
    let store = try store()
    let filter = SessionFilter(annotator: settings.annotator, article: article)
    let sessions = try store.sessions(matching: filter, limit: 500)
      .filter { try store.codebook(of: $0.id) == codebook }
    guard let latest = sessions.max(by: { ($0.opened, $0.id) < ($1.opened, $1.id) }) else {
      return nil
    }
    let branches = try store.sessions(named: store.name(of: latest.id))
    return sessions.filter { branches.contains($0.id) }
      .max { ($0.events, $1.id) < ($1.events, $0.id) }?.id
  }

  /// Says so where the session at hand was made on another reading of its text than the one of now, and
  /// how it is carried over.
  func tellOfOtherReading(_ article: Article, loading name: String, published: PublicationDate?) {
    guard let open else { return }
    let differences = ReadingDifference.between(open.article, and: article)
    guard !differences.isEmpty else { return }
    var command = "open \(open.stored.id) --article "
    command += PromptWord.quoted(name == "-" ? article.id.rawValue : name)
    if let published { command += " --published \(published)" }
    warn(
      "session \(open.stored.id) was made on another reading of this text: "
        + differences.joined(separator: ", ") + "; it is opened as it was made, and '\(command)' "
        + "carries it over to the reading of now")
  }

  /// Names the branches of the session at hand, if it has any.
  func tellOfBranches() throws {
    guard let stored = open?.stored else { return }
    let store = try store()
    for branch in try store.sessions(named: stored.name) where branch != stored.id {
      let common = try store.commonEvents(stored.id, branch)
      let events = try store.eventCount(of: branch)
      if common == events || common == stored.session.events.count { continue }
      say(
        "session \(branch) is a branch of this session: they part after event \(common), and it has "
          + "\(events) events")
    }
  }
}

/// In what two readings of one text differ, as people are told.
enum ReadingDifference {
  static func between(_ before: Article, and now: Article) -> [String] {
    var differences: [String] = []
    func compare(_ name: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      let quoted = { (text: String?) in
        text.map { "'\($0.replacing("\n", with: " ").prefix(60))'" } ?? "none"
      }
      differences.append("\(name) \(quoted(old)), now \(quoted(new))")
    }
    let (old, new) = (before.metadata, now.metadata)
    compare("title", old.title, new.title)
    compare("date", old.published?.description, new.published?.description)
    compare("byline", old.byline, new.byline)
    compare("publisher", old.publisher, new.publisher)
    compare("address", old.address, new.address)
    compare("language", old.language, new.language)
    if before.blocks != now.blocks {
      let changed = Set(before.blocks).symmetricDifference(now.blocks).count
      differences.append(
        before.blocks.count == now.blocks.count
          ? "blocks (\(changed / 2 + changed % 2) of \(now.blocks.count))"
          : "\(before.blocks.count) blocks, now \(now.blocks.count)")
    }
    return differences
  }
}
