/// Numbers and letters that count the items of a list: "1.", "2)", "b.", each perhaps after a bullet.
struct ListMarkers {
  let tokens: ArraySlice<Token>
  let bytes: [UInt8]

  /// A marker that is read: what it counts, how it is written, and where it ends.
  private struct Marker {
    let value: Int
    let isLetter: Bool
    /// The marks after it, as one number.
    let manner: Int
    let end: Int
  }

  /// Whether the tokens before a gap are nothing but a bullet or a marker, so that its item follows.
  func isMarker(_ range: Range<Int>) -> Bool {
    if tokens[range].allSatisfy({ $0.mark == .bullet }) { return true }
    guard range.count <= 4, let marker = marker(at: range.lowerBound) else { return false }
    return marker.end == range.upperBound
  }

  /// Whether the item after the one that began at `start` begins at a gap: the next bullet, the next number.
  func isNextItem(_ gap: Int, after start: Int) -> Bool {
    guard tokens[gap].shape.contains(.spaceBefore) else { return false }
    if tokens[gap].mark == .bullet {
      return tokens[start].mark == .bullet && tokens[gap - 1].mark != .bullet
    }
    let first = tokens[gap]
    guard first.shape.contains(.number) || first.length <= 2, let next = marker(at: gap),
      let current = marker(at: start)
    else { return false }
    return next.value == current.value + 1 && next.isLetter == current.isLetter
      && next.manner == current.manner
  }

  private func marker(at start: Int) -> Marker? {
    var place = start
    while place < tokens.endIndex, place - start < 2, tokens[place].mark == .bullet { place += 1 }
    guard place < tokens.endIndex else { return nil }
    let token = tokens[place]
    var manner = 0
    let first = bytes[Int(token.start)]
    let value: Int
    let isLetter: Bool
    if token.shape.contains(.number), token.length <= 3 {
      value = bytes[Int(token.start)..<Int(token.end)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      isLetter = false
    } else if token.length == 1 || token.shape.contains(.initial), first | 0x20 &- 0x61 < 26 {
      value = Int(first)
      isLetter = true
      if token.length == 2 { manner = 1 }
    } else {
      return nil
    }
    place += 1
    while place < tokens.endIndex, !tokens[place].shape.contains(.spaceBefore), manner < 4 {
      if tokens[place].mark == .period {
        manner = manner * 2 + 1
      } else if tokens[place].mark == .closeBracket {
        manner = manner * 2 + 2
      } else {
        break
      }
      place += 1
    }
    guard manner > 0, place < tokens.endIndex, tokens[place].shape.contains(.spaceBefore) else {
      return nil
    }
    return Marker(value: value, isLetter: isLetter, manner: manner, end: place)
  }
}
