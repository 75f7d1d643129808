/// What the user chose once for the whole run: by option, by environment, else by default.
package struct Settings: Equatable, Sendable {
  package var storePath: String
  /// Nil for the codebook that is compiled in.
  package var codebookPath: String?
  package var annotator: String
  /// Leaves out everything that is neither asked for nor an error.
  package var isQuiet: Bool

  package init(
    storePath: String = Settings.defaultStorePath, codebookPath: String? = nil,
    annotator: String = "annotator", isQuiet: Bool = false
  ) {
    self.storePath = storePath
    self.codebookPath = codebookPath
    self.annotator = annotator
    self.isQuiet = isQuiet
  }

  package static let defaultStorePath = "Sessions/assay.sqlite"

  /// Reads `ASSAY_STORE` and `ASSAY_ANNOTATOR`; the annotator is else the login name.
  package init(environment: [String: String]) {
    func nonEmpty(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    self.init(
      storePath: nonEmpty("ASSAY_STORE") ?? Self.defaultStorePath,
      annotator: nonEmpty("ASSAY_ANNOTATOR") ?? nonEmpty("LOGNAME") ?? nonEmpty("USER")
        ?? "annotator")
  }
}
