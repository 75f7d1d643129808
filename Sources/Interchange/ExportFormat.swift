package import ClaimModel

/// A form in which sessions are handed to other tools.
///
/// A new one is a row of `all`.
package struct ExportFormat: Sendable {
  /// What it is called on the command line.
  package let name: String
  /// Without the dot.
  package let fileExtension: String
  /// One line for help.
  package let summary: String
  package let isImportable: Bool
  package let holdsSeveralSessions: Bool
  /// Whether it needs the events of a session with their hashes.
  package let holdsEvents: Bool
  private let write:
    @Sendable (ExportSource, ExportOptions, OutputFile) throws -> (
      summary: ExportSummary, companion: Companion?
    )

  /// A file that belongs beside the exported one.
  private typealias Companion = @Sendable (_ fileName: String, _ existing: [UInt8]?) -> [UInt8]?

  package static let all: [ExportFormat] = [
    ExportFormat(
      name: "csv", fileExtension: "csv",
      summary: "a table, one row a claim, with a datapackage.json beside it",
      isImportable: false, holdsSeveralSessions: true, holdsEvents: false, write: writeCSV),
    ExportFormat(
      name: "json", fileExtension: "json",
      summary: "the whole session with every event, which 'import' reads back",
      isImportable: true, holdsSeveralSessions: false, holdsEvents: true, write: writeJSON),
    ExportFormat(
      name: "jsonl", fileExtension: "jsonl",
      summary: "one self-contained claim a line, for training and for pipes",
      isImportable: false, holdsSeveralSessions: true, holdsEvents: false, write: writeJSONL),
  ]

  /// - Throws: `InterchangeError.unknownFormat`.
  package static func named(_ name: String) throws(InterchangeError) -> ExportFormat {
    guard let format = all.first(where: { $0.name == name }) else { throw .unknownFormat(name) }
    return format
  }
}

/// What an export may be asked for.
package struct ExportOptions: Sendable {
  /// Protects cells that a spreadsheet would run.
  package var isSpreadsheetSafe = false
  package var rules = OutputRules()

  package init(isSpreadsheetSafe: Bool = false, rules: OutputRules = OutputRules()) {
    self.isSpreadsheetSafe = isSpreadsheetSafe
    self.rules = rules
  }
}

/// The sessions of an export, given one by one, so that a whole store need not fit into memory.
package struct ExportSource {
  /// The codebooks of all sessions, each once.
  package let codebooks: [Codebook]
  /// The next session; nil after the last.
  package let next: () throws -> SessionDocument?

  package init(codebooks: [Codebook], next: @escaping () throws -> SessionDocument?) {
    self.codebooks = codebooks
    self.next = next
  }

  package init(_ documents: [SessionDocument]) {
    var codebooks: [Codebook] = []
    for document in documents where !codebooks.contains(document.codebook) {
      codebooks.append(document.codebook)
    }
    var rest = documents[...]
    self.init(codebooks: codebooks) { rest.popFirst() }
  }
}

/// What an export did.
package struct ExportSummary: Hashable, Sendable {
  package var sessions = 0
  package var claims = 0
  /// Claims of an earlier text that have no words in this one, which tables leave out.
  package var claimsWithoutPlace = 0
  /// Cells that a spreadsheet would run as formulas, and that were not protected.
  package var unsafeCells = 0
  /// The files that were written, the export itself first; empty for standard output.
  package var files: [String] = []
}

// MARK: - Exporting

extension ExportFormat {
  /// Writes sessions in this format, whole or not at all.
  ///
  /// - Throws: `InterchangeError`, and whatever the source throws.
  package func export(
    _ source: ExportSource, to target: OutputTarget, options: ExportOptions = ExportOptions()
  ) throws -> ExportSummary {
    let output = try OutputFile(target, rules: options.rules)
    var (summary, companion) = try write(source, options, output)
    guard case .file(let path, let isReplacing) = target else {
      try output.commit()
      return summary
    }
    summary.files.append(path)
    guard let companion, output.isRegularFile else {
      try output.commit()
      return summary
    }
    let (folder, fileName) = OutputFile.split(path)
    let companionPath = folder + DataPackage.fileName
    let existing = try OutputFile.contents(of: companionPath)
    guard
      let bytes = companion(fileName, existing) ?? (isReplacing ? companion(fileName, nil) : nil)
    else { throw InterchangeError.foreignDataPackage(path: companionPath) }
    let beside = try OutputFile(
      .file(path: companionPath, isReplacing: existing != nil), rules: options.rules)
    try beside.write(bytes)
    // The companion goes first, for it can be taken back: the old one is small and at hand. So neither
    // stands without the other.
    try beside.commit()
    do {
      try output.commit()
    } catch {
      try? OutputFile.restore(existing, at: companionPath)
      throw error
    }
    summary.files.append(companionPath)
    return summary
  }

  @Sendable private static func writeCSV(
    _ source: ExportSource, _ options: ExportOptions, _ output: OutputFile
  ) throws -> (summary: ExportSummary, companion: Companion?) {
    let table = ClaimTable(codebooks: source.codebooks)
    var csv = CSVWriter(protectsFormulas: options.isSpreadsheetSafe)
    var summary = ExportSummary()
    table.writeHeader(to: &csv)
    while let document = try source.next() {
      summary.sessions += 1
      let written = table.writeRows(of: document, to: &csv)
      summary.claims += written
      summary.claimsWithoutPlace += document.session.state.claims.count - written
      if csv.bytes.count >= OutputFile.chunk { try output.write(csv.takeBytes()) }
    }
    try output.write(csv.takeBytes())
    summary.unsafeCells = options.isSpreadsheetSafe ? 0 : csv.formulaCells
    return (
      summary,
      { fileName, existing in DataPackage(of: table, in: fileName).encode(addingTo: existing) }
    )
  }

  @Sendable private static func writeJSON(
    _ source: ExportSource, _ options: ExportOptions, _ output: OutputFile
  ) throws -> (summary: ExportSummary, companion: Companion?) {
    var summary = ExportSummary()
    while let document = try source.next() {
      guard summary.sessions == 0 else { throw InterchangeError.oneSessionOnly(format: "json") }
      summary.sessions = 1
      summary.claims = document.session.state.claims.count
      try output.write(try SessionJSON.encode(document))
    }
    return (summary, nil)
  }

  @Sendable private static func writeJSONL(
    _ source: ExportSource, _ options: ExportOptions, _ output: OutputFile
  ) throws -> (summary: ExportSummary, companion: Companion?) {
    var json = JSONWriter(.compact)
    var summary = ExportSummary()
    while let document = try source.next() {
      summary.sessions += 1
      let written = json.claimLines(of: document)
      summary.claims += written
      summary.claimsWithoutPlace += document.session.state.claims.count - written
      if json.bytes.count >= OutputFile.chunk { try output.write(json.takeBytes()) }
    }
    try output.write(json.takeBytes())
    return (summary, nil)
  }
}
