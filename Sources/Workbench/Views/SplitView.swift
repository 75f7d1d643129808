import ClaimModel
import Terminal

/// The claims of an article as text: who says it, what is said, and when.
struct SplitView {
  let article: Article
  let analysis: Analysis
  let columns: Int

  init(_ article: Article, _ analysis: Analysis, columns: Int) {
    self.article = article
    self.analysis = analysis
    self.columns = max(30, min(columns, 100))
  }

  var lines: [StyledText] {
    var lines: [StyledText] = []
    if let title = article.metadata.title {
      lines += StyledText(title, Palette.heading).wrapped(to: columns)
    }
    if let published = article.metadata.published {
      lines.append(StyledText(published.description, Palette.quiet))
    }
    for claim in analysis.claims { lines += self.lines(for: claim) }
    let sources = Set(analysis.claims.compactMap { analysis.source(of: $0)?.name }).count
    lines.append("")
    lines.append(
      StyledText(
        SourceNames.summary(claims: analysis.claims.count, sources: sources), Palette.quiet))
    return lines
  }

  private func lines(for claim: Claim) -> [StyledText] {
    let number = StyledText(
      claim.id.description.leftPadded(to: 3) + "  ", Palette.number)
    let indent = StyledText("     ")
    var lines = StyledText(
      article.words(of: claim.spans).replacing("\n", with: " "), .plain
    ).wrapped(to: columns, firstIndent: number, hangingIndent: indent)
    var who = StyledText()
    for id in claim.attributions {
      guard let attribution = analysis.attribution(id) else { continue }
      if !who.isEmpty { who.append(" ‹ ", Palette.quiet) }
      who.append(attribution.source?.name ?? "nobody named", Palette.source)
      let cue = article.words(of: attribution.cue)
      if !cue.isEmpty { who.append(" · " + cue.replacing("\n", with: " "), Palette.cue) }
    }
    for id in claim.times {
      guard let time = analysis.times.first(where: { $0.id == id }), time.isResolved else {
        continue
      }
      let days = [time.from?.description ?? "…", time.to?.description ?? "…"]
      if !who.isEmpty { who.append("  ") }
      who.append(
        "\(article.words(of: [time.span])) = "
          + (days[0] == days[1] ? days[0] : days.joined(separator: "..")), Palette.quiet)
    }
    if !claim.occurrences.isEmpty {
      if !who.isEmpty { who.append("  ") }
      who.append("repeated \(claim.occurrences.count)×", Palette.quiet)
    }
    if let repeats = claim.repeats {
      if !who.isEmpty { who.append("  ") }
      who.append("says the same as \(repeats)", Palette.quiet)
    }
    if !who.isEmpty {
      lines += who.wrapped(to: columns, firstIndent: indent, hangingIndent: indent)
    }
    return lines
  }
}
