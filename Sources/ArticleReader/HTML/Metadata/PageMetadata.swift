import ClaimModel

/// What a page says about its article, each field from the best of several places.
struct PageMetadata {
  private(set) var metadata = Article.Metadata()
  private(set) var provenance: [Reading.Field: String] = [:]

  private let page: Page
  private let tags: MetaTags
  private let linked: LinkedData?
  /// The updates of a live page, as the page's data list them.
  var updates: [LinkedData.Update] { linked?.updates ?? [] }

  /// - Parameters:
  ///   - page: A classified page.
  ///   - body: The units of the body, from first to last; visible bylines and dates stand above it.
  ///   - address: Where the page was fetched from; nil for a saved one.
  init(_ page: Page, _ tags: MetaTags, body: Range<Int>, fetchedFrom address: String?) {
    self.page = page
    self.tags = tags
    linked = LinkedData(page.tree)
    let title = findTitle(above: body.lowerBound)
    let head = Self.head(page, title: title, bodyStart: body.lowerBound)
    findPublisher()
    findAddress(orElse: address)
    findLanguage()
    let shownHead = head.lowerBound..<Self.endOfHead(page, head, body)
    let authors = PageAuthors(
      page, tags, linked, head: head, shownHead: shownHead, body: body,
      site: [metadata.publisher, tags.first(["og:site_name", "application-name"])?.value].compactMap
      { $0 })
    set(.byline, \.byline, [(authors.byline, authors.source)])
    let dates = PageDates(
      page, tags, linked, head: shownHead, body: body,
      address: metadata.address,
      language: metadata.language)
    if let published = dates.published {
      metadata.published = published
      provenance[.published] = dates.source
    }
  }

  private mutating func set(
    _ field: Reading.Field, _ path: WritableKeyPath<Article.Metadata, String?>,
    _ candidates: [(value: String?, source: String)]
  ) {
    for (value, source) in candidates {
      guard let value = value.map({ MetaTags.line(Array($0.utf8)) }), !value.isEmpty,
        value.utf8.count <= 1000
      else { continue }
      metadata[keyPath: path] = value
      provenance[field] = source
      return
    }
  }

  private func meta(_ names: String...) -> (value: String?, source: String) {
    guard let found = tags.first(names) else { return (nil, "") }
    return (found.value, "meta \(found.name)")
  }

  /// The units from the title to the body, where bylines and dates are shown.
  private static func head(_ page: Page, title: Int?, bodyStart: Int) -> Range<Int> {
    let start = title.map { $0 + 1 } ?? max(0, bodyStart - 15)
    guard start < bodyStart else { return bodyStart..<bodyStart }
    return max(start, bodyStart - 40)..<bodyStart
  }

  /// The first unit of the body that is prose: dates and labels above it belong to the head.
  private static func endOfHead(_ page: Page, _ head: Range<Int>, _ body: Range<Int>) -> Int {
    let isProse = { (unit: Int) in
      page.units[unit].endsLikeSentence && page.units[unit].words >= 6
        || page.units[unit].words >= 25
    }
    return body.prefix(unitsOfHead).first(where: isProse) ?? head.upperBound
  }

  private static let unitsOfHead = 6

  private func text(_ unit: Int) -> String { MetaTags.line(Array(page.bytes(of: unit))) }
}

// MARK: - Title

extension PageMetadata {
  /// Only so many headings are compared with what the page calls itself.
  private static let mostHeadings = 100

  private struct Heading {
    let unit: Int
    let level: Int
    let text: String
  }

