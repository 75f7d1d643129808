import Testing

@testable import Workbench

@Suite("The command table")
struct CommandTableTests {
  static let rows = CommandTable.all.map(Row.init)

  struct Row: Sendable, CustomTestStringConvertible {
    let command: Command
    var testDescription: String { command.name }
  }

  @Test("explains every verb", arguments: rows)
  func explained(row: Row) {
    let command = row.command
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
    #expect(command.summary.first?.isLowercase == true)
    #expect(!command.explanation.isEmpty)
    #expect(command.explanation.allSatisfy { $0.hasSuffix(".") })
    for option in command.options {
      #expect(option.name.hasPrefix("--") && !option.summary.isEmpty)
      #expect(!option.summary.hasSuffix("."))
    }
    for parameter in command.parameters {
      if case .keyword(let word) = parameter.kind {
        #expect(parameter.name == word)
      } else {
        #expect(parameter.name == parameter.name.uppercased())
      }
    }
  }

  @Test("gives every verb an example that it accepts", arguments: rows)
  func example(row: Row) throws {
    let words = PromptWord.words(of: row.command.example)
    try #require(words.first?.text == row.command.name)
    let isPrompt = row.command.rooms.contains(.prompt)
    _ = try Invocation(
      row.command, words: Array(words.dropFirst()), line: row.command.example,
      globals: isPrompt ? CommandTable.promptOptions : CommandTable.globalOptions)
  }

  @Test("names no two verbs of a room alike", arguments: [Command.Rooms.shell, .prompt])
  func names(room: Command.Rooms) {
    let names = CommandTable.commands(in: room).flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test("is all in the manual page")
  func manual() {
    let page = ManualPage.text
    for command in CommandTable.all {
      #expect(page.contains("\n.SS " + command.name), "\(command.name)")
    }
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }
}

extension Command.Rooms: CustomTestStringConvertible {
  public var testDescription: String { contains(.shell) ? "shell" : "prompt" }
}
