import ClaimModel
import Glibc
import Testing

@testable import Interchange

@Suite("ExportFormat")
struct ExportFormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func target(_ name: String, isReplacing: Bool = false) -> OutputTarget {
    .file(path: folder.path + "/" + name, isReplacing: isReplacing)
  }

  static let documents = [
    SampleSession.document(SampleSession.opened()), SampleSession.random(seed: 3),
  ]

  @Test("has a table whose rows can be told apart and shown in help")
  func table() throws {
    let formats = ExportFormat.all
    #expect(Set(formats.map(\.name)).count == formats.count)
    for format in formats {
      #expect(try ExportFormat.named(format.name).fileExtension == format.fileExtension)
      #expect(!format.summary.isEmpty && !format.summary.contains("\n"))
    }
    #expect(formats.filter(\.isImportable).map(\.name) == ["json"])
    #expect(throws: InterchangeError.unknownFormat("xml")) { try ExportFormat.named("xml") }
  }

  @Test("writes several sessions as a table, with its package beside it")
  func csv() throws {
    let summary = try ExportFormat.named("csv")
      .export(ExportSource(Self.documents), to: target("claims.csv"))
    #expect(try folder.names == ["claims.csv", "datapackage.json"])
    #expect(summary.files == [folder.path + "/claims.csv", folder.path + "/datapackage.json"])
    #expect(summary.sessions == 2)
    let rows = try csvRows(Array(try folder.text("claims.csv").utf8))
    #expect(rows.count == summary.claims + 1)
  }

  @Test("counts cells that a spreadsheet would run, unless it protects them")
  func formulas() throws {
    var session = SampleSession.opened()
    _ = try session.append(
      [.noted(ClaimID(rawValue: 1), "=1+1"), .tagged(ClaimID(rawValue: 2), "@x")],
      at: SampleSession.moment(1))
    let source = { ExportSource([SampleSession.document(session)]) }
    let csv = try ExportFormat.named("csv")
    #expect(try csv.export(source(), to: target("a.csv")).unsafeCells == 2)
    let options = ExportOptions(isSpreadsheetSafe: true)
    #expect(try csv.export(source(), to: target("b.csv"), options: options).unsafeCells == 0)
    #expect(try folder.text("a.csv").contains(",=1+1,"))
    #expect(try folder.text("b.csv").contains(",'=1+1,"))
  }

  @Test("adds a second table to the package, but not to somebody else's")
  func packages() throws {
    let csv = try ExportFormat.named("csv")
    _ = try csv.export(ExportSource(Self.documents), to: target("a.csv"))
    _ = try csv.export(ExportSource(Self.documents), to: target("b.csv"))
    let package = try folder.text("datapackage.json")
    #expect(package.contains("\"a.csv\"") && package.contains("\"b.csv\""))
    try folder.put("datapackage.json", #"{"name": "theirs"}"#)
    let error = InterchangeError.foreignDataPackage(path: folder.path + "/datapackage.json")
    #expect(throws: error) {
      try csv.export(ExportSource(Self.documents), to: target("c.csv"))
    }
    #expect(try folder.names == ["a.csv", "b.csv", "datapackage.json"])
    #expect(try folder.text("datapackage.json") == #"{"name": "theirs"}"#)
    _ = try csv.export(ExportSource(Self.documents), to: target("c.csv", isReplacing: true))
    #expect(try folder.text("datapackage.json").contains("\"c.csv\""))
  }

  @Test(
    "writes neither the table nor its package where one is refused",
    arguments: ["a link", "a pipe", "a folder"])
  func pair(_ kind: String) throws {
    try folder.put("victim", "mine")
    let package = folder.path + "/datapackage.json"
    switch kind {
    case "a link": #expect(symlink("victim", package) == 0)
    case "a pipe": #expect(mkfifo(package, 0o600) == 0)
    default: #expect(mkdir(package, 0o700) == 0)
    }
    try folder.put("claims.csv", "old")
    let csv = try ExportFormat.named("csv")
    for name in ["claims.csv", "new.csv"] {
      #expect(throws: InterchangeError.self) {
        try csv.export(ExportSource(Self.documents), to: target(name, isReplacing: true))
      }
    }
    #expect(try folder.names == ["claims.csv", "datapackage.json", "victim"])
    #expect(try folder.text("claims.csv") == "old" && folder.text("victim") == "mine")
  }

  @Test("takes the package back where the table cannot be put into its place")
  func takenBack() throws {
    let csv = try ExportFormat.named("csv")
    _ = try csv.export(ExportSource(Self.documents), to: target("a.csv"))
    let before = try folder.text("datapackage.json")
    // Another program makes the file while it is being written.
    var rest = Self.documents[...]
    let racing = ExportSource(codebooks: [Self.documents[0].codebook]) {
      try folder.put("b.csv", "theirs")
      return rest.popFirst()
    }
    #expect(throws: InterchangeError.exists(path: folder.path + "/b.csv")) {
      try csv.export(racing, to: target("b.csv"))
    }
    #expect(try folder.names == ["a.csv", "b.csv", "datapackage.json"])
    #expect(try folder.text("datapackage.json") == before)
    #expect(try folder.text("b.csv") == "theirs")
  }

  @Test("writes one session as JSON, and refuses two")
  func json() throws {
    let json = try ExportFormat.named("json")
    let document = Self.documents[1]
    _ = try json.export(ExportSource([document]), to: target("s.json"))
    #expect(try SessionJSON.decode(Array(try folder.text("s.json").utf8)) == document)
    #expect(throws: InterchangeError.oneSessionOnly(format: "json")) {
      try json.export(ExportSource(Self.documents), to: target("two.json"))
    }
    #expect(try folder.names == ["s.json"])
  }

  @Test("writes a line for each claim of each session")
  func jsonl() throws {
    let summary = try ExportFormat.named("jsonl")
      .export(ExportSource(Self.documents), to: target("claims.jsonl"))
    let lines = try folder.text("claims.jsonl").split(separator: "\n")
    #expect(lines.count == summary.claims && summary.sessions == 2)
    for line in lines {
      let fields = try JSONField(JSONParser.parse(Array(line.utf8))).dictionary()
      #expect(try fields[0].field.string() == ClaimLines.schema)
    }
  }

  @Test("writes nothing when a session cannot be read")
  func failure() throws {
    struct Broken: Error {}
    for format in ExportFormat.all {
      #expect(throws: Broken.self) {
        try format.export(
          ExportSource(codebooks: []) { throw Broken() }, to: target("x.\(format.fileExtension)"))
      }
    }
    #expect(try folder.names.isEmpty)
  }

  @Test("writes to a device without anything beside it")
  func device() throws {
    let target = OutputTarget.file(path: "/dev/zero", isReplacing: false)
    for format in ExportFormat.all {
      let summary = try format.export(ExportSource([Self.documents[0]]), to: target)
      #expect(summary.files == ["/dev/zero"] && summary.claims == 3)
    }
  }

  @Test("gives the same bytes again", arguments: ExportFormat.all.map(\.name))
  func repeatable(name: String) throws {
    let format = try ExportFormat.named(name)
    for file in ["one", "two"] {
      _ = try format.export(ExportSource([Self.documents[1]]), to: target(file))
    }
    #expect(try folder.text("one") == folder.text("two"))
  }
}
