package import ArticleReader
import ClaimModel

/// What every reading must be, whatever was read.
package struct ReadingCheck: Sendable {
  private let reader = ArticleReader()

  package init() {}

  /// How an input came out.
  package enum Outcome: Equatable, Sendable {
    case read
    case refused
    /// A sentence on what is wrong.
    case fault(String)
  }

  package func outcome(of input: Mutator.Input) -> Outcome {
    // A PDF would go to a child process.
    if Format.guess(input.bytes, path: nil) == .pdf { return .refused }
    do {
      let reading = try read(input)
      if let fault = Self.fault(in: reading, inputBytes: input.bytes.count) {
        return .fault(fault)
      }
      // Reading again takes as long as the rest, so not all are.
      guard input.bytes.count % 16 == 0 else { return .read }
      return try read(input) == reading ? .read : .fault("a second reading differs")
    } catch {
      return error.description.isEmpty ? .fault("an error without a sentence") : .refused
    }
  }

  private func read(_ input: Mutator.Input) throws(ReaderError) -> Reading {
    switch input.kind {
    case .format(let format):
      try reader.read(input.bytes, path: nil, format: format, charset: input.charset)
    case .pdfLayout: try reader.read(pdfLayout: input.bytes, path: nil)
    }
  }

  // MARK: - Rules

  /// The first rule that a reading breaks; nil where it keeps them all.
  package static func fault(in reading: Reading, inputBytes: Int) -> String? {
    let article = reading.article
    // A byte of a legacy encoding becomes three at most, and a title stands twice.
    guard article.text.utf8.count <= 8 * inputBytes + 1000 else {
      return "\(article.text.utf8.count) bytes of text from \(inputBytes)"
    }
    guard reading.notices.count <= article.blocks.count + 8 else {
      return "\(reading.notices.count) notices for \(article.blocks.count) blocks"
    }
    return fault(inBlocksOf: article) ?? fault(inMetadataOf: reading, inputBytes: inputBytes)
  }

  /// Blocks are in order, do not overlap, cut no character, and leave only white space out.
  private static func fault(inBlocksOf article: Article) -> String? {
    var text = article.text
    text.makeContiguousUTF8()
    let bytes = Array(text.utf8)
    guard !article.blocks.isEmpty else { return "no block" }
    var end = 0
    for block in article.blocks {
      let span = block.span
      guard span.start >= end, !span.isEmpty, span.end <= bytes.count else {
        return "block \(span) after \(end) in \(bytes.count) bytes"
      }
      guard !isInsideCharacter(span.start, bytes), !isInsideCharacter(span.end, bytes) else {
        return "block \(span) cuts a character"
      }
      guard isBlank(bytes[end..<span.start]) else { return "no block holds \(end)..<\(span.start)" }
      guard !isBlank(bytes[span.range]) else { return "block \(span) is blank" }
      end = span.end
    }
    return isBlank(bytes[end...]) ? nil : "no block holds what is after \(end)"
  }

  private static func isInsideCharacter(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || blanks.contains($0)
    }
  }

  /// Characters without ink that the reader takes for white space.
  private static let blanks: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}"]

  /// Fields are lines of text, no longer than what was read.
  private static func fault(inMetadataOf reading: Reading, inputBytes: Int) -> String? {
    let metadata = reading.article.metadata
    let isVerbatim =
      reading.format == .plainText || reading.format == .mail || reading.format == .markdown
    let fields = [
      ("title", metadata.title), ("byline", metadata.byline), ("publisher", metadata.publisher),
      ("address", metadata.address), ("language", metadata.language),
    ]
    for (name, value) in fields {
      guard let value else { continue }
      if isBlank(Array(value.utf8)[...]) { return "an empty \(name)" }
      if value.utf8.count > 8 * inputBytes + 1000 { return "a \(name) longer than the input" }
      if value.utf8.contains(0x0A) || value.utf8.contains(0x0D) {
        return "a \(name) of several lines: \(value.debugDescription)"
      }
    }
    // The words of a text stay as they are, in its title, too; a page's are cleaned.
    if !isVerbatim, let control = fields.first(where: { Self.hasControls($0.1 ?? "") }) {
      return "control characters in the \(control.0)"
    }
    if let date = metadata.published, PublicationDate(date.description) != date {
      return "a date that cannot be read back: \(date)"
    }
    return nil
  }

  private static func hasControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }
}
