import ArticleReader
import ClaimModel
import Fingerprint
import Journal
import Terminal

/// The verb that checks the store against itself, and against a head kept elsewhere.
extension Command {
  static let verify = Command(
    name: "verify", rooms: [.shell, .prompt],
    parameters: [Parameter("SESSION", .session, .optional)],
    options: [
      CommandOption(
        "--expect", "HEAD", "the head that was noted earlier; another one is a finding"),
      CommandOption("--against", "SEAL", "compare with a file that 'seal' wrote"),
      CommandOption("--key", "KEY", "the public key that the seal must be signed with"),
    ],
    formats: ["text", "json"],
    summary: "check the store against itself, and against a head kept elsewhere",
    explanation: [
      "Checks the file and its schema, every article, codebook and fetched page, and of each session the "
        + "chain of hashes, the order of the events, their labels, and that the tables say what the events "
        + "add up to. Prints the head of each session and that of the store, one hash that stands for all "
        + "of them. Ends with 2 where something does not fit, and names the first event that does not.",
      "Alone, it finds damage and changes by somebody who does not know how the store is made. It cannot "
        + "find a chain that was computed anew, or events that were cut off the end: note the head "
        + "elsewhere, and give it with --expect. Remarks say what is unusual, or cannot be known, "
        + "and are no findings.",
      "--against SEAL finds what was rewritten, shortened or removed since the seal was made, and confirms "
        + "the sessions that merely went on. --key names the public key of its maker; without it, a "
        + "signature only shows that the seal is one with the key that it names.",
    ],
    example: "verify",
    run: { try $0.verify($1) })
}

/// A check that found something; what it found has been printed.
struct CheckFailed: Error, Equatable, CustomStringConvertible {
  let findings: Int

  var description: String {
    findings == 1 ? "one thing does not fit" : "\(findings) things do not fit"
  }
}

/// A text that should be a head, and is none.
struct NotAHead: Error, Equatable, CustomStringConvertible {
  let text: String

  var description: String {
    "'\(text)' is no head; a head is the 64 hexadecimal digits that 'verify' prints"
  }
}

/// A text that should be a public key, and is none.
struct NotAKey: Error, Equatable, CustomStringConvertible {
  let text: String

  var description: String {
    "'\(text)' is no public key; one is 'ed25519:' and 64 hexadecimal digits, as 'key' prints it"
  }
}

extension Workbench {
  fileprivate func verify(_ invocation: Invocation) throws {
    let id = try invocation.optionalNumber("SESSION").map { SessionID(rawValue: $0) }
    let expected = try invocation.option("--expect").map { text in
      guard let head = StoreHead(text) else { throw NotAHead(text: text) }
      return head.description
    }
    let seal = try seal(of: invocation)
    if seal != nil, let id { throw UsageError.unexpected("\(id)", usage: "verify --against SEAL") }
    var verification = try verification(of: id, hashesAt: seal?.places ?? [:])
    if let expected {
      let found = id == nil ? verification.head.description : verification.sessionHead
      if found != expected {
        verification.findings.append(
          Finding(session: id, problem: .headIsOther(expected: expected, found: found)))
      }
    }
    let comparison = seal.map { SealComparison($0, with: verification) }
    if let seal, let comparison {
      verification.findings += try signatureFindings(of: seal, invocation) + comparison.findings
    }
    show(verification, of: id, as: invocation.format)
    if let comparison { say(comparison.summary) }
    guard verification.findings.isEmpty else {
      throw CheckFailed(findings: verification.findings.count)
    }
    if expected == nil, seal == nil {
      say(
        "nothing here contradicts itself; whether events were cut off the end, or the chain was computed "
          + "anew, only a head or a seal kept elsewhere can tell ('help verify')")
    } else if expected != nil {
      say(
        "this is the head that was expected: no event was changed, added or taken away since it was noted"
      )
    }
  }

  private func seal(of invocation: Invocation) throws -> Seal? {
    guard let path = invocation.option("--against") else {
      if invocation.has("--key") {
        throw UsageError.optionNeedsOther("--key", other: "--against")
      }
      return nil
    }
    return try Seal(decoding: ArticleFile.load(path: path))
  }

  /// Says who signed a seal.
  /// - Returns: What is wrong with the signature.
  private func signatureFindings(of seal: Seal, _ invocation: Invocation) throws -> [Finding] {
    func finding(_ reason: String) -> [Finding] {
      [Finding(session: nil, problem: .sealUnsound(reason))]
    }
    let wanted = try invocation.option("--key").map { text in
      guard let key = PublicKey(text) else { throw NotAKey(text: text) }
      return key
    }
    var line = "the seal was made by '\(seal.annotator)' on \(seal.made), by their clock; "
    guard let signature = seal.signature else {
      say(line + "it is not signed, so whoever can write it can have made it anew")
      return wanted == nil ? [] : finding("it is not signed")
    }
    guard seal.isSignatureSound else { return finding("its signature does not fit what it says") }
    let own = try annotatorsKey()?.publicKey
    if let wanted {
      guard seal.isSigned(with: wanted) else {
        return finding("it is signed with \(signature.key), not with \(wanted)")
      }
      line += "it is signed with the key that you named"
    } else if let own, seal.isSigned(with: own) {
      line += "it is signed with your key"
    } else {
      line +=
        "it is signed with \(signature.key); compare that with the key that its maker gave you"
    }
    say(line)
    return []
  }

  /// Checks one session for `replay --verify`.
  func verify(_ id: SessionID) throws {
    let verification = try verification(of: id)
    for finding in verification.findings { output.writeLine(StyledText(finding.description)) }
    guard verification.findings.isEmpty else {
      throw CheckFailed(findings: verification.findings.count)
    }
    say("session \(id) folds to what is stored, and its hashes fit")
  }

  /// Checks one session or the whole of a store, by default the one at hand.
  func verification(
    of id: SessionID?, in other: Store? = nil, hashesAt places: [EventHash: Set<Int>] = [:]
  ) throws -> Verification {
    let store = try other ?? store()
    var progress: ProgressLine?
    let unit = id == nil ? "sessions" : "events"
    let report = { (done: Int, total: Int) in
      if progress == nil { progress = self.progress("verifying", unit: unit, total: total) }
      progress?.update(done: done)
    }
    defer { progress?.finish() }
    return try id.map { try store.verification(of: $0, progress: report) }
      ?? store.verification(hashesAt: places, reads: Self.text(of:), progress: report)
  }

  private func show(_ verification: Verification, of id: SessionID?, as format: String) {
    if format == "json" {
      output.write(VerificationView.json(verification, isWholeStore: id == nil))
    } else {
      for line in VerificationView.lines(verification, isWholeStore: id == nil) {
        output.writeLine(line)
      }
    }
    for remark in verification.remarks { say("remark: \(remark)") }
  }
}

extension Verification {
  /// The head of the one session that was checked.
  fileprivate var sessionHead: String { sessions.first?.head.head.description ?? "" }
}

extension SealComparison {
  /// What became of the sessions that were sealed.
  fileprivate var summary: String {
    let more = wentOn.reduce(0) { $0 + $1.events }
    var parts = ["\(unchanged) \(unchanged == 1 ? "session is" : "sessions are") as sealed"]
    if !wentOn.isEmpty {
      parts.append(
        "\(wentOn.count) went on from there, by \(more) \(more == 1 ? "event" : "events")")
    }
    if !unsealed.isEmpty {
      parts.append("\(unsealed.count) came after the seal, which says nothing of them")
    }
    return parts.joined(separator: "; ")
  }
}
