import Testing

import func Foundation.exp
import func Foundation.log
import func Foundation.tanh

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

  @Test("GELU has its tanh form")
  func gelu() {
    var values = (0..<160).map { Float($0 - 80) / 10 }
    let expected = values.map { value -> Float in
      let x = Double(value)
      return Float(x / 2 * (1 + tanh(0.797_884_560_8 * (x + 0.044_715 * x * x * x))))
    }
    Activation.gelu(&values)
    for (found, expected) in zip(values, expected) { #expect(abs(found - expected) < 2e-6) }
  }

  @Test("a softmax leaves out the padding of its rows and sums to 1")
  func softmax() {
    var values = (0..<48).map { Float($0 % 7) * 20 - 60 }
    let rows = [Array(values[0..<11]), Array(values[16..<27]), Array(values[32..<43])]
    Activation.softmax(&values, rows: 3, columns: 11, stride: 16)
    for (number, row) in rows.enumerated() {
      let powers = row.map { exp(Double($0)) }
      let sum = powers.reduce(0, +)
      for column in 0..<16 {
        let expected = column < 11 ? Float(powers[column] / sum) : 0
        #expect(abs(values[number * 16 + column] - expected) < 1e-6)
      }
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
