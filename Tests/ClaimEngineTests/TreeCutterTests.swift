import Testing

@testable import ClaimEngine

@Suite("claims cut by a parse")
struct TreeCutterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let drawn: String
    let claims: [String]
    var grain = Grain.clause
    var testDescription: String {
      drawn.split(separator: " ").map { String($0.split(separator: "/")[0]) }.joined(separator: " ")
    }
  }

  @Test(
    "cuts at clauses",
    arguments: [
      Case(
        drawn: "Prices/2/nsubj rose/0/root and/5/cc wages/5/nsubj fell/2/conj ./2/punct",
        claims: ["Prices rose", "wages fell"]),
      Case(
        drawn: "Prices/2/nsubj rose/0/root and/4/cc fell/2/conj again/4/advmod ./2/punct",
        claims: ["Prices rose", "Prices … fell again"]),
      Case(
        drawn:
          "It/3/nsubj will/3/aux extend/0/root lines/3/obj ,/6/punct strengthen/3/conj/VB crews/6/obj and/9/cc cut/3/conj/VB fares/9/obj ./3/punct",
        claims: ["It will extend lines", "It will … strengthen crews", "It will … cut fares"]),
      Case(
        drawn:
          "Owners/3/nsubj must/3/aux prove/0/root that/6/mark crews/6/nsubj sleep/3/ccomp/VBP and/10/cc that/10/mark ships/10/nsubj float/6/conj/VBP ./3/punct",
        claims: ["Owners must prove that crews sleep", "Owners must prove … that ships float"]),
      Case(
        drawn:
          "It/2/nsubj abided/0/root/VBD by/2/obl/IN and/5/cc entered/2/conj/VBD into/7/case treaties/5/obl ./2/punct",
        claims: ["It abided by and entered into treaties"]),
      Case(
        drawn:
          "Costs/2/nsubj rose/0/root/VBD since/4/case May/2/obl ,/6/punct which/2/dep ./2/punct",
        claims: ["Costs rose since May"]),
      Case(
        drawn:
          "She/2/nsubj knows/0/root that/5/mark crews/5/nsubj sleep/2/ccomp/VBP ,/9/punct that/9/mark ships/9/nsubj float/2/ccomp/VBP ./2/punct",
        claims: ["She knows that crews sleep", "She knows … that ships float"]),
      Case(
        drawn:
          "It/2/nsubj hopes/0/root to/4/mark buy/2/xcomp ships/4/obj and/7/cc sell/4/conj docks/7/obj ./2/punct",
        claims: ["It hopes to buy ships", "It hopes to … sell docks"]),
      Case(
        drawn:
          "While/3/mark unions/3/nsubj objected/7/advcl/VBD ,/3/punct the/6/det council/7/nsubj agreed/0/root ./7/punct",
        claims: ["unions objected", "the council agreed"]),
      Case(
        drawn:
          "If/3/mark it/3/nsubj rains/8/advcl and/5/cc floods/3/conj ,/3/punct ferries/8/nsubj stop/0/root ./8/punct",
        claims: ["If it rains and floods, ferries stop"]),
      Case(
        drawn:
          "The/2/det mill/8/nsubj ,/2/punct which/5/nsubj burned/2/acl:relcl ,/2/punct was/8/cop old/0/root ./8/punct",
        claims: ["The mill … burned", "The mill … was old"]),
      Case(
        drawn:
          "The/2/det men/5/nsubj who/4/nsubj came/2/acl:relcl won/0/root/VBD and/7/cc left/5/conj/VBD ./5/punct",
        claims: ["The men who came won", "The men who came … left"]),
      Case(
        drawn:
          "Osei/7/nsubj ,/1/punct the/5/det town/5/compound mayor/1/appos ,/1/punct resigned/0/root ./7/punct",
        claims: ["Osei, the town mayor, resigned", "Osei … the town mayor"]),
      Case(
        drawn: "Osei/4/nsubj lives/0/root in/4/case Lund/2/obl ,/6/punct Sweden/4/appos ./2/punct",
        claims: ["Osei lives in Lund, Sweden"]),
      Case(
        drawn: "Pay/4/nsubj up/1/advmod or/4/cc leave/0/root ./4/punct", claims: []),
    ])
  func clauses(_ test: Case) throws { try check(test) }

  @Test(
    "cuts phrases at the fine grain",
    arguments: [
      Case(
        drawn:
          "Fire/2/nsubj swept/0/root the/4/det mill/2/obj ,/6/punct killing/2/advcl two/6/obj ./2/punct",
        claims: ["Fire swept the mill", "Fire … killing two"], grain: .fine),
      Case(
        drawn:
          "Fire/2/nsubj swept/0/root the/4/det mill/2/obj ,/6/punct killing/2/advcl two/6/obj ./2/punct",
        claims: ["Fire swept the mill, killing two"]),
      Case(
        drawn:
          "She/2/nsubj praised/0/root the/4/det crew/2/obj and/7/cc the/7/det pilots/4/conj ./2/punct",
        claims: ["She praised the crew", "She praised … the pilots"], grain: .fine),
      Case(
        drawn:
          "She/2/nsubj praised/0/root the/4/det crew/2/obj and/7/cc the/7/det pilots/4/conj ./2/punct",
        claims: ["She praised the crew and the pilots"]),
      Case(
        drawn: "It/2/nsubj opened/0/root in/4/case Lund/2/obl on/6/case Monday/2/obl ./2/punct",
        claims: ["It opened in Lund", "It opened … on Monday"], grain: .fine),
      Case(
        drawn:
          "Talks/2/nsubj ran/0/root between/4/case owners/2/obl and/6/cc crews/4/conj ./2/punct",
        claims: ["Talks ran between owners and crews"], grain: .fine),
      Case(
        drawn:
          "The/2/det report/4/nsubj was/4/cop long/0/root because/8/mark it/8/nsubj was/8/cop thorough/4/advcl ./4/punct",
        claims: ["The report was long", "it was thorough"], grain: .fine),
    ])
  func phrases(_ test: Case) throws { try check(test) }

  private func check(_ test: Case) throws {
    let found = try DrawnParse(test.drawn).claims(test.grain).map {
      $0.replacing(" ,", with: ",")
    }
    #expect(found == test.claims)
  }
}
