import Testing

@testable import ClaimEngine

@Suite("the repaired tree")
struct TreeRepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let drawn: String
    /// A token and what it hangs on after the repair, counted from 1 as in the drawing.
    let token: Int
    let head: Int
    let relation: Relation

    var testDescription: String { rule }
  }

  @Test(
    "gives words to those that they belong to",
    arguments: [
      Case(
        rule: "a relative clause goes to its noun",
        drawn: "They/2/nsubj set/0/root/VBD up/2/compound an/5/det inquiry/2/obj/NN ,/9/punct "
          + "which/9/nsubj will/9/aux/MD report/2/parataxis/VB ./2/punct",
        token: 9, head: 5, relation: .relativeClause),
      Case(
        rule: "a clause after a relative clause goes on with the one around it",
        drawn: "Ana/2/nsubj met/0/root/VBD the/4/det man/2/obj/NN who/6/nsubj left/4/acl:relcl/VBD "
          + ",/10/punct and/10/cc she/10/nsubj stayed/6/conj/VBD ./2/punct",
        token: 10, head: 2, relation: .conjunct),
      Case(
        rule: "what follows several predicates is the last one's",
        drawn: "He/2/nsubj saw/0/root/VBD her/2/obj and/5/cc left/2/conj/VBD because/8/mark "
          + "it/8/nsubj rained/2/advcl/VBD ./2/punct",
        token: 8, head: 5, relation: .adverbialClause),
      Case(
        rule: "a bare verb goes with the nearest bare one",
        drawn: "They/2/nsubj called/0/root/VBD on/4/case him/2/obl to/6/mark/TO stop/2/xcomp/VB "
          + "and/8/cc apologize/2/conj/VB ./2/punct",
        token: 8, head: 6, relation: .conjunct),
      Case(
        rule: "a noun with 's is an owner",
        drawn: "Lind/4/appos/NNP 's/1/case/POS chairman/4/compound/NN Osei/5/nsubj/NNP "
          + "left/0/root/VBD ./5/punct",
        token: 1, head: 3, relation: .possessive),
      Case(
        rule: "several clauses with 'that' are a list",
        drawn: "He/2/nsubj claims/0/root/VBZ that/5/mark/IN taxes/5/nsubj/NNS rose/2/ccomp/VBD "
          + "and/9/cc that/9/mark/IN wages/9/nsubj/NNS fell/2/ccomp/VBD ./2/punct",
        token: 9, head: 5, relation: .conjunct),
      Case(
        rule: "verbs with one object stay together",
        drawn: "It/2/nsubj abided/0/root/VBD by/7/case/IN and/5/cc entered/2/conj/VBD "
          + "into/7/case/IN treaties/5/obl/NNS ./2/punct",
        token: 5, head: 2, relation: .other),
      Case(
        rule: "the words of a name make one phrase",
        drawn: "Delta/5/nsubj/NNP &/1/punct Pine/1/conj/NNP Land/3/compound/NNP sold/0/root/VBD "
          + "seed/5/obj/NN ./5/punct",
        token: 4, head: 1, relation: .compound),
    ])
  func repairs(test: Case) throws {
    let tree = try DrawnParse(test.drawn).text.annotated(by: TreeRepair()).tree
    #expect(tree.heads[test.token - 1] == test.head - 1)
    #expect(tree.relations[test.token - 1] == test.relation)
  }
}
