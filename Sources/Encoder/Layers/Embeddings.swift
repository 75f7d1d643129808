/// Turns pieces, their places and their surfaces into the first states.
struct Embeddings: Sendable {
  private let pieces: QuantisedMatrix
  private let positions: QuantisedMatrix
  private let surfaces: QuantisedMatrix
  private let norm: LayerNorm

  init(vocabulary: Int, in file: WeightsFile) throws(EncoderError) {
    let width = EncoderShape.width
    pieces = try file.quantised("pieces.weight", rows: vocabulary, columns: width)
    positions = try file.quantised("positions.weight", rows: EncoderShape.window, columns: width)
    surfaces = try file.quantised("surfaces.weight", rows: EncoderShape.surfaces, columns: width)
    norm = try LayerNorm("norm", width: width, in: file)
  }

  func callAsFunction(_ row: PieceRow) -> Matrix {
    var states = Matrix(rows: row.pieces.count, columns: EncoderShape.width)
    for place in row.pieces.indices {
      let offset = place * EncoderShape.width
      pieces.add(row: row.pieces[place], to: &states.values, at: offset)
      positions.add(row: place, to: &states.values, at: offset)
      surfaces.add(row: row.surfaces[place], to: &states.values, at: offset)
    }
    norm.apply(to: &states)
    return states
  }
}
