/// What the scorer of blocks knows of one block (a `PageUnit`), in the order of its columns.
///
/// A share lies between 0 and 1; a question is 1 or 0.
enum BlockSignal: Int, CaseIterable {
  // MARK: Its own text
  case words
  case bytesPerWord
  /// The shares of its bytes in links and in bold.
  case linkShare, boldShare
  /// 1 where it ends so.
  case endsSentence, endsQuestion, endsColon, endsEllipsis
  /// Commas a word, and full stops a word.
  case commas, stops
  /// The shares of its words that begin with a capital, and of its bytes that are digits.
  case capitals, digits
  case startsSmall
  /// 1 where it is one of the page's own phrases, or heads a list of links.
  case isNotice, isSectionHeading
  /// 1 where it invites to other pages or to subscribe, in one of several languages.
  case isInvitation
  case isByline, isClosingNote, isCaption, isCounter
  /// Marks such as `|`, `»`, `©` and `@`.
  case bars, copyright, address
  /// 1 for a short text with a date.
  case date
  /// How often the same text stands on the page, beyond once.
  case repeats
  /// 1 where another block before it says the same.
  case isRepeat

  // MARK: Agreement with what the page says of itself
  /// 1 where it is the title, or part of it.
  case isTitle
  /// The shares of its longer words that stand in the title, in the description, and in the body that
  /// `BodyContainer` finds.
  case inTitle, inDescription, inBody
  /// 1 where the description begins with its first words.
  case startsDescription

  // MARK: Its element
  case isParagraph, isItem, isHeading1, isHeading2, isHeading3, isMinorHeading, isCell, isDivision
  case isQuote, isCode, isCaptionTag, isTerm, isLabel
  case hasImage
  case depth

  // MARK: What stands around it
  case inNavigationTag, inFooterTag, inAsideTag, inHeaderTag, inFormTag, inArticle, inMain, inTable
  case inList, inFigure, inSection
  /// How many `article` elements the page has, and the share of the page's prose in its own.
  case articles, articleShare
  case hidden, outsideByHand
  /// Units, words of prose, and share of links of the list, parent, and
  /// parent's parent.
  case listUnits, listLinks, parentUnits, parentProse, parentLinks, grandparentUnits
  case grandparentProse, grandparentLinks
  /// Of the units in elements of the same tag and class: under the same parent, and anywhere.
  case siblings, siblingProse, siblingLinks, kin, kinProse, kinLinks, kinInContainer

  // MARK: Where it stands
  /// The shares of units and of prose before it.
  case position, proseBefore
  /// How many units after the title (below 0: before it), and from the container of the body.
  case afterTitle, fromContainer
  case inContainer, inTagContainer
  /// Elements up to one that holds both it and the container, and the share of the page's units there.
  case climb, climbUnits
  /// Whether the signals set by hand keep it, and the same with no name asked.
  case keptByHand, keptByTags
  case pageUnits, pageWords

  /// Columns that are also told of the two blocks before and the two after.
  static let ofNeighbours: [BlockSignal] = [
    .words, .linkShare, .isSectionHeading, .keptByHand,
  ]
  static let neighbours = [-2, -1, 1, 2]
}
