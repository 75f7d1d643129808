import TestSupport
import Testing

@testable import Interchange

/// A reader of RFC 4180 for tests: what is between commas and line ends, quotes taken off.
func csvRows(_ bytes: [UInt8]) throws -> [[String]] {
  struct Malformed: Error {}
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var position = 0
  func take() throws -> String {
    defer { cell = [] }
    guard let text = String(validating: cell, as: UTF8.self) else { throw Malformed() }
    return text
  }
  while position < bytes.count {
    if bytes[position] == UInt8(ascii: "\"") && cell.isEmpty {
      position += 1
      while true {
        guard position < bytes.count else { throw Malformed() }
        if bytes[position] == UInt8(ascii: "\"") {
          guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
          position += 1
        }
        cell.append(bytes[position])
        position += 1
      }
      position += 1
      guard position < bytes.count, [UInt8(ascii: ","), 13].contains(bytes[position]) else {
        throw Malformed()
      }
      continue
    }
    switch bytes[position] {
    case UInt8(ascii: ","): row.append(try take())
    case 13:
      position += 1
      guard position < bytes.count, bytes[position] == 10 else { throw Malformed() }
      row.append(try take())
      rows.append(row)
      row = []
    case 10, UInt8(ascii: "\""): throw Malformed()
    case let byte: cell.append(byte)
    }
    position += 1
  }
  guard row.isEmpty, cell.isEmpty else { throw Malformed() }
  return rows
}

@Suite("CSVWriter")
struct CSVWriterTests {
  @Test("writes numbers and spans as they are read")
  func digits() {
    var csv = CSVWriter()
    for number in [0, 9, 10, 1_234_567_890, -1, -120, Int.max, Int.min] { csv.cell(number) }
    csv.cell("c", 12)
    csv.cell([(start: 0, end: 5), (start: 9, end: 20)])
    csv.cell([] as [(start: Int, end: Int)])
    csv.endRow()
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "0,9,10,1234567890,-1,-120,\(Int.max),\(Int.min),c12,0:5;9:20,\r\n")
  }

  @Test(
    "adds cells that were written once as if they were written each time", arguments: [false, true])
  func sharedCells(isProtecting: Bool) {
    let write = { (csv: inout CSVWriter) in
      csv.cell("=1")
      csv.cell("a, \"b\"")
      csv.emptyCell()
    }
    var once = CSVWriter(protectsFormulas: isProtecting)
    var each = once
    let shared = once.shared(write)
    for number in 0..<3 {
      once.cells(shared)
      once.cell(number)
      once.cells(shared)
      once.endRow()
      write(&each)
      each.cell(number)
      write(&each)
      each.endRow()
    }
    #expect(once.bytes == each.bytes)
    #expect(once.formulaCells == each.formulaCells && each.formulaCells == 6)
  }

  static func line(protected isProtected: Bool = false, _ cells: [String?]) -> String {
    var csv = CSVWriter(protectsFormulas: isProtected)
    for cell in cells { csv.cell(cell) }
    csv.endRow()
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test(
    "quotes a cell only where it must",
    arguments: [
      (["a", "b c"], "a,b c\r\n"), ([nil, "", "x"], ",,x\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"),
      (["say \"no\""], "\"say \"\"no\"\"\"\r\n"), (["\""], "\"\"\"\"\r\n"),
      (["a\nb", "a\r\nb", "\r"], "\"a\nb\",\"a\r\nb\",\"\r\"\r\n"),
      (["é😀", "e\u{301}", " a "], "é😀,e\u{301}, a \r\n"), (["\u{0}", ";"], "\u{0},;\r\n"),
    ] as [([String?], String)])
  func quotes(_ cells: [String?], _ line: String) {
    #expect(Self.line(cells).utf8.elementsEqual(line.utf8))
  }

  @Test(
    "protects what a spreadsheet would run, when asked",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""), ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
  func protects(_ cell: String, _ written: String) {
    #expect(Self.line(protected: true, [cell]).utf8.elementsEqual((written + "\r\n").utf8))
    var csv = CSVWriter()
    csv.cell(cell)
    csv.cell("a=b")
    csv.cell(-3)
    csv.cell(-0.5)
    #expect(csv.formulaCells == 1)
  }

  @Test("writes numbers without quotes or protection")
  func numbers() {
    var csv = CSVWriter(protectsFormulas: true)
    csv.cell(-12)
    csv.cell(7)
    csv.cell(2.5)
    csv.cell(4.0)
    csv.cell(nil as Int?)
    csv.emptyCell()
    csv.endRow()
    #expect(csv.takeBytes() == Array("-12,7,2.5,4,,\r\n".utf8))
    #expect(csv.bytes.isEmpty && csv.formulaCells == 0)
  }

  @Test("is read back cell for cell", .tags(.property), arguments: 0..<50 as Range<UInt64>)
  func readBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["\"", ",", "\r\n", "\n", "\r", "a", "😀", "e\u{301}", "=", " ", "'", ""]
    var csv = CSVWriter()
    var rows: [[String]] = []
    for _ in 0..<20 {
      let row = (0..<5).map { _ in
        (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      for cell in row { csv.cell(cell) }
      csv.endRow()
      rows.append(row)
    }
    let read = try csvRows(csv.bytes)
    #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
  }
}
