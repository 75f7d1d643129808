import FoundationEssentials
import Glibc
import ProcessSupport
import Testing

/// `read` and `split` on folders and many files, and on streams.
@Suite("Several articles at once", .timeLimit(.minutes(20)))
struct SeveralArticlesTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// A folder with articles in three forms, files that are none, and links out of it and back into it.
  private func makeTree() throws {
    try desk.system("mkdir", "-p", "tree/b/deep", "tree/.git", "tree/void", "outside")
    try desk.write(
      "The dam at Ostrava held, the mayor said on Monday. Nobody was hurt by the water.\n",
      to: "tree/a.txt")
    try desk.write(
      "# Second\n\nThe bridge opened on Friday, officials said. It had been shut for a year.\n",
      to: "tree/b/notes.md")
    try desk.write(
      "The third ferry was sold, the harbour's owner said. He did not name the buyer.\n",
      to: "tree/b/deep/ferry")
    try desk.write(
      "<html><body><h1>Fourth</h1><p>The library lost its roof in the storm, a clerk said.</p>"
        + "<p>It will be repaired before the winter, according to the council of the town.</p></body>",
      to: "tree/page.HTML")
    try desk.write("Hidden words that nobody asked for, he said.", to: "tree/.draft.txt")
    try desk.write("Outside words that nobody asked for, he said.", to: "outside/far.txt")
    try desk.write((0...255).map { UInt8($0) }, to: "tree/b/noise")
    try desk.write("{}", to: "tree/data.json")
    try desk.system("ln", "-s", "..", "tree/b/up")
    try desk.system("ln", "-s", "../outside", "tree/elsewhere")
    try desk.system("ln", "-s", "../outside/far.txt", "tree/far.txt")
    try desk.system("mkfifo", "tree/pipe.txt")
  }

  private static let treePaths = [
    "tree/a.txt", "tree/b/deep/ferry", "tree/b/notes.md", "tree/page.HTML",
  ]

  private func paths(_ lines: String, inArticle: Bool) throws -> [String] {
    try lines.split(separator: "\n").map { line in
      struct Reading: Decodable { let path: String }
      struct Split: Decodable { let article: Reading }
      let data = Data(line.utf8)
      return inArticle
        ? try JSONDecoder().decode(Split.self, from: data).article.path
        : try JSONDecoder().decode(Reading.self, from: data).path
    }
  }

  // MARK: - Folders

  @Test(
    "walks a folder in the order of names and counts what it passes over", arguments: [1, 2, 9])
  func walks(jobs: Int) throws {
    try makeTree()
    for verb in ["read", "split"] {
      let result = try desk.assay(verb, "tree", "--format", "jsonl", "--jobs", "\(jobs)")
      #expect(try paths(result.output, inArticle: verb == "split") == Self.treePaths)
      #expect(
        result.errors
          == "passed over: 2 hidden entries, 3 files of kinds that are not read, 3 symbolic links\n"
      )
      #expect(result.exitCode == 0)
      #expect(try desk.assay(verb, "tree", "--quiet").errors == "")
    }
  }

  @Test("takes files and folders together, in the order that they are named")
  func mixed() throws {
    try makeTree()
    let result = try desk.assay(
      "read", "tree/b/", Desk.article, "tree/elsewhere", "-", "--format", "jsonl",
      input: "Words from a pipe, she said.")
    let found = result.output.split(separator: "\n")
    #expect(
      try paths(found.prefix(4).joined(separator: "\n"), inArticle: false)
        == ["tree/b/deep/ferry", "tree/b/notes.md", Desk.article, "tree/elsewhere/far.txt"])
    #expect(found.count == 5 && found.last?.contains("Words from a pipe") == true)
    #expect(result.exitCode == 0)
  }

  @Test("says that a folder holds no articles, and what it holds")
  func nothing() throws {
    try desk.system("mkdir", "void")
    try desk.write("{}", to: "void/data.json")
    let alone = try desk.assay("split", "void")
    #expect(alone.exitCode == 66)
    #expect(
      alone.errors
        == "passed over: 1 file of a kind that is not read\n"
        + "assay: the folder 'void' holds no article; name its files to have them read whatever "
        + "they are called\n")
    let beside = try desk.assay("split", "void", Desk.article, "--engine", "fast")
    #expect(beside.exitCode == 1)
    #expect(beside.errors.hasSuffix("assay: 1 of 2 articles failed\n"))
    #expect(!beside.output.isEmpty)
  }

  /// Each run is a process of its own, for only the first pages can wait for each other.
  @Test("begins with two pages at the same moment, again and again", arguments: 0..<20)
  func twoFirstPages(run: Int) throws {
    try desk.system("mkfifo", "one.html", "two.html")
    try desk.write(
      "<html><body><h1>The weir</h1><p>The weir held, the keeper said. It was long ago that the "
        + "water rose so high in the valley.</p></body></html>", to: "page")
    let result = try desk.system(
      "sh", "-c",
      "tee one.html < page > two.html & '\(builtProgram("assay"))' read one.html two.html --jobs 2")
    #expect(result.exitCode == 0)
  }

  @Test("reads a folder at the prompt")
  func atPrompt() throws {
    try makeTree()
    let result = try desk.assay(input: "read tree --jobs 2\n")
    #expect(result.exitCode == 0)
    for path in Self.treePaths { #expect(result.output.contains(path + "\n")) }
  }

  // MARK: - Forms

  @Test("gives the same bytes however many jobs there are")
  func sameBytes() throws {
    try makeTree()
    for form in ["text", "json", "jsonl"] {
      for engine in ["fast", "encoder"] {
        let arguments = ["split", "tree", Desk.article, "--format", form, "--engine", engine]
        let results = try [1, 2, 8].map { jobs in
          try runProcess(
            builtProgram("assay"), arguments + ["--jobs", "\(jobs)"],
            environment: ["HOME": desk.folder], folder: desk.folder)
        }
        #expect(results[0] == results[1] && results[1] == results[2])
        #expect(results[0].exitCode == 0)
      }
    }
  }

  @Test("writes an array of JSON for several, and an object for a file alone")
  func json() throws {
    try makeTree()
    struct Reading: Decodable { let path: String }
    for arguments in [["tree"], ["tree", "tree/missing.txt"], ["tree/void"]] {
      let result = try runProcess(
        builtProgram("assay"), ["read", "--format", "json"] + arguments, folder: desk.folder)
      guard arguments != ["tree/void"] else {
        #expect(result.output == "" && result.exitCode == 66)
        continue
      }
      let list = try JSONDecoder().decode([Reading].self, from: Data(result.standardOutput))
      #expect(list.map(\.path) == Self.treePaths)
    }
    let none = try desk.assay("read", "no.txt", "nothing.txt", "--format", "json")
    #expect(none.output == "[]\n" && none.exitCode == 1)
    let one = try desk.assay("read", "tree/a.txt", "--format", "json")
    #expect(
      try JSONDecoder().decode(Reading.self, from: Data(one.standardOutput)).path == "tree/a.txt")
    let folderOfOne = try desk.assay("read", "tree/b/deep", "--format", "json")
    #expect(
      try JSONDecoder().decode([Reading].self, from: Data(folderOfOne.standardOutput)).count == 1)
  }

  @Test("names each article in text")
  func text() throws {
    try makeTree()
    let result = try desk.assay("split", "tree", "--engine", "fast")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.hasPrefix("tree/") }.map(String.init) == Self.treePaths)
    #expect(lines.first == "tree/a.txt")
  }

  // MARK: - Errors

  @Test("reports what cannot be read with its path, and goes on", arguments: [1, 4])
  func bad(jobs: Int) throws {
    try makeTree()
    try desk.write("", to: "tree/b/empty.txt")
    try desk.write("---\nno front matter\n---\nWords.\n", to: "tree/b/front.md")
    try desk.write((0...255).map { UInt8($0) }, to: "tree/zeros.txt")
    let result = try desk.assay(
      "read", "tree", "missing.txt", "--format", "jsonl", "--jobs", "\(jobs)")
    #expect(result.exitCode == 1)
    #expect(try paths(result.output, inArticle: false) == Self.treePaths)
    let errors = result.errors.split(separator: "\n")
    try #require(errors.count == 6)
    #expect(errors[0].hasPrefix("assay: 'tree/b/empty.txt' holds no text"))
    #expect(errors[1].hasPrefix("assay: 'tree/b/front.md': line "))
    #expect(errors[2].hasPrefix("assay: 'tree/zeros.txt' is no text but binary data"))
    #expect(errors[3].hasPrefix("assay: there is no file 'missing.txt'"))
    #expect(errors[4].hasPrefix("passed over: "))
    #expect(errors[5] == "assay: 4 of 8 articles failed")
  }

  @Test("reports a file whose name is not UTF-8")
  func strangeName() throws {
    try desk.system(
      "sh", "-c", "mkdir odd && echo 'Rain fell, he said.' > \"odd/$(printf 'caf\\351.txt')\"")
    let result = try desk.assay("read", "odd", Desk.article)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("cannot be read: its name is not UTF-8"))
  }

  // MARK: - In time

  @Test("writes each answer as soon as its turn has come")
  func streamsFiles() throws {
    try desk.system("mkfifo", "late.txt", "answers")
    // Each 'read' waits for an answer, before the next article is there.
    let result = try desk.system(
      "sh", "-c",
      """
      '\(builtProgram("assay"))' read \(Desk.article) late.txt \(Desk.article) --format jsonl \
        --jobs 2 > answers &
      exec 4< answers
      read -r first <&4 && echo one
      echo 'The late words came, she said.' > late.txt
      read -r second <&4 && echo two
      read -r third <&4 && echo three
      wait $! && echo done
      """)
    #expect(result.output == "one\ntwo\nthree\ndone\n", "\(result.errors)")
  }

  @Test("answers a lone line of a stream at once", arguments: [1, 4])
  func loneLine(jobs: Int) throws {
    try desk.system("mkfifo", "lines", "answers")
    let result = try desk.system(
      "sh", "-c",
      """
      '\(builtProgram("assay"))' split --stdin-jsonl --jobs \(jobs) < lines > answers &
      exec 3> lines 4< answers
      for id in 1 2 3; do
        echo "{\\"id\\": $id, \\"text\\": \\"Police said the road was shut.\\"}" >&3
        read -r answer <&4 && echo "$answer" | cut -c 1-8
      done
      exec 3>&-
      wait $! && echo done
      """)
    #expect(result.output == "{\"id\":1,\n{\"id\":2,\n{\"id\":3,\ndone\n", "\(result.errors)")
  }

  @Test("keeps the order and the ids of a stream", arguments: ["fast", "encoder"])
  func stream(engine: String) throws {
    var generator = SystemRandomNumberGenerator()
    let lines = (0..<80).map { number in
      if number % 17 == 5 { return "no object" }
      let count = Int.random(in: 1...20, using: &generator)
      let text = String(repeating: "The mayor said the dam would hold. ", count: count)
      return "{\"id\": \"n\(number)\", \"text\": \"\(text)\"}"
    }
    let results = try [1, 3, 8].map { jobs in
      try desk.assay(
        "split", "--stdin-jsonl", "--engine", engine, "--jobs", "\(jobs)",
        input: lines.joined(separator: "\n"))
    }
    #expect(results[0] == results[1] && results[1] == results[2])
    #expect(results[0].exitCode == 0 && results[0].errors == "")
    let answers = results[0].output.split(separator: "\n")
    try #require(answers.count == 80)
    for (number, answer) in answers.enumerated() {
      #expect(
        answer.hasPrefix(
          number % 17 == 5 ? "{\"id\":null,\"error\"" : "{\"id\":\"n\(number)\",\"schema\""))
    }
  }

  @Test("ends in peace when the reader has left", arguments: ["jsonl", "json", "text"])
  func closedPipe(form: String) throws {
    try desk.system("mkdir", "many")
    for number in 0..<200 { try desk.write(SampleArticle.text, to: "many/\(number).txt") }
    let result = try desk.system(
      "sh", "-c",
      "{ '\(builtProgram("assay"))' split many --engine fast --format \(form) --jobs 4; echo $? >&2; } "
        + "| head -n 1 | wc -l")
    #expect(result.output == "1\n")
    #expect(result.errors == "0\n")
  }

  @Test("stops at Ctrl-C after a whole answer, and tells how far it came")
  func interrupted() throws {
    try desk.system("mkfifo", "never.txt")
    let terminal = try desk.start(
      ["read", Desk.article, "never.txt", "--format", "json", "--jobs", "2"],
      environment: ["TERM": "dumb"])
    try terminal.expect("\n}")
    try terminal.send("\u{3}")
    try terminal.expect("\r\n]\r\n")
    try terminal.expect("assay: interrupted; 1 of 2 articles were done\r\n")
    #expect(try terminal.waitForExit() == .killed(signal: SIGINT))
  }

  @Test("leaves Ctrl-C ignored where it was")
  func ignoredInterrupt() throws {
    try desk.system("mkfifo", "late.txt", "answers")
    let result = try desk.system(
      "sh", "-c",
      """
      trap '' INT
      '\(builtProgram("assay"))' read \(Desk.article) late.txt --format jsonl > answers &
      exec 4< answers
      read -r first <&4
      kill -INT $!
      echo 'The late words came, she said.' > late.txt
      read -r second <&4 && wait $! && echo done
      """)
    #expect(result.output == "done\n", "\(result.errors)")
  }

  @Test("shows how far it is, at what rate, and the time left, on a terminal")
  func progress() throws {
    try desk.system("mkfifo", "late.txt", "later.txt")
    // A progress line is drawn when an article is done after the first second; that begins when the
    // pipe is opened from the other end.
    let terminal = try desk.startShell(
      "(exec 3> late.txt; sleep 1.2; cat \(Desk.article) >&3; exec 3>&-; sleep 0.3; "
        + "cat \(Desk.article) > later.txt) & "
        + "$ASSAY split late.txt later.txt --engine fast --format jsonl > found.jsonl; echo \"ended $?\""
    )
    try terminal.expect("splitting  50 %  1 of 2 articles  ")
    let rest = try terminal.expect("ended 0")
    #expect(rest.contains("/s  0:0") && rest.contains(" left"))
    #expect(try desk.read("found.jsonl").split(separator: "\n").count == 2)
  }
}
