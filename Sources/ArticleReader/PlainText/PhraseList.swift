/// Phrases to look for in texts, letter case of ASCII aside.
struct PhraseList {
  /// The phrases by their first byte.
  private var phrases = [[[UInt8]]](repeating: [], count: 256)

  /// - Parameter phrases: In lower case, none of them empty.
  init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { self.phrases[Int(first)].append(bytes) }
    }
  }

  /// Whether one of them starts a text.
  func start(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { !$0.isEmpty && isAny(at: 0, of: $0) }
  }

  /// Whether one of them is part of a text.
  ///
  /// - Complexity: O(*n*) for texts in which few parts begin like a phrase.
  func standIn(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      for start in bytes.indices where isAny(at: start, of: bytes) { return true }
      return false
    }
  }

  private func isAny(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for phrase in phrases[Int(bytes[start].lowercasedASCII)]
    where phrase.count <= bytes.count - start {
      var length = 1
      while length < phrase.count, bytes[start + length].lowercasedASCII == phrase[length] {
        length += 1
      }
      if length == phrase.count { return true }
    }
    return false
  }
}
