import FoundationEssentials
import Glibc
import ProcessSupport
import Testing

/// The commands that the documents show work as they stand there.
@Suite("Documents", .timeLimit(.minutes(20)))
struct DocumentTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  static let documents: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "Docs")) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Docs/" + $0 }
  }()

  /// A command of a fenced block marked `console`, with the exit code that the document names.
  struct ShownCommand {
    let line: Int
    let text: String
    let code: CInt
  }

  static func commands(of document: String) throws -> [ShownCommand] {
    let text = String(
      decoding: try Data(contentsOf: URL(filePath: root + document)), as: UTF8.self)
    var isConsole = false
    var code: CInt = 0
    var commands: [ShownCommand] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("# exits with ") {
        code = CInt(line.dropFirst("# exits with ".count)) ?? 0
      } else if isConsole, line.hasPrefix("$ ") {
        commands.append(ShownCommand(line: index + 1, text: String(line.dropFirst(2)), code: code))
        code = 0
      }
    }
    return commands
  }

  @Test("shows only commands that work", arguments: documents)
  func works(document: String) throws {
    let commands = try Self.commands(of: document)
    if document == "README.md" { #expect(!commands.isEmpty, "the readme shows commands") }
    let desk = try Desk()
    try desk.system("cp", "-r", Self.root + "Annotations", "Annotations")
    try desk.system("mkdir", "Sessions", "bin")
    try desk.system(
      "sh", "-c", "cp '\(Self.root)'Sessions/*.txt '\(Self.root)'Sessions/*.assay Sessions")
    for name in ["assay", "bin/assay"] {
      #expect(symlink(builtProgram("assay"), desk.path(name)) == 0)
    }
    for command in commands {
      let words = command.text.split(separator: " ")
      if words.first == "./test" || words.first == ".ci/run"
        || words.starts(with: ["./assay", "install"])
      {
        #expect(access(Self.root + words[0], X_OK) == 0)
        continue
      }
      let result = try desk.system(
        "sh", "-c", "PATH=\"$PWD/bin:$PATH\"; " + command.text)
      #expect(
        result.exitCode == command.code,
        "\(document):\(command.line): \(command.text)\n\(result.errors)")
    }
  }

  @Test("names only files that are there", arguments: documents)
  func links(document: String) throws {
    let text = String(
      decoding: try Data(contentsOf: URL(filePath: Self.root + document)), as: UTF8.self)
    let folder = document.hasPrefix("Docs/") ? Self.root + "Docs/" : Self.root
    for match in text.matches(of: /\]\(([^)#: ]+)\)/) {
      #expect(access(folder + String(match.1), F_OK) == 0, "\(document): \(match.1)")
    }
    for match in text.matches(of: /`(Docs\/[a-z-]+\.md|Sessions\/[a-z-]+\.[a-z]+)`/)
    where match.1 != "Sessions/assay.sqlite" {
      #expect(access(Self.root + String(match.1), F_OK) == 0, "\(document): \(match.1)")
    }
  }
}
