/// A word without its endings, and one word for all of the same meaning: "discovered" as "find".
struct WordStem: Sendable {
  private let meanings: [String: String]

  static let english = WordStem()

  private init() {
    var meanings: [String: String] = [:]
    for line in RepeatWords.sameMeaning {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      let meaning = Self.cut(String(first))
      for word in words {
        for form in [String(word), Self.cut(String(word))] where meanings[form] == nil {
          meanings[form] = meaning
        }
      }
    }
    self.meanings = meanings
  }

  /// Whether other words can stand for it.
  func hasMeaning(_ word: String) -> Bool {
    meanings[word] != nil || meanings[Self.cut(word)] != nil
  }

  /// The stem of a word in lower case.
  func stem(_ word: String) -> String {
    if let meaning = meanings[word] { return meaning }
    let stem = Self.cut(word)
    return meanings[stem] ?? stem
  }

  /// Takes off what English adds to nouns and verbs; what is left need not be a word.
  private static func cut(_ word: String) -> String {
    var bytes = Array(word.utf8)
    func ends(in ending: StaticString) -> Bool {
      let length = ending.utf8CodeUnitCount
      guard bytes.count >= length + 3 else { return false }
      return (0..<length).allSatisfy { bytes[bytes.count - length + $0] == ending.utf8Start[$0] }
    }
    if ends(in: "ies") || ends(in: "ied") {
      bytes.replaceSubrange(bytes.count - 3..<bytes.count, with: "y".utf8)
    } else if ends(in: "ing") {
      bytes.removeLast(3)
      undouble(&bytes)
    } else if ends(in: "ed") {
      bytes.removeLast(2)
      undouble(&bytes)
    } else if ends(in: "sses") || ends(in: "shes") || ends(in: "ches") || ends(in: "xes") {
      bytes.removeLast(2)
    } else if ends(in: "s"), bytes[bytes.count - 2] != UInt8(ascii: "s") {
      bytes.removeLast()
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// "stopp" as "stop", but "kill" as it is.
  private static func undouble(_ bytes: inout [UInt8]) {
    guard let last = bytes.last, bytes.count > 3, bytes[bytes.count - 2] == last,
      !"lsz".utf8.contains(last)
    else { return }
    bytes.removeLast()
  }
}
