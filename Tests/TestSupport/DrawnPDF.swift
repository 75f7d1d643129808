/// A small PDF drawn in the test: lines of Courier, whose letters are all 0.6 of the size wide.
package struct DrawnPDF: Sendable {
  /// Where a line stands, in points from the upper left corner of a page of 600 by 800.
  private struct Line {
    let left: Int
    let top: Int
    let size: Int
    let text: String
  }

  private var pages: [[Line]] = []
  package init() {}

  /// Entries of the document's information, such as `Title`.
  package var information: [String: String] = [:]
  /// Added to the trailer.
  package var trailer = ""

  /// Adds lines under each other, twelve points apart, to the last page; an empty one leaves a gap.
  package mutating func column(left: Int, top: Int, size: Int = 10, _ text: String) {
    if pages.isEmpty { pages.append([]) }
    var place = top
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        place += 8
        continue
      }
      let indent = line.prefix { $0 == " " }.count
      pages[pages.count - 1].append(
        Line(
          left: left + indent * size * 6 / 10, top: place, size: size,
          text: String(line.dropFirst(indent))))
      place += size * 12 / 10
    }
  }

  package mutating func newPage() { pages.append([]) }

  package var bytes: [UInt8] {
    var objects: [[UInt8]] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
    objects.append(Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
    objects.append(
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".utf8))
    for (index, page) in pages.enumerated() {
      objects.append(
        Array(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(5 + 2 * index) 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            .utf8))
      var stream: [UInt8] = []
      for line in page {
        stream += Array("BT /F \(line.size) Tf \(line.left) \(800 - line.top - line.size) Td ".utf8)
        stream += Self.string(line.text) + Array(" Tj ET\n".utf8)
      }
      objects.append(
        Array("<< /Length \(stream.count) >>\nstream\n".utf8) + stream + Array("\nendstream".utf8))
    }
    let info = information.sorted { $0.key < $1.key }
    objects.append(
      Array("<<".utf8)
        + info.flatMap { Array(" /\($0.key) ".utf8) + Self.string($0.value) } + Array(" >>".utf8))
    return Self.file(objects, trailer: trailer)
  }

  private static func file(_ objects: [[UInt8]], trailer: String) -> [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      file += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    file += Array(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R \(trailer) >>\n"
        .utf8)
    return file + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// A string in windows-1252, as far as these tests need it.
  private static func string(_ text: String) -> [UInt8] {
    let special: [Unicode.Scalar: UInt8] = [
      "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96, "—": 0x97, "•": 0x95,
    ]
    var bytes = [UInt8(ascii: "(")]
    for scalar in text.unicodeScalars {
      if "()\\".unicodeScalars.contains(scalar) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(special[scalar] ?? UInt8(truncatingIfNeeded: scalar.value))
    }
    return bytes + [UInt8(ascii: ")")]
  }
}
