import ClaimModel

/// When an article appeared: what the page's data say, then what it shows, then its address.
///
/// The order is that of trust; each place was kept because it finds days on pages of other sites
/// (`Docs/quality.md`).
struct PageDates {
  private(set) var published: PublicationDate?
  private(set) var source = ""

  /// No page of the Web is older.
  static let firstYear = 1990

  /// - Parameters:
  ///   - head: The units from the title to the body.
  ///   - body: The units of the body, from first to last.
  ///   - address: Where the page lives.
  ///   - language: What the page says of its language, which tells the order of "3/4/2026".
  init(
    _ page: Page, _ tags: MetaTags, _ linked: LinkedData?, head: Range<Int>, body: Range<Int>,
    address: String?, language: String?
  ) {
    let shown = ShownDates(page: page, order: Self.order(language))
    let named = Self.first(tags, Self.publishedNames)
    let candidates: [() -> (PublicationDate?, String)] = [
      { (shown.date(linked?.published), "json-ld") },
      { (shown.date(named?.value), "meta \(named?.name ?? "")") },
      { (shown.date(tags.property("datePublished")), "microdata") },
      { (shown.moment(head, body), "time") },
      { (shown.date(linked?.pagePublished), "json-ld") },
      { (shown.line(head.reversed(), isLabelled: true), "visible text") },
      { (shown.line(head.reversed(), isLabelled: false), "visible text") },
      {
        (
          shown.line(
            Array(max(0, head.lowerBound - 6)..<head.lowerBound).reversed(), isLabelled: false),
          "visible text"
        )
      },
      { (shown.line(Array(shown.below(body)), isLabelled: true), "visible text") },
      { (shown.marked(), "visible text") },
      { (shown.line(Array(body.prefix(2)), isLabelled: false), "visible text") },
      { (shown.line(Array(body.suffix(3).reversed()), isLabelled: false), "visible text") },
      { (shown.line(Array(shown.below(body)), isLabelled: false), "visible text") },
      { (address.flatMap(Self.day(inAddress:)).map { PublicationDate(day: $0) }, "address") },
      { (shown.date(Self.first(tags, Self.modifiedNames)?.value ?? linked?.modified), "modified") },
      { (shown.date(tags.pageTitle), "title") },
      { (shown.date(tags.first(["description", "og:description"])?.value), "meta description") },
    ]
    for candidate in candidates {
      let (date, source) = candidate()
      guard let date, date.day.year >= Self.firstYear else { continue }
      published = address.flatMap { Self.localDay(date, address: $0) } ?? date
      self.source = source
      return
    }
  }

  private static let publishedNames = [
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time",
    "article:published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date",
    "publish_date", "published_time", "published-date", "publication_date", "publication-date",
    "date_published", "release_date", "displaydate", "originalpublicationdate", "dc.date",
    "dc:date",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dcterms.issued",
    "date",
    "bepress_citation_date", "citation_publication_date", "citation_date", "citation_online_date",
    "article.published", "article.created", "cxenseparse:recs:publishtime", "datecreated",
    "created",
    "shareaholic:article_published_time", "rnews:datepublished", "prism.publicationdate",
    "eprints.date",
    "article_date_original", "gentime", "firstpublished", "pub_date", "article:post_date", "datum",
    "dc.created", "analyticsattributes.articledate", "timestamp", "five_hundred_pixels:uploaded",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified",
    "modified", "revision_date", "dc.date.modified", "shareaholic:article_modified_time",
    "date.modified",
  ]

  private static func first(_ tags: MetaTags, _ names: [String]) -> (value: String, name: String)? {
    tags.first(names)
  }

  /// Americans write the month first; elsewhere, and in other languages, the day is first.
  private static func order(_ language: String?) -> WrittenDates.Order {
    guard let language = language?.lowercased() else { return .unknown }
    if language.hasPrefix("en") {
      return language.hasSuffix("us") ? .monthFirst : language == "en" ? .unknown : .dayFirst
    }
    return .dayFirst
  }

  // MARK: - The address

  /// The day of an address that differs by one from a moment given in Greenwich time: the day where the page
  /// appeared.
  private static func localDay(_ date: PublicationDate, address: String) -> PublicationDate? {
    guard date.zoneOffset == 0, let day = day(inAddress: address),
      day == date.day.adding(days: -1) || day == date.day.adding(days: 1)
    else { return nil }
    return PublicationDate(day: day)
  }

  /// The day in an address such as `…/2004/03/23/…`, `…/2004-03-23-…`, `…/23-03-2004-…` or `…/20040323…`.
  static func day(inAddress address: String) -> CalendarDay? {
    let bytes = Array(address.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy(\.isASCIIDigit) else {
        return nil
      }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && bytes[place].isASCIIDigit
    }
    for start in bytes.indices where bytes[start].isASCIIDigit && !isDigit(start - 1) {
      var found: CalendarDay?
      if let year = number(start..<(start + 4)), start + 4 < bytes.count {
        let separator = bytes[start + 4]
        if "/-_".utf8.contains(separator), let month = number((start + 5)..<(start + 7)),
          start + 7 < bytes.count, "/-_".utf8.contains(bytes[start + 7]),
          let day = number((start + 8)..<(start + 10)), !isDigit(start + 10)
        {
          found = CalendarDay(year: year, month: month, day: day)
        } else if let month = number((start + 4)..<(start + 6)),
          let day = number((start + 6)..<(start + 8)), !isDigit(start + 8)
        {
          found = CalendarDay(year: year, month: month, day: day)
        }
      }
      if found == nil, let day = number(start..<(start + 2)), start + 2 < bytes.count,
        bytes[start + 2] == UInt8(ascii: "-"), let month = number((start + 3)..<(start + 5)),
        start + 5 < bytes.count, bytes[start + 5] == UInt8(ascii: "-"),
        let year = number((start + 6)..<(start + 10)), !isDigit(start + 10)
      {
        found = CalendarDay(year: year, month: month, day: day)
      }
      if let found, (firstYear...2100).contains(found.year) { return found }
    }
    return nil
  }
}
