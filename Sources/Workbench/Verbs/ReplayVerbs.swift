import ClaimModel
import Interchange
import Journal
import Terminal

/// The verb that plays, checks and prints sessions again.
extension Command {
  static let replay = Command(
    name: "replay", rooms: [.shell, .prompt],
    parameters: [Parameter("SESSION", .session, .optional)],
    options: [
      CommandOption("--speed", "FACTOR", "how many times as fast as it happened (1)"),
      CommandOption("--step", "wait for a key after every command"),
      CommandOption("--to", "EVENT", "stop after this event"),
      CommandOption("--verify", "rebuild the session and compare it with what is stored"),
      CommandOption("--script", "print the commands that rebuild the session"),
      CommandOption("--cast", "FILE", "write an asciicast, which asciinema plays"),
      CommandOption("--force", "replace the file of --cast"),
      .timeLimit,
    ],
    summary: "play a session as it happened, check it, or print it as a script",
    explanation: [
      "Pauses are as they were, but none longer than two seconds. --verify names the first event that "
        + "does not fit, and ends with 2. The script of --script, run with 'assay < SCRIPT', gives the "
        + "same session again, to the byte."
    ],
    example: "replay 1 --verify",
    run: { try $0.replay($1) })
}

extension Workbench {
  /// No pause of a replay is longer.
  private static let longestPause: Int64 = 2000

  fileprivate func replay(_ invocation: Invocation) throws {
    let id: SessionID
    if let number = try invocation.optionalNumber("SESSION") {
      id = SessionID(rawValue: number)
    } else if let open {
      id = open.stored.id
    } else {
      throw UsageError.missing(argument: "SESSION", usage: invocation.command.usage)
    }
    if invocation.has("--verify") { return try verify(id) }
    let stored = try store().session(id)
    let script = try SessionScript(
      stored, analysis: analysisNow(of: stored, limit: invocation.analysisLimit()))
    if invocation.has("--script") {
      let title = stored.article.metadata.title ?? "an untitled article"
      output.writeLine(
        "# \(EscapedText(stored.annotator, lineFeeds: .space).text) on: \(EscapedText(title, lineFeeds: .space).text)"
      )
      for line in try script.lines() { output.writeLine(line) }
      return
    }
    let last = try invocation.numberOption("--to")
    if let path = invocation.option("--cast") {
      return try writeCast(
        stored, script, to: last, path: path, isReplacing: invocation.has("--force"))
    }
    try play(stored, script, to: last, invocation)
  }

  /// What the engine that the session started with finds in its article now.
  private func analysisNow(of stored: StoredSession, limit: AnalysisLimit) throws -> Analysis {
    let choice = Engines.Choice(engineName: stored.session.state.analysis.engine) ?? .encoder
    return try analyse(stored.article, by: choice, limit: limit)
  }

  private func play(
    _ stored: StoredSession, _ script: SessionScript, to last: Int?, _ invocation: Invocation
  ) throws {
    let speed = try invocation.speed()
    let frames = try SessionFrames(
      stored, script: script, rendition: output.rendition, columns: columns
    ).frames(to: last)
    let isStepping = invocation.has("--step")
    var earlier: Timestamp?
    for frame in frames {
      if let earlier, !isStepping {
        let pause = min(Self.longestPause, max(0, frame.at.milliseconds - earlier.milliseconds))
        surroundings.sleep(.milliseconds(Int64(Double(pause) / speed)))
      }
      try interrupts?.check()
      earlier = frame.at
      for line in frame.lines { output.writeLine(line) }
      output.writeLine()
      output.flush()
      if output.isClosed { return }
      if isStepping, frame.sequence != frames.last?.sequence, try !surroundings.waitForKey() {
        return
      }
    }
  }

  private func writeCast(
    _ stored: StoredSession, _ script: SessionScript, to last: Int?, path: String,
    isReplacing: Bool
  ) throws {
    let size = TerminalSize.standard
    let frames = try SessionFrames(
      stored, script: script, rendition: .styled, columns: size.columns
    ).frames(to: last)
    var cast = CastWriter(
      width: size.columns, height: size.rows,
      startedAt: frames.first.map { $0.at.milliseconds / 1000 },
      title: stored.article.metadata.title)
    var time: Int64 = 0
    var earlier = frames.first?.at.milliseconds ?? 0
    for frame in frames {
      time += min(Self.longestPause, max(0, frame.at.milliseconds - earlier))
      earlier = frame.at.milliseconds
      let text = frame.lines.map { $0.rendered(.styled) + "\r\n" }.joined() + "\r\n"
      cast.output(text, atMilliseconds: time)
    }
    let file = try OutputFile(.file(path: path, isReplacing: isReplacing))
    try file.write(cast.takeBytes())
    try file.commit()
    say("\(frames.count) commands written to \(path)")
  }
}

extension Invocation {
  fileprivate func speed() throws -> Double {
    guard let text = option("--speed") else { return 1 }
    guard let speed = Double(text), speed > 0, speed.isFinite else {
      throw UsageError.notASpeed(text)
    }
    return speed
  }
}
