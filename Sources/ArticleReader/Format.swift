/// A kind of input that articles come in.
package enum Format: String, CaseIterable, Sendable {
  case plainText = "text"
}
