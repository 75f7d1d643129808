/// The words that pages put around their articles.
enum PagePhrases {
  enum Kind {
    /// Heads a list of links; what follows it, up to the next paragraph, belongs to the page.
    case sectionHeading
    /// Belongs to the page by itself.
    case notice
  }

  /// What a passage says, when it is the page's own; nil for the article's words.
  ///
  /// A heading or label that ends like a sentence is taken for one, so that "Related costs rose." stays.
  static func kind(of bytes: ArraySlice<UInt8>, words: Int, end: Passage.End) -> Kind? {
    guard words <= 60, bytes.count <= 500 else { return nil }
    let label = normalized(bytes)
    if words <= 8, end != .fullStop {
      let text = String(decoding: label, as: UTF8.self)
      if sectionHeadings.contains(text) { return .sectionHeading }
      if words <= 6, sectionStarts.start(label[...]) { return .sectionHeading }
      if notices.contains(text) || isButtons(label) { return .notice }
    }
    if noticeStarts.start(label[...]) { return .notice }
    if bytes.starts(with: "©".utf8) || bytes.startsIgnoringCase("(c) ") { return .notice }
    if noticeParts.standIn(label[...]) { return .notice }
    let hasLabel = bytes.prefix(24).contains(UInt8(ascii: ":"))
    if hasLabel || end == .other, labelStarts.start(label[...]) {
      return .notice
    }
    let isShort = end == .other && words <= 12
    return isShort && shortNoticeParts.standIn(label[...]) ? .notice : nil
  }

  /// Whether a line is a row of what can be done with a page: `Share Save Comments 12`, `Listen 4 min`, `5 min read`.
  private static func isButtons(_ label: [UInt8]) -> Bool {
    var hasButton = false
    for word in label.split(separator: 0x20) {
      let word = String(decoding: word, as: UTF8.self)
      if buttons.contains(word) {
        hasButton = true
      } else if !besideButtons.contains(word), Int(word) == nil {
        return false
      }
    }
    return hasButton
  }

  private static let besideButtons: Set<String> = [
    "min", "mins", "minute", "minutes", "and", "this", "full", "article", "story", "link",
  ]

  private static let buttons: Set<String> = [
    "share", "save", "sharesave", "read", "print", "email", "tweet", "listen", "comments", "like",
    "copy", "gift",
    "bookmark", "download", "follow", "subscribe", "facebook", "twitter", "x", "whatsapp",
    "linkedin",
    "reddit", "bluesky", "telegram", "pinterest", "flipboard", "mail", "pocket", "messenger",
  ]

