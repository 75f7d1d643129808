import ArticleReader
import ClaimModel
import TestSupport

/// News items of about 700 words that differ in their names and numbers and are alike in their grammar.
struct NewsArticle {
  let text: String

  /// - Parameter number: Article 0 is always the same; any other is made of the number alone.
  init(_ number: Int) {
    var generator = SeededGenerator(seed: UInt64(number))
    let people = (0..<4).map { _ in Self.name(Self.givenNames, Self.familyNames, &generator) }
    let town = Self.towns[Int(generator.next() % UInt64(Self.towns.count))]
    var text = ""
    var slot: [UInt8] = []
    var isSlot = false
    for byte in Self.pattern.utf8 {
      switch byte {
      case UInt8(ascii: "{"): isSlot = true
      case UInt8(ascii: "}"):
        isSlot = false
        switch slot.first {
        case UInt8(ascii: "p"): text += people[Int(slot[1] - UInt8(ascii: "0"))]
        case UInt8(ascii: "s"):
          text += people[Int(slot[1] - UInt8(ascii: "0"))].split(separator: " ")[1]
        case UInt8(ascii: "t"): text += town
        default: text += String(2 + generator.next() % 900)
        }
        slot = []
      case _ where isSlot: slot.append(byte)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    self.text = text
  }

  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  func read() throws -> Article {
    try ArticleReader().read(Array(text.utf8), path: nil, format: .plainText).article
  }

  private static func name(
    _ given: [String], _ family: [String], _ generator: inout SeededGenerator
  ) -> String {
    given[Int(generator.next() % UInt64(given.count))] + " "
      + family[Int(generator.next() % UInt64(family.count))]
  }

  private static let givenNames = [
    "Ana", "Bertil", "Clara", "David", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin",
    "Leo", "Maren", "Nils", "Olga", "Pavel",
  ]
  private static let familyNames = [
    "Abrams", "Bergstrand", "Corvino", "Dahlquist", "Ekholm", "Fontaine", "Grieg", "Halloran",
    "Ibarra", "Juhl", "Kessler", "Lindqvist", "Moretti", "Nakamura", "Okonjo", "Petrov",
  ]
  private static let towns = [
    "Norhaven", "Eastmere", "Calder Bay", "Sundholm", "Port Ellery", "Varnes", "Lowbridge",
  ]
}

extension NewsArticle {
  /// `{p0}` is a person's full name, `{s0}` the family name, `{t}` the town, `{n}` a number.
  private static let pattern = """
    {t} council backs flood wall after night of argument

    14 May 2019

    The council of {t} voted on Tuesday to build a flood wall along the lower river, ending a \
    dispute that had divided the town for {n} months. The wall will cost {n} million crowns and \
    protect about {n} houses, according to the council's engineers.

    Mayor {p0} said the vote was the most important of her term. "We have waited too long, and the \
    river has not waited for us," {s0} told reporters after the meeting. She added that work would \
    begin in September and that the first {n} metres would stand before the winter.

    Opponents, who had gathered outside the town hall, called the plan a mistake. {p1}, who leads \
    the residents' association, said the council had ignored a cheaper proposal and had never \
    published the figures on which its own was based. "They showed us a drawing and a sum," {s1} \
    said. "They did not show us how they got from one to the other."

    The mayor denied that any figures had been held back. All of the reports had been on the town's \
    website since March, she said, and {n} people had downloaded them.

    The lower town was flooded in 2011 and again in 2016, when the water stood {n} centimetres deep \
    in the market hall and two bridges were closed for a week. A study by the regional university \
    found last year that such a flood was now likely every {n} years instead of once in a century. \
    The study warned that repairing the old embankment would only delay the damage.

    {p2}, a hydrologist who took part in the study, said the council's wall was sound but too \
    short. It would turn the water away from the market, he explained, but send more of it towards \
    the allotments on the northern bank. "If you build half a wall, you choose who gets wet," \
    {s2} said.

    The council's chief engineer, {p3}, rejected that view. She said her office had run {n} \
    simulations and that none of them had shown more than {n} centimetres of extra water on the \
    northern bank. The allotments lie higher than the houses, {s3} noted, and nobody lives there.

    The allotment holders were not convinced. Their chairman claimed that the office had used \
    measurements from a dry year and demanded an independent review. He also accused the mayor of \
    having promised the builders an early start, a charge that a spokesman for the town called \
    absurd.

    The regional government will pay {n} percent of the cost, and the town will borrow the rest. \
    Interest rates have fallen since the plan was drawn up, so the loan is now expected to cost \
    {n},000 crowns a year less than the council had feared. The opposition nevertheless believes \
    that taxes will rise. Its leader in the council predicted an increase of {n} crowns for every \
    household by 2022.

    {s0} said that taxes would not rise because of the wall, although she did not rule out an \
    increase for other reasons. The school roof has to be replaced next year, she said, and the \
    price of heating has doubled since January.

    Shopkeepers in the market welcomed the decision. {n} of them had signed a letter in April that \
    asked the council to act before the autumn storms, and several said that their insurers had \
    threatened to cancel their policies. One baker recalled that she had lost two ovens in 2016 and \
    that the insurance had paid for neither.

    Environmental groups were divided. The bird society, which had feared for the reed beds below \
    the mill, said it was satisfied with the {n} hectares that the town had offered in exchange. A \
    smaller group, River Watch, argued that no wall should be built at all and that the meadows \
    upstream should be flooded on purpose instead. The ministry examined that idea two years ago \
    but concluded that the meadows could hold only {n} percent of the water.

    The residents' association has {n} days to appeal. {s1} said it would decide on Friday whether \
    to go to court. A court case could delay the wall by a year, the town's lawyers estimate, and \
    the regional money must be spent before the end of 2020.
    """
}
