/// How a run of text looks: colours and attributes.
///
/// What a style is for is the caller's business.
package struct Style: Hashable, Sendable {
  package var foreground: Color?
  package var background: Color?
  package var attributes: Attributes

  package init(
    _ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours and no attribute.
  package static let plain = Style()
  package static let bold = Style(nil, .bold)
  package static let dim = Style(nil, .dim)
  package static let italic = Style(nil, .italic)
  package static let underline = Style(nil, .underline)
  package static let reverse = Style(nil, .reverse)

  /// This style with another laid over it: the other's colours win, the attributes add up.
  package func overlaid(with other: Style) -> Style {
    Style(
      other.foreground ?? foreground, on: other.background ?? background,
      attributes.union(other.attributes))
  }
}

// MARK: - Colours and attributes

extension Style {
  package enum Color: Hashable, Sendable {
    /// One of the sixteen that the user's theme defines.
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow
    case brightBlue, brightMagenta, brightCyan, brightWhite
    /// One of xterm's 256.
    case indexed(UInt8)
    case rgb(UInt8, UInt8, UInt8)
  }

  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
    package static let strikethrough = Attributes(rawValue: 32)
  }
}

// MARK: - Select Graphic Rendition

extension Style {
  /// The sequence of ECMA-48 that sets exactly this style, whatever was set before.
  package var sequence: String {
    var parameters = ["0"]
    for (attribute, code) in Self.codes where attributes.contains(attribute) {
      parameters.append(code)
    }
    if let foreground { parameters.append(foreground.parameters(base: 30)) }
    if let background { parameters.append(background.parameters(base: 40)) }
    return "\u{1B}[" + (self == .plain ? "0" : parameters.joined(separator: ";")) + "m"
  }

  private static let codes: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    (.strikethrough, "9"),
  ]
}

extension Style.Color {
  fileprivate func parameters(base: Int) -> String {
    switch self {
    case .black: "\(base)"
    case .red: "\(base + 1)"
    case .green: "\(base + 2)"
    case .yellow: "\(base + 3)"
    case .blue: "\(base + 4)"
    case .magenta: "\(base + 5)"
    case .cyan: "\(base + 6)"
    case .white: "\(base + 7)"
    case .brightBlack: "\(base + 60)"
    case .brightRed: "\(base + 61)"
    case .brightGreen: "\(base + 62)"
    case .brightYellow: "\(base + 63)"
    case .brightBlue: "\(base + 64)"
    case .brightMagenta: "\(base + 65)"
    case .brightCyan: "\(base + 66)"
    case .brightWhite: "\(base + 67)"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
