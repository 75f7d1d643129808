/// A paragraph of a page: text that no block element interrupts.
struct PageUnit {
  /// The nearest block element around it.
  let owner: Int
  /// Its characters in `Page.text`, white space collapsed; a line break of the page is a line feed.
  let range: Range<Int>
  /// How many of the bytes stand in links.
  let linkBytes: Int
  /// How many of the bytes are set bold.
  let boldBytes: Int
  let words: Int
  let end: Passage.End

  var linkShare: Double { Double(linkBytes) / Double(max(1, range.count)) }
  var endsLikeSentence: Bool { end == .fullStop || end == .question }
}

/// What stands around a unit, gathered from all elements that hold it.
struct PageContext: OptionSet {
  let rawValue: UInt16

  static let list = PageContext(rawValue: 1)
  static let quote = PageContext(rawValue: 2)
  static let caption = PageContext(rawValue: 4)
  static let table = PageContext(rawValue: 8)
  static let code = PageContext(rawValue: 16)
  static let heading = PageContext(rawValue: 32)
  static let pullQuote = PageContext(rawValue: 64)
  /// Not shown.
  static let hidden = PageContext(rawValue: 128)
  /// Elements that stand beside an article by their own meaning: `nav`, `footer`, `aside`, `form`.
  static let aside = PageContext(rawValue: 256)
  /// Elements whose class or id says that they stand beside an article.
  static let named = PageContext(rawValue: 512)

  /// Comments, consent dialogs.
  static let foreign = PageContext(rawValue: 1024)

  /// A `nav` or `footer` that does not hold nearly all of the page, however much of its prose.
  static let edge = PageContext(rawValue: 2048)

  /// What keeps a unit out of the body.
  static let outside: PageContext = [.hidden, .aside, .named, .foreign]
}
