import ClaimModel
import Interchange
import Suggestions

/// What another program suggests for an attribute of a claim, as far as the codebook allows it.
package struct ProgramSuggestion: Hashable, Sendable {
  let value: LabelValue
  let confidence: Double
  /// In a few words; nil where it gave none.
  let reason: String?
}

/// What another program suggests for a claim.
struct ProgramSuggestions: Hashable, Sendable {
  /// The words that it was asked about; for others it said nothing.
  let spans: [TextSpan]
  var byAttribute: [String: ProgramSuggestion] = [:]
}

extension ProgramSuggestion {
  /// A longer reason loses its end: it stands beside its value on one row.
  private static let longestReason = 120
  /// Of a value that is free text, in characters.
  private static let longestText = 500

  var estimate: ProgramEstimate {
    ProgramEstimate(value: value.description, confidence: confidence, reason: reason)
  }

  /// - Throws: `ProgramFault` where the codebook does not have such an attribute or label, or the attribute is
  ///   the verdict.
  init(_ suggestion: SuggestionAnswer.Suggestion, under codebook: Codebook) throws(ProgramFault) {
    let name = suggestion.attribute
    guard let attribute = codebook.attribute(named: name) else { throw .unknownAttribute(name) }
    guard name != codebook.verdict?.name else { throw .verdict(name) }
    switch (attribute.kind, suggestion.value) {
    case (.choice, .text(let text)):
      value = .text(try Self.label(text, of: attribute))
    case (.choices, .text(let text)):
      value = .list([try Self.label(text, of: attribute)])
    case (.choices, .list(let texts)) where !texts.isEmpty:
      var chosen: Set<String> = []
      for text in texts { chosen.insert(try Self.label(text, of: attribute)) }
      value = .list(attribute.labels.map(\.name).filter(chosen.contains))
    case (.text, .text(let text))
    where text.contains { !$0.isWhitespace } && text.count <= Self.longestText:
      let isNobody = name == "source" && text == LabelValue.nobody.description
      value = isNobody ? .nobody : .text(text)
    case (.number, .number(let number)):
      do {
        value = try LabelReader(codebook).value(
          LabelValue.number(number).description, of: attribute)
      } catch {
        throw .badValue(name)
      }
    default: throw .badValue(name)
    }
    confidence = (suggestion.confidence * 100).rounded() / 100
    reason = suggestion.reason.map { String($0.prefix(Self.longestReason)) }
  }

  private static func label(_ text: String, of attribute: Codebook.Attribute)
    throws(ProgramFault) -> String
  {
    guard let label = attribute.label(named: text) else {
      throw .unknownLabel(text, attribute: attribute.name)
    }
    return label.name
  }
}

/// What a suggesting program did that it should not; each kind is told once.
enum ProgramFault: Error, Hashable {
  case ended(how: String, complaint: String?)
  /// The milliseconds that were waited.
  case late(milliseconds: Int)
  case silent(seconds: Int)
  case wroteTooLong
  case noAnswer(reason: String)
  case strangeClaim(ClaimID)
  case unknownAttribute(String)
  case unknownLabel(String, attribute: String)
  case badValue(String)
  case verdict(String)

  /// The same for faults of the same kind.
  var kind: Int {
    switch self {
    case .ended: 0
    case .late: 1
    case .silent: 2
    case .wroteTooLong: 3
    case .noAnswer: 4
    case .strangeClaim: 5
    case .unknownAttribute: 6
    case .unknownLabel: 7
    case .badValue: 8
    case .verdict: 9
    }
  }
}

extension ProgramFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .ended(let how, let complaint):
      "the suggesting program \(how)\(complaint.map { " (\($0))" } ?? ""); work goes on without it"
    case .late(let milliseconds):
      "the suggesting program did not answer in \(milliseconds) ms; nobody waits for it any more"
    case .silent(let seconds):
      "the suggesting program did not answer for \(seconds) s and was stopped; work goes on without it"
    case .wroteTooLong:
      "the suggesting program wrote a line without end and was stopped; work goes on without it"
    case .noAnswer(let reason):
      "the suggesting program wrote what is no answer (\(reason)); it is left out"
    case .strangeClaim(let id):
      "the suggesting program answered for claim \(id), which it was not asked about; it is left out"
    case .unknownAttribute(let name):
      "the suggesting program named '\(name)', which the codebook does not have; it is left out"
    case .unknownLabel(let label, let attribute):
      "the suggesting program gave '\(label)', which '\(attribute)' does not have; it is left out"
    case .badValue(let name):
      "the suggesting program gave no value that '\(name)' can have; it is left out"
    case .verdict(let name):
      "the suggesting program gave '\(name)', which is for you alone; it is left out"
    }
  }
}
