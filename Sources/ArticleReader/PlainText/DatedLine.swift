/// A line that only says when the article appeared, perhaps with a place or a publisher.
struct DatedLine {
  let dates: WrittenDates

  /// Reads a line; nil where it says more than a date.
  init?(_ bytes: ArraySlice<UInt8>, _ passage: Passage) {
    guard bytes.count <= 120, passage.words <= 14, !bytes.contains(0x0A),
      bytes.contains(where: \.isASCIIDigit)
    else { return nil }
    let dates = WrittenDates(bytes)
    guard !dates.matches.isEmpty else { return nil }
    // A place, or a publisher of two words; a small letter would be prose.
    guard dates.otherWords.count <= 2,
      dates.otherWords.allSatisfy({ !bytes[$0.lowerBound].isASCIILowercase }),
      dates.otherWords.isEmpty || passage.words <= 8 && passage.end != .question
    else { return nil }
    if dates.matches.allSatisfy({ $0.date == nil && !$0.isAmbiguous }), !dates.otherWords.isEmpty {
      return nil
    }
    self.dates = dates
  }
}
