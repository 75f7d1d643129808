/// Makes quote marks and brackets of a statement pairs, where a claim's words were cut between them.
enum StatementMarks {
  /// The same words with a partner for each mark that lost its own, at the end it was lost at.
  static func paired(_ statement: String) -> String {
    var text = Array(statement)
    pair("“", "”", in: &text)
    pair("(", ")", in: &text)
    if text.count(where: { $0 == "\"" }) % 2 == 1 { closeStraight(in: &text) }
    return String(text)
  }

  private static func pair(_ open: Character, _ close: Character, in text: inout [Character]) {
    var stack: [Int] = []
    var lone: [Int] = []
    for (place, character) in text.enumerated() {
      if character == open {
        stack.append(place)
      } else if character == close {
        if stack.popLast() == nil { lone.append(place) }
      }
    }
    guard open == "“" else {
      for place in (lone + stack).sorted().reversed() { text.remove(at: place) }
      return
    }
    for _ in stack { end(with: close, in: &text) }
    for _ in lone { text.insert(open, at: 0) }
  }

  private static func closeStraight(in text: inout [Character]) {
    guard let place = text.lastIndex(of: "\"") else { return }
    let opens =
      place == 0 || text[place - 1].isWhitespace || text[place - 1] == "(" || text[place - 1] == "["
    if opens { end(with: "\"", in: &text) } else { text.insert("\"", at: 0) }
  }

  /// Puts a mark at the end, before the full stop that ends the statement.
  private static func end(with mark: Character, in text: inout [Character]) {
    if text.last == "." { text.insert(mark, at: text.count - 1) } else { text.append(mark) }
  }
}