  /// The words in lower case with single spaces between them; curled apostrophes made straight.
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var label: [UInt8] = []
    label.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      if bytes[position...].starts(with: [0xE2, 0x80, 0x99]) {
        label.append(UInt8(ascii: "'"))
        position += 3
        continue
      }
      let isWord =
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "'")
        || byte >= 0xC3 && byte != 0xE2 || 0x80...0xBF ~= byte
      if isWord, bytes.widthOfSpace(at: position) == nil, byte != 0xC2 {
        if !(0x80...0xBF ~= byte && label.last == 0x20) { label.append(byte.lowercasedASCII) }
      } else if let last = label.last, last != 0x20 {
        label.append(0x20)
      }
      position += 1
    }
    if label.last == 0x20 { label.removeLast() }
    return label
  }

  /// Whether a line parts an article for an advertisement.
  static func isBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 40 && breaks.contains(String(decoding: normalized(bytes), as: UTF8.self))
  }

  private static let breaks: Set<String> = [
    "advertisement", "advertising", "ad", "article continues below", "story continues below",
    "article continues after advertisement", "story continues below advertisement",
  ]

  private static let sectionHeadings: Set<String> = [
    "related", "related stories", "related story", "related articles", "related article",
    "related news", "related links", "related coverage", "related topics", "related content",
    "related posts", "top news", "top stories", "top headlines", "today's top news",
    "today's top stories", "latest news", "latest stories", "latest headlines", "latest",
    "breaking news", "more news", "more stories", "more headlines", "more on this story",
    "more on this topic", "more on this", "most read", "most popular", "most viewed", "most shared",
    "most emailed", "most commented", "most watched", "popular", "popular stories", "popular now",
    "trending", "trending now", "trending stories", "story tools", "article tools", "news talk",
    "you may also like", "you might also like", "you may also be interested in",
    "you might be interested in", "recommended", "recommended for you", "recommended stories",
    "recommended reading", "editor's picks", "editors' picks", "editor's pick", "editor's choice",
    "in this section", "in other news", "also in the news", "also in this section", "what's hot",
    "around the web", "from the web", "from around the web", "promoted stories", "sponsored",
    "sponsored stories", "sponsored content", "sponsored links", "paid content",
    "elsewhere on the web", "features", "photo galleries", "galleries", "video", "videos",
    "top videos", "in pictures", "special reports", "special coverage", "comments", "comment",
    "leave a comment", "leave a reply", "post a comment", "add a comment", "join the conversation",
    "have your say", "readers' comments", "your comments", "what do you think", "see also",
    "read next", "up next", "further reading", "read also", "also read", "must read", "don't miss",
    "what to read next", "site index", "sections", "navigation", "quick links", "useful links",
    "go to another section", "hot topics", "headlines", "other headlines", "other news",
    "other stories", "previous", "next article", "previous article", "external links", "links",
  ]

  private static let sectionStarts = PhraseList([
    "today's top ", "more from ", "more in ", "most read in ", "most popular in ", "latest from ",
    "trending in ", "popular in ", "top stories in ", "related stories ", "related articles ",
    "story tools ", "comments ", "recommended from ",
  ])

  private static let notices: Set<String> = [
    "print", "email", "e mail", "print this", "email this", "print this page", "print article",
    "print version", "printer friendly", "printer friendly version", "share", "share this",
    "share this story", "share this article", "share this page", "share on facebook", "tweet",
    "facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "copy link", "save",
    "bookmark", "advertisement", "advertising", "ad", "ads", "ads by google", "adverts",
    "article continues below", "story continues below", "continue reading", "read more",
    "read full story", "read the full story", "full story", "show more", "load more", "view all",
    "see all", "back to top", "top", "home", "home page", "menu", "search", "log in", "login",
    "sign in", "sign up", "register", "subscribe", "subscribe now", "subscribe today", "newsletter",
    "newsletters", "contact", "contact us", "about us", "about", "help", "feedback", "sitemap",
    "site map", "terms of use", "terms of service", "terms and conditions", "privacy policy",
    "privacy", "cookie policy", "cookies", "careers", "jobs", "advertise", "advertise with us",
    "rss", "follow us", "skip to content", "skip to main content", "skip navigation",
    "close", "loading", "text size", "font size", "larger text", "smaller text", "donate", "ends",
    "end", "30", "more", "listen", "listen to article", "listen to this article", "watch", "gift",
    "view comments", "no comments", "write to us", "tags", "topics", "filed under", "weather",
    "all rights reserved", "classifieds", "archive", "archives", "desktop site", "mobile site",
    "for immediate release",
  ]

  /// Openings of whole sentences, too.
  private static let noticeStarts = PhraseList([
    "share this article ", "share this story ", "click here ", "subscribe to ", "sign up for ",
    "sign up to ", "sign in to ", "log in to ", "follow us on ", "like us on ", "find us on ",
    "download our app", "download the app", "story continues below", "article continues below",
    "skip to ", "by continuing to use", "by continuing to browse", "this site uses cookies",
    "we use cookies", "this website uses cookies", "contact us at ", "for media inquiries",
    "get the latest ", "the views expressed in this", "leave a comment", "post a comment",
    "be the first to comment", "this article was originally published",
    "this story was originally published", "this article first appeared",
    "this material may not be", "this article may not be", "this story may not be",
    "view all comments", "add as preferred on ", "do you have a story", "have a news tip",
    "got a tip", "got a news tip",
    "reproduction in whole or in part",
  ])

  /// Whether a passage tells how the article came about or what was put right in it: "Editor's note: …".
  static func isEditorsNote(_ bytes: ArraySlice<UInt8>, words: Int) -> Bool {
    words <= 80 && editorsNotes.start(normalized(bytes.prefix(80))[...])
  }

  private static let editorsNotes = PhraseList([
    "editor's note ", "editors' note ", "editors note ", "this post has been updated",
    "this story has been updated", "this article has been updated",
    "this article has been revised", "this article has been corrected",
    "this story has been corrected", "this post has been corrected",
    "an earlier version of this article", "an earlier version of this story",
    "a previous version of this article", "a previous version of this story",
    "correction an earlier version", "correction a previous version", "correction this article",
    "correction this story", "clarification ",
  ])

  /// Openings that need a colon after them, or no full stop at the end of the passage.
  private static let labelStarts = PhraseList([
    "copyright ", "read more ", "also read ", "read also ", "see also ", "related ", "tags ",
    "filed under ", "media contact", "press contact", "for more information", "want more ",
    "email this ", "print this ", "send this ", "join our ", "get our ", "scroll down",
    "more on this ", "watch live", "don't miss ", "contact ", "source code ",
  ])

  private static let noticeParts = PhraseList([
    "all rights reserved", "subscribe to our", "sign up for our", "our newsletter",
    "may not be published broadcast",
  ])

  /// Parts of lines of at most twelve words that are no sentence.
  private static let shortNoticeParts = PhraseList([
    "terms of use", "privacy policy", "share this", "terms of service", "cookie policy",
  ])
}
