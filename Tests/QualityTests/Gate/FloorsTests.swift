import Testing

@Suite("Floors")
struct FloorsTests {
  /// Every floor at 50, every ceiling at 5.
  private var floors: Floors {
    get throws {
      try Floors(
        Figure.allCases.map { figure in
          figure.rawValue + (figure.isFault ? "  at most  5  5\n" : "  at least  50  50\n")
        }.joined())
    }
  }

  @Test("complains in a sentence about what fell, and about a fault that rose")
  func complaints() throws {
    let floors = try floors
    #expect(floors.complaint(.names, .encoder, 50) == nil)
    #expect(
      floors.complaint(.claimsAtHalf, .fast, 49.94)
        == "claims F1@.5 of the fast engine fell to 49.9, its floor is 50.0")
    #expect(floors.complaint(.leak, .encoder, 5) == nil)
    #expect(
      floors.complaint(.leak, .encoder, 5.3)
        == "leak of the encoder engine rose to 5.3, its ceiling is 5.0")
  }

  @Test("raises floors by what was gained, and lowers none")
  func raising() throws {
    let raised = try floors.raised { figure, engine in
      figure.isFault ? (engine == .fast ? 0 : 9) : (engine == .fast ? 62.35 : 40)
    }
    #expect(raised.values[.names] == [.fast: 61.3, .encoder: 50])
    #expect(raised.values[.leak] == [.fast: 0, .encoder: 5])
    #expect(try Floors(raised.text) == raised)
  }

  @Test(
    "names the line that cannot be read",
    arguments: [
      ("# only words\n", "floors.txt:1: 'attr F1' has no floor"),
      ("luck  at least  1  2\n", "floors.txt:1: no figure is called 'luck'"),
      ("leak  at least  1  2\n", "floors.txt:1: 'leak' needs 'at most' and two values"),
      ("\nleak  at most  1  two\n", "floors.txt:2: 'two' is no number"),
    ])
  func failure(text: String, sentence: String) {
    do throws(Floors.Failure) {
      _ = try Floors(text)
      Issue.record("the table was read")
    } catch {
      #expect(error.description == sentence)
    }
  }

  @Test("writes the kept table as it stands in the file")
  func kept() throws {
    let floors = try Floors.kept()
    #expect(try Floors(floors.text) == floors)
  }
}
