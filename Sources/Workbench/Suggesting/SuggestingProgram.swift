import ClaimModel
import Interchange
import Journal
package import Terminal

/// Another program that suggests values for claims, a line each way, asked some claims ahead of the annotator.
///
/// Whatever it does, work goes on: it is waited for once, and shortly; what it does wrong is left out and
/// told once.
package final class SuggestingProgram {
  private let program: LineProgram
  /// Time since any fixed moment.
  private let now: () -> Duration
  /// What was asked and not answered, the oldest first.
  private var open: [(claim: ClaimID, spans: [TextSpan], at: Duration)] = []
  /// The words of each claim when it was asked about last.
  private var asked: [ClaimID: [TextSpan]] = [:]
  private var answers: [ClaimID: ProgramSuggestions] = [:]
  private var heard = Duration.zero
  private var isLate = false
  private var toldKinds: Set<Int> = []
  private var untold: [ProgramFault] = []

  /// How long the screen may wait for an answer, until that was once in vain.
  private static let patience = Duration.seconds(1)
  /// After how long without a word it is taken to have stopped working.
  private static let silence = Duration.seconds(60)
  /// How many claims it is asked about at a time: it works while the annotator reads.
  static let ahead = 8

  package init(_ program: LineProgram, now: @escaping () -> Duration) {
    self.program = program
    self.now = now
  }

  // MARK: - Asking

  /// Asks about claims, each once as long as it has the same words.
  func ask(about records: some Sequence<ClaimRecord>, in session: OpenSession) {
    guard program.end == nil else { return }
    for record in records where record.standing == .here {
      let (claim, spans) = (record.claim.id, record.claim.spans)
      guard asked[claim] != spans else { continue }
      asked[claim] = spans
      open.append((claim, spans, now()))
      program.send(
        SuggestionRequest.line(
          for: record, in: session.state, of: session.article, codebook: session.codebook,
          session: session.stored.name.description))
    }
  }

  /// Takes in what has been answered.
  ///
  /// - Parameter awaited: A claim whose answer is waited for, as long as the program was never late.
  func listen(awaiting awaited: ClaimRecord?, under codebook: Codebook) {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      let isAwaited =
        !isLate && program.end == nil
        && open.contains { $0.claim == awaited?.claim.id && $0.spans == awaited?.claim.spans }
      let left = deadline - .now
      for line in program.lines(within: isAwaited ? max(left, .zero) : .zero) {
        take(line, under: codebook)
      }
      if !isAwaited { break }
      if left <= .zero {
        isLate = true
        tell(.late(milliseconds: Int(Self.patience / .milliseconds(1))))
      }
    }
    if let end = program.end {
      open = []
      tell(of: end)
    } else if let first = open.first, now() - max(first.at, heard) > Self.silence {
      program.stop()
      open = []
      tell(.silent(seconds: Int(Self.silence / .seconds(1))))
    }
  }

  /// The answers that have come in and were not taken yet.
  ///
  /// - Parameter claim: A claim whose answer is left for later: what is looked at must not change.
  func takeAnswers(besides claim: ClaimID?) -> [ClaimID: ProgramSuggestions] {
    let taken = answers.filter { $0.key != claim }
    answers = answers.filter { $0.key == claim }
    return taken
  }

  /// What it did wrong and nobody was told of.
  func takeFault() -> ProgramFault? { untold.isEmpty ? nil : untold.removeFirst() }

  // MARK: - Answers

  private func take(_ line: [UInt8], under codebook: Codebook) {
    heard = now()
    let answer: SuggestionAnswer
    do throws(SuggestionAnswerError) {
      answer = try SuggestionAnswer(line: line)
    } catch {
      // Nobody knows which claim it was for: most likely the one that was asked about first.
      if !open.isEmpty { open.removeFirst() }
      return tell(.noAnswer(reason: "\(error)"))
    }
    guard let place = open.firstIndex(where: { $0.claim == answer.claim }) else {
      return tell(.strangeClaim(answer.claim))
    }
    var suggestions = ProgramSuggestions(spans: open.remove(at: place).spans)
    for suggestion in answer.suggestions {
      do throws(ProgramFault) {
        suggestions.byAttribute[suggestion.attribute] = try ProgramSuggestion(
          suggestion, under: codebook)
      } catch {
        tell(error)
      }
    }
    answers[answer.claim] = suggestions
  }

  // MARK: - Faults

  private func tell(_ fault: ProgramFault) {
    if toldKinds.insert(fault.kind).inserted { untold.append(fault) }
  }

  private func tell(of end: LineProgram.End) {
    switch end {
    case .exited(let code):
      tell(.ended(how: "ended with code \(code)", complaint: program.complaint))
    case .killed(let signal):
      tell(.ended(how: "was ended by signal \(signal)", complaint: program.complaint))
    case .wroteTooLong: tell(.wroteTooLong)
    // By the one who has told of it.
    case .stopped: return
    }
  }
}

@available(*, unavailable)
extension SuggestingProgram: Sendable {}
