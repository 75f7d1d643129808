/// Pages of the kinds that analysts paste, each line with its role.
enum PlainTextPages {
  static let all: [PlainTextTests.Page] = [
    .init(
      name: "a wire story with dateline",
      drawing: """
        title | Port workers in Halden agree to end strike

        byline | By MARIT SOLBERG, Associated Press

        date | March 23, 2004 1:37 pm GMT

        date | HALDEN, Norway (AP) --
        &body | Dock workers in Halden agreed on Tuesday to end a strike of nine days, their union said.

        body | "We have what we asked for," said Ola Lie, who led the talks.

        body | It was close.

        body | The port handles a tenth of the country's grain, according to the transport ministry.
        """,
      title: "Port workers in Halden agree to end strike", published: "2004-03-23T13:37Z",
      byline: "MARIT SOLBERG, Associated Press", publisher: "Associated Press"),
    .init(
      name: "a newspaper's page with its navigation",
      drawing: """
        boilerplate | Skip to content
        boilerplate | Log in
        breadcrumb | Home > News > Local

        title | Council votes to close the old swimming pool

        boilerplate | Share
        byline | Jane Doe | Reporter
        date | Published: 23 March 2004, 13:37 GMT | Updated: 24 March 2004, 09:10 GMT
        caption | Photo: The pool in Mill Street before it was closed

        body | The council voted by nine to two on Monday night to close the pool in Mill Street.

        heading | What happens next

        body | The building will be sold, and the money will go into a new sports hall, the mayor said.

        boilerplate | Read more: Ten pools that closed last year

        body | Swimmers were not amused.
        body | A petition with four thousand names was handed to the council before the vote.

        boilerplate | Related Stories
        boilerplate | New sports hall delayed again
        boilerplate | Why are pools so dear?
        boilerplate | Copyright 2004 The Mill Herald. All rights reserved.
        boilerplate | Subscribe to our newsletter to get the news every morning.
        """,
      title: "Council votes to close the old swimming pool", published: "2004-03-23T13:37Z",
      byline: "Jane Doe"),
    .init(
      name: "a hard-wrapped press release",
      drawing: """
        boilerplate | FOR IMMEDIATE RELEASE

        title | Harbour Foods recalls frozen berries after tests find traces of a
              | virus

        date | OSLO, Nov. 2, 2015 /PRNewswire/ --
        &body | Harbour Foods said today it is recalling
              | frozen berries sold under the names Fjord and Vidde between August and
              | October. Tests found traces of a virus in three of two hundred samples.

        body | "The safety of our customers comes first," said Kari Moen, the chief
             | executive. "We regret what has happened."

        body | Nobody has fallen ill.

        body | The company, which is based in Oslo, sells berries in eleven countries
             | and had sales of two billion kroner last year.

        boilerplate | Contact: Per Vik, +47 555 01234
        boilerplate | ###
        """,
      title: "Harbour Foods recalls frozen berries after tests find traces of a virus",
      published: "2015-11-02", publisher: "PRNewswire"),
    .init(
      name: "paragraphs without a title",
      drawing: """
        body | The bridge over the Tana was closed on Friday after engineers found cracks in it.

        body | Nobody was hurt.

        body | It will stay closed until a second inspection has been made, the road office said.

        body | Drivers must take the ferry.
        """),
    .init(
      name: "paragraphs without blank lines between them",
      drawing: """
        title | Ferry company adds night sailings
        date | 2004-03-23
        body | The ferry company will add two night sailings to the island from the first of May.
        body | It had long refused to.
        body | The mayor of the island called the decision "a victory for common sense" on Tuesday.
        """,
      title: "Ferry company adds night sailings", published: "2004-03-23"),
    .init(name: "a single sentence", drawing: "body | It rained."),
    .init(name: "a single line without a full stop", drawing: "body | Rain in the north"),
    .init(name: "a single word of the page", drawing: "body | Advertisement"),
    .init(
      name: "only headlines",
      drawing: """
        body | Taxes to rise next year
        body | Ferry runs aground off Tana
        body | Schools closed by snow
        body | Minister resigns over flat
        """),
    .init(
      name: "a transcript",
      drawing: """
        title | Press conference of the health minister

        date | 23 March 2004

        body | MINISTER OKORO: Thank you for coming
        body | Q: How many beds are there?
        body | MINISTER OKORO: Four hundred, and we will have six hundred in May.
        body | Q: And then
        body | MINISTER OKORO: We will see.
        """,
      title: "Press conference of the health minister", published: "2004-03-23"),
    .init(
      name: "markup of a note",
      drawing: """
        title | # Water prices in the valley
        byline | By Jane Doe and John Roe
        date | Tue Mar 23 13:37:00 GMT 2004

        body | The water company raised its prices by a fifth in January, its report says.

        heading | ## The reasons

        body | The report gives three reasons for the higher prices of the year:
        boilerplate | -
        &list | pipes that are older than the company itself
        boilerplate | -
        &list | a dry summer
        boilerplate | -
        &list | wages

        quote | > We had no choice.

        body | The board will meet again in May to talk about what customers have to pay.
        """,
      title: "Water prices in the valley", published: "2004-03-23T13:37Z",
      byline: "Jane Doe and John Roe"),
    .init(
      name: "indented paragraphs, wrapped, without blank lines",
      drawing: """
        body |     The old theatre in Market Street will open again in the autumn, its
             | new owners said on Tuesday, after eleven years in which nobody played
             | there.
        body |     They have bought the house from the city for one crown and promised
             | to spend forty million on the roof, the stage and the seats before the
             | first night.
        body |     The first play has not been chosen.
        """),
    .init(
      name: "a question for a title",
      drawing: """
        title | Who pays for the new harbour?

        body | The new harbour will cost a billion, and nobody has yet said who will pay for it.

        body | The state has offered half of the sum if the region finds the rest by the summer.
        """,
      title: "Who pays for the new harbour?"),
    .init(
      name: "a title that ends like a sentence, above a date",
      drawing: """
        title | The minister of health resigned after a vote on Tuesday night.

        date | Tuesday, March 23, 2004

        body | The health minister resigned on Tuesday night after losing a vote of confidence.

        body | She gave no reasons to the reporters who had waited for her in the rain.
        """,
      title: "The minister of health resigned after a vote on Tuesday night.",
      published: "2004-03-23"
    ),
    .init(
      name: "a line under the title, a name beside the date",
      drawing: """
        title | Farmers lose patience with new subsidy rules
        heading | Forms of forty pages and payments that come a year too late
        byline | Jane Doe
        date | 2004-03-23T13:37:00+08:00
        body | Farmers in the east say they will stop filling in the forms that the state sends them.
        body | "I have cows to milk," said Jon By, who keeps forty of them near the border.
        """,
      title: "Farmers lose patience with new subsidy rules", published: "2004-03-23T13:37+08:00",
      byline: "Jane Doe"),
    .init(
      name: "links in the middle, an unfinished last paragraph",
      drawing: """
        body | The museum found three paintings in its cellar that it had thought were burnt in the war.

        boilerplate | Most read
        boilerplate | Ten paintings that never came back
        boilerplate | A thief who gave everything away

        body | They will be shown from May, when the north wing opens again after the repairs.

        body | The director said on Monday that the museum had always hoped but never quite believed that
        """),
    .init(
      name: "a page copied from a browser, with a caption and an advertisement",
      drawing: """
        boilerplate | Skip to content
        boilerplate | Home

        title | Ferry fares to rise by 12 per cent

        date | Updated 6h ago

        boilerplate | Save
        caption | Image caption,
        caption | The ferry has run since 1931

        byline | Maud Lind
        byline | Islands correspondent

        body | Fares on the ferry will rise in April, the operator said on Tuesday to its staff.

        boilerplate | Advertisement

        body | The last rise was in 2021.

        boilerplate | Related topics
        boilerplate | Islands
        """,
      title: "Ferry fares to rise by 12 per cent", byline: "Maud Lind"),
    .init(
      name: "verse",
      drawing: """
        body | The rain came down on Tuesday
        body | And nobody had known
        body | That all the roads to Halden
        body | Were closed, and all was blown
        """),
    .init(
      name: "a title in title case with a full stop, and a head in capitals that is no dateline",
      drawing: """
        title | Two Die As Ferry Sinks Off the Coast Near Halden.
        date | HALDEN -
        &body | Two people died when a ferry sank off the coast near Halden on Monday morning.
        body | "It was over in a minute," said a woman who had been on the upper deck with her son.
        heading | WHAT WENT WRONG -
        &body | The ferry had been overloaded, the coast guard said in a statement.
        """,
      title: "Two Die As Ferry Sinks Off the Coast Near Halden."),
    .init(
      name: "a credit and links after the body",
      drawing: """
        body | The lake rose by a metre in one night, and forty houses had to be left on Monday.

        body | "Water was everywhere," said a farmer whose barn had been under water since noon.

        byline | Reporting by Jane Doe; editing by John Roe

        boilerplate | Lake rises again
        boilerplate | Forty houses under water
        boilerplate | A village waits
        """,
      byline: "Jane Doe; editing by John Roe"),
  ]
}
