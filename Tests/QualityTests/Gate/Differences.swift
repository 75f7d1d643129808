import ClaimModel

/// What an engine gave otherwise than the annotations, sentence by sentence, for people who mend it.
///
/// A line begins with `-` for what is missing, `+` for what nobody asked for, `~` for claims that share at least half
/// of their words but not four fifths, and `!` for a wrong end, report, type, name, kind, source or value.
struct Differences {
  let row: GoldMeasurement.Row

  var text: String {
    var lines: [String] = []
    for sentence in row.article.gold.sentences {
      let words = row.article.words.words(in: [sentence])
      let here = cuts(sentence) + claims(words) + attributions(words) + times(sentence)
      if here.isEmpty { continue }
      lines.append("\(row.article.name): " + quoted([sentence]))
      lines += here.map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private func cuts(_ sentence: TextSpan) -> [String] {
    let found = row.found.sentences.filter { $0.overlaps(sentence) }
    return found == [sentence] ? [] : found.map { "! sentence: " + quoted([$0]) }
  }

  private func claims(_ sentence: Set<Int>) -> [String] {
    let gold = row.article.gold.claims.filter { $0.words.isSubset(of: sentence) }
    let required = gold.filter { !$0.isOptional }
    let found = row.found.claims.filter { !$0.words.isDisjoint(with: sentence) }
    let likeness = required.map { one in found.map { jaccard(one.words, $0.words) } }
    let pairs = Matching.greatest(likeness, from: 0.5)
    var lines: [String] = []
    for (row, claim) in required.enumerated() where !pairs.contains(where: { $0.row == row }) {
      lines.append("- claim: " + quoted(claim.words))
    }
    for (row, column) in pairs {
      let (wanted, given) = (required[row], found[column])
      if likeness[row][column] < 0.8 - 1e-9 {
        lines.append("~ claim: " + quoted(wanted.words) + "   GIVEN: " + quoted(given.words))
      }
      let report = wanted.reporting.subtracting(wanted.words)
      let isKept =
        report.isEmpty
        ? given.reporting.isEmpty : report.intersection(given.reporting).count * 2 >= report.count
      if !isKept {
        lines.append(
          "! report: [\(quoted(report))] given [\(quoted(given.reporting))]: "
            + quoted(wanted.words))
      }
      if Set(wanted.types).isDisjoint(with: given.types) {
        lines.append(
          "! type: \(list(wanted.types.map(\.rawValue))) given \(list(given.types.map(\.rawValue))): "
            + quoted(wanted.words))
      }
    }
    for (column, claim) in found.enumerated()
    where !pairs.contains(where: { $0.column == column })
      && !gold.contains(where: { $0.isOptional && jaccard($0.words, claim.words) >= 0.5 })
    {
      lines.append("+ claim: " + quoted(claim.words))
    }
    return lines
  }

  private func attributions(_ sentence: Set<Int>) -> [String] {
    let gold = row.article.gold.attributions.filter { $0.startsIn(sentence) }
    let required = gold.filter { !$0.isOptional }
    let found = row.found.attributions.filter { $0.startsIn(sentence) }
    let pairs = Matching.greedy(
      required.map { one in found.map { jaccard(one.content, $0.content) } }, from: 0.5)
    var lines: [String] = []
    for (row, one) in required.enumerated() where !pairs.contains(where: { $0.row == row }) {
      lines.append("- " + drawn(one))
    }
    for (row, column) in pairs {
      let (wanted, given) = (required[row], found[column])
      if wanted.source != given.source, jaccard(wanted.source, given.source) < 0.5 {
        lines.append("! source: \(quoted(wanted.source)) given \(quoted(given.source))")
      }
      guard let name = given.names.first else { continue }
      if !wanted.names.contains(name) {
        lines.append("! name: \(list(wanted.names)) given \(name)")
      }
      if Set(wanted.kinds).isDisjoint(with: given.kinds) {
        lines.append(
          "! kind of \(name): \(list(wanted.kinds.map(\.rawValue))) given "
            + list(given.kinds.map(\.rawValue)))
      }
    }
    for (column, one) in found.enumerated()
    where !pairs.contains(where: { $0.column == column })
      && !gold.contains(where: { $0.isOptional && jaccard($0.content, one.content) >= 0.5 })
    {
      lines.append("+ " + drawn(one))
    }
    return lines
  }

  private func times(_ sentence: TextSpan) -> [String] {
    let gold = row.article.gold.times.filter { sentence.contains($0.span) }
    let found = row.found.times.filter { sentence.contains($0.span) }
    var lines: [String] = []
    for time in gold where !time.isOptional {
      let given = found.filter { $0.span.overlaps(time.span) }
      if !given.contains(where: { !Set($0.values).isDisjoint(with: time.values) }) {
        lines.append(
          "! time: " + quoted([time.span]) + " is \(list(time.values.map(\.written))) given "
            + (given.isEmpty ? "nothing" : list(given.flatMap(\.values).map(\.written))))
      }
    }
    for time in found where !gold.contains(where: { $0.span.overlaps(time.span) }) {
      lines.append("+ time: " + quoted([time.span]) + " " + list(time.values.map(\.written)))
    }
    return lines
  }

  // MARK: Words

  private func drawn(_ attribution: Findings.Attribution) -> String {
    "attribution: [\(quoted(attribution.source))] [\(quoted(attribution.cue))] \(quoted(attribution.content))"
  }

  private func list(_ parts: [String]) -> String { parts.joined(separator: " / ") }

  private func quoted(_ words: Set<Int>) -> String {
    var runs: [TextSpan] = []
    var last: Int?
    for word in words.sorted() {
      let span = row.article.words.spans[word]
      if let before = last, before == word - 1, let run = runs.last {
        runs[runs.count - 1] = TextSpan(run.start, span.end)
      } else {
        runs.append(span)
      }
      last = word
    }
    return quoted(runs)
  }

  private func quoted(_ spans: [TextSpan]) -> String {
    row.article.article.words(of: spans).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension Findings.Attribution {
  fileprivate func startsIn(_ sentence: Set<Int>) -> Bool {
    content.min().map(sentence.contains) ?? false
  }
}

extension Findings.Days {
  fileprivate var written: String {
    from == to
      ? "\(from?.description ?? "open")" : "\(from?.description ?? "")..\(to?.description ?? "")"
  }
}
