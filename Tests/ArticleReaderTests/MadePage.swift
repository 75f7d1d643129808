import TestSupport

/// A web page made from a seed, and what a reader should find on it.
///
/// Structure, classes, metadata, language and surroundings vary independently; the article is known by
/// construction.
struct MadePage {
  private(set) var html = ""
  private(set) var title = ""
  /// Such as `2026-03-04`.
  private(set) var day = ""
  private(set) var authors: [String] = []
  private(set) var paragraphs: [String] = []
  /// Sentences that are none of the article's.
  private(set) var surroundings: [String] = []

  private var random: SeededGenerator
  private let words: MadeWords

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    words = MadeWords.all[random.next(below: MadeWords.all.count)]
    make()
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[random.next(below: choices.count)] }
  private mutating func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }

  private mutating func sentence() -> String {
    "\(pick(words.subjects)) \(pick(words.verbs)) \(pick(words.objects)), \(pick(words.tails))."
  }

  private mutating func paragraph() -> String {
    (0..<(1 + random.next(below: 3))).map { _ in sentence() }.joined(separator: " ")
      + " " + "\(pick(words.subjects)) \(100 + random.next(below: 900)) \(pick(words.counted))."
  }

  private mutating func make() {
    title = "\(pick(words.subjects)) \(pick(words.verbs)) \(pick(words.objects))"
    authors = (0..<(chance(25) ? 2 : 1)).map { _ in "\(pick(words.given)) \(pick(words.family))" }
    if authors.count == 2, authors[0] == authors[1] { authors.removeLast() }
    let (year, month, date) = (
      2018 + random.next(below: 8), 1 + random.next(below: 12), 1 + random.next(below: 28)
    )
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    day = "\(year)-\(two(month))-\(two(date))"
    var seen: Set<String> = []
    while paragraphs.count < 4 + random.next(below: 9) {
      let made = paragraph()
      if seen.insert(made).inserted { paragraphs.append(made) }
    }
    let shownDay = words.date(date, words.months[month - 1], year)
    html = page(shownDay: shownDay)
  }

  // MARK: - The page

  private mutating func page(shownDay: String) -> String {
    let metadata = metadata()
    let shown = head(shownDay: shownDay, needsAll: metadata.isEmpty)
    let body = body()
    let lead =
      chance(30)
      ? "<p class=\"\(pick(["lead", "article-dek", "intro", "standfirst"]))\">\(sentence())</p>"
      : ""
    let heading = "<h1\(attribute("class", ["", "headline", "entry-title", "title"]))>\(title)</h1>"
    var article = heading + (chance(50) ? shown + lead : lead + shown) + body
    if chance(40) { article += tail() }
    let name = pick(["article", "div", "section", "main"])
    article =
      "<\(name)\(attribute("class", ["", "post", "article", "content", "story"]))>\(article)</\(name)>"
    if chance(50) {
      article =
        "<div\(attribute("id", ["", "content", "page", "wrap"]))>\(article)\(chance(50) ? sidebar() : "")</div>"
    }
    return """
      <!DOCTYPE html><html lang="\(words.language)"><head><meta charset="utf-8"><title>\(title)\(pick(["", " - The Orsk Paper", " | Tarn Online"]))</title>\(metadata)</head>
      <body>\(navigation())\(article)\(chance(60) ? sidebar() : "")\(chance(40) ? comments() : "")\(footer())</body></html>
      """
  }

  private mutating func attribute(_ name: String, _ values: [String]) -> String {
    let value = pick(values)
    return value.isEmpty ? "" : " \(name)=\"\(value)\""
  }

  /// What the page says of itself besides; nothing on a fourth of the pages.
  private mutating func metadata() -> String {
    let names = authors.map { "{\"@type\":\"Person\",\"name\":\"\($0)\"}" }.joined(separator: ",")
    let type = pick(["NewsArticle", "Article", "BlogPosting"])
    switch random.next(below: 4) {
    case 0:
      return
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"\(type)\","
        + "\"headline\":\"\(title)\",\"datePublished\":\"\(day)T12:00:00+00:00\",\"author\":[\(names)]}</script>"
    case 1:
      return authors.map { "<meta name=\"author\" content=\"\($0)\">" }.joined()
        + "<meta property=\"\(pick(["article:published_time", "og:published_time"]))\" content=\"\(day)\">"
    case 2:
      return "<meta name=\"dc.date\" content=\"\(day)\">"
        + authors.map { "<meta name=\"citation_author\" content=\"\($0)\">" }.joined()
    default: return ""
    }
  }

  /// The byline and the date as they are shown.
  private mutating func head(shownDay: String, needsAll: Bool) -> String {
    guard needsAll || chance(60) else { return "" }
    let names = authors.joined(separator: " \(words.and) ")
    switch random.next(below: 4) {
    case 0: return "<p>\(words.by) \(names)</p><p>\(shownDay)</p>"
    case 1:
      return
        "<div class=\"byline\"><span class=\"author\">\(words.by) \(names)</span></div><time datetime=\"\(day)\">\(shownDay)</time>"
    case 2: return "<div class=\"meta\">\(words.by) \(names) | \(shownDay)</div>"
    default:
      return "<p class=\"post-info\">\(words.by) \(names)</p><p>\(words.published) \(shownDay)</p>"
    }
  }

  private mutating func body() -> String {
    let name = pick(["p", "p", "p", "div"])
    let paragraphClass = attribute("class", ["", "", "paragraph", "text", "story-text"])
    var parts: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 1, chance(15) {
        parts.append(
          "<h2\(attribute("class", ["", "edTag", "subhead"]))>\(pick(words.objects).capitalizedFirst)</h2>"
        )
      }
      if index == 2, chance(30) { parts.append(advert()) }
      parts.append("<\(name)\(paragraphClass)>\(paragraph)</\(name)>")
    }
    let holder = pick([
      "", "article-body", "paywall story", "entry-content", "tag-body", "td-post-content", "rte",
      "promo-free", "c-content",
    ])
    return holder.isEmpty
      ? parts.joined() : "<div class=\"\(holder)\">\(parts.joined(separator: "\n"))</div>"
  }

  private mutating func surrounding() -> String {
    let made = "\(pick(words.teasers)) \(random.next(below: 10_000))"
    surroundings.append(made)
    return made
  }

  private mutating func navigation() -> String {
    let items = words.menu.map { "<li><a href=\"/x\">\($0)</a></li>" }.joined()
    return pick([
      "<nav><ul>\(items)</ul></nav>", "<div class=\"menu\"><ul>\(items)</ul></div>",
      "<header><ul>\(items)</ul></header>",
    ])
  }

  private mutating func links() -> String {
    (0..<(3 + random.next(below: 5))).map { _ in "<li><a href=\"/y\">\(surrounding())</a></li>" }
      .joined()
  }

  private mutating func sidebar() -> String {
    let (open, close) = pick([
      ("<aside>", "</aside>"), ("<div class=\"sidebar\">", "</div>"),
      ("<div id=\"related\">", "</div>"),
    ])
    return "\(open)<h3>\(words.related)</h3><ul>\(links())</ul>\(close)"
  }

  private mutating func tail() -> String {
    "<div class=\"\(pick(["related", "share-tools", "more-stories"]))\"><h3>\(words.related)</h3><ul>\(links())</ul></div>"
  }

  private mutating func advert() -> String {
    "<div class=\"\(pick(["ad", "advert", "newsletter-box"]))\"><a href=\"/z\">\(surrounding())</a></div>"
  }

  private mutating func comments() -> String {
    let made = "\(surrounding()): \(pick(words.remarks))"
    return
      "<div id=\"comments\"><h3>\(words.comments)</h3><div class=\"comment\"><p>\(made)</p></div></div>"
  }

  private mutating func footer() -> String {
    "<footer><p>© 2026 \(surrounding())</p></footer>"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Words of one language to make pages from.
struct MadeWords: Sendable {
  let language: String
  let subjects, verbs, objects, tails, counted, given, family, months, menu, teasers,
    remarks: [String]
  let by, and, published, related, comments: String
  let date: @Sendable (Int, String, Int) -> String

  static let all: [MadeWords] = [english, german, spanish]

  private static let english = MadeWords(
    language: "en",
    subjects: [
      "The council", "The ferry firm", "The mayor of Orsk", "A court in Tarn", "The water board",
      "The hospital", "The miners' union", "The port authority",
    ],
    verbs: [
      "has approved", "rejected", "published", "will review", "has sold", "delayed", "paid for",
    ],
    objects: [
      "the plan for a new bridge", "the report on the flood", "the old station",
      "a loan for the school",
      "the contract with the builders", "the map of the tunnels",
    ],
    tails: [
      "according to minutes of a meeting in June", "after two years of talks",
      "which critics called late",
      "although the budget has not been passed", "as residents had asked for",
    ],
    counted: [
      "people work there", "homes were flooded", "jobs would be lost", "letters had arrived",
    ],
    given: ["Ana", "Ove", "Maud", "Tom", "Rina"],
    family: ["Pell", "Lind", "Okafor", "Brandt", "Venn"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October",
      "November", "December",
    ],
    menu: ["Home", "World", "Sport", "Business", "Weather"],
    teasers: ["Ten lakes to swim in", "Why bread is dear", "Quiz of the week", "Watch our film"],
    remarks: ["I do not believe a word of it.", "Finally somebody says so."],
    by: "By", and: "and", published: "Published:", related: "More stories", comments: "Comments",
    date: { "\($0) \($1) \($2)" })

  private static let german = MadeWords(
    language: "de",
    subjects: [
      "Der Stadtrat", "Die Reederei", "Das Gericht in Tarn", "Der Wasserverband", "Die Klinik",
      "Die Gewerkschaft", "Das Hafenamt",
    ],
    verbs: [
      "billigte", "verwarf", "veröffentlichte", "prüft", "verkaufte", "verschob", "bezahlte",
    ],
    objects: [
      "den Plan für eine neue Brücke", "den Bericht über die Flut", "den alten Bahnhof",
      "einen Kredit für die Schule", "den Vertrag mit den Baufirmen",
    ],
    tails: [
      "wie aus dem Protokoll einer Sitzung hervorgeht", "nach zwei Jahren Verhandlung",
      "obwohl der Haushalt nicht beschlossen ist", "wie es die Anwohner verlangt hatten",
    ],
    counted: ["Menschen arbeiten dort", "Häuser standen unter Wasser", "Stellen fielen weg"],
    given: ["Anna", "Jörg", "Maren", "Timo", "Käthe"],
    family: ["Pohl", "Lindner", "Okafor", "Brandt", "Weiß"],
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November",
      "Dezember",
    ],
    menu: ["Start", "Welt", "Sport", "Wirtschaft", "Wetter"],
    teasers: ["Zehn Seen zum Baden", "Warum Brot teuer ist", "Das Rätsel der Woche"],
    remarks: ["Ich glaube kein Wort davon.", "Endlich sagt es jemand."],
    by: "Von", and: "und", published: "Veröffentlicht am", related: "Mehr zum Thema",
    comments: "Kommentare",
    date: { "\($0). \($1) \($2)" })

  private static let spanish = MadeWords(
    language: "es",
    subjects: [
      "El ayuntamiento", "La naviera", "Un tribunal de Tarn", "La junta del agua", "El hospital",
      "El sindicato", "La autoridad portuaria",
    ],
    verbs: ["aprobó", "rechazó", "publicó", "revisará", "vendió", "aplazó", "pagó"],
    objects: [
      "el plan de un puente nuevo", "el informe sobre la riada", "la vieja estación",
      "un préstamo para la escuela", "el contrato con las constructoras",
    ],
    tails: [
      "según el acta de una reunión de junio", "después de dos años de negociaciones",
      "aunque el presupuesto no está aprobado", "como habían pedido los vecinos",
    ],
    counted: ["personas trabajan allí", "casas se inundaron", "empleos se perderían"],
    given: ["Ana", "Íñigo", "María", "Tomás"], family: ["Peral", "Lindo", "Núñez", "Brandt"],
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre",
      "noviembre", "diciembre",
    ],
    menu: ["Inicio", "Mundo", "Deportes", "Economía"],
    teasers: ["Diez lagos para nadar", "Por qué el pan es caro", "El acertijo de la semana"],
    remarks: ["No creo ni una palabra.", "Por fin alguien lo dice."],
    by: "Por", and: "y", published: "Publicado el", related: "Noticias relacionadas",
    comments: "Comentarios",
    date: { "\($0) de \($1) de \($2)" })
}
