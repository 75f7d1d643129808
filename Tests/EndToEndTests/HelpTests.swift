import ProcessSupport
import Testing

/// Help in all its forms, from the real program.
@Suite("Help", .timeLimit(.minutes(20)))
struct HelpTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func has(_ program: String) throws -> Bool {
    try desk.system("sh", "-c", "command -v \(program)").exitCode == 0
  }

  @Test("prints completions that the shells parse", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try desk.assay("completions", shell)
    #expect(script.exitCode == 0 && script.errors == "")
    for verb in ["read", "split", "replay", "export"] {
      #expect(script.output.contains(verb))
    }
    for option in ["stdin-jsonl", "spreadsheet-safe", "annotator"] {
      #expect(script.output.contains(option))
    }
    guard try has(shell) else { return }
    try desk.write(script.output, to: "completions")
    let parsed = try desk.system(shell, shell == "fish" ? "--no-execute" : "-n", "completions")
    #expect(parsed.exitCode == 0, "\(parsed.errors)")
  }

  @Test(
    "completes in bash",
    arguments: [
      ("assay repl", "replay"), ("assay split --gr", "--grain"), ("assay help exp", "export"),
      ("assay --no", "--no-color"), ("assay completions z", "zsh"),
    ])
  func bash(line: String, completed: String) throws {
    let script = try desk.assay("completions", "bash").output
    let words = line.split(separator: " ")
    let asked = try desk.system(
      "bash", "-c",
      script + """
        COMP_WORDS=(\(line)) COMP_CWORD=\(words.count - 1)
        _assay
        printf '%s\\n' "${COMPREPLY[@]}"
        """)
    #expect(asked.output.split(whereSeparator: \.isNewline).map(String.init) == [completed])
  }

  @Test("prints a manual page that man renders")
  func manual() throws {
    let page = try desk.assay("help", "--man")
    #expect(page.exitCode == 0 && page.errors == "")
    let lines = page.output.split(separator: "\n", omittingEmptySubsequences: false)
    let sections = lines.filter { $0.hasPrefix(".SH ") }.map { $0.dropFirst(4) }
    #expect(sections.prefix(3) == ["NAME", "SYNOPSIS", "DESCRIPTION"])
    #expect(sections.contains("EXIT STATUS") && sections.contains("ENVIRONMENT"))
    let requests: Set<Substring> = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
    guard try has("groff") else { return }
    try desk.write(page.output, to: "assay.1")
    let rendered = try desk.system("groff", "-man", "-Tutf8", "-ww", "assay.1")
    #expect(rendered.exitCode == 0)
    #expect(rendered.errors == "")
    // Bold letters may be struck over, or stand in sequences; hyphens may be minus signs.
    let plain = withoutKnownSequences(rendered.output).replacing(/.\u{8}/, with: "")
      .replacing("−", with: "-").replacing("‐", with: "-")
    for text in ["replay", "--spreadsheet-safe", "a check found a difference", "ASSAY_STORE"] {
      #expect(plain.contains(text))
    }
  }

  @Test("explains itself, and each verb, wherever it is asked")
  func help() throws {
    let overview = try desk.assay("--help")
    #expect(overview.exitCode == 0 && overview.errors == "")
    #expect(overview.output.contains("assay [ARTICLE]"))
    #expect(try desk.assay("help").output == overview.output)
    let split = try desk.assay("help", "split").output
    #expect(try desk.assay("split", "--help").output == split)
    #expect(split.contains("split [ARTICLE…]") && split.contains("split [CLAIM] at WORDS"))
    let atPrompt = try desk.assay(input: "help split\nsplit --help\n")
    #expect(atPrompt.output.hasPrefix(split))
  }
}
