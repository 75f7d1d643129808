import FoundationEssentials
import Glibc
import ProcessSupport
import Testing

/// The labelled sample in the repository is what the present program makes of it.
@Suite("Sample", .timeLimit(.minutes(20)))
struct SampleTests {
  private static let root = DocumentTests.root
  private static let python = "/usr/bin/python3"

  @Test("rebuilds the labelled sample from its session, to the byte")
  func session() throws {
    let desk = try Desk()
    try desk.system("mkdir", "Sessions")
    try desk.system("cp", Self.root + "Sessions/harbour-article.txt", "Sessions")
    let built = try desk.assay(input: Self.text("Sessions/harbour-session.assay"))
    try #require(
      built.exitCode == 0, "make the sample anew with Scripts/sample.py: \(built.errors)")
    for format in ["json", "csv"] {
      let export = try desk.assay("export", "1", "--output", "harbour.\(format)")
      #expect(export.exitCode == 0, "\(export.errors)")
      #expect(try desk.read("harbour.\(format)") == Self.text("Annotations/harbour.\(format)"))
    }
    #expect(try desk.read("datapackage.json") == Self.text("Annotations/datapackage.json"))
    #expect(
      try desk.assay("replay", "1", "--script").output
        == Self.text("Sessions/harbour-session.assay"))
  }

  @Test("makes the files of the sample anew as they are", .enabled(if: access(python, X_OK) == 0))
  func script() throws {
    let desk = try Desk()
    let made = try desk.system(
      Self.python, Self.root + "Scripts/sample.py", builtProgram("assay"), "--into", desk.folder)
    try #require(made.exitCode == 0, "\(made.errors)")
    #expect(made.errors == "", "every decision finds its claim")
    for file in [
      "Sessions/harbour-session.assay", "Annotations/harbour.json", "Annotations/harbour.csv",
      "Annotations/datapackage.json", "Docs/session.svg",
    ] {
      #expect(try desk.read(file) == Self.text(file), "\(file) differs")
    }
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: root + file)), as: UTF8.self)
  }
}
