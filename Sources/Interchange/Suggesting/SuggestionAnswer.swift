package import ClaimModel

/// The line that a suggesting program gives back for a claim.
package struct SuggestionAnswer: Hashable, Sendable {
  package let claim: ClaimID
  /// In the order of the line; whether the codebook has such attributes and labels is not looked at.
  package let suggestions: [Suggestion]

  package struct Suggestion: Hashable, Sendable {
    package let attribute: String
    package let value: Value
    /// From 0 to 1.
    package let confidence: Double
    package let reason: String?
  }

  package enum Value: Hashable, Sendable {
    case text(String)
    case list([String])
    case number(Double)
  }

  /// Reads one line without its end.
  ///
  /// Fields besides those of the format are left alone.
  ///
  /// - Throws: `SuggestionAnswerError`.
  package init(line: [UInt8]) throws(SuggestionAnswerError) {
    do throws(JSONFault) {
      let field = JSONField(try JSONParser.parse(line, limits: Self.limits))
      let object = try field.object(field.dictionary().map(\.name))
      claim = try Self.claim(try object.required("claim"))
      suggestions = try object.required("suggestions").dictionary().map {
        (name, field) throws(JSONFault) in try Self.suggestion(name, field)
      }
    } catch {
      throw SuggestionAnswerError(place: error.place, reason: error.reason)
    }
  }

  private static let limits = JSONParser.Limits(bytes: 1 << 20, depth: 16, values: 10_000)

  /// `c5` as in exports, or the number alone.
  private static func claim(_ field: JSONField) throws(JSONFault) -> ClaimID {
    if case .number = field.node.content { return ClaimID(rawValue: try field.integer()) }
    let name = try field.string()
    guard name.hasPrefix("c"), let number = Int(name.dropFirst()), number >= 0 else {
      throw field.fault("a claim such as 'c5' should stand here, not '\(name)'")
    }
    return ClaimID(rawValue: number)
  }

  private static func suggestion(_ name: String, _ field: JSONField) throws(JSONFault)
    -> Suggestion
  {
    let object = try field.object(field.dictionary().map(\.name))
    let value = try object.required("value")
    let confidence = try object.required("confidence")
    guard case .number(let sureness) = confidence.node.content, (0...1).contains(sureness) else {
      throw confidence.fault("a number from 0 to 1 should stand here")
    }
    return Suggestion(
      attribute: name, value: try self.value(value), confidence: sureness,
      reason: try object.optional("reason")?.string())
  }

  private static func value(_ field: JSONField) throws(JSONFault) -> Value {
    switch field.node.content {
    case .string(let text): return .text(text)
    case .number(let number): return .number(number)
    case .array: return .list(try field.strings())
    case .null, .bool, .object:
      throw field.fault("a text, a number or a list of texts should stand here")
    }
  }
}

/// Why a line is no answer.
package struct SuggestionAnswerError: Error, Equatable, CustomStringConvertible {
  package let place: String
  package let reason: String

  package var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
