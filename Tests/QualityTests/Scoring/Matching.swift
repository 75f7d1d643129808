/// How alike two sets of words are: what they share of all that they hold.
func jaccard(_ left: Set<Int>, _ right: Set<Int>) -> Double {
  let shared = left.intersection(right).count
  let all = left.count + right.count - shared
  return all == 0 ? 0 : Double(shared) / Double(all)
}

/// Pairs of rows and columns of a table of likenesses, each used once at most.
enum Matching {
  typealias Pair = (row: Int, column: Int)

  /// Takes the likest pair at or over a threshold, then the next, as PolNeAR's scorers do.
  static func greedy(_ likeness: [[Double]], from threshold: Double) -> [Pair] {
    let candidates = likeness.indices.flatMap { row in
      likeness[row].indices.map { (row: row, column: $0, value: likeness[row][$0]) }
    }.filter { $0.value >= threshold - 1e-9 }
    var rows: Set<Int> = []
    var columns: Set<Int> = []
    var pairs: [Pair] = []
    for candidate in candidates.sorted(by: {
      (-$0.value, $0.row, $0.column) < (-$1.value, $1.row, $1.column)
    }) where !rows.contains(candidate.row) && !columns.contains(candidate.column) {
      rows.insert(candidate.row)
      columns.insert(candidate.column)
      pairs.append((candidate.row, candidate.column))
    }
    return pairs
  }

  /// As many pairs at or over a threshold as can be; rows try their likest columns first.
  static func greatest(_ likeness: [[Double]], from threshold: Double) -> [Pair] {
    var owner: [Int: Int] = [:]
    func place(_ row: Int, _ tried: inout Set<Int>) -> Bool {
      let columns = likeness[row].indices
        .filter { likeness[row][$0] >= threshold - 1e-9 }
        .sorted { (-likeness[row][$0], $0) < (-likeness[row][$1], $1) }
      for column in columns where tried.insert(column).inserted {
        guard let other = owner[column] else {
          owner[column] = row
          return true
        }
        if place(other, &tried) {
          owner[column] = row
          return true
        }
      }
      return false
    }
    for row in likeness.indices {
      var tried: Set<Int> = []
      _ = place(row, &tried)
    }
    return owner.map { ($0.value, $0.key) }.sorted { $0.0 < $1.0 }
  }

  /// The greatest total likeness that one-to-one pairs can have, by the Hungarian method.
  static func greatestTotal(_ likeness: [[Double]]) -> Double {
    guard let width = likeness.first?.count, width > 0 else { return 0 }
    var table = likeness
    if likeness.count > width {
      table = (0..<width).map { column in likeness.map { $0[column] } }
    }
    let rows = table.count
    let columns = table[0].count
    var rowPotential = Array(repeating: 0.0, count: rows + 1)
    var columnPotential = Array(repeating: 0.0, count: columns + 1)
    // The row that holds each column, from 1; 0 where none does.
    var holder = Array(repeating: 0, count: columns + 1)
    for row in 1...rows {
      holder[0] = row
      var column = 0
      var slack = Array(repeating: Double.infinity, count: columns + 1)
      var before = Array(repeating: 0, count: columns + 1)
      var isUsed = Array(repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = holder[column]
        var step = Double.infinity
        var next = 0
        for other in 1...columns where !isUsed[other] {
          let cost =
            -table[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
          if cost < slack[other] {
            slack[other] = cost
            before[other] = column
          }
          if slack[other] < step {
            step = slack[other]
            next = other
          }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[holder[other]] += step
            columnPotential[other] -= step
          } else {
            slack[other] -= step
          }
        }
        column = next
      } while holder[column] != 0
      while column != 0 {
        holder[column] = holder[before[column]]
        column = before[column]
      }
    }
    return (1...columns).filter { holder[$0] != 0 }
      .reduce(0) { $0 + table[holder[$1] - 1][$1 - 1] }
  }
}
