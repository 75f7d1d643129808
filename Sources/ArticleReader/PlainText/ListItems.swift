/// Which lines of a text open items of lists, told by their marks and by the marks of the lines around.
struct ListItems {
  /// The mark of a line that opens an item.
  struct Item {
    /// The mark with the white space after it, in bytes.
    let width: Int
    /// Whether another item of the same list stands near it.
    let hasNeighbour: Bool
    let isBullet: Bool
  }

  /// By the number of the line.
  private(set) var items: [Int: Item] = [:]

  /// The next item of a list starts at most so many lines further down.
  private static let farthest = 60
  /// The next bullet, which counts nothing.
  private static let farthestBullet = 12

  /// A list of so many items is one even where its lines seem to go on from those before them.
  private static let certainLength = 3

  /// - Parameters:
  ///   - lines: Trimmed, not empty.
  ///   - isOpen: Whether the words before a line go on into it, as far as they tell.
  /// - Complexity: O(*n*) in the lines.
  init(_ lines: [ArraySlice<UInt8>], isOpen: (Int) -> Bool) {
    var marks: [Int: ListMark] = [:]
    var latest: [Int: Int] = [:]
    var lists: [Int: Int] = [:]
    var lengths: [Int: Int] = [:]
    for (line, bytes) in lines.enumerated() {
      guard let mark = ListMark(bytes) else { continue }
      marks[line] = mark
      var list = line
      if let before = latest[mark.manner], let other = marks[before], mark.follows(other),
        line - before <= (mark.value == nil ? Self.farthestBullet : Self.farthest)
      {
        list = lists[before] ?? before
      }
      lists[line] = list
      lengths[list, default: 0] += 1
      latest[mark.manner] = line
    }
    for (line, mark) in marks {
      let length = lists[line].flatMap { lengths[$0] } ?? 1
      // "… on page" and "40. It was" on the next line are no list, nor is "… told" and "A. Lind".
      let isMeant =
        !isOpen(line) || length > 1 && (mark.isSure || marks[line - 1] != nil)
        || length >= Self.certainLength
      guard isMeant, length > 1 || mark.isSure else { continue }
      items[line] = Item(width: mark.width, hasNeighbour: length > 1, isBullet: mark.value == nil)
    }
  }
}
