import ClaimModel
import Interchange
import Journal
import Terminal

/// Verbs that let a store be proved from outside of it.
extension Command {
  static let seal = Command(
    name: "seal", rooms: [.shell, .prompt],
    options: [
      CommandOption("--output", "FILE", "where to; standard output, if not said"),
      CommandOption("--force", "replace the file"),
    ],
    summary: "write the heads of all sessions to a file that the store can be compared with",
    explanation: [
      "The file holds, for each session, its name, the number of its events and its head, and the hashes of "
        + "the fetched pages. Keep it where whoever can change the store cannot: then 'verify --against' "
        + "finds whatever was rewritten, cut off or removed since. With a key ('key new') the seal is "
        + "signed, so that nobody else can make another in its place. A store that does not verify is not "
        + "sealed.",
      "The moment in a seal is that of your own clock, which proves nothing about when it was made.",
    ],
    example: "seal --output friday.seal",
    run: { try $0.seal($1) })

  static let key = Command(
    name: "key", rooms: [.shell, .prompt],
    parameters: [Parameter("ACTION", .words, .optional)],
    options: [CommandOption("--passphrase", "lock the new key with a passphrase")],
    summary: "make the key that signs your seals, change it, or show its public half",
    explanation: [
      "'key new' makes an Ed25519 key in the folder assay of XDG_STATE_HOME, or of ~/.local/state, for you "
        + "alone to read. Seals are then signed, and sessions that you begin name your public key. 'key' shows "
        + "that; give it to whoever is to check your seals. With --passphrase the private half is locked; "
        + "it is asked for on the terminal, or taken from ASSAY_PASSPHRASE.",
      "'key rotate' makes another key in its place. The former one signs that it hands over to it, so that "
        + "whoever knows the former accepts the new one. Then the former private half is gone: whoever had "
        + "stolen it could still sign with it, so say that it is no longer yours.",
    ],
    example: "key new",
    run: { try $0.key($1) })
}

extension Workbench {
  fileprivate func seal(_ invocation: Invocation) throws {
    let verification = try verification(of: nil)
    guard verification.findings.isEmpty else {
      for finding in verification.findings { tell(StyledText(finding.description)) }
      throw NotSealed(findings: verification.findings.count)
    }
    var seal = Seal(of: verification, made: now(), annotator: settings.annotator)
    let file = try annotatorsKey()
    if let file {
      let passphrase = file.isLocked ? try self.passphrase(for: "of your key") : ""
      seal.sign(with: try file.signingKey(passphrase: passphrase), handovers: file.handovers)
    }
    let path = invocation.option("--output")
    let bytes = try seal.encoded()
    if let path {
      let file = try OutputFile(
        .file(path: path, isReplacing: invocation.has("--force")), rules: outputRules)
      try file.write(bytes)
      try file.commit()
    } else {
      output.write(bytes)
    }
    let count = seal.sessions.count
    say(
      "\(count) \(count == 1 ? "session" : "sessions") with \(seal.events) events sealed"
        + (path.map { " in \($0)" } ?? "") + "; the head is \(seal.head)")
    if let key = seal.signature?.key {
      say("signed with \(key)")
    } else {
      say(
        "the seal is not signed, for there is no key ('key new' makes one); keep it where nobody can change it"
      )
    }
  }

  fileprivate func key(_ invocation: Invocation) throws {
    let folder = try keyFolder()
    let isLocking = invocation.has("--passphrase")
    switch invocation.optionalText("ACTION") {
    case nil:
      guard let file = try KeyFile.load(from: folder) else {
        throw KeyError.none(path: KeyFile.path(in: folder))
      }
      output.writeLine(StyledText("\(file.publicKey)"))
      for handover in file.handovers { say("took over from \(handover.from) on \(handover.made)") }
    case "new":
      guard try KeyFile.load(from: folder) == nil else {
        throw KeyError.exists(path: KeyFile.path(in: folder))
      }
      let passphrase = isLocking ? try passphrase(for: "of the new key", isNew: true) : nil
      let file = try KeyFile(passphrase: passphrase, made: now())
      try file.store(in: folder, isReplacing: false)
      output.writeLine(StyledText("\(file.publicKey)"))
      say("this is your public key; the private one is in \(KeyFile.path(in: folder))")
    case "rotate":
      guard let former = try KeyFile.load(from: folder) else {
        throw KeyError.none(path: KeyFile.path(in: folder))
      }
      let old = former.isLocked ? try passphrase(for: "of the key that goes") : ""
      let key = try former.signingKey(passphrase: old)
      // A locked key is never followed by a bare one.
      let new =
        isLocking || former.isLocked ? try passphrase(for: "of the new key", isNew: true) : nil
      let file = try former.successor(of: key, passphrase: new, made: now())
      try file.store(in: folder, isReplacing: true)
      output.writeLine(StyledText("\(file.publicKey)"))
      say("this is your public key now; it took over from \(former.publicKey)")
    case let action?:
      throw UsageError.badChoice(option: "ACTION", action, choices: ["new", "rotate"])
    }
  }
}

/// A store that contradicts itself gets no seal.
struct NotSealed: Error, Equatable, CustomStringConvertible {
  let findings: Int

  var description: String {
    "the store was not sealed, because \(CheckFailed(findings: findings)); 'verify' shows the same"
  }
}
