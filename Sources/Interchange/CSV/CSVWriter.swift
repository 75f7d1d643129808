/// Writes rows of CSV (RFC 4180: commas, CR LF, quotes only where needed) into a buffer of bytes.
///
/// It works on bytes and keeps nothing of a row, so any number of rows can pass through:
/// whoever writes takes the bytes now and then.
package struct CSVWriter: Sendable {
  /// What was written and not taken yet.
  package private(set) var bytes: [UInt8] = []
  /// Cells of text so far that a spreadsheet would run as a formula; protected ones included.
  package private(set) var formulaCells = 0
  private let protectsFormulas: Bool
  private var isRowStart = true

  /// - Parameter protectsFormulas: Puts an apostrophe before text that starts with `=`, `+`, `-`,
  ///   `@`, tab or CR, which a spreadsheet would run.
  package init(protectsFormulas: Bool = false) {
    self.protectsFormulas = protectsFormulas
  }

  /// Hands over what was written and forgets it.
  package mutating func takeBytes() -> [UInt8] {
    defer {
      bytes = []
      bytes.reserveCapacity(1 << 17)
    }
    return bytes
  }
}

// MARK: - Cells

extension CSVWriter {
  /// Cells that many rows have alike, written once.
  package struct SharedCells: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate var formulaCells = 0
  }

  /// Writes cells that are to be added to many rows.
  package func shared(_ write: (inout CSVWriter) -> Void) -> SharedCells {
    var csv = CSVWriter(protectsFormulas: protectsFormulas)
    write(&csv)
    return SharedCells(bytes: csv.bytes, formulaCells: csv.formulaCells)
  }

  /// Adds cells that were written before, at least one.
  package mutating func cells(_ shared: SharedCells) {
    startCell()
    bytes.append(contentsOf: shared.bytes)
    formulaCells += shared.formulaCells
  }

  /// Adds a text; nil and the empty text give the same empty cell.
  package mutating func cell(_ text: (some StringProtocol)?) {
    guard let text else { return emptyCell() }
    if text.utf8.withContiguousStorageIfAvailable({ cell($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { cell($0) }
    }
  }

  /// Adds a text that is given as UTF-8, as a row of a store is.
  package mutating func cell(_ utf8: UnsafeBufferPointer<UInt8>) {
    startCell()
    guard let first = utf8.first else { return }
    let isFormula = Self.startsFormula(first)
    if isFormula { formulaCells += 1 }
    let isProtected = isFormula && protectsFormulas
    guard Self.needsQuotes(utf8) else {
      if isProtected { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isProtected { bytes.append(UInt8(ascii: "'")) }
    appendDoublingQuotes(utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a number, which no spreadsheet takes for a formula.
  package mutating func cell(_ number: Int?) {
    startCell()
    if let number { append(number) }
  }

  /// Adds a number after a letter, such as `c12`.
  package mutating func cell(_ letter: Unicode.Scalar, _ number: Int) {
    startCell()
    bytes.append(UInt8(ascii: letter))
    append(number)
  }

  /// Adds spans, such as `0:5;9:20`.
  package mutating func cell(_ spans: [(start: Int, end: Int)]) {
    startCell()
    for (index, span) in spans.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      append(span.start)
      bytes.append(UInt8(ascii: ":"))
      append(span.end)
    }
  }

  /// Adds a number; whole ones have no fraction.
  package mutating func cell(_ number: Double) {
    if let whole = Int(exactly: number) { return cell(whole) }
    startCell()
    bytes.append(contentsOf: number.description.utf8)
  }

  package mutating func emptyCell() { startCell() }

  package mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  private mutating func startCell() {
    if isRowStart {
      isRowStart = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }
}

// MARK: - Bytes

extension CSVWriter {
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Reads the whole cell without a branch, which the compiler turns into vector code.
  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    for byte in utf8 {
      found =
        found || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    return found
  }

  private mutating func appendDoublingQuotes(_ utf8: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for position in utf8.indices where utf8[position] == UInt8(ascii: "\"") {
      bytes.append(contentsOf: utf8[runStart...position])
      runStart = position
    }
    bytes.append(contentsOf: utf8[runStart...])
  }
}
