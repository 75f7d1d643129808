// The keys under which names are looked up: by their ends, and by all of their words.
extension NameLinker {
  func nameEnds(_ name: Range<Int>) -> (first: UInt64, last: UInt64) {
    var last = name.upperBound - 1
    while last > name.lowerBound,
      kinds[last].contains(.suffix) || text.tokens[last].mark != .none
    {
      last -= 1
    }
    return (text.tokens[name.lowerBound].hash, text.tokens[last].hash)
  }

  func endsHash(_ name: Range<Int>) -> UInt64 {
    let (first, last) = nameEnds(name)
    let suffix =
      kinds[name.upperBound - 1].contains(.suffix) ? text.tokens[name.upperBound - 1].hash : 0
    return (first &* 31 &+ last) &* 31 &+ suffix
  }

  func wholeHash(_ name: Range<Int>) -> UInt64 {
    var hash: UInt64 = 7
    for index in name { hash = hash &* 0x100_0000_01b3 ^ text.tokens[index].hash }
    return hash
  }
}

extension WordHash {
  /// The key of a name of one word, kept apart by what it names.
  static func single(_ hash: UInt64, _ kind: UInt64) -> UInt64 { hash &* 3 &+ kind }
}
