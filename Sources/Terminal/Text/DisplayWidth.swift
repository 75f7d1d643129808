/// How many columns of a terminal a text takes.
///
/// East Asian wide characters and emoji take two columns, combining marks and format characters
/// none. An emoji sequence (joined by U+200D, with a skin tone, a flag of two regional indicators,
/// or raised by the variation selector U+FE0F) takes two columns as a whole, as Unicode Annex 11
/// and 51 have it; a terminal that draws the parts one by one will disagree.
///
/// Control characters count as nothing, since they are escaped before they are shown; see
/// ``EscapedText``.
package enum DisplayWidth {
  /// The columns of one scalar on its own: 0, 1 or 2.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0x300 { return value < 0xA0 ? 0 : 1 }
    if lies(value, in: DisplayWidthTable.noColumns) { return 0 }
    return lies(value, in: DisplayWidthTable.twoColumns) ? 2 : 1
  }

  /// The columns of a text on one line.
  ///
  /// O(*n*); ASCII takes one comparison a byte.
  package static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text.utf8.count }
    var sequence = Sequence()
    for scalar in text.unicodeScalars { sequence.append(scalar) }
    return sequence.columns
  }

  private static func lies(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[2 * middle] {
        high = middle
      } else if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}

// MARK: - Sequences

extension DisplayWidth {
  /// Adds up scalars in order, seeing the sequences that are drawn as one.
  private struct Sequence {
    var columns = 0
    private var previous: Unicode.Scalar?
    private var previousColumns = 0
    private var followsEmoji = false

    mutating func append(_ scalar: Unicode.Scalar) {
      var added = DisplayWidth.columns(of: scalar)
      switch scalar.value {
      case 0xFE0F:
        // Emoji presentation: a digit or sign that is text by itself becomes two columns wide.
        if let previous, previousColumns == 1, previous.properties.isEmoji { added = 1 }
      case 0x1F3FB...0x1F3FF:
        if let previous, previous.properties.isEmojiModifierBase { added = 2 - previousColumns }
      default:
        if previous?.value == 0x200D, followsEmoji, scalar.properties.isEmoji { added = 0 }
      }
      columns += added
      if scalar.value != 0x200D && scalar.value != 0xFE0F {
        followsEmoji = added > 0 ? scalar.properties.isEmoji : followsEmoji
      }
      previous = scalar
      previousColumns = added
    }
  }
}