  /// Chooses the title: the heading that says what the page calls itself, the longest `h1`, or what the
  /// page calls itself without the name of the site.
  ///
  /// - Returns: The unit that shows it.
  private mutating func findTitle(above bodyStart: Int) -> Int? {
    let page = page
    let site = meta("og:site_name").value
    let shown = page.units.indices.lazy.filter { unit in
      (page.tree.nodes[page.units[unit].owner].tag.headingLevel ?? 9) <= 3
        && page.units[unit].range.count <= 400 && !page.context(of: unit).contains(.hidden)
    }.prefix(Self.mostHeadings).map { unit in
      Heading(
        unit: unit, level: page.tree.nodes[page.units[unit].owner].tag.headingLevel ?? 9,
        text: MetaTags.line(Array(page.bytes(of: unit))))
    }
    let headings = shown.filter { $0.text != site }
    let called = [meta("og:title").value, linked?.headline, tags.pageTitle].compactMap {
      $0.map { Array($0.lowercased().utf8)[...] }
    }
    let matching = headings.filter { heading in
      let text = Array(heading.text.lowercased().utf8)
      return text.count >= 10 && called.contains { $0.holds(text) }
    }
    let first = matching.map(\.level).min()
    let choices =
      first.map { level in matching.filter { $0.level == level } }
      ?? headings.filter { $0.level == 1 && page.units[$0.unit].words >= 2 }
    if let heading = choices.max(by: { $0.text.utf8.count < $1.text.utf8.count }) {
      set(.title, \.title, [(heading.text, "h\(heading.level)")])
      return heading.unit
    }
    let ownTitle = tags.pageTitle.map { Self.withoutSite($0, site: site) }
    let openGraph = meta("og:title", "twitter:title")
    set(
      .title, \.title,
      [
        (openGraph.value.map { Self.withoutSite($0, site: site) }, openGraph.source),
        (linked?.headline, "json-ld"), (ownTitle, "title"),
      ])
    return nil
  }

  /// A page's title without the part that names the site, after the last ` - `, ` | ` or the like.
  private static func withoutSite(_ title: String, site: String?) -> String {
    let bytes = Array(title.utf8)
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      let mark = Array(separator.utf8)
      guard bytes.count > mark.count,
        let start = (1..<(bytes.count - mark.count)).last(where: { bytes[$0...].starts(with: mark) }
        )
      else { continue }
      let name = String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
      let rest = String(decoding: bytes[..<start], as: UTF8.self)
      if name == site || name.split(separator: " ").count <= 4 && rest.utf8.count >= 15 {
        return rest
      }
    }
    return title
  }
}

// MARK: - Publisher, address, language

extension PageMetadata {
  private mutating func findPublisher() {
    set(
      .publisher, \.publisher,
      [
        (linked?.publisher.flatMap(Self.publisherName), "json-ld"), meta("og:site_name"),
        meta("publisher", "dc.publisher", "application-name", "citation_publisher"),
      ])
  }

  /// The name without a handle's sign; nil for an address.
  private static func publisherName(_ name: String) -> String? {
    name.hasPrefix("http") ? nil : name.hasPrefix("@") ? String(name.dropFirst()) : name
  }

  private mutating func findAddress(orElse fetched: String?) {
    func web(_ address: String?) -> String? {
      guard let address, address.hasPrefix("http://") || address.hasPrefix("https://") else {
        return nil
      }
      return address
    }
    let openGraph = meta("og:url")
    set(
      .address, \.address,
      [
        (web(tags.canonicalAddress), "link canonical"), (web(openGraph.value), openGraph.source),
        (web(linked?.address), "json-ld"), (fetched, Reading.fetchedPlace),
      ])
  }

  private mutating func findLanguage() {
    let locale = meta("og:locale", "content-language", "dc.language", "inlanguage")
    let candidates: [(String?, String)] = [
      (tags.pageLanguage, "html lang"), (locale.value, locale.source),
      (linked?.language, "json-ld"),
    ]
    set(
      .language, \.language,
      candidates.map { (value: $0.0.flatMap(Self.languageTag), source: $0.1) })
  }

  /// A BCP 47 tag from `en`, `en-US` or `en_US`; nil for anything else.
  private static func languageTag(_ text: String) -> String? {
    let tag = text.map { $0 == "_" ? "-" : $0 }
    let parts = tag.split(separator: "-")
    guard let first = parts.first, 2...3 ~= first.count,
      parts.allSatisfy({ part in
        part.count <= 8 && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    return String(tag)
  }
}
