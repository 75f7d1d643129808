package import ClaimModel
package import Encoder

/// The steps from an article's text to its claims, in order.
///
/// An engine is a choice of annotators and nothing else; all that comes after them reads layers only.
package struct Pipeline: Sendable {
  private let reading: [any Stage]
  private let finding: [any Stage]

  /// - Parameters:
  ///   - annotators: What writes tags, classes of names, tree and tagged attributions, as far as the engine has them.
  ///   - finder: The word tables for times, which take a while to build.
  init(_ annotators: [any Stage], grain: Grain, times: TimeFinder) {
    reading =
      [
        TextAnalyser(),  // tokens, sentences
        Tagger(),  // tags
        QuoteFinder(),  // quotations
      ] + annotators
    finding = [
      TreeRepair(),  // the tree, where the words show that the parser was wrong
      Chunker(),  // noun phrases and verb groups
      AttributionFinder(),  // constructions that show who says what
      AttributionSelection(),  // the attributions chosen among those and the tagged ones
      NameStage(),  // names, and who bears them
      SourceStage(),  // attributions with numbers, parents and names of sources
      CoreferenceStage(),  // whom pronouns stand for
      times,  // expressions of time
      ClaimFinder(grain: grain),  // claims
      StatementStage(),  // their statements
      AppraisalStage(),  // their types, stances and check-worthiness
      RepeatStage(),  // which claims say the same
    ]
  }

  /// The article with all layers.
  ///
  /// - Parameter cancellation: What ends the analysis before it is done: asked before each stage, and
  ///   within the long ones.
  package func document<Failure>(
    of article: Article, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> Document {
    var document = Document(article)
    for stage in reading + finding {
      try cancellation.check()
      try stage.annotate(&document, cancellation: cancellation)
    }
    return document
  }

  /// The article with all layers, once for each set of steps that is left out; tagged and parsed once.
  package func documents(of article: Article, without sets: [Set<EngineCheck>]) -> [Document] {
    var read = Document(article)
    for stage in reading { stage.annotate(&read) }
    return sets.map { leftOut in
      var document = read
      document.leftOut = leftOut
      for stage in finding { stage.annotate(&document) }
      return document
    }
  }
}

extension Document {
  /// What the layers say, in bytes.
  ///
  /// - Parameter engine: The name of the engine that made them.
  func analysis(by engine: String) -> Analysis {
    Analysis(
      engine: engine, sentences: sentences.map(\.span), attributions: attributions, claims: claims,
      times: times, entities: entities(), mentions: mentions())
  }
}
