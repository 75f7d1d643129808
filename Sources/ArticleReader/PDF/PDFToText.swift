/// `pdftotext` of poppler-utils, which reads the words of a PDF and their places.
struct PDFToText {
  /// Folders to look in, as `PATH` has them; nil for the system's own.
  var folders = ChildProcess.searchedFolders
  let limits: Limits

  private static let name = "pdftotext"
  /// The document comes on standard input and its words go to standard output: no name that a user
  /// gave is among the arguments.
  private static let arguments = ["-bbox-layout", "-enc", "UTF-8", "-", "-"]

  /// - Returns: The layout, and whether the file was damaged.
  /// - Throws: `noProgram`, `cannotRun`, `lockedPDF`, `brokenPDF`, `slowPDF` or `wordyPDF`.
  func layout(
    of bytes: [UInt8], path: String?
  ) throws(ReaderError) -> (layout: PDFLayout, isDamaged: Bool) {
    guard let program = ChildProcess.path(of: Self.name, searching: folders) else {
      throw .noProgram(name: Self.name, package: "poppler-utils", what: "a PDF")
    }
    let process = ChildProcess(
      path: program, arguments: Self.arguments,
      limits: ChildProcess.Limits(
        seconds: limits.pdfSeconds, outputBytes: limits.pdfOutputBytes,
        memoryBytes: limits.pdfMemoryBytes))
    let run: ChildProcess.Run
    do {
      run = try process.run(on: bytes)
    } catch {
      throw .cannotRun(name: Self.name, reason: error.reason)
    }
    switch run.end {
    case .exited(0):
      return (PDFLayout(run.output), run.errors.contains("Syntax Error"))
    case .tookTooLong: throw .slowPDF(path: path, seconds: limits.pdfSeconds)
    case .wroteTooMuch: throw .wordyPDF(path: path)
    // It ends with 3 where the author forbids to copy the words.
    case .exited(3): throw .lockedPDF(path: path)
    case .exited:
      throw run.errors.contains("Incorrect password")
        ? .lockedPDF(path: path) : .brokenPDF(path: path)
    case .killed: throw .brokenPDF(path: path)
    }
  }
}
