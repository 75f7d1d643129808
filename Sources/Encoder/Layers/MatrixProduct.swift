private import COpenBLAS

/// Matrix products by OpenBLAS, each on the thread that asks for it.
enum MatrixProduct {
  /// Where a matrix lies in an array: its first element, and the elements from one row to the next.
  struct View {
    var offset = 0
    var stride: Int
  }

  /// Keeps OpenBLAS to the calling thread; windows, not products, are what runs side by side.
  static func useCallingThread() { openblas_set_num_threads(1) }

  /// `out = scale * a * b` with `a` rows x inner and `b` inner x columns, or columns x inner when `transposed`.
  static func multiply(
    _ a: [Float], _ aView: View, _ b: [Float], _ bView: View, transposed: Bool,
    rows: Int, columns: Int, inner: Int, scale: Float = 1, adding: Bool = false,
    into out: inout [Float], _ outView: View
  ) {
    guard rows > 0, columns > 0, inner > 0 else { return }
    precondition(aView.offset + (rows - 1) * aView.stride + inner <= a.count)
    let (bRows, bColumns) = transposed ? (columns, inner) : (inner, columns)
    precondition(bView.offset + (bRows - 1) * bView.stride + bColumns <= b.count)
    precondition(outView.offset + (rows - 1) * outView.stride + columns <= out.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        out.withUnsafeMutableBufferPointer { out in
          guard let a = a.baseAddress, let b = b.baseAddress, let out = out.baseAddress else {
            return
          }
          cblas_sgemm(
            CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans,
            blasint(rows), blasint(columns), blasint(inner), scale,
            a + aView.offset, blasint(aView.stride), b + bView.offset, blasint(bView.stride),
            adding ? 1 : 0, out + outView.offset, blasint(outView.stride))
        }
      }
    }
  }
}
