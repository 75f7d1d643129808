/// Takes a JSON object apart while it arrives: the elements of one of its lists are handed over one by
/// one, and the rest is kept as an object in which that list is empty.
///
/// It only finds where values end; whether they are JSON is for `JSONParser` to say, of each element
/// and of the rest.
struct JSONListSplitter {
  private let list: [UInt8]
  /// The object without the elements, as far as it has arrived.
  private(set) var rest: [UInt8] = []
  private var element: [UInt8] = []
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The latest string right below the object; before a colon it is a member's name.
  private var name: [UInt8] = []
  private var isName = false
  private var isInList = false
  private var hasElements = false

  /// - Parameter list: The name of the list, in plain letters.
  init(list: String) { self.list = Array(list.utf8) }

  /// What has arrived before the list, as an object of its own.
  var restClosed: [UInt8] { isInList ? rest + Array("]}".utf8) : rest }

  /// Takes what arrived.
  /// - Parameter handOver: Given each element when it is whole.
  mutating func take(
    _ bytes: some Sequence<UInt8>, _ handOver: (JSONListSplitter, [UInt8]) throws -> Void
  ) rethrows {
    for byte in bytes {
      if isInString {
        keep(byte)
        takeInString(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        isName = depth == 1
        if isName { name = [] }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 2, byte == UInt8(ascii: "["), name == list {
          rest.append(byte)
          isInList = true
          hasElements = false
          continue
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if isInList && depth == 1 {
          try endElement(isLast: true, handOver)
          isInList = false
        }
      case UInt8(ascii: ","):
        if isInList && depth == 2 {
          try endElement(isLast: false, handOver)
          continue
        }
        if depth == 1 { name = [] }
      default: break
      }
      keep(byte)
    }
  }

  private mutating func takeInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return
    }
    if isName { name.append(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    if isInList { element.append(byte) } else { rest.append(byte) }
  }

  /// An empty one is handed over too, for a comma stands before or after it.
  private mutating func endElement(
    isLast: Bool, _ handOver: (JSONListSplitter, [UInt8]) throws -> Void
  ) rethrows {
    let whole = element
    element = []
    let isBlank = whole.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isLast && isBlank && !hasElements { return }
    hasElements = true
    try handOver(self, whole)
  }
}
