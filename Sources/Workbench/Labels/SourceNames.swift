import ClaimModel

/// The names of those who make claims in a session: found in the article, or given by the annotator.
struct SourceNames {
  /// One name, with the claims that it makes.
  struct Entry: Equatable {
    let name: String
    /// In reading order; none where the article names somebody without a claim.
    var claims: [ClaimID] = []
    /// What kind of source was found; nil for one that only the annotator named.
    var type: SourceType?
  }

  /// Those who make most claims first, then in the order in which the article names them.
  let entries: [Entry]
  /// The claims that nobody makes who is named.
  let ofNobody: [ClaimID]
  private let open: OpenSession

  init(_ open: OpenSession) {
    self.open = open
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    func place(of name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = entries.count
      entries.append(Entry(name: name))
      return entries.count - 1
    }
    for source in open.state.analysis.attributions.compactMap(\.source) {
      let place = place(of: source.name)
      entries[place].type = entries[place].type ?? source.type
    }
    var ofNobody: [ClaimID] = []
    for record in open.state.claimsInOrder {
      if record.labels[SessionState.sourceAttribute] != .nobody,
        let name = open.sourceName(of: record)
      {
        entries[place(of: name)].claims.append(record.claim.id)
      } else {
        ofNobody.append(record.claim.id)
      }
    }
    let order = entries.indices.sorted {
      (-entries[$0].claims.count, $0) < (-entries[$1].claims.count, $1)
    }
    self.entries = order.map { entries[$0] }
    self.ofNobody = ofNobody
  }

  /// `28 claims of 7 sources`: all claims of the session, and those who make some.
  var summary: String {
    let claims = entries.reduce(ofNobody.count) { $0 + $1.claims.count }
    return Self.summary(claims: claims, sources: entries.filter { !$0.claims.isEmpty }.count)
  }

  static func summary(claims: Int, sources: Int) -> String {
    "\(claims) \(claims == 1 ? "claim" : "claims") of "
      + "\(sources) \(sources == 1 ? "source" : "sources")"
  }

  // MARK: - Looking names up

  /// The name as the session has it; nil where it has none such, in letters of either case.
  func known(_ name: String) -> String? {
    if entries.contains(where: { $0.name == name }) { return name }
    let alike = entries.filter { $0.name.lowercased() == name.lowercased() }
    return alike.count == 1 ? alike[0].name : nil
  }

  /// Whether somebody of this name is in the session or, as no part of a longer name, in the article.
  func isKnown(_ name: String) -> Bool {
    guard known(name) == nil else { return true }
    guard resembling(name).isEmpty, let pattern = VerbatimWords(name) else { return false }
    let bytes = Array(open.article.text.utf8)
    return !pattern.places(in: bytes, within: TextSpan(0, bytes.count)).isEmpty
  }

  /// The names that somebody may have meant: those with a word that begins as one of theirs does, or
  /// that differ in a few letters.
  func resembling(_ name: String) -> [String] {
    let typed = Self.words(of: name)
    let names = entries.map(\.name)
    let sharing = names.filter { candidate in
      let words = Self.words(of: candidate)
      return typed.contains { word in
        word.utf8.count >= 3 && words.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
      }
    }
    if !sharing.isEmpty { return sharing }
    return NearestName.of(name, among: names).map { [$0] } ?? []
  }

  /// The words of a name that tell it from others, in small letters.
  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !fillers.contains($0) && $0.utf8.count > 1 }
  }

  private static let fillers: Set<String> = ["a", "an", "and", "for", "in", "of", "on", "the"]
}

/// Why a name of a source will not do.
enum SourceError: Error, Equatable, CustomStringConvertible {
  case noSuchName(String, nearest: String?)
  case noNewName(String)
  case sameName(String)
  case nobody(String)

  var description: String {
    switch self {
    case .noSuchName(let name, let nearest?):
      "no source is called '\(name)'; did you mean '\(nearest)'?"
    case .noSuchName(let name, nil):
      "no source is called '\(name)'; 'source' lists the names"
    case .noNewName(let name): "say what '\(name)' is called: rename \"\(name)\" NAME"
    case .sameName(let name): "'\(name)' is called that already"
    case .nobody(let name):
      "'\(name)' stands for nobody, who has no other name; 'source CLAIMS NAME' says who makes claims"
    }
  }
}
