/// The fields that open a mail, a part of one, or a saved web page.
struct MailHead {
  /// The first value of each field, unfolded, by its name in lower case.
  private var values: [String: ArraySlice<UInt8>] = [:]
  /// Where the content after the empty line starts.
  private(set) var end: Int
  /// Whether every line was a field or went on with one, and an empty line ended them.
  private(set) var isWellFormed = true

  /// Only so many fields are kept, and so many bytes of each.
  private static let mostFields = 2000
  private static let longestValue = 16_384
  private static let longestName = 76

  /// Reads the fields at the start of some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    var name: String?
    var count = 0
    end = bytes.endIndex
    // The line that parts the mails of a mailbox.
    if bytes.starts(with: "From ".utf8) {
      position = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    }
    while position < bytes.endIndex {
      let lineEnd = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<lineEnd]
      if line.last == 0x0D { line.removeLast() }
      let start = position
      position = min(lineEnd + 1, bytes.endIndex)
      if line.isEmpty {
        end = position
        return
      }
      // A field may be folded into any number of lines.
      let goesOn = line.first == 0x20 || line.first == 0x09
      if !goesOn { count += 1 }
      guard count <= Self.mostFields else {
        isWellFormed = false
        continue
      }
      if goesOn {
        if let name, let value = values[name], value.count < Self.longestValue {
          values[name] = value + [0x20] + line.trimmed
        } else if name == nil, count == 0 {
          isWellFormed = false
        }
      } else if let field = Self.field(line) {
        name = values[field.name] == nil ? field.name : nil
        if name != nil { values[field.name] = field.value }
      } else {
        // A content that nothing parts from the fields.
        isWellFormed = false
        end = start
        return
      }
    }
    isWellFormed = false
  }

  private static func field(
    _ line: ArraySlice<UInt8>
  ) -> (name: String, value: ArraySlice<UInt8>)? {
    guard let colon = line.prefix(longestName).firstIndex(of: UInt8(ascii: ":")),
      colon > line.startIndex,
      line[..<colon].allSatisfy({
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      })
    else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    return (name, line[(colon + 1)...].prefix(longestValue).trimmed)
  }

  func holds(_ name: String) -> Bool { values[name] != nil }

  /// The text of a field; nil where it is not there or empty.
  func text(_ name: String) -> String? {
    guard let value = values[name] else { return nil }
    let text = EncodedWords.text(value)
    return text.isEmpty ? nil : text
  }

  /// The first word of a field in lower case, as `text/html` of `Content-Type`.
  func word(_ name: String) -> String? {
    guard let value = values[name] else { return nil }
    let word = value.prefix { $0 != UInt8(ascii: ";") }.trimmed.prefix(100)
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self).lowercased()
  }

  /// A parameter of a field, as `charset` of `Content-Type`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = values[name] else { return nil }
    var rest = value.drop { $0 != UInt8(ascii: ";") }
    while rest.first == UInt8(ascii: ";") {
      rest = rest.dropFirst().trimmed
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest[key.endIndex...]
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().trimmed
      let content: ArraySlice<UInt8>
      if rest.first == UInt8(ascii: "\"") {
        content = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[content.endIndex...].drop { $0 != UInt8(ascii: ";") }
      } else {
        content = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest[content.endIndex...]
      }
      if String(decoding: key.trimmed, as: UTF8.self).lowercased() == parameter {
        return String(decoding: content.trimmed, as: UTF8.self)
      }
    }
    return nil
  }
}
