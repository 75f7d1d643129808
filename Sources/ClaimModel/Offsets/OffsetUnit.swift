/// What an offset into a text counts.
package enum OffsetUnit: String, CaseIterable, Sendable {
  /// UTF-8 bytes, as everywhere inside the program.
  case utf8
  /// Unicode code points: JSON, CSV, brat, doccano, Prodigy, W3C Web Annotation.
  case codePoint = "code-point"
  /// UTF-16 units: Label Studio, UIMA CAS, WebAnno TSV.
  case utf16
}
