import TestSupport
import Testing

import func Foundation.exp
import func Foundation.tanh

@testable import Encoder

@Suite("the inner loops in C")
struct KernelTests {
  private func floats(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -4...4, using: &generator) }
  }

  // MARK: - Products

  @Test(
    "a product is that of floats to the rounding of its rows, for any number of rows",
    arguments: [0, 1, 2, 3, 4, 7, 32], [(64, 192), (192, 384), (384, 1536)])
  func product(rows: Int, shape: (outputs: Int, inputs: Int)) throws {
    var generator = SeededGenerator(seed: UInt64(rows + shape.inputs))
    let (outputs, inputs) = shape
    let quants = (0..<(outputs * inputs)).map { _ in Int8.random(in: -127...127, using: &generator)
    }
    let scales = (0..<outputs).map { _ in Float.random(in: 0.0001...0.001, using: &generator) }
    let bias = floats(outputs, &generator)
    var x = Matrix(rows: rows, columns: inputs, values: floats(rows * inputs, &generator))
    if rows > 1 { for column in 0..<inputs { x.values[inputs + column] = 0 } }
    let weights = PackedWeights(quants, outputs: outputs, inputs: inputs, scales: scales)
    let found = weights.product(x, bias: bias)
    #expect(found.rows == rows && found.columns == outputs)
    for row in 0..<rows {
      for output in 0..<outputs {
        var sum = Double(bias[output])
        for input in 0..<inputs {
          sum +=
            Double(x.values[row * inputs + input]) * Double(quants[output * inputs + input])
            * Double(scales[output])
        }
        let value = Double(found.values[row * outputs + output])
        // Half a step of 4 / 32639, times a weight of at most 0.127, for each input at the very most.
        #expect(abs(value - sum) < 1e-5 * Double(inputs) / 2 + 1e-5)
      }
    }
  }

  @Test("every form of the product gives the same bits")
  func forms() throws {
    var generator = SeededGenerator(seed: 7)
    let quants = (0..<(128 * 384)).map { _ in Int8.random(in: -128...127, using: &generator) }
    let weights = PackedWeights(
      quants, outputs: 128, inputs: 384, scales: floats(128, &generator))
    let x = Matrix(rows: 11, columns: 384, values: floats(11 * 384, &generator))
    let bias = floats(128, &generator)
    let plain = weights.product(x, bias: bias, form: .plain).values
    let forms = PackedWeights.Form.allCases.filter { $0 <= .best }
    for form in forms { #expect(weights.product(x, bias: bias, form: form).values == plain) }
  }

  @Test("sums stay whole at the ends of the range")
  func extremes() throws {
    for sign in [1, -1] as [Float] {
      let weights = PackedWeights(
        [Int8](repeating: -128, count: 64 * 1536), outputs: 64, inputs: 1536,
        scales: [Float](repeating: 1, count: 64))
      let x = Matrix(rows: 1, columns: 1536, values: [Float](repeating: sign, count: 1536))
      for form in PackedWeights.Form.allCases where form <= .best {
        let found = weights.product(x, bias: [Float](repeating: 0, count: 64), form: form)
        #expect(found.values.allSatisfy { abs($0 + sign * 128 * 1536) < 1 })
      }
    }
  }

  // MARK: - Floats

  @Test("GELU has its tanh form")
  func gelu() {
    var values = (0..<163).map { Float($0 - 80) / 10 }
    let expected = values.map { value -> Float in
      let x = Double(value)
      return Float(x / 2 * (1 + tanh(0.797_884_560_8 * (x + 0.044_715 * x * x * x))))
    }
    Kernels.gelu(&values)
    for (found, expected) in zip(values, expected) { #expect(abs(found - expected) < 2e-6) }
  }

  @Test("attention is the mean of the values, weighed by softmax", arguments: [1, 5, 32, 33, 100])
  func attention(rows: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    let packed = Matrix(rows: rows, columns: 192, values: floats(rows * 192, &generator))
    let places = (0..<rows).filter { $0 % 3 != 1 }
    let found = Kernels.attend(packed, places: places, heads: 2)
    #expect(found.rows == places.count && found.columns == 64)
    func value(_ row: Int, _ column: Int) -> Double { Double(packed.values[row * 192 + column]) }
    for (row, place) in places.enumerated() {
      for head in 0..<2 {
        let powers = (0..<rows).map { other in
          exp(
            (0..<32).reduce(0.0) {
              $0 + value(place, 32 * head + $1) * value(other, 64 + 32 * head + $1)
            } / 32.squareRoot())
        }
        let sum = powers.reduce(0, +)
        for column in 0..<32 {
          let mean = (0..<rows).reduce(0.0) {
            $0 + powers[$1] / sum * value($1, 128 + 32 * head + column)
          }
          #expect(abs(Double(found.values[row * 64 + 32 * head + column]) - mean) < 1e-4)
        }
      }
    }
  }

  @Test("a layer gives chosen pieces the states that it gives all")
  func places() throws {
    let layer = try TransformerLayer(number: 5, in: WeightsFile(EmbeddedWeights.bytes))
    var generator = SeededGenerator(seed: 3)
    let x = Matrix(rows: 21, columns: 384, values: floats(21 * 384, &generator))
    let all = layer(x)
    #expect(layer(x, at: [0, 4, 20]).values == all.gathered([0, 4, 20]).values)
    #expect(layer(x, at: []).values.isEmpty)
  }
}
