/// What a word of a class, id or role says of its element: a kind of thing that pages are made of.
struct NameGroup: OptionSet {
  let rawValue: UInt32

  // MARK: Beside the article
  static let share = NameGroup(rawValue: 1 << 0)
  static let related = NameGroup(rawValue: 1 << 1)
  static let advert = NameGroup(rawValue: 1 << 2)
  static let people = NameGroup(rawValue: 1 << 3)
  static let date = NameGroup(rawValue: 1 << 4)
  static let navigation = NameGroup(rawValue: 1 << 5)
  static let side = NameGroup(rawValue: 1 << 6)
  static let layer = NameGroup(rawValue: 1 << 7)
  static let gallery = NameGroup(rawValue: 1 << 8)
  static let notice = NameGroup(rawValue: 1 << 9)
  static let summary = NameGroup(rawValue: 1 << 10)
  static let comments = NameGroup(rawValue: 1 << 11)
  static let consent = NameGroup(rawValue: 1 << 12)
  static let role = NameGroup(rawValue: 1 << 13)

  // MARK: Of the article
  static let caption = NameGroup(rawValue: 1 << 14)
  static let pullQuote = NameGroup(rawValue: 1 << 15)
  static let body = NameGroup(rawValue: 1 << 16)
  static let lead = NameGroup(rawValue: 1 << 17)

  // MARK: Evidence that is only weighed
  static let header = NameGroup(rawValue: 1 << 18)
  static let widget = NameGroup(rawValue: 1 << 19)
  static let list = NameGroup(rawValue: 1 << 20)

  // MARK: Parts of names
  /// Shown only over other text, or only read aloud.
  static let overlay = NameGroup(rawValue: 1 << 21)
  /// Shown with a line through it.
  static let struck = NameGroup(rawValue: 1 << 26)
  /// The mark of a note, or the note.
  static let note = NameGroup(rawValue: 1 << 27)
  static let pull = NameGroup(rawValue: 1 << 22)
  static let quote = NameGroup(rawValue: 1 << 23)
  static let bodyHead = NameGroup(rawValue: 1 << 24)
  static let bodyTail = NameGroup(rawValue: 1 << 25)

  /// Texts of others, or of the site, that can be longer than the article.
  static let foreign: NameGroup = [.comments, .consent]
  /// What says that an element stands beside the article.
  static let outside: NameGroup = [
    .share, .related, .advert, .people, .date, .navigation, .side, .layer, .gallery, .notice,
    .summary, .role,
  ]
  /// The groups that the scorer of blocks weighs, in the order of their features.
  static let weighed: [(name: String, group: NameGroup)] = [
    ("share", .share), ("related", .related), ("advert", .advert), ("people", .people),
    ("date", .date), ("navigation", .navigation), ("side", .side), ("layer", .layer),
    ("gallery", .gallery), ("notice", .notice), ("summary", .summary), ("comments", .comments),
    ("consent", .consent), ("role", .role), ("caption", .caption), ("body", .body),
    ("lead", .lead), ("header", .header), ("widget", .widget), ("list", .list),
  ]
}

/// The words that sites make names of, by what they tell.
///
/// Words are runs of letters; a capital after a small letter starts another. A stem stands at a
/// word's start.
enum NameWords {
  struct Entry {
    let group: NameGroup
    var stems: [String] = []
    var words: [String] = []
  }

  static let all: [Entry] = [
    Entry(
      group: .share,
      stems: [
        "share", "sharing", "social", "facebook", "instagram", "whatsapp", "addthis", "sharedaddy",
        "jetpack", "teilen",
      ],
      words: ["follow", "tools"]),
    Entry(
      group: .related,
      stems: [
        "related", "recommend", "recirc", "outbrain", "taboola", "teaser", "trending", "popular",
        "mostread", "readmore", "carousel", "relacion", "topics",
      ],
      words: ["more", "prev", "previous"]),
    Entry(
      group: .advert,
      stems: [
        "promo", "advert", "sponsor", "newsletter", "signup", "subscri", "donat", "adsbygoogle",
        "adslot", "adunit", "dfp", "gpt", "upsell", "callout", "werbung", "publicid", "publicit",
        "paywall",
      ],
      words: ["ad", "ads", "cta", "poll"]),
    Entry(
      group: .people, stems: ["byline", "author", "contributor", "correspond", "credit"],
      words: ["bio"]),
    Entry(
      group: .date, stems: ["timestamp", "publish", "pubdate", "taglist"],
      words: ["meta", "date", "time", "tag", "tags"]),
    Entry(
      group: .navigation,
      stems: [
        "breadcrumb", "footer", "navig", "navbar", "toolbar", "masthead", "pagination", "login",
      ],
      words: ["nav", "menu", "skip", "toc"]),
    Entry(group: .side, stems: ["sidebar", "infobox"], words: ["rail", "aside"]),
    Entry(
      group: .layer,
      stems: ["popup", "hidden", "invisible", "lightbox", "overlay", "noprint", "printonly"],
      words: ["modal", "sr"]),
    Entry(group: .gallery, stems: ["slideshow", "galler"]),
    Entry(group: .notice, stems: ["copyright", "disclaimer"]),
    Entry(group: .summary, stems: ["kicker", "excerpt"], words: ["dek"]),
    Entry(
      group: .comments,
      stems: ["comment", "kommentar", "coment", "disqus", "respond", "replies"]),
    Entry(group: .consent, stems: ["cookie", "consent", "gdpr"]),
    Entry(group: .caption, stems: ["caption", "imagecaption", "photocaption", "wpcaption"]),
    Entry(group: .pullQuote, stems: ["pullquote"]),
    Entry(
      group: .lead,
      stems: [
        "lead", "intro", "standfirst", "subtitle", "subhead", "summar", "abstract", "chapo",
        "entradilla", "bajada", "vorspann", "sumario", "description", "subline", "preamble",
        "ingress", "sottotitolo", "occhiello",
      ],
      words: ["dek", "lede", "deck", "excerpt", "epigraph", "teaser", "kicker"]),
    Entry(group: .header, stems: ["header", "headline", "title", "heading", "branding", "logo"]),
    Entry(
      group: .widget,
      stems: ["widget", "module", "banner", "button", "form", "search", "cart", "price", "product"]),
    Entry(
      group: .list,
      stems: ["list", "item", "archive", "latest", "category", "card", "grid", "feed", "thumb"]),
    Entry(
      group: .overlay,
      stems: ["tooltip", "popover", "rollover", "screenreader", "visuallyhidden"]),
    Entry(group: .struck, stems: ["strikethrough", "linethrough", "strikeout"]),
    Entry(group: .note, stems: ["footnote", "fnref", "reference", "endnote", "cite"]),
    Entry(
      group: .body,
      words: [
        "articlebody", "storybody", "articletext", "storytext", "postbody", "postcontent",
        "entrycontent", "articlecontent", "storycontent", "bodytext", "bodycopy",
      ]),
    // One of these with one of `bodyTail` after it names the body, too.
    Entry(
      group: .bodyHead,
      words: ["article", "story", "post", "entry", "content", "news", "blog", "page", "main", "td"]),
    Entry(group: .bodyTail, words: ["body", "content", "text", "copy", "main"]),
    Entry(group: .pull, words: ["pull"]),
    Entry(group: .quote, words: ["quote"]),
  ]
}
