/// The signals and thresholds that choose an article's body on a page.
///
/// What each is worth was measured on 181 news and blog pages: the figures are the F1 of the body's
/// 4-word shingles lost without it, in points of a hundred, from 98.3. `Docs/quality.md` names the set.
package struct BodySignals: Sendable {
  // MARK: What stands outside

  /// Whether classes, ids and roles are asked (2.2).
  package var usesNames = true
  /// Whether `nav`, `footer`, `aside`, `form` and the like are outside (0.1 beside the names).
  package var usesAsideTags = true
  /// An element that holds more than this share of the page's prose is no part of its surroundings,
  /// whatever its name (0.3).
  package var largestOutside = 0.5
  /// The same for comments and consent dialogs, which may outweigh a short article (0.8 against
  /// none being so).
  package var largestForeign = 0.9
  /// A table with more words of prose, or with half of the page's, lays out the page (0.1).
  package var proseOfLayout = 100

  // MARK: What prose is

  /// A paragraph with a larger share of its text in links is no prose (0.1).
  package var linkShare = 0.5
  /// A paragraph with a larger share than this is a link, however long (0.1).
  package var linkShareOfLinks = 0.9
  /// Words from which a paragraph that ends like a sentence is prose.
  package var wordsOfSentence = 4
  /// Words from which any other is.
  package var wordsOfProse = 12

  // MARK: Where the body is

  /// How much of a paragraph's words counts for its container's container, and so on for three
  /// levels; an `article` element keeps them (0.1, and 0.6 for the `article`).
  package var decay = 0.5
  /// What a paragraph in a list counts (0.5).
  package var listFactor = 0.5
  /// Factor on the score of an element that is called the article's body (0.1).
  package var bodyNameFactor = 1.5
  /// The parent is taken when it holds more prose of the same kind by this factor (0.4).
  package var climb = 1.25
  /// The same for paragraphs with the very class of the container's (0.1).
  package var climbByName = 1.02
  /// How many parents are looked at.
  package var highestClimb = 30

  // MARK: What of it is kept

  /// A list with a larger share of its text in links is a list of links.
  package var linkShareOfList = 0.4
  /// Words outside links from which an item of such a list is kept.
  package var wordsOfItem = 8
  /// A short text with a picture in its element describes it, up to so many words (0.1).
  package var wordsBesideImage = 25
  /// A result of fewer bytes is too short to be an article: names are not asked again, then tags.
  package var shortest = 400
  /// The new result must be longer by this factor.
  package var relaxedGain = 2.0

  // MARK: Names
  // Words are runs of letters; a capital after a small letter starts another. A stem stands at a
  // word's start.

  /// Texts of others, or of the site, that can be longer than the article.
  package var foreignStems = [
    "cookie", "consent", "gdpr", "comment", "kommentar", "coment", "disqus", "respond", "replies",
  ]
  package var outsideStems = [
    "share", "sharing", "social", "related", "recommend", "recirc", "promo", "advert", "sponsor",
    "newsletter", "signup", "subscri", "sidebar", "byline", "credit", "breadcrumb", "popup",
    "footer", "navig", "navbar", "toolbar", "outbrain", "taboola", "teaser", "taglist", "timestamp",
    "pagination", "trending", "popular", "mostread", "readmore", "carousel", "copyright",
    "disclaimer", "facebook", "instagram", "whatsapp", "addthis", "login", "paywall", "donat",
    "author", "contributor", "correspond", "adsbygoogle", "adslot", "adunit", "dfp", "gpt",
    "hidden", "invisible", "upsell", "callout", "infobox", "jetpack", "sharedaddy", "publish",
    "pubdate", "slideshow", "lightbox", "overlay", "masthead", "topics", "kicker", "noprint",
    "printonly", "galler", "excerpt", "werbung", "publicid", "publicit", "relacion", "teilen",
  ]
  package var outsideWords = [
    "ad", "ads", "nav", "more", "tag", "tags", "bio", "meta", "date", "time", "tools", "rail",
    "aside", "skip", "menu", "modal", "follow", "poll", "toc", "sr", "dek", "cta", "prev",
    "previous",
  ]
  /// Text that shows over other text or is only read aloud; left out even inside a paragraph.
  package var overlayStems = ["tooltip", "popover", "rollover", "screenreader", "visuallyhidden"]
  package var bodyWords = [
    "articlebody", "storybody", "articletext", "storytext", "postbody", "postcontent",
    "entrycontent", "articlecontent", "storycontent", "bodytext", "bodycopy",
  ]
  /// One of these with one of `bodyTails` after it names the body, too.
  package var bodyHeads = [
    "article", "story", "post", "entry", "content", "news", "blog", "page", "main", "td",
  ]
  package var bodyTails = ["body", "content", "text", "copy", "main"]

  package init() {}
  package static let standard = BodySignals()
}
