/// Words that a page shows as struck out.
struct StruckWords {
  /// Where they stood in `Page.text`.
  let place: Int
  let words: [UInt8]
}
