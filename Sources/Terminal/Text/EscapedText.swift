/// A text made safe to send to a terminal: what would steer the terminal, reorder the line or hide
/// in it is written out instead.
///
/// - C0 control characters and DEL become caret notation: `^[` for escape, `^@` for NUL, `^?` for
///   DEL.
/// - C1 controls, bidi embeddings, overrides, isolates and marks, invisible and deprecated format
///   characters, fillers, line and paragraph separators and noncharacters become `\u{202E}`.
/// - What shapes its neighbours stays where it does that and is escaped elsewhere: the joiners
///   U+200C and U+200D between characters of joining scripts or emoji, one variation selector after
///   a base, tag characters after a black flag.
/// - Line feeds and tabs follow the ``Policy`` of the call.
///
/// Letters of right-to-left scripts stay as they are. A text that needs nothing is returned
/// unchanged.
package struct EscapedText: Hashable, Sendable {
  package let text: String

  /// What becomes of a line feed or a tab.
  package enum Policy: Sendable {
    /// It is sent as it is.
    case kept
    /// It becomes one space.
    case space
    /// It is written out, `^J` or `^I`.
    case escaped
  }

  /// Escapes a text.
  ///
  /// O(*n*); printable ASCII costs one comparison a byte.
  package init(_ text: String, lineFeeds: Policy = .kept, tabs: Policy = .space) {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) {
      self.text = text
      return
    }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    var context = Context()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      let next = index < scalars.endIndex ? scalars[index] : nil
      switch scalar {
      case "\n": Self.append(scalar, "^J", lineFeeds, to: &escaped)
      case "\t": Self.append(scalar, "^I", tabs, to: &escaped)
      case _ where context.admits(scalar, before: next): escaped.unicodeScalars.append(scalar)
      default: escaped += Self.notation(of: scalar)
      }
      context.pass(scalar)
    }
    self.text = escaped
  }

  /// Whether a text can be shown on one line as it is.
  package static func isPlain(_ text: String) -> Bool {
    EscapedText(text, lineFeeds: .escaped, tabs: .escaped).text.utf8.count == text.utf8.count
  }

  /// Whole lines, such as those of a table or of JSON, with their line ends (LF or CR LF) and tabs kept.
  package static func lines(_ text: String) -> String {
    var escaped = ""
    var rest = text.unicodeScalars[...]
    while let end = rest.firstIndex(of: "\n") {
      var line = rest[..<end]
      let endsInReturn = line.last == "\r"
      if endsInReturn { line.removeLast() }
      escaped += EscapedText(String(line), tabs: .kept).text + (endsInReturn ? "\r\n" : "\n")
      rest = rest[rest.index(after: end)...]
    }
    return escaped + EscapedText(String(rest), tabs: .kept).text
  }

  package static func lines(_ bytes: [UInt8]) -> [UInt8] {
    Array(lines(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ notation: String, _ policy: Policy, to escaped: inout String
  ) {
    switch policy {
    case .kept: escaped.unicodeScalars.append(scalar)
    case .space: escaped += " "
    case .escaped: escaped += notation
    }
  }

  private static func notation(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
    case 0x7F: "^?"
    default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
}

// MARK: - What may stay

extension EscapedText {
  /// The scalars before the present one, as far as they decide about it.
  private struct Context {
    private var previous: Unicode.Scalar?
    private var followsFlag = false

    func admits(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: false
      case 0xA0..<0xAD, 0xAE..<0x34F: true
      case 0x200C, 0x200D: joins(previous) && joins(next)
      case 0xFE00...0xFE0F: previous.map { !isVariationSelector($0) && $0.value > 0x20 } ?? false
      case 0xE0100...0xE01EF: previous.map { $0.properties.isIdeographic } ?? false
      case 0xE0020...0xE007F: followsFlag
      default: !Self.isDeceptive(scalar.value)
      }
    }

    mutating func pass(_ scalar: Unicode.Scalar) {
      followsFlag =
        scalar.value == 0x1F3F4 || followsFlag && (0xE0020...0xE007E).contains(scalar.value)
      previous = scalar
    }

    /// Whether a joiner has something to do beside this scalar: emoji and the scripts from Arabic
    /// on, but no Latin, Greek, Cyrillic or Hebrew letter and no plain punctuation.
    private func joins(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return switch scalar.value {
      case ..<0x600, 0x1E00..<0x2190: false
      default: !Self.isDeceptive(scalar.value)
      }
    }

    private func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
      (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }

    private static func isDeceptive(_ value: UInt32) -> Bool {
      switch value {
      case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
        0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
        true
      default: value & 0xFFFE == 0xFFFE
      }
    }
  }
}
