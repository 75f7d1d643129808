import ClaimModel
package import Encoder

extension EncoderModel {
  /// Reads the paragraphs of an article that hold claims.
  ///
  /// - Parameter cancellation: Asked before each window.
  package func read<Failure>(
    _ text: Document, depth: EncoderDepth = .whole, cores: Int = 1, wordLimit: Int = 50_000,
    cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> EncodedText {
    try read(
      text.bytes, paragraphs: text.paragraphs, depth: depth, cores: cores, wordLimit: wordLimit,
      cancellation: cancellation)
  }
}

extension Document {
  /// The bytes of each paragraph, from its first sentence to its last.
  var paragraphs: [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var number: Int?
    for sentence in sentences {
      if sentence.paragraph == number, let open = paragraphs.last {
        paragraphs[paragraphs.count - 1] = open.lowerBound..<sentence.span.end
      } else {
        paragraphs.append(sentence.span.range)
        number = sentence.paragraph
      }
    }
    return paragraphs
  }
}
