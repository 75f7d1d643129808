import ClaimModel

/// Reads what an engine proposed: one payload a session, and by far its longest.
///
/// As `FlatPayload` does, it knows the one form that the journal writes, keys sorted and nothing
/// between them, and leaves any other to `JSONDecoder`.
enum AnalysisPayload {
  /// The event; nil where the form is another, which does not mean that it is wrong.
  static func event(payload: [UInt8]) -> Event? {
    var scanner = PayloadScanner(payload)
    guard scanner.skip("{\"analysis\":"), let analysis = scanner.analysis(), scanner.skip("}"),
      scanner.isAtEnd
    else { return nil }
    return .claimsProposed(analysis)
  }
}

extension PayloadScanner {
  fileprivate mutating func analysis() -> Analysis? {
    guard skip("{\"attributions\":"), let attributions = list({ $0.attribution() }),
      skip(",\"claims\":"), let claims = list({ $0.claim() }),
      skip(",\"engine\":"), let engine = string(),
      skip(",\"sentences\":"), let sentences = list({ $0.span() }),
      skip(",\"times\":"), let times = list({ $0.time() }), skip("}")
    else { return nil }
    return Analysis(
      engine: engine, sentences: sentences, attributions: attributions, claims: claims,
      times: times)
  }

  private mutating func attribution() -> Attribution? {
    guard skip("{\"content\":"), let content = spans(), skip(",\"cue\":"), let cue = spans(),
      skip(",\"id\":"), let id = number(),
      skip(",\"mode\":"), let mode = value(of: Attribution.Mode.self)
    else { return nil }
    var parent: AttributionID?
    if skip(",\"parent\":") {
      guard let number = number() else { return nil }
      parent = AttributionID(rawValue: number)
    }
    var source: Attribution.Source?
    if skip(",\"source\":") {
      source = self.source()
      guard source != nil else { return nil }
    }
    guard skip("}") else { return nil }
    return Attribution(
      id: AttributionID(rawValue: id), parent: parent, mode: mode, source: source, cue: cue,
      content: content)
  }

  private mutating func source() -> Attribution.Source? {
    guard skip("{\"name\":"), let name = string(), skip(",\"spans\":"), let spans = spans(),
      skip(",\"type\":"), let type = value(of: SourceType.self), skip("}")
    else { return nil }
    return Attribution.Source(spans: spans, name: name, type: type)
  }

  private mutating func claim() -> Claim? {
    guard skip("{\"attributions\":"), let attributions = list({ $0.number() }),
      skip(",\"block\":"), let block = number()
    else { return nil }
    var checkworthiness: Double?
    if skip(",\"checkworthiness\":") {
      checkworthiness = real()
      guard checkworthiness != nil else { return nil }
    }
    guard skip(",\"id\":"), let id = number(),
      skip(",\"occurrences\":"), let occurrences = list({ $0.spans() })
    else { return nil }
    var reasons: Claim.Reasons?
    if skip(",\"reasons\":") {
      reasons = self.reasons()
      guard reasons != nil else { return nil }
    }
    var repeats: ClaimID?
    if skip(",\"repeats\":") {
      repeats = number().map { ClaimID(rawValue: $0) }
      guard repeats != nil else { return nil }
    }
    guard skip(",\"sentence\":"), let sentence = span(), skip(",\"spans\":"), let spans = spans()
    else { return nil }
    var stance: String?
    if skip(",\"stance\":") {
      stance = string()
      guard stance != nil else { return nil }
    }
    var statement: String?
    if skip(",\"statement\":") {
      statement = string()
      guard statement != nil else { return nil }
    }
    guard skip(",\"times\":"), let times = list({ $0.number() }) else { return nil }
    var type: ClaimType?
    if skip(",\"type\":") {
      type = value(of: ClaimType.self)
      guard type != nil else { return nil }
    }
    guard skip("}") else { return nil }
    return Claim(
      id: ClaimID(rawValue: id), spans: spans, statement: statement, sentence: sentence,
      block: block, attributions: attributions.map { AttributionID(rawValue: $0) }, times: times,
      checkworthiness: checkworthiness, type: type, stance: stance, occurrences: occurrences,
      repeats: repeats, reasons: reasons)
  }

  private mutating func reasons() -> Claim.Reasons? {
    guard skip("{\"checkworthiness\":"), let checkworthiness = list({ $0.string() }),
      skip(",\"stance\":"), let stance = string(), skip(",\"type\":"), let type = string(),
      skip("}")
    else { return nil }
    return Claim.Reasons(checkworthiness: checkworthiness, type: type, stance: stance)
  }

  private mutating func time() -> TimeExpression? {
    guard skip("{") else { return nil }
    var from: CalendarDay?
    if skip("\"from\":") {
      from = day()
      guard from != nil, skip(",") else { return nil }
    }
    guard skip("\"id\":"), let id = number(), skip(",\"span\":"), let span = span() else {
      return nil
    }
    var to: CalendarDay?
    if skip(",\"to\":") {
      to = day()
      guard to != nil else { return nil }
    }
    guard skip("}") else { return nil }
    return TimeExpression(id: id, span: span, from: from, to: to)
  }

  private mutating func day() -> CalendarDay? { string().flatMap { CalendarDay(iso: $0) } }

  private mutating func spans() -> [TextSpan]? { list { $0.span() } }

  private mutating func span() -> TextSpan? {
    guard skip("["), let start = number(), skip(","), let end = number(), skip("]"), start <= end
    else { return nil }
    return TextSpan(start, end)
  }

  private mutating func value<Value: RawRepresentable<String>>(of type: Value.Type) -> Value? {
    string().flatMap { Value(rawValue: $0) }
  }
}
