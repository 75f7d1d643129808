/// Breaking styled text into lines of a terminal's width.
extension StyledText {
  /// The lines of the text, none wider than `columns`.
  ///
  /// A line breaks after spaces, after a hyphen or dash inside a word, and beside East Asian wide
  /// characters (but not before their closing punctuation); a no-break space never breaks. The
  /// spaces at a break vanish. A word wider than a line is broken between grapheme clusters. Every
  /// line feed ends a line, so that an empty text gives one empty line.
  ///
  /// - Parameters:
  ///   - columns: The width with the indents in it; a cluster that is wider has a line to itself.
  ///   - firstIndent: Put before the first line.
  ///   - hangingIndent: Put before the others. An indent that leaves no room is left out.
  /// - Complexity: O(*n*).
  package func wrapped(
    to columns: Int, firstIndent: StyledText = "", hangingIndent: StyledText = ""
  ) -> [StyledText] {
    var wrapper = Wrapper(columns: columns, first: firstIndent, hanging: hangingIndent)
    for run in runs { wrapper.take(run) }
    wrapper.endLine()
    return wrapper.lines
  }
}

/// Builds lines from pieces of runs: the line so far, spaces that may vanish, and the word that may
/// move to the next line.
private struct Wrapper {
  let columns: Int
  let hanging: StyledText
  let hangingColumns: Int
  private(set) var lines: [StyledText] = []

  private var line: StyledText
  /// The columns that `line` takes, and those of its indent.
  private var lineColumns: Int
  private var indentColumns: Int
  private var spaces = StyledText()
  private var spaceColumns = 0
  private var word = StyledText()
  private var wordColumns = 0
  private var previous = Cluster.Kind.space
  /// Whether the line is a continuation, where leading spaces are those of a break.
  private var isContinued = false

  init(columns: Int, first: StyledText, hanging: StyledText) {
    self.columns = max(columns, 1)
    hangingColumns = hanging.columns < self.columns ? hanging.columns : 0
    self.hanging = hanging.columns < self.columns ? hanging : StyledText()
    indentColumns = first.columns < self.columns ? first.columns : 0
    line = first.columns < self.columns ? first : StyledText()
    lineColumns = indentColumns
  }

  mutating func take(_ run: StyledText.Run) {
    let text = run.text
    var index = text.startIndex
    while index < text.endIndex {
      let cluster = Cluster(at: index, in: text)
      // The letters of one word travel together, so that a long word is few pieces.
      var end = cluster.end
      var width = cluster.columns
      while cluster.kind == .letter, end < text.endIndex {
        let next = Cluster(at: end, in: text)
        if next.kind != .letter { break }
        width += next.columns
        end = next.end
      }
      take(run.part(text[index..<end]), cluster.kind, columns: width)
      index = end
    }
  }

  private mutating func take(_ piece: StyledText.Run, _ kind: Cluster.Kind, columns width: Int) {
    var kind = kind
    switch kind {
    case .lineFeed:
      endLine()
      startLine(continued: false)
    case .space:
      placeWord()
      spaces.append(piece)
      spaceColumns += width
    case .letter, .dash, .sign, .opening, .wide, .closing:
      if kind == .dash, [.space, .lineFeed, .sign, .opening].contains(previous) { kind = .sign }
      if breaks(between: previous, and: kind) { placeWord() }
      word.append(piece)
      wordColumns += width
    }
    previous = kind
  }

  private func breaks(between left: Cluster.Kind, and right: Cluster.Kind) -> Bool {
    switch (left, right) {
    case (_, .closing), (_, .dash), (.sign, _), (.opening, _): false
    case (.dash, _), (.wide, _), (.closing, .wide), (_, .wide): true
    default: false
    }
  }

  /// Puts the word on this line where it fits, else on the next, else on as many as it needs.
  private mutating func placeWord() {
    if word.isEmpty { return }
    if lineColumns + spaceColumns + wordColumns > columns, lineColumns > indentColumns {
      breakLine()
    }
    if !isContinued || lineColumns > indentColumns {
      line.append(spaces)
      lineColumns += spaceColumns
    }
    if lineColumns + wordColumns > columns {
      spillWord()
    } else {
      line.append(word)
      lineColumns += wordColumns
    }
    spaces = StyledText()
    spaceColumns = 0
    word = StyledText()
    wordColumns = 0
  }

  /// Breaks the word, which is wider than a line, between its clusters.
  private mutating func spillWord() {
    for run in word.runs {
      var start = run.text.startIndex
      var end = start
      while end < run.text.endIndex {
        let cluster = Cluster(at: end, in: run.text)
        if lineColumns + cluster.columns > columns, lineColumns > indentColumns {
          line.append(run.part(run.text[start..<end]))
          start = end
          breakLine()
        }
        lineColumns += cluster.columns
        end = cluster.end
      }
      line.append(run.part(run.text[start...]))
    }
  }

  private mutating func breakLine() {
    lines.append(line)
    spaces = StyledText()
    spaceColumns = 0
    startLine(continued: true)
  }

  /// Ends the line for good; the spaces at its end vanish.
  mutating func endLine() {
    placeWord()
    spaces = StyledText()
    spaceColumns = 0
    lines.append(line)
  }

  private mutating func startLine(continued: Bool) {
    line = hanging
    lineColumns = hangingColumns
    indentColumns = hangingColumns
    isContinued = continued
  }
}

/// One grapheme cluster, and what it means for breaking.
private struct Cluster {
  let end: String.Index
  let columns: Int
  let kind: Kind

  enum Kind {
    case lineFeed, space, letter
    /// A hyphen or dash inside a word, after which a line may break.
    case dash
    /// A hyphen or dash that opens a word, as in "-5" and "[--force]".
    case sign
    /// A bracket or quote mark, which stays with what it opens; one that closes does no harm here.
    case opening
    /// East Asian wide: a line may break on either side.
    case wide
    /// Closing punctuation of wide text, which stays with what stands before it.
    case closing
  }

  init(at index: String.Index, in text: String) {
    let bytes = text.utf8
    let byte = bytes[index]
    let after = bytes.index(after: index)
    if byte < 0x80, after == bytes.endIndex || bytes[after] < 0x80 {
      end = after
      columns = 1
      kind =
        switch byte {
        case 0x0A: .lineFeed
        case 0x20: .space
        case 0x2D: .dash
        case 0x22, 0x27, 0x28, 0x5B, 0x7B: .opening
        default: .letter
        }
      return
    }
    end = text.index(after: index)
    let cluster = text[index..<end]
    columns = DisplayWidth.columns(of: cluster)
    kind =
      switch cluster.unicodeScalars.first?.value ?? 0 {
      case 0x20, 0x3000: .space
      case 0x0A: .lineFeed
      case 0x2D, 0x2010, 0x2012...0x2014: .dash
      case 0x2018, 0x201C: .opening
      case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x30FC, 0xFF01, 0xFF09,
        0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF5D:
        .closing
      default: columns == 2 && byte < 0xF0 ? .wide : .letter
      }
  }
}
