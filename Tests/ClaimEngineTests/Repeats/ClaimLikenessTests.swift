import ClaimEngine
import Testing

@Suite("Likeness of claims")
struct ClaimLikenessTests {
  private func isRepeat(_ one: String, _ other: String) -> Bool {
    ClaimLikeness.isRepeat(ClaimWords(one), ClaimWords(other))
  }

  @Test(
    "finds the same claim in other words, whichever stands first",
    arguments: [
      // The same words in another order.
      (
        "Engineers closed the bridge in Varn on Monday after finding cracks",
        "the bridge in Varn was closed by engineers after cracks were found"
      ),
      (
        "In the capital, police arrested 31 students",
        "Police arrested 31 students in the capital."
      ),
      (
        "Velmark sued Brannick over the harbour wall",
        "Brannick was sued by Velmark over the harbour wall"
      ),
      // Words of one meaning.
      (
        "The company bought three ferries in March", "Three ferries were purchased by the firm"
      ),
      ("Unemployment in Varn rose by 12 percent", "Unemployment in Varn increased 12%"),
      (
        "Seven villagers died in the valley when the dam broke",
        "7 villagers were killed in the valley"
      ),
      ("Twenty-five houses in Lorne were destroyed", "25 homes were destroyed in Lorne"),
      // More said in the one.
      (
        "The council of Varn kept its tax at 5.75 percent on Thursday",
        "the council kept its tax at 5.75 percent"
      ),
      ("Governor Viktor Hale met union leaders in Lorne", "Hale met union leaders in Lorne"),
      // Figures and dates weigh more than the words for whom everybody knows.
      (
        "The 34-year-old walked out of the long-running drama on 9 January, two days into filming a "
          + "wedding episode that has now been scrapped",
        "The actress walked off the set on 9 January, two days into filming a wedding episode that was "
          + "then scrapped"
      ),
      // Negation said otherwise.
      (
        "The mayor of Varn did not pay the builders", "The mayor of Varn failed to pay the builders"
      ),
      ("The old bridge in Varn was not safe", "The old bridge in Varn was unsafe"),
      ("The 2 percent tax on boats is not fair", "the 2 percent tax on boats is unfair"),
      // Names in full and in short.
      (
        "[Viktor Hale] has won Lorne, Varn, Brannick and Sund",
        "[Hale] won Varn, Lorne, Sund, and Brannick"
      ),
      // Dates that may be the same.
      (
        "Hale left Varn for Lorne yesterday [3 May 2024]",
        "Hale left Varn for Lorne on Friday [3 May 2024]"
      ),
    ])
  func repeats(one: String, other: String) {
    #expect(isRepeat(one, other))
    #expect(isRepeat(other, one))
    #expect(isRepeat(one, one))
  }

  @Test(
    "keeps claims apart that differ in what matters",
    arguments: [
      ("The flood killed 12 people in Lorne", "The flood killed 21 people in Lorne"),
      ("The flood killed 12 people in Lorne", "The flood killed people in Lorne"),
      ("The firm lost 3 million crowns last spring", "The firm lost 3 billion crowns last spring"),
      ("Half of the voters in Varn stayed at home", "A third of the voters in Varn stayed at home"),
      ("Seven villagers died in the flood", "Eight villagers died in the flood"),
      // Dates.
      ("The bank in Varn closed on 3 May 2023", "The bank in Varn closed on 3 May 2024"),
      ("The bank in Varn closed on 3 May", "The bank in Varn closed on 4 May"),
      ("The council met the builders on Monday", "The council met the builders on Friday"),
      ("Inflation in Velmark slowed last year", "Inflation in Velmark slows next year"),
      // Negation and opposites.
      ("The mayor of Varn paid the builders", "The mayor of Varn did not pay the builders"),
      ("The mayor of Varn paid the builders", "The mayor of Varn failed to pay the builders"),
      ("The old bridge in Varn was safe", "The old bridge in Varn was unsafe"),
      ("Prices in Varn rose by 5 percent in May", "Prices in Varn fell by 5 percent in May"),
      (
        "The court in Varn convicted the former mayor",
        "The court in Varn acquitted the former mayor"
      ),
      ("Exports of Velmark grew by 5 percent", "Imports of Velmark grew by 5 percent"),
      ("The police station lies north of the river", "The police station lies south of the river"),
      (
        "She left the party before the vote on the dam",
        "She left the party after the vote on the dam"
      ),
      // Certainty.
      ("The dam in the upper valley burst", "The dam in the upper valley may burst"),
      ("The dam in the upper valley will burst", "The dam in the upper valley could burst"),
      ("The dam in the upper valley burst", "Officials feared the dam in the upper valley burst"),
      ("The council closed the school in Lorne", "The council wanted the school in Lorne closed"),
      // Who does what, and to whom.
      (
        "Velmark sued Brannick over the harbour wall", "Brannick sued Velmark over the harbour wall"
      ),
      ("Viktor Hale met union leaders in Lorne", "Dana Hale met union leaders in Lorne"),
      ("Hale met union leaders in Lorne", "Hale met union leaders in Varn"),
      ("The factory in Lorne closed in May", "The school in Lorne closed in May"),
      ("Prices of bread in Varn rose by 5 percent", "Prices of milk in Varn rose by 5 percent"),
      (
        "The minister opened the new hospital in Varn", "The minister opened the new prison in Varn"
      ),
      // Little in common.
      ("The bridge was closed", "The bridge was closed because engineers had found cracks"),
      ("That is wrong", "This is wrong"),
      ("I [Viktor Hale] left", "So I [Viktor Hale] immediately left"),
      ("I [Viktor Hale] don't know", "I [Viktor Hale] don't know [Ada Lind]"),
      (
        "I [Viktor Hale] had 60 seconds to make my pitch",
        "In the 60 seconds, I [Viktor Hale] was interrupted"
      ),
      ("We warned the ministry in February", "We warned it in May"),
      ("", ""),
    ])
  func differs(one: String, other: String) {
    #expect(!isRepeat(one, other))
    #expect(!isRepeat(other, one))
  }
}
