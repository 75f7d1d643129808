import ClaimModel
import Terminal

/// What an annotator says of a claim whose words changed.
enum Settlement: String, CaseIterable {
  /// It is the words that are suggested now.
  case new
  /// Its words are gone; it keeps its number and all that was decided.
  case gone
}

extension OpenSession {
  var unsettled: [ClaimRecord] {
    state.claimsInOrder.filter { $0.standing == .unsettled }
  }

  /// Which of the claims that are there share a carried claim's words between them, as people are told;
  /// nil without any.
  func cover(of record: ClaimRecord) -> String? {
    CarryOver.cover((record.carried?.coveredBy ?? []).filter { state.claims[$0] != nil })
  }

  /// What an answer about some claims comes to.
  ///
  /// A new claim that was found in the same words goes, unless somebody has decided about it.
  func settling(_ records: [ClaimRecord], as answer: Settlement) throws -> [Event] {
    try records.flatMap { record -> [Event] in
      let id = record.claim.id
      guard let carried = record.carried else { throw SettleError.notCarried(id) }
      switch answer {
      case .gone:
        guard record.standing != .gone else { throw SettleError.settled(id, .gone) }
        return [.claimSettled(id, nil)]
      case .new:
        guard let suggestion = carried.suggestion else { throw SettleError.noSuggestion(id) }
        guard record.claim.spans != suggestion.claim.spans else {
          throw SettleError.settled(id, .new)
        }
        let settled = Event.claimSettled(id, suggestion.claim)
        guard let twin = suggestion.twin.flatMap({ state.claims[$0] }), twin.origin == .proposed,
          twin.changed == nil
        else { return [settled] }
        return [settled, .claimDropped(twin.claim.id)]
      }
    }
  }
}

extension Workbench {
  /// Settles claims as somebody says.
  func settle(_ records: [ClaimRecord], as answer: Settlement) throws {
    try decide(session().settling(records, as: answer))
    for record in records {
      let now = try session().record(record.claim.id)
      say(StyledText("claim \(now.claim.id): ") + told(now))
    }
  }

  private func told(_ record: ClaimRecord) -> StyledText {
    switch record.standing {
    case .here:
      let words = open?.words(of: record).replacing("\n", with: " ") ?? ""
      return StyledText(words, Palette.claim)
    case .gone: return "gone; its labels and notes stay in the record"
    case .unsettled: return "not settled"
    }
  }

  /// Asks about claims whose words changed; what is put off stays as it is.
  func ask(about unsettled: [ClaimRecord], _ key: () -> Key?) throws {
    for (index, record) in unsettled.enumerated() {
      let id = record.claim.id
      var title = StyledText("claim \(id) changed", Palette.heading)
      title.append("  \(index + 1) of \(unsettled.count)", Palette.quiet)
      if let cover = open?.cover(of: record) { title.append(" · " + cover, Palette.quiet) }
      output.writeLine(title)
      for line in changeLines(of: record) { output.writeLine(line) }
      output.writeLine("keep with the new words [n], gone [g], later [l], all later [q]?")
      output.flush()
      guard let answer = answer(key, of: "ngl") else { return }
      switch answer {
      case "n": try settle([record], as: .new)
      case "g": try settle([record], as: .gone)
      default: say("claim \(id): later; 'settle \(id) new' or 'settle \(id) gone' says it")
      }
    }
  }

  /// What a changed claim said and what may stand for it now.
  func changeLines(of record: ClaimRecord) -> [StyledText] {
    guard let open, let carried = record.carried else { return [] }
    let new = carried.suggestion.map { open.article.words(of: $0.claim.spans) } ?? ""
    return ChangeView(rendition: output.rendition, columns: min(columns, 100))
      .lines(old: carried.before.words, new: new)
  }

  /// The next key that is an answer; nil where the person wants no more.
  func answer(_ key: () -> Key?, of letters: String) -> Unicode.Scalar? {
    while true {
      switch key() {
      case .character(let letter) where letters.unicodeScalars.contains(letter): return letter
      case nil, .character("q"), .escape, .control("c"), .control("d"): return nil
      default: continue
      }
    }
  }
}

/// Why a claim cannot be settled as asked.
enum SettleError: Error, Equatable, CustomStringConvertible {
  case notCarried(ClaimID)
  case noSuggestion(ClaimID)
  case noWords(ClaimID)
  case settled(ClaimID, Settlement)
  case nothingUnsettled
  case nobodyToAsk

  var description: String {
    switch self {
    case .notCarried(let id):
      "claim \(id) was not carried over from an earlier text; 'drop \(id)' removes it"
    case .noSuggestion(let id):
      "no new words are suggested for claim \(id); name them: extend \(id) \"WORDS\""
    case .noWords(let id):
      "claim \(id) has no words in this text to cut; give it some: extend \(id) \"WORDS\""
    case .settled(let id, .new): "claim \(id) has these words already"
    case .settled(let id, .gone): "claim \(id) is held to be gone already"
    case .nothingUnsettled: "no claim waits to be settled"
    case .nobodyToAsk:
      "there is no terminal to ask at; say 'settle CLAIMS new' or 'settle CLAIMS gone'"
    }
  }
}
