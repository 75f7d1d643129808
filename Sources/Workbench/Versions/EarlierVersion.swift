import ClaimModel
import Journal
import Terminal

/// A session on what seems to be an earlier text of an article.
struct EarlierVersion: Equatable {
  let session: SessionSummary
  /// The part of the shorter text that the other has too, from 0 to 1.
  let share: Double
  let hasSameAddress: Bool

  /// What there is to carry over counts more than how much of the text is the same.
  fileprivate var rank: (Int, Double) { (session.decided > 0 ? 1 : 0, share) }

  /// Whether the article was read from the same file.
  let hasSamePath: Bool

  /// As the user is told: what the session is on, and what there is to carry over.
  var notice: String {
    let place =
      hasSameAddress
      ? "is on another text of this address"
      : hasSamePath
        ? "is on an earlier text of this file" : "seems to be on an earlier text of this article"
    return
      "session \(session.id) \(place) (\(session.annotator), \(session.changed.description.prefix(10)); "
      + "\(Int((100 * share).rounded())) % of the text is the same; "
      + "\(session.decided) of \(session.claims) claims carry a label)"
  }
}

extension Workbench {
  /// What is to become of an edited text.
  enum EditedTextChoice {
    /// The session on the earlier text goes on with this one.
    case carryOver
    /// A session of its own.
    case begin
  }

  /// Asks what becomes of an edited text before a session is made on it.
  ///
  /// Of another annotator's session it only tells.
  /// - Throws: `EditedTextError` where nobody can be asked, and where the answer is to do nothing.
  func choice(about earlier: EarlierVersion, loading name: String) throws -> EditedTextChoice {
    let command = "open \(earlier.session.id) --article \(PromptWord.quoted(name))"
    guard earlier.session.annotator == settings.annotator else {
      say(earlier.notice + "; '\(command)' carries them over")
      return .begin
    }
    guard let withKeys = surroundings.withKeys else {
      throw EditedTextError.notSaid(earlier, name: name)
    }
    tell(StyledText(earlier.notice))
    tell(StyledText("carry it over to this text [c], begin a new session [n], cancel [q]?"))
    errors.flush()
    var choice: EditedTextChoice?
    try withKeys { key in
      choice =
        switch answer(key, of: "cn") {
        case "c"?: .carryOver
        case "n"?: .begin
        default: nil
        }
    }
    guard let choice else { throw EditedTextError.cancelled(name) }
    return choice
  }
}

/// Why an edited text was not loaded.
enum EditedTextError: Error, Equatable, CustomStringConvertible {
  /// There is no terminal to ask at.
  case notSaid(EarlierVersion, name: String)
  case cancelled(String)

  var description: String {
    switch self {
    case .notSaid(let earlier, let name):
      "\(earlier.notice); say which is meant: 'open \(earlier.session.id) --article "
        + "\(PromptWord.quoted(name))' carries it over, --new begins a session of its own"
    case .cancelled(let name): "'\(name)' was not loaded; nothing was changed"
    }
  }
}

extension Workbench {
  /// So many earlier texts are compared at most, and so many bytes of each.
  private static let mostTexts = 6
  private static let mostBytes = 1 << 20
  /// Texts that share less are of two articles, unless their address is the same.
  private static let leastShare = 0.5

  /// Looks for a session on an earlier text of an article, one with decisions before one without.
  func earlierVersion(of article: Article, found analysis: Analysis) throws -> EarlierVersion? {
    let store = try store()
    let candidates = try store.sessions(
      thatMayPrecede: article, saying: Self.phrases(of: article, analysis))
    var articles: [ArticleID] = []
    for candidate in candidates where !articles.contains(candidate.article) {
      articles.append(candidate.article)
    }
    let resemblance = Self.resemblance(article)
    var best: EarlierVersion?
    for other in articles.prefix(Self.mostTexts) {
      let share = resemblance.share(with: Self.resemblance(try store.article(other)))
      let hasSameAddress = candidates.contains { $0.article == other && $0.hasSameAddress }
      guard hasSameAddress || share >= Self.leastShare, let session = try session(on: other) else {
        continue
      }
      let version = EarlierVersion(
        session: session, share: share, hasSameAddress: hasSameAddress,
        hasSamePath: article.metadata.path != nil && session.path == article.metadata.path)
      if best.map({ $0.rank < version.rank }) ?? true { best = version }
    }
    return best
  }

  /// A session on a text: of the present annotator's first, and one in which something was decided.
  private func session(on article: ArticleID) throws -> SessionSummary? {
    let store = try store()
    for annotator in [settings.annotator, nil] {
      let filter = SessionFilter(annotator: annotator, article: article)
      let sessions = try store.sessions(matching: filter, limit: 20)
      if let session = sessions.first(where: { $0.decided > 0 }) ?? sessions.first {
        return session
      }
    }
    return nil
  }

  private static func resemblance(_ article: Article) -> TextResemblance {
    TextResemblance(String(decoding: article.text.utf8.prefix(mostBytes), as: UTF8.self))
  }

  /// Words from the middle of a few claims, from all over the article.
  private static func phrases(of article: Article, _ analysis: Analysis) -> [String] {
    let wordings = analysis.claims.compactMap { claim -> [Substring]? in
      let longest = claim.spans.max { $0.length < $1.length }
      let words = longest.flatMap { article.text.utf8Substring($0) }?
        .split(whereSeparator: \.isWhitespace)
      return words.flatMap { $0.count >= 5 ? $0 : nil }
    }
    let step = max(1, wordings.count / 6)
    return stride(from: 0, to: wordings.count, by: step).prefix(6).map { index in
      let words = wordings[index]
      let start = max(0, words.count / 2 - 3)
      return words[start..<min(words.count, start + 6)].joined(separator: " ")
    }
  }
}
