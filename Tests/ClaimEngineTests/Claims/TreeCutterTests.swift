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
        drawn:
          "Design/6/nsubj/NN and/3/cc making/1/conj/NN of/5/case ships/1/nmod/NNS cost/0/root/VBD money/6/obj ./6/punct",
        claims: ["making of ships cost money", "Design … of ships cost money"], grain: .fine),
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

  @Test(
    "gives a description or relative clause to the noun that it tells of",
    arguments: [
      Case(
        drawn:
          "One/9/nsubj of/4/case the/4/det neighbours/1/nmod ,/1/punct Ana/1/appos/NNP Osei/6/flat/NNP ,/1/punct left/0/root/VBD early/9/advmod ./9/punct",
        claims: ["One of the neighbours, Ana Osei, left early", "One of the neighbours … Ana Osei"]),
      Case(
        drawn:
          "The/2/det company/6/nsubj ,/2/punct Acme/2/appos/NNP ,/2/punct grew/0/root/VBD fast/6/advmod ./6/punct",
        claims: ["The company, Acme, grew fast"]),
      Case(
        drawn:
          "Mills/8/nsubj/NNP &/3/cc Sons/1/conj/NNP Co./1/appos/NNP ,/4/punct a/7/det maker/4/appos/NN closed/0/root/VBD early/8/advmod ./8/punct",
        claims: ["Mills & Sons Co., a maker closed early", "Mills & Sons Co. … a maker"]),
      Case(
        drawn:
          "Osei/8/nsubj/NNP ,/1/punct the/4/det mayor/1/appos/NN and/6/cc chair/4/conj/NN ,/1/punct resigned/0/root/VBD ./8/punct",
        claims: [
          "Osei, the mayor and chair, resigned", "Osei … the mayor", "Osei … the … chair",
        ]),
      Case(
        drawn:
          "Osei/14/nsubj/NNP ,/1/punct head/1/appos/NN of/6/case Line/6/compound/NNP Mills/3/nmod/NNP ,/1/punct a/10/det rope/10/compound/NN company/1/appos/NN ,/1/punct has/14/aux/VBZ now/14/advmod resigned/0/root/VBN ./14/punct",
        claims: [
          "Osei, head of Line Mills, a rope company, has now resigned", "Osei … head of Line Mills",
          "Line Mills … a rope company",
        ]),
      Case(
        drawn:
          "She/2/nsubj doubts/0/root/VBZ the/4/det health/2/obj/NN of/7/case Ana/7/compound/NNP Osei/4/nmod/NNP ,/4/punct who/11/nsubj is/11/cop/VBZ seventy/4/acl:relcl/CD ./2/punct",
        claims: ["She doubts the health of Ana Osei", "Ana Osei … is seventy"]),
      Case(
        drawn:
          "Osei/3/nsubj/NNP still/3/advmod leads/0/root/VBZ the/5/det mill/3/obj/NN ,/5/punct where/9/advmod he/9/nsubj worked/5/acl:relcl/VBD ./3/punct",
        claims: ["Osei still leads the mill, where he worked"]),
      Case(
        drawn:
          "The/2/det pact/8/nsubj ,/2/punct which/6/obj nations/6/nsubj signed/2/acl:relcl/VBD ,/2/punct holds/0/root/VBZ today/8/obl ./8/punct",
        claims: ["The pact, which nations signed, holds today"]),
      Case(
        drawn:
          "Hale/8/nsubj/NNP ,/1/punct whose/5/nmod:poss term/5/nsubj/NN ends/1/acl:relcl/VBZ soon/5/advmod ,/1/punct left/0/root/VBD early/8/advmod ./8/punct",
        claims: ["Hale … term ends soon", "Hale … left early"]),
      Case(
        drawn:
          "They/2/nsubj set/0/root/VBD up/2/compound:prt an/5/det inquiry/2/obj/NN ,/9/punct which/9/nsubj will/9/aux/MD report/2/parataxis/VB soon/9/advmod ./2/punct",
        claims: ["They set up an inquiry", "an inquiry … will report soon"]),
      Case(
        drawn:
          "He/2/nsubj runs/0/root/VBZ a/4/det show/2/obj/NN ,/4/punct which/7/nsubj makes/4/acl:relcl/VBZ him/7/obj seem/7/xcomp/VB kind/9/xcomp/JJ ./2/punct",
        claims: ["He runs a show, which makes him seem kind"]),
    ])
  func antecedents(_ test: Case) throws { try check(test) }

  @Test(
    "leaves whole what would say something else in parts",
    arguments: [
      Case(
        drawn:
          "Neither/2/cc:preconj Osei/6/nsubj/NNP nor/4/cc Holm/2/conj/NNP was/6/aux/VBD charged/0/root/VBN today/6/obl ./6/punct",
        claims: ["Neither Osei nor Holm was charged today"]),
      Case(
        drawn:
          "There/2/expl is/0/root/VBZ no/4/det proof/2/nsubj/NN yet/9/advmod/CC that/9/mark it/9/nsubj was/9/cop/VBD arson/2/conj/NN ./2/punct",
        claims: ["There is no proof yet that it was arson"]),
      Case(
        drawn:
          "Drugs/3/nsubj may/3/aux/MD help/0/root/VB ,/10/punct but/10/cc only/10/advmod if/10/mark they/10/nsubj are/10/aux/VBP given/3/conj/VBN ./3/punct",
        claims: ["Drugs may help, but only if they are given"]),
      Case(
        drawn:
          "They/2/nsubj bought/0/root/VBD and/4/cc sold/2/conj/VBD the/6/det mill/2/obj/NN ./2/punct",
        claims: ["They bought and sold the mill"]),
      Case(
        drawn:
          "Aides/2/nsubj called/0/root/VBD the/4/det charges/2/obj/NNS false/2/xcomp/JJ and/7/cc invented/2/conj/VBN by/9/case rivals/7/obl/NNS ./2/punct",
        claims: ["Aides called the charges false and invented by rivals"]),
      Case(
        drawn:
          "He/4/nsubj has/4/aux/VBZ not/4/advmod paid/0/root/VBN or/6/case/IN ,/4/punct made/4/conj/VBN an/9/det offer/7/obj/NN ./4/punct",
        claims: ["He has not paid or, made an offer"]),
      Case(
        drawn:
          "It/2/nsubj saw/0/root/VBD loopholes/2/obj/NNS there/2/advmod and/6/cc remains/2/conj/VBP open/6/xcomp/JJ ./2/punct",
        claims: ["It saw loopholes there and remains open"]),
      Case(
        drawn:
          "You/2/nsubj paid/0/root/VBD back/2/advmod what/6/obj you/6/nsubj took/2/ccomp/VBD while/9/mark banks/9/nsubj slept/2/advcl/VBD ./2/punct",
        claims: ["You paid back what you took while banks slept"]),
      Case(
        drawn:
          "Firms/2/nsubj grew/0/root/VBD fast/2/advmod ,/8/punct and/8/cc if/8/mark rules/8/nsubj fail/2/conj/VBP ,/8/punct banks/11/nsubj close/8/advcl/VBP ./2/punct",
        claims: ["Firms grew fast", "if rules fail, banks close"]),
    ])
  func whole(_ test: Case) throws { try check(test) }

  @Test(
    "takes a predicate with a subject for one whatever its tag",
    arguments: [
      Case(
        drawn:
          "The/2/det meeting/4/nsubj hardly/4/advmod improved/0/root/VBN ties/4/obj/NNS ./4/punct",
        claims: ["The meeting hardly improved ties"]),
      Case(
        drawn: "Nor/4/cc was/4/cop/VBD it/4/nsubj cheap/0/root/JJ then/4/advmod ./4/punct",
        claims: ["Nor was it cheap then"]),
    ])
  func predicates(_ test: Case) throws { try check(test) }

  @Test(
    "gives a shared predicate to the right verb",
    arguments: [
      Case(
        drawn:
          "Aides/2/nsubj called/0/root/VBD on/4/case him/2/obl to/6/mark stop/2/xcomp/VB lying/6/xcomp/VBG and/9/cc apologize/2/conj/VB soon/9/advmod ./2/punct",
        claims: ["Aides called on him to stop lying", "Aides called on him to … apologize soon"]),
      Case(
        drawn:
          "Osei/3/nsubj/NNP was/3/cop/VBD ill/0/root/JJ but/5/cc left/3/conj/VBD his/7/nmod:poss escort/5/obj/NN and/9/cc detoured/3/conj/VBN home/9/advmod ./3/punct",
        claims: ["Osei was ill", "Osei … left his escort", "Osei … detoured home"]),
      Case(
        drawn:
          "The/2/det land/8/nsubj ,/2/punct which/6/nsubj is/6/cop/VBZ Europe/2/nmod/NNP ,/2/punct lies/0/root/VBZ low/8/advmod ./8/punct",
        claims: ["The land … is Europe", "The land … lies low"]),
      Case(
        drawn:
          "Police/2/nsubj saw/0/root/VBD the/4/det note/2/obj/NN and/6/cc left/2/conj/VBD because/9/mark it/9/nsubj rained/2/advcl/VBD ./2/punct",
        claims: ["Police saw the note", "Police … left because it rained"]),
      Case(
        drawn:
          "The/2/det plan/9/nsubj ,/5/punct if/5/mark kept/9/advcl/VBN ,/5/punct could/9/aux/MD soon/9/advmod save/0/root/VB jobs/9/obj/NNS and/12/cc cut/9/conj/VB fares/12/obj/NNS ./9/punct",
        claims: [
          "The plan, if kept, could soon save jobs", "The plan, if kept, could … cut fares",
        ]),
      Case(
        drawn:
          "Osei/4/nsubj/NNP was/4/cop/VBD the/4/det one/0/root/NN who/6/nsubj left/4/acl:relcl/VBD ,/10/punct and/10/cc she/10/nsubj stayed/6/conj/VBD there/10/advmod ./4/punct",
        claims: ["Osei was the one who left", "she stayed there"]),
    ])
  func shared(_ test: Case) throws { try check(test) }

  private func check(_ test: Case) throws {
    let found = try DrawnParse(test.drawn).claims(test.grain).map {
      $0.replacing(" ,", with: ",")
    }
    #expect(found == test.claims)
  }
}
