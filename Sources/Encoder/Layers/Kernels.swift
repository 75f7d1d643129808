private import EncoderKernels

/// The inner loops of the layers, in C; no pointer leaves this file.
enum Kernels {
  /// The GELU of each value, in its tanh form.
  static func gelu(_ values: inout [Float]) {
    values.withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      kernel_gelu(first, values.count)
    }
  }

  /// What the pieces at `places` take from all pieces of a window, by heads side by side that are 32 wide.
  ///
  /// - Parameter packed: A row a piece: the queries of all heads, the keys, the values.
  /// - Returns: A row for each place.
  static func attend(_ packed: Matrix, places: [Int], heads: Int) -> Matrix {
    let width = packed.columns / 3
    precondition(packed.columns == 3 * width && width == 32 * heads)
    precondition(places.allSatisfy { (0..<packed.rows).contains($0) })
    let scale = 1 / Float(width / heads).squareRoot()
    let values = [Float](unsafeUninitializedCapacity: places.count * width) { out, count in
      count = places.count * width
      withUnsafeTemporaryAllocation(
        of: Float.self, capacity: kernel_attention_scratch(packed.rows)
      ) { scratch in
        packed.values.withUnsafeBufferPointer { packedValues in
          places.withUnsafeBufferPointer { places in
            guard let from = packedValues.baseAddress, let to = out.baseAddress,
              let scratch = scratch.baseAddress, let first = places.baseAddress
            else { return }
            first.withMemoryRebound(to: UInt.self, capacity: places.count) {
              kernel_attend(
                from, packed.rows, $0, places.count, width, heads, scale, to, scratch)
            }
          }
        }
      }
    }
    return Matrix(rows: places.count, columns: width, values: values)
  }
}

/// Weights of a byte each, in the order that the products read them.
///
/// `@unchecked Sendable`: the memory is written by `init` alone.
final class PackedWeights: @unchecked Sendable {
  private let memory: UnsafeMutableRawBufferPointer
  private let outputs: Int
  private let inputs: Int
  private let scales: [Float]

  /// The form of the product, the processor's fastest but for tests; a processor that has one has those before it.
  enum Form: Int, CaseIterable, Comparable {
    case plain, avx2, avx512

    static func < (a: Form, b: Form) -> Bool { a.rawValue < b.rawValue }

    static var best: Form {
      switch kernel_best_form() {
      case kernel_avx512_vnni: .avx512
      case kernel_avx2: .avx2
      default: .plain
      }
    }

    fileprivate var kernel: kernel_form {
      switch self {
      case .plain: kernel_plain
      case .avx2: kernel_avx2
      case .avx512: kernel_avx512_vnni
      }
    }
  }

  /// - Parameters:
  ///   - quants: `outputs` rows of `inputs` bytes; outputs come in blocks of 64, inputs in groups of 192.
  ///   - scales: What each row's bytes are multiplied by.
  init(_ quants: [Int8], outputs: Int, inputs: Int, scales: [Float]) {
    precondition(quants.count == outputs * inputs && scales.count == outputs)
    precondition(outputs % kernel_block == 0)
    precondition(inputs > 0 && inputs % kernel_group == 0)
    memory = .allocate(byteCount: max(quants.count, 64), alignment: 64)
    self.outputs = outputs
    self.inputs = inputs
    self.scales = scales
    if let packed = memory.bindMemory(to: UInt8.self).baseAddress {
      quants.withUnsafeBufferPointer { quants in
        if let first = quants.baseAddress { kernel_pack(first, outputs, inputs, packed) }
      }
    }
  }

  deinit { memory.deallocate() }

  /// `x * weightsᵀ + bias`, with `x` rounded to 16 bits a group.
  func product(_ x: Matrix, bias: [Float], form: Form = .best) -> Matrix {
    precondition(x.columns == inputs && bias.count == outputs)
    let groups = inputs / kernel_group
    var sums = [Int32](repeating: 0, count: x.rows * groups)
    var scales = [Float](repeating: 0, count: x.rows * groups)
    let values = [Float](unsafeUninitializedCapacity: x.rows * outputs) { out, count in
      count = x.rows * outputs
      withUnsafeTemporaryAllocation(
        byteCount: max(2 * x.values.count, 64), alignment: 64
      ) { quants in
        x.values.withUnsafeBufferPointer { x in
          bias.withUnsafeBufferPointer { bias in
            self.scales.withUnsafeBufferPointer { weightScales in
              multiply(
                x, quants, &scales, &sums, weightScales: weightScales, bias: bias, to: out, form)
            }
          }
        }
      }
    }
    return Matrix(rows: x.rows, columns: outputs, values: values)
  }

  private func multiply(
    _ x: UnsafeBufferPointer<Float>, _ quants: UnsafeMutableRawBufferPointer,
    _ scales: inout [Float], _ sums: inout [Int32], weightScales: UnsafeBufferPointer<Float>,
    bias: UnsafeBufferPointer<Float>, to out: UnsafeMutableBufferPointer<Float>, _ form: Form
  ) {
    let rows = x.count / inputs
    guard rows > 0, let x = x.baseAddress, let out = out.baseAddress,
      let weightScales = weightScales.baseAddress, let bias = bias.baseAddress,
      let packed = memory.bindMemory(to: UInt8.self).baseAddress,
      let quants = quants.baseAddress
    else { return }
    kernel_quantise(form.kernel, x, rows, inputs, quants, &scales, &sums)
    kernel_multiply(
      form.kernel, packed, weightScales, bias, outputs, inputs, quants, scales, sums, rows, out)
  }
}
