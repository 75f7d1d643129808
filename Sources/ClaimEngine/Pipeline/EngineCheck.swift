/// A step that puts right or completes what the models found, and that can be left out to measure what it is worth.
///
/// The program leaves out none; `engine-ablation` does, one at a time (`Docs/quality.md` has its table).
package enum EngineCheck: String, CaseIterable, Sendable {
  // The tree: `TreeRepair`.
  case joinNames, reattachPossessors, joinSharedObjects, joinLooseConjuncts, joinSiblingComplements
  case reattachRelativeClauses, reattachCoordinatedClauses, reattachBareVerbs
  case reattachTrailingModifiers
  // Constructions: `AttributionFinder`.
  case listReports, quoteSignatures, introducedQuotes, quoteSpeakerPropagation, transcripts
  // Tagged contents: `ContentPieces`.
  case completePhrase, completeObject, dropUnrelatedSpans
  case leaveToSource, takeSubject
  // Tagged attributions: `ReportCheck`.
  case commands, pronounContents, silentCues, sourceByParse
  case withNegation, wholePhrases, missingSources
  // What constructions add: `RulesSupplement`.
  case turnsFirst, speechesFirst, knownFirst, outerLevels, secondReports
  case speakersByRules, sureRules, plainSayings
  // Cuts: `TreeCutter`, `CutGuard` and `SentenceClaims`.
  case cutGuard, wellFormedCuts, conjunctForms, sharedTails, sharedNegations, agreement
  case namedAntecedents, standsAlone, cutAgain, wholeContents, sourceAsSubject
}

extension Document {
  /// Whether a step is taken, as all are outside of measuring.
  func takes(_ check: EngineCheck) -> Bool { !leftOut.contains(check) }
}
