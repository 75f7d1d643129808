private import FoundationEssentials

/// Looks for an object that has a key twice: readers differ in which of the values they take.
///
/// - Complexity: O(*n*) in the bytes, and O(*k* log *k*) in the keys of an object.
enum DuplicateKeys {
  /// A key that stands twice in one object of a JSON text; nil where there is none, or no JSON.
  static func first(in json: [UInt8]) -> String? {
    var open: [Container] = []
    var position = 0
    while position < json.count {
      switch json[position] {
      case UInt8(ascii: "{"): open.append(Container(isObject: true))
      case UInt8(ascii: "["): open.append(Container(isObject: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let key = open.popLast()?.duplicate { return String(decoding: key, as: UTF8.self) }
      case UInt8(ascii: ","): if let last = open.indices.last { open[last].expectsKey = true }
      case UInt8(ascii: ":"): if let last = open.indices.last { open[last].expectsKey = false }
      case UInt8(ascii: "\""):
        let start = position + 1
        var isEscaped = false
        position = start
        while position < json.count, json[position] != UInt8(ascii: "\"") {
          if json[position] == UInt8(ascii: "\\") {
            isEscaped = true
            position += 1
          }
          position += 1
        }
        guard position < json.count else { return nil }
        if let last = open.indices.last, open[last].isObject, open[last].expectsKey {
          let key = json[start..<position]
          open[last].keys.append(isEscaped ? unescaped(key) : key)
        }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// An object or a list that is being read.
  private struct Container {
    let isObject: Bool
    var expectsKey = true
    var keys: [ArraySlice<UInt8>] = []

    var duplicate: ArraySlice<UInt8>? {
      guard keys.count > 1 else { return nil }
      let sorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
      return zip(sorted, sorted.dropFirst()).first { $0 == $1 }?.0
    }
  }

  /// The key that `\u0063laim` and the like are another form of.
  private static func unescaped(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let quote = [UInt8(ascii: "\"")]
    let text = try? JSONDecoder().decode(String.self, from: Data(quote + key + quote))
    return text.map { Array($0.utf8)[...] } ?? key
  }
}
