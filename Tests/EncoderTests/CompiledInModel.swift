@testable import Encoder

/// The model that is compiled in, widened once for all suites.
enum CompiledInModel {
  static let shared = Result { () throws(EncoderError) in try EncoderModel() }

  static let reader = Result { () throws(EncoderError) in
    try WordReader(in: WeightsFile(EmbeddedWeights.bytes))
  }

  /// Each line of a text that is not blank.
  static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { lines.append(start..<(start + line.count)) }
      start += line.count + 1
    }
    return lines
  }
}
