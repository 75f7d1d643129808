/// What each column says of a block.
extension BlockFeatures {
  private mutating func set(_ unit: Int, _ signal: BlockSignal, _ value: Float) {
    rows[unit * Self.columns + signal.rawValue] = value
  }

  private mutating func set(_ unit: Int, _ signal: BlockSignal, _ value: Bool) {
    set(unit, signal, value ? 1 : 0)
  }

  mutating func fill(_ unit: Int, _ kept: (byHand: [Bool], byTags: [Bool])) {
    fillText(unit)
    fillAgreement(unit)
    fillElement(unit)
    fillSurroundings(unit)
    fillGroups(unit)
    fillPlace(unit)
    set(unit, .keptByHand, kept.byHand[unit])
    set(unit, .keptByTags, kept.byTags[unit])
    let count = NameGroup.weighed.count
    let owner = page.units[unit].owner
    for group in 0..<count {
      rows[unit * Self.columns + BlockSignal.allCases.count + group] =
        Float(strengths[owner * count + group]) / 255
    }
  }

  private mutating func fillText(_ index: Int) {
    let unit = page.units[index]
    let bytes = page.bytes(of: index)
    let length = Float(max(1, bytes.count))
    let words = Float(max(1, unit.words))
    set(index, .words, Float(unit.words))
    set(index, .bytesPerWord, min(30, length / words))
    set(index, .linkShare, Float(unit.linkShare))
    set(index, .boldShare, Float(unit.boldBytes) / length)
    set(index, .endsSentence, unit.end == .fullStop)
    set(index, .endsQuestion, unit.end == .question)
    set(index, .endsColon, unit.end == .colon)
    let tail = bytes.suffix(4)
    set(
      index, .endsEllipsis,
      tail.elementsEqual("[…]".utf8.suffix(4)) || tail.suffix(3).elementsEqual("...".utf8)
        || tail.suffix(3).elementsEqual("…".utf8))
    let counts = ByteCounts(bytes)
    set(index, .commas, Float(counts.commas) / words)
    set(index, .stops, Float(counts.stops) / words)
    set(index, .capitals, Float(counts.capitals) / words)
    set(index, .digits, Float(counts.digits) / length)
    set(index, .bars, min(5, Float(counts.bars)))
    set(index, .copyright, counts.hasCopyright)
    set(index, .address, counts.hasAt)
    set(index, .startsSmall, bytes.first?.isASCIILowercase ?? false)
    let kind = PagePhrases.kind(of: bytes, words: unit.words, end: unit.end)
    set(index, .isNotice, kind == .notice)
    set(index, .isSectionHeading, kind == .sectionHeading)
    set(index, .isInvitation, Invitations.open(bytes, words: unit.words))
    set(index, .isByline, 2...12 ~= unit.words && Byline(bytes) != nil)
    set(
      index, .isClosingNote,
      index > page.units(under: byHand.container).lowerBound && unit.words >= 3
        && ClosingNotes.isNote(bytes, words: unit.words))
    set(index, .isCaption, Captions.isCaption(bytes, words: unit.words))
    set(index, .isCounter, Captions.isCounter(bytes))
    set(
      index, .date,
      bytes.count <= 120 && counts.digits > 0 && !WrittenDates(bytes).matches.isEmpty)
    let hash = hints.hash(bytes)
    set(index, .repeats, Float(min(5, (self.counts[hash] ?? 1) - 1)))
    set(index, .isRepeat, !seen.insert(hash).inserted)
  }

  private mutating func fillAgreement(_ index: Int) {
    let bytes = page.bytes(of: index)
    set(index, .isTitle, hints.isTitle(bytes))
    set(index, .startsDescription, hints.startsDescription(bytes))
    let words = hints.longWords(bytes.prefix(600))
    guard !words.isEmpty else { return }
    let count = Float(words.count)
    set(index, .inTitle, Float(words.count { hints.titleWords.contains($0) }) / count)
    set(index, .inDescription, Float(words.count { hints.descriptionWords.contains($0) }) / count)
    set(index, .inBody, Float(words.count { bodyWords.contains($0) }) / count)
  }

  private mutating func fillElement(_ index: Int) {
    let owner = page.units[index].owner
    let tag = page.tree.nodes[owner].tag
    let signal: BlockSignal? =
      switch tag {
      case .p: .isParagraph
      case .li: .isItem
      case .h1: .isHeading1
      case .h2: .isHeading2
      case .h3: .isHeading3
      case .h4, .h5, .h6: .isMinorHeading
      case .td, .th: .isCell
      case .div, .section, .center: .isDivision
      case .blockquote: .isQuote
      case .pre: .isCode
      case .figcaption, .caption, .figure: .isCaptionTag
      case .dt, .dd: .isTerm
      case .button, .option, .form, .fieldset, .summary: .isLabel
      default: nil
      }
    if let signal { set(index, signal, true) }
    set(index, .depth, min(40, Float(page.depths[owner])))
    set(index, .hasImage, imageSums[page.tree.subtree(owner).upperBound] > imageSums[owner])
  }

