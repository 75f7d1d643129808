/// The labels of every head, by the head's name.
struct HeadLabels {
  private let labels: [String: [String]]

  init(in file: WeightsFile) throws(EncoderError) {
    var labels: [String: [String]] = [:]
    for line in String(decoding: try file.bytes("labels"), as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      labels[cells[0]] = Array(cells.dropFirst())
    }
    self.labels = labels
  }

  func of(_ head: String) throws(EncoderError) -> [String] {
    guard let found = labels[head], !found.isEmpty else { throw .missing(section: "labels") }
    return found
  }
}
