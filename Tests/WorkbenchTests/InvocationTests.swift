import Testing

@testable import Workbench

@Suite("Words to arguments")
struct InvocationTests {
  private static func invocation(_ line: String) throws -> Invocation {
    let words = PromptWord.words(of: line)
    let command = try #require(CommandTable.command(words[0].text, in: .prompt))
    return try Invocation(
      command, words: Array(words.dropFirst()), line: line, globals: CommandTable.promptOptions)
  }

  /// A line, and its arguments and options by name.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let values: [String: String]
    init(_ line: String, _ values: [String: String]) {
      self.line = line
      self.values = values
    }
    var testDescription: String { line }
  }

  @Test(
    "gives every word to the argument that is meant",
    arguments: [
      Case("status 5", ["LABEL": "5"]),
      Case("status 5 refuted", ["CLAIMS": "5", "LABEL": "refuted"]),
      Case("status 5 5", ["CLAIMS": "5", "LABEL": "5"]),
      Case("status all 5", ["CLAIMS": "all", "LABEL": "5"]),
      Case("status \"5\" 5", [:]),
      Case("source Kong Quan", ["NAME": "Kong Quan"]),
      Case("source 3 Kong   Quan", ["CLAIMS": "3", "NAME": "Kong   Quan"]),
      Case("source all Kong Quan", ["NAME": "all Kong Quan"]),
      Case("source all: Kong Quan", ["CLAIMS": "all", "NAME": "Kong Quan"]),
      Case("source \"3\"", ["NAME": "3"]),
      Case("source \"3 men\"", ["NAME": "3 men"]),
      Case("note 2002 was wet", ["CLAIMS": "2002", "TEXT": "was wet"]),
      Case("note . 2002 was wet", ["CLAIMS": ".", "TEXT": "2002 was wet"]),
      Case("note 3: 2002 was wet", ["CLAIMS": "3", "TEXT": "2002 was wet"]),
      Case("note \"3: was wet\"", ["TEXT": "3: was wet"]),
      Case("note . all: yes", ["CLAIMS": ".", "TEXT": "all: yes"]),
      Case("note all readings are old", ["TEXT": "all readings are old"]),
      Case("note all: readings are old", ["CLAIMS": "all", "TEXT": "readings are old"]),
      Case("note 3-5: old", ["CLAIMS": "3-5", "TEXT": "old"]),
      Case("note 3,all: old", ["TEXT": "3,all: old"]),
      Case("note : old", ["TEXT": ": old"]),
      Case("statement 3", ["CLAIM": "3"]), Case("statement", ["none": ""]),
      Case("statement all of it is old", ["TEXT": "all of it is old"]),
      Case("statement 3: all of it", ["CLAIM": "3", "TEXT": "all of it"]),
      Case("label all stance denies", ["CLAIMS": "all", "ATTRIBUTE": "stance", "VALUE": "denies"]),
      Case("label 3: stance denies", ["CLAIMS": "3", "ATTRIBUTE": "stance", "VALUE": "denies"]),
      Case(
        "label 3 source all of them",
        ["CLAIMS": "3", "ATTRIBUTE": "source", "VALUE": "all of them"]),
      Case("tag all economy", ["CLAIMS": "all", "TAG": "economy"]),
      Case("tag \"5\"", ["TAG": "5"]),
      Case("tag 3 5", ["CLAIMS": "3", "TAG": "5"]),
      Case("note --session all of it", ["TEXT": "all of it", "--session": ""]),
      Case("note --session 3: old", ["TEXT": "3: old", "--session": ""]),
      Case("note it's --not an option", ["TEXT": "it's --not an option"]),
      Case("note --session most of it", ["TEXT": "most of it", "--session": ""]),
      Case("note \"--session\"", ["TEXT": "--session"]),
      Case("note -- --session", ["TEXT": "--session"]),
      Case("split 3 at \"but that\"", ["CLAIM": "3", "at": "at", "WORDS": "but that"]),
      Case("split at but", ["at": "at", "WORDS": "but"]),
      Case("trim 3", ["CLAIM": "3"]), Case("trim three", ["WORDS": "three"]),
      Case("trim 3 from the board", ["CLAIM": "3", "from": "from", "WORDS": "the board"]),
      Case("trim to all of it", ["to": "to", "WORDS": "all of it"]),
      Case("trim 3 \"from\" May", ["CLAIM": "3", "WORDS": "\"from\" May"]),
      Case("trim all of it", ["WORDS": "all of it"]),
      Case("split 3 at but that", ["CLAIM": "3", "at": "at", "WORDS": "but that"]),
      Case("split at China's \"thaw\" on", ["at": "at", "WORDS": "China's \"thaw\" on"]),
      Case("extend 38 all of \"it\"", ["CLAIM": "38", "WORDS": "all of \"it\""]),
      Case("add all readings", ["WORDS": "all readings"]),
      Case("evidence 5 = 1", ["CLAIMS": "5", "=": "=", "ADDRESS": "1"]),
      Case("evidence = 1", ["=": "=", "ADDRESS": "1"]),
      Case("trim --spans 1-2", ["--spans": "1-2"]),
      Case("trim --spans=1-2 4", ["CLAIM": "4", "--spans": "1-2"]),
      Case("tag 3-5 economy", ["CLAIMS": "3-5", "TAG": "economy"]),
      Case("tag economy --remove", ["TAG": "economy", "--remove": ""]),
      Case("evidence x --relation refutes", ["ADDRESS": "x", "--relation": "refutes"]),
      Case("evidence 3 --remove 1", ["CLAIMS": "3", "--remove": "1"]),
      Case("filter status=refuted", ["WHAT": "status=refuted"]),
    ])
  func matches(item: Case) throws {
    guard !item.values.isEmpty else {
      #expect(throws: UsageError.self) { try Self.invocation(item.line) }
      return
    }
    let invocation = try Self.invocation(item.line)
    var found: [String: String] = [:]
    for parameter in invocation.command.parameters {
      found[parameter.name] = invocation.optionalText(parameter.name)
    }
    for option in invocation.command.options + CommandTable.promptOptions {
      found[option.name] = invocation.option(option.name)
    }
    #expect(found == item.values.filter { $0.key != "none" })
  }

  @Test("takes as many words as there are, and leaves those that later arguments need")
  func repeated() throws {
    #expect(try Self.invocation("merge 3 4,5 7-8").texts("CLAIMS") == ["3", "4,5", "7-8"])
    #expect(try Self.invocation("export").texts("SESSION") == [])
    #expect(try Self.invocation("export 1 2").texts("SESSION") == ["1", "2"])
  }

  @Test(
    "says what is wrong with a line",
    arguments: [
      ("status", "LABEL is missing; usage: status [CLAIMS] LABEL [--again]"),
      ("note 3", "TEXT is missing; usage: note [CLAIMS] TEXT [--session]"),
      ("note 3:", "TEXT is missing; usage: note [CLAIMS] TEXT [--session]"),
      ("label 3", "ATTRIBUTE is missing; usage: label [CLAIMS] ATTRIBUTE VALUE [--again]"),
      ("label", "ATTRIBUTE is missing; usage: label [CLAIMS] ATTRIBUTE VALUE [--again]"),
      ("label stance", "VALUE is missing; usage: label [CLAIMS] ATTRIBUTE VALUE [--again]"),
      ("label 3 stance", "VALUE is missing; usage: label [CLAIMS] ATTRIBUTE VALUE [--again]"),
      ("clear 3", "ATTRIBUTE is missing; usage: clear [CLAIMS] ATTRIBUTE"),
      ("tag 3", "TAG is missing; usage: tag [CLAIMS] TAG [--remove]"),
      ("split 3", "at is missing; usage: split [CLAIM] at WORDS"),
      ("split at", "WORDS is missing; usage: split [CLAIM] at WORDS"),
      ("split 3 at", "WORDS is missing; usage: split [CLAIM] at WORDS"),
      (
        "status 3 refuted now", "'now' is one word too many; usage: status [CLAIMS] LABEL [--again]"
      ),
      ("goto", "CLAIM is missing; usage: goto CLAIM"),
      (
        "goto three",
        "'three' names no claims; write a number, a range as 3-7, a list as 3,5, '.' or 'all'"
      ),
      ("open one", "SESSION must be a whole number, but 'one' is not one"),
      ("split 3 before x", "'at' should stand where 'before' does; usage: split [CLAIM] at WORDS"),
      ("claims --all", "'claims' has no option '--all'; type 'help claims' for those it has"),
      ("trim --span 1-2", "'trim' has no option '--span'; did you mean '--spans'?"),
      ("trim --spans", "'--spans' needs a value: --spans SPANS"),
      ("tag x --remove=yes", "'--remove' is a switch and takes no value"),
      (
        "evidence x --relation proves",
        "'--relation' cannot be 'proves'; it is one of: supports, refutes, qualifies, background, discredits-source"
      ),
      (
        "show 1-2,x",
        "'1-2,x' names no claims; write a number, a range as 3-7, a list as 3,5, '.' or 'all'"
      ),
      ("show 3 4", "'4' is one word too many; usage: show [CLAIMS]"),
      ("merge", "CLAIMS… is missing; usage: merge CLAIMS… [--spans SPANS]"),
    ])
  func refuses(line: String, sentence: String) {
    let error = #expect(throws: UsageError.self) { try Self.invocation(line) }
    #expect(error?.description == sentence)
  }
}
