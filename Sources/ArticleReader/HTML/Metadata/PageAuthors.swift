import ClaimModel

/// Who wrote an article: what the page's data say, then what it shows.
///
/// Persons come before organisations and the name of the site, wherever they are named; "admin" and the
/// like are nobody.
struct PageAuthors {
  /// The names, joined by commas; nil where nobody is named.
  private(set) var byline: String?
  private(set) var source = ""

  /// Names beyond these are contributors to a whole site.
  private static let mostAuthors = 10
  /// So many units above the title, below the body's start, and above and below its end are looked at.
  private static let reach = (aboveTitle: 4, inBody: 3, atEnd: 4, belowBody: 14)

  /// - Parameters:
  ///   - head: The units from the title to the body.
  ///   - shownHead: The same with what stands above the body's first prose.
  ///   - body: The units of the body, from first to last.
  ///   - site: What the site is called.
  init(
    _ page: Page, _ tags: MetaTags, _ linked: LinkedData?, head: Range<Int>,
    shownHead: Range<Int>, body: Range<Int>, site: [String]
  ) {
    let sites = Set(site.map { $0.lowercased() })
    let isPerson = { (name: String) in
      !sites.contains(name.lowercased()) && !AuthorName.isOffice(name)
    }
    let named = Self.metaAuthors(tags)
    let linkedPeople = linked?.people.compactMap(AuthorName.cleaned) ?? []
    let linkedOthers = linked?.organisations.compactMap(AuthorName.cleaned) ?? []
    let end = page.units.count
    let top = max(0, head.lowerBound - Self.reach.aboveTitle)
    let before = top..<min(end, body.lowerBound + Self.reach.inBody)
    let bottom = min(end, max(before.upperBound, body.upperBound - Self.reach.atEnd))
    let after = bottom..<min(end, body.upperBound + Self.reach.belowBody)
    let candidates: [() -> ([String], String)] = [
      { (linkedPeople.filter(isPerson), "json-ld") },
      { (named.names.filter(isPerson), named.source) },
      { (tags.microdataAuthors.compactMap(AuthorName.cleaned).filter(isPerson), "microdata") },
      { (Self.shown(page, before), "visible text") },
      { (Self.besideDate(page, shownHead), "visible text") },
      { (Self.shown(page, after), "visible text") },
      { (linkedOthers + linkedPeople, "json-ld") },
      { (named.names, named.source) },
    ]
    for candidate in candidates {
      let (names, source) = candidate()
      let unique = Self.unique(names)
      guard !unique.isEmpty else { continue }
      byline = unique.prefix(Self.mostAuthors).joined(separator: ", ")
      self.source = source
      return
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
  }

  /// The authors of the first `meta` that names some; those that stand once for each author are taken
  /// all.
  private static func metaAuthors(_ tags: MetaTags) -> (names: [String], source: String) {
    for name in [
      "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
      "dcterms.creator", "article:author_name", "citation_author", "og:article:author",
      "shareaholic:article_author_name", "dc.contributor", "authors", "article.author",
      "dcsext.author", "cxenseparse:author",
    ] {
      let values = tags.all(name).map(HTMLParser.withoutEntities)
      let names =
        indexed.contains(name)
        ? values.map(AuthorName.spoken).compactMap(AuthorName.cleaned)
        : values.flatMap(AuthorName.list)
      if !names.isEmpty { return (names, "meta \(name)") }
    }
    if let label = tags.first(["twitter:label1"])?.value,
      AuthorName.isLabel(label.lowercased()), let name = tags.first(["twitter:data1"])?.value
    {
      return (AuthorName.list(name), "meta twitter:data1")
    }
    return ([], "")
  }

  /// Names that papers and libraries give family name first.
  private static let indexed: Set<String> = ["citation_author", "dc.creator", "dcterms.creator"]

  // MARK: - What the page shows

  /// The names in lines and elements that say who wrote something.
  private static func shown(_ page: Page, _ range: Range<Int>) -> [String] {
    var linked: [String] = []
    var labelled: [String] = []
    var marked: [String] = []
    // A post that is embedded has an author of its own.
    for unit in range where page.context(of: unit).isDisjoint(with: [.hidden, .foreign, .quote]) {
      let bytes = page.bytes(of: unit)
      guard bytes.count <= 300 else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if labelled.isEmpty, let names = AuthorName.afterLabel(text) { labelled = names }
      linked += authorLinks(page, unit)
      if marked.isEmpty { marked = markedSpans(page, unit) }
      if marked.isEmpty, isMarked(page, unit) || isDated(bytes), let names = AuthorName.bare(text) {
        marked = names
      }
    }
    return !linked.isEmpty ? linked : !labelled.isEmpty ? labelled : marked
  }

  /// The names in a line of nothing else that stands right beside a line with a date, between title and body.
  private static func besideDate(_ page: Page, _ head: Range<Int>) -> [String] {
    for unit in head where page.units[unit].words <= 12 {
      let bytes = page.bytes(of: unit)
      guard page.context(of: unit).isDisjoint(with: [.hidden, .foreign, .quote, .heading]),
        Byline.isBareNames(bytes), !AuthorName.opensWithArticle(bytes)
      else { continue }
      let isBeside = [unit - 1, unit + 1].contains { other in
        head.contains(other) && page.units[other].words <= 12
          && WrittenDates(page.bytes(of: other)).publication != nil
      }
      if isBeside, let names = AuthorName.bare(String(decoding: bytes, as: UTF8.self)) {
        return names
      }
    }
    return []
  }

  /// The names in the elements inside a unit that are called an author's.
  private static func markedSpans(_ page: Page, _ unit: Int) -> [String] {
    elements(page, unit).flatMap { node -> [String] in
      guard page.names[node].contains(.people), page.tree.nodes[node].tag != .text else {
        return []
      }
      let text = MetaTags.line(page.tree.characters(under: node))
      return text.utf8.count <= 100 ? AuthorName.bare(text) ?? [] : []
    }
  }

  /// The elements inside a unit's; none where these are too many for a byline.
  private static func elements(_ page: Page, _ unit: Int) -> Range<Int> {
    let owner = page.units[unit].owner
    let subtree = page.tree.subtree(owner)
    return subtree.count <= mostElements ? (owner + 1)..<subtree.upperBound : 0..<0
  }

  private static let mostElements = 200

  /// Whether a line has parts of which one is a date: `Ana Pell · 3 March 2026`.
  private static func isDated(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 100
      && ["·", "|", "•", "–"].contains { (mark: StaticString) in bytes.contains(mark) }
      && WrittenDates(bytes).publication != nil
  }

  /// Whether the names of the elements around a unit say that it names an author.
  private static func isMarked(_ page: Page, _ unit: Int) -> Bool {
    var node = page.units[unit].owner
    for _ in 0..<3 {
      if page.names[node].contains(.people) { return page.units(under: node).count <= 8 }
      guard let parent = page.tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  /// The words of links in a unit that lead to an author's page.
  private static func authorLinks(_ page: Page, _ unit: Int) -> [String] {
    elements(page, unit).compactMap { node in
      guard page.tree.nodes[node].tag == .a || page.tree.nodes[node].tag == .span,
        page.tree.value(.rel, of: node)?[...].contains("author") == true
          || page.tree.value(.href, of: node).map({ isAuthorAddress($0[...]) }) == true
          || isCardName(page.tree, node)
      else { return nil }
      let text = MetaTags.line(page.tree.characters(under: node))
      return text.utf8.count <= 60 ? AuthorName.cleaned(text) : nil
    }
  }

  /// Whether an element is the name in a card of contact (`class="fn"`, hCard).
  private static func isCardName(_ tree: HTMLTree, _ node: Int) -> Bool {
    tree.value(.class, of: node)?.split(separator: 0x20).contains { $0.elementsEqual("fn".utf8) }
      ?? false
  }

  private static func isAuthorAddress(_ address: ArraySlice<UInt8>) -> Bool {
    ["/author/", "/autor/", "/auteur/", "/autore/", "/autoren/", "/authors/", "/profile/author"]
      .contains { (part: StaticString) in address.contains(part) }
  }
}
