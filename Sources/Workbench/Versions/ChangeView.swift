import ClaimModel
import Terminal

/// Old and new words side by side, what differs marked: by colour, or by `[…]` and `{…}`.
struct ChangeView {
  let rendition: Rendition
  let columns: Int

  /// Narrower than this the new words stand below the old.
  private static let leastColumns = 60

  func lines(old: String, new: String) -> [StyledText] {
    let difference = WordDifference(
      old.replacing("\n", with: " "), new.replacing("\n", with: " "))
    let before = text(difference.old, Palette.warning, marks: ("[", "]"))
    let after = text(difference.new, Palette.cue, marks: ("{", "}"))
    guard columns >= Self.leastColumns else {
      return before.wrapped(to: columns, firstIndent: "  - ", hangingIndent: "    ")
        + after.wrapped(to: columns, firstIndent: "  + ", hangingIndent: "    ")
    }
    let width = (columns - 5) / 2
    let left = [StyledText("before", Palette.quiet)] + before.wrapped(to: width)
    let right = [StyledText("now", Palette.quiet)] + after.wrapped(to: width)
    return (0..<max(left.count, right.count)).map { row in
      var line = StyledText("  ")
      line += (row < left.count ? left[row] : StyledText()).padded(to: width)
      line.append(" │ ", Palette.quiet)
      return row < right.count ? line + right[row] : line
    }
  }

  private func text(
    _ pieces: [WordDifference.Piece], _ style: Style, marks: (open: String, close: String)
  ) -> StyledText {
    var text = StyledText()
    for piece in pieces {
      if piece.isKept {
        text.append(piece.text)
      } else if rendition == .plain {
        text.append(marks.open + piece.text + marks.close)
      } else {
        text.append(piece.text, style)
      }
    }
    return text
  }
}
