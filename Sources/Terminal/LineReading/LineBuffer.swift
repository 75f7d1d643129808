/// A line that is typed on a full screen, with a cursor in it.
package struct LineBuffer: Hashable, Sendable {
  private var characters: [Character]
  /// Characters before the cursor.
  private var place: Int

  package init(_ text: String = "") {
    characters = Array(text)
    place = characters.count
  }

  package var text: String { String(characters) }
  package var beforeCursor: String { String(characters[..<place]) }

  /// Takes a key that edits a line; false for one that does not.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .pasted(let text): insert(text)
    case .backspace where place > 0:
      characters.remove(at: place - 1)
      place -= 1
    case .backspace: break
    case .delete where place < characters.count: characters.remove(at: place)
    case .delete: break
    case .left, .control("b"): place = max(place - 1, 0)
    case .right, .control("f"): place = min(place + 1, characters.count)
    case .home, .control("a"): place = 0
    case .end, .control("e"): place = characters.count
    case .control("k"): characters.removeSubrange(place...)
    case .control("u"):
      characters.removeSubrange(..<place)
      place = 0
    case .control("w"):
      let start = wordStart
      characters.removeSubrange(start..<place)
      place = start
    case .alt("b"): place = wordStart
    default: return false
    }
    return true
  }

  /// The start of the word before the cursor.
  private var wordStart: Int {
    var start = place
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  /// A combining mark that is typed after its letter becomes one character with it.
  private mutating func insert(_ text: String) {
    let before = String(characters[..<place]) + text
    let after = characters[place...]
    let inserted = Array(before)
    characters = inserted + after
    place = inserted.count
  }
}