  private mutating func fillSurroundings(_ index: Int) {
    let context = page.context(of: index)
    set(index, .hidden, context.contains(.hidden))
    set(index, .outsideByHand, !context.isDisjoint(with: .outside))
    set(index, .inTable, context.contains(.table))
    set(index, .inList, context.contains(.list))
    set(index, .inFigure, context.contains(.caption))
    set(index, .articles, min(10, Float(articles)))
    var node = page.units[index].owner
    for _ in 0..<40 {
      switch page.tree.nodes[node].tag {
      case .nav, .menu: set(index, .inNavigationTag, true)
      case .footer: set(index, .inFooterTag, true)
      case .aside: set(index, .inAsideTag, true)
      case .header: set(index, .inHeaderTag, true)
      case .form: set(index, .inFormTag, true)
      case .section: set(index, .inSection, true)
      case .main: set(index, .inMain, true)
      case .article:
        set(index, .inArticle, true)
        set(index, .articleShare, share(ofProseUnder: node))
      case .ul, .ol, .dl:
        set(index, .listUnits, Float(page.units(under: node).count))
        set(index, .listLinks, Float(page.linkShare(under: node)))
      default: break
      }
      guard let parent = page.tree.parent(of: node) else { return }
      node = parent
    }
  }

  private mutating func fillGroups(_ index: Int) {
    let owner = page.units[index].owner
    if let parent = page.tree.parent(of: owner) {
      set(index, .parentUnits, Float(page.units(under: parent).count))
      set(index, .parentProse, Float(prose(under: parent)))
      set(index, .parentLinks, Float(page.linkShare(under: parent)))
      if let grandparent = page.tree.parent(of: parent) {
        set(index, .grandparentUnits, Float(page.units(under: grandparent).count))
        set(index, .grandparentProse, Float(prose(under: grandparent)))
        set(index, .grandparentLinks, Float(page.linkShare(under: grandparent)))
      }
    }
    if let group = groups[key(index, anywhere: false)] {
      set(index, .siblings, Float(group.units))
      set(index, .siblingProse, Float(group.prose))
      set(index, .siblingLinks, Float(group.links) / Float(max(1, group.bytes)))
    }
    if let group = kin[key(index, anywhere: true)] {
      set(index, .kin, Float(group.units))
      set(index, .kinProse, Float(group.prose) / Float(max(1, proseSums[page.units.count])))
      set(index, .kinLinks, Float(group.links) / Float(max(1, group.bytes)))
      set(index, .kinInContainer, Float(group.inContainer) / Float(max(1, group.units)))
    }
  }

  private mutating func fillPlace(_ index: Int) {
    let total = Float(max(1, page.units.count))
    set(index, .position, Float(index) / total)
    set(index, .proseBefore, Float(proseSums[index]) / Float(max(1, proseSums[page.units.count])))
    if let titleUnit { set(index, .afterTitle, max(-20, min(50, Float(index - titleUnit)))) }
    let container = page.units(under: byHand.container)
    let distance =
      index < container.lowerBound
      ? index - container.lowerBound
      : index >= container.upperBound ? index - container.upperBound + 1 : 0
    set(index, .fromContainer, max(-30, min(30, Float(distance))))
    set(index, .inContainer, container.contains(index))
    set(index, .inTagContainer, page.units(under: byTags.container).contains(index))
    let owner = page.units[index].owner
    let climb = Int(climbs[owner])
    set(index, .climb, Float(min(30, climb)))
    var node = owner
    for _ in 0..<climb { node = page.tree.parent(of: node) ?? node }
    set(index, .climbUnits, Float(page.units(under: node).count) / total)
    set(index, .pageUnits, Float(page.units.count))
    set(index, .pageWords, Float(totalWords))
  }

  mutating func addNeighbours() {
    for unit in page.units.indices {
      var column = unit * Self.columns + Self.ownColumns
      for offset in BlockSignal.neighbours {
        let other = unit + offset
        for signal in BlockSignal.ofNeighbours {
          let isThere = page.units.indices.contains(other)
          rows[column] = isThere ? rows[other * Self.columns + signal.rawValue] : -1
          column += 1
        }
      }
    }
  }
}

/// Counts of signs in one pass.
private struct ByteCounts {
  var commas = 0
  var stops = 0
  var capitals = 0
  var digits = 0
  var bars = 0
  var hasCopyright = false
  var hasAt = false

  init(_ bytes: ArraySlice<UInt8>) {
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stops += 1
      case UInt8(ascii: "|"), UInt8(ascii: ">"): bars += 1
      case UInt8(ascii: "@"): hasAt = true
      case 0xA9: if previous == 0xC2 { hasCopyright = true }
      case 0xBB: if previous == 0xC2 { bars += 1 }
      case 0xB7: if previous == 0xC2 { bars += 1 }
      default:
        if byte.isASCIIDigit { digits += 1 }
        if byte.isASCIIUppercase, !previous.isASCIILetter, previous < 0x80 { capitals += 1 }
      }
      previous = byte
    }
  }
}
