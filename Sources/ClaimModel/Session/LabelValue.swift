/// What an annotator gave an attribute of a claim; its form follows the attribute's kind.
package enum LabelValue: Hashable, Sendable {
  /// One label's name, or free text.
  case text(String)
  /// Several labels' names, in the order of the codebook.
  case list([String])
  case number(Double)
  /// Nobody: the source of a claim that none makes.
  case nobody
}

extension LabelValue: CustomStringConvertible {
  /// As people read it: labels joined by `, `, whole numbers without a fraction.
  package var description: String {
    switch self {
    case .text(let text): text
    case .list(let labels): labels.joined(separator: ", ")
    case .number(let number):
      Int(exactly: number).map(String.init) ?? String(number)
    case .nobody: "nobody"
    }
  }
}

// MARK: - Coding

extension LabelValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nobody
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .list(try container.decode([String].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let labels): try container.encode(labels)
    case .number(let number): try container.encode(number)
    case .nobody: try container.encodeNil()
    }
  }
}
