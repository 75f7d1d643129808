import Testing

import func Foundation.exp
import func Foundation.log

@testable import Encoder

@Suite("exponentials over many floats")
struct ActivationTests {
  @Test("e^x is right to a millionth")
  func exponential() {
    for step in -8600...8700 {
      let x = Float(step) / 100
      let found = Activation.exp(SIMD8(repeating: x))[3]
      let expected = Float(exp(Double(x)))
      #expect(abs(found - expected) <= 1e-6 * expected, "e^\(x)")
    }
  }

  @Test("e^x stays finite outside its range")
  func outside() {
    #expect(Activation.exp(SIMD8(repeating: -1e30))[0] < 1e-37)
    #expect(Activation.exp(SIMD8(repeating: 1e30))[0].isFinite)
  }

  @Test("the logarithm is right to a millionth")
  func logarithm() {
    for x in [1e-6, 0.3, 1, 1.4, 1.5, 2, 3, 52.7, 1e6] as [Float] {
      #expect(abs(Activation.logarithm(x) - Float(log(Double(x)))) < 1e-6 * max(1, abs(x)))
    }
  }

  @Test("log-probabilities of a row are those of its softmax")
  func logSoftmax() {
    var scores = Matrix(rows: 2, columns: 3, values: [1, 2, 3, -50, 0, 50])
    Activation.logSoftmax(&scores)
    #expect(abs(scores.values[0] - -2.407_606) < 1e-5)
    #expect(abs(scores.values[2] - -0.407_606) < 1e-5)
    #expect(abs(scores.values[3] - -100) < 1e-4)
    #expect(abs(scores.values[5]) < 1e-6)
  }
}
