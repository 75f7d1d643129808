import ClaimModel

/// The lines between `---` and `---` that open a Markdown text: what its author says about it.
///
/// Read is a plain subset of YAML: `key: value`, values bare or in quotes, and lists as `[a, b]` or as
/// lines of `- a`. What lies deeper under a key is passed over.
struct FrontMatter {
  private(set) var metadata = Article.Metadata()
  /// Where the text after it starts.
  private(set) var end = 0

  private var values: [String: [String]] = [:]

  /// Reads the front of a text; a text that does not open with it has none.
  ///
  /// - Throws: `frontMatter` for the first line that is none of what is read.
  init(_ text: [UInt8]) throws(ReaderError) {
    guard let lines = Self.lines(text) else { return }
    end = lines.end
    var key: String?
    for (index, line) in lines.content.enumerated() {
      try read(line, number: index + 2, key: &key)
    }
    metadata.title = values["title"]?.first
    metadata.byline = (values["author"] ?? values["authors"] ?? values["byline"])
      .map { $0.joined(separator: ", ") }
    metadata.published = (values["date"] ?? values["published"])?.first.flatMap {
      PublicationDate($0) ?? WrittenDates($0).publication
    }
    metadata.publisher = (values["publisher"] ?? values["source"])?.first
    metadata.address = (values["url"] ?? values["canonical"] ?? values["link"])?.first
    metadata.language = (values["lang"] ?? values["language"])?.first
  }

  /// The lines between the marks, and where the text goes on; nil where the marks are not both there.
  private static func lines(_ text: [UInt8]) -> (content: [ArraySlice<UInt8>], end: Int)? {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count, lines.count <= 500 {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      let isMark = line.trimmed.elementsEqual("---".utf8)
      if start == 0 {
        guard isMark else { return nil }
      } else if isMark || line.trimmed.elementsEqual("...".utf8) {
        return (lines, min(end + 1, text.count))
      } else {
        lines.append(line)
      }
      start = end + 1
    }
    return nil
  }

  private mutating func read(
    _ line: ArraySlice<UInt8>, number: Int, key: inout String?
  ) throws(ReaderError) {
    let content = line.trimmed
    guard let first = content.first, first != UInt8(ascii: "#") else { return }
    let isIndented = line.first == 0x20 || line.first == 0x09
    if first == UInt8(ascii: "-"), content.dropFirst().first == 0x20, let key {
      values[key, default: []].append(try Self.scalar(content.dropFirst(2).trimmed, number))
      return
    }
    if isIndented, key != nil { return }
    guard !isIndented, let colon = content.firstIndex(of: UInt8(ascii: ":")),
      colon > content.startIndex,
      content[..<colon].allSatisfy({
        $0.isASCIILetter || $0.isASCIIDigit || "-_ .".utf8.contains($0)
      }),
      colon + 1 == content.endIndex || content[colon + 1] == 0x20
    else { throw Self.fault(content, number) }
    let name = String(decoding: content[..<colon], as: UTF8.self).lowercased()
    let value = content[(colon + 1)...].trimmed
    key = value.isEmpty ? name : nil
    if value.isEmpty { return }
    if value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
      var items: [String] = []
      for item in value.dropFirst().dropLast().split(separator: UInt8(ascii: ",")) {
        items.append(try Self.scalar(item.trimmed, number))
      }
      values[name] = items
    } else {
      values[name] = [try Self.scalar(value, number)]
    }
  }

  /// A value bare or in quotes; a comment after a bare one is cut off.
  private static func scalar(
    _ bytes: ArraySlice<UInt8>, _ number: Int
  ) throws(ReaderError) -> String {
    guard let first = bytes.first else { return "" }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard bytes.count >= 2, bytes.last == first else { throw fault(bytes, number) }
      return unquoted(bytes.dropFirst().dropLast(), quote: first)
    }
    if "&*!|>{[%@`".utf8.contains(first) { throw fault(bytes, number) }
    var end = bytes.startIndex
    while end < bytes.endIndex, !bytes[end...].starts(with: " #".utf8) { end += 1 }
    return String(decoding: bytes[..<end].trimmed, as: UTF8.self)
  }

  /// The characters of a quoted value: `\"` in double quotes, `''` in single ones.
  private static func unquoted(_ bytes: ArraySlice<UInt8>, quote: UInt8) -> String {
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var value: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == escape, !isEscaped {
        isEscaped = true
      } else {
        value.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  private static func fault(_ bytes: ArraySlice<UInt8>, _ number: Int) -> ReaderError {
    .frontMatter(line: number, text: String(decoding: bytes.prefix(60), as: UTF8.self))
  }
}
