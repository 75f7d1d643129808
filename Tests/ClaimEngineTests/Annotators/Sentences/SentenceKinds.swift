/// Sentences of all the kinds that splitters stumble over, drawn as `⟦It rained.⟧ ⟦We left.⟧`.
enum SentenceKinds {
  static let cases: [(kind: String, text: String)] = [
    ("simple period", "⟦The ferry left at dawn.⟧ ⟦My sister was on it.⟧"),
    ("question mark", "⟦Where is the key?⟧ ⟦It was on the hook.⟧"),
    ("exclamation mark", "⟦The roof is leaking!⟧ ⟦Fetch a bucket.⟧"),
    ("initial before a name", "⟦The tune is by Carla B. Renn.⟧"),
    ("initial inside a longer name", "⟦Judge Omar T. Vale signed it.⟧ ⟦He left early.⟧"),
    ("one small letter", "⟦The map is on p. 31.⟧"),
    ("two small letters", "⟦Did Nils and co. sell the boat?⟧"),
    ("two small letters, plural", "⟦Read pp. 40-44 first.⟧ ⟦Then rest.⟧"),
    ("company inside", "⟦The firm of Dorn, Kell & Co. opened a branch.⟧"),
    ("small co. at the end", "⟦We should call Nils and co.⟧ ⟦They have a van.⟧"),
    ("company at the end", "⟦The bill came from Dorn, Kell & Co.⟧ ⟦It was never paid.⟧"),
    ("mountain", "⟦They camped below Mt. Erling for a week.⟧"),
    ("saint and street", "⟦St. Olave's School stands on 9th st. near the bridge.⟧"),
    ("possessive abbreviation", "⟦This is Tom Harrow Jr.'s coat.⟧"),
    ("many points, inside", "⟦We drove across the U.S.A. in spring.⟧"),
    ("many points, at the end", "⟦They exported it to the E.U.⟧ ⟦What did it cost?⟧"),
    ("country at the end", "⟦She grew up in the U.S.⟧ ⟦Where are you from?⟧"),
    ("country before its noun", "⟦He sued the U.S. Treasury in Denver.⟧"),
    ("country inside", "⟦She has taught in the U.S. for ten years.⟧"),
    ("country officials", "⟦The U.S. Army and U.S. officials agreed.⟧ ⟦The U.N. did not.⟧"),
    (
      "a.m. inside and p.m. at the end",
      "⟦At 6 a.m. Mrs. Tolland fed the hens.⟧ ⟦She slept until 3 P.M.⟧ ⟦Mrs. Tolland then drove home.⟧"
    ),
    ("p.m. before a weekday", "⟦Polls close at 8 p.m. Tuesday in most districts.⟧"),
    ("amount", "⟦He owes £250.75 to the baker.⟧"),
    ("amount at the end", "⟦He owes £250.75.⟧ ⟦He will pay it.⟧"),
    ("decimals and per cent", "⟦Growth was 2.5 per cent in 2011.⟧ ⟦It fell to 1.8 in 2012.⟧"),
    (
      "brackets inside", "⟦She paints birds (She was once a keeper at the zoo.) in her spare time.⟧"
    ),
    ("mail address", "⟦Write to Ann.Lee@example.org.⟧ ⟦She answers every letter.⟧"),
    (
      "web address",
      "⟦The form is at https://www.example.org/v2.1/how_to.html.⟧ ⟦Please fill it in.⟧"
    ),
    ("single quotes inside", "⟦He shrugged and muttered, 'That is fine.' he said.⟧"),
    ("double quotes inside", "⟦He shrugged and muttered, \"That is fine.\" he said.⟧"),
    (
      "double quotes at the end",
      "⟦He shrugged and muttered, \"That is fine.\"⟧ ⟦He closed the door behind him.⟧"
    ),
    (
      "curly quotes at the end",
      "⟦He shrugged and muttered, “That is fine.”⟧ ⟦He closed the door behind him.⟧"
    ),
    ("curly quotes inside", "⟦“That is fine!” he said and left.⟧"),
    ("two exclamation marks", "⟦Wait!!⟧ ⟦You forgot your hat.⟧"),
    ("two question marks", "⟦Who is there??⟧ ⟦Nobody answered.⟧"),
    ("exclamation and question", "⟦You did what!?⟧ ⟦I can not believe it.⟧"),
    ("question and exclamation", "⟦You did what?!⟧ ⟦I can not believe it.⟧"),
    ("list 1.)", "⟦1.) Wash the beans⟧ ⟦2.) Soak the beans⟧"),
    ("list 1.) with points", "⟦1.) Wash the beans.⟧ ⟦2.) Soak the beans.⟧"),
    ("list 1)", "⟦1) Wash the beans⟧ ⟦2) Soak the beans⟧"),
    ("list 1) with points", "⟦1) Wash the beans.⟧ ⟦2) Soak the beans.⟧"),
    ("list 1.", "⟦1. Wash the beans⟧ ⟦2. Soak the beans⟧"),
    ("list 1. with points", "⟦1. Wash the beans.⟧ ⟦2. Soak the beans.⟧"),
    ("bullets and numbers", "⟦• 7. Wash the beans⟧ ⟦• 8. Soak the beans⟧"),
    ("hyphen bullets and numbers", "⟦⁃7. Wash the beans⟧ ⟦⁃8. Soak the beans⟧"),
    ("list of letters", "⟦a. Wash the beans⟧ ⟦b. Soak the beans⟧ ⟦c. Cook the beans slowly⟧"),
    ("line broken inside", "⟦The river rose by a metre\nand flooded the lower road.⟧"),
    ("line broken after a space", "⟦The river rose \nby a metre.⟧"),
    ("number sign", "⟦The chest lies at N°. 4471.220.118.⟧ ⟦Nobody has dug there.⟧"),
    ("name with an exclamation mark", "⟦He found a job at Bravo! in the sales department.⟧"),
    (
      "I at the end and as an initial",
      "⟦They want the same thing, you and I.⟧ ⟦Have you met Peter I. Marsh?⟧"
    ),
    (
      "ellipsis in a quote at the end",
      "⟦The report warns that in dry years “the reservoirs may become useless. . . .”⟧"
    ),
    (
      "ellipsis in square brackets",
      "⟦“The tower [...] was built on older walls [...]” (Harrow 12).⟧"
    ),
    (
      "four spaced points",
      "⟦Where words are missing after a full sentence, a writer puts four points . . . .⟧ ⟦A new sentence follows.⟧"
    ),
    ("four points", "⟦I did not ask for it....⟧ ⟦He sat down.⟧"),
    (
      "ellipses inside",
      "⟦I wanted to ... no, what I say is...look . . . what I mean, well . . . I am sorry.⟧"
    ),
    (
      "spaced ellipsis inside and at the end",
      "⟦Another custom which was . . . long in use was that of ringing at dusk. . . .⟧ ⟦It was never forgotten.⟧"
    ),
    ("i.e.", "⟦Bring a tool, i.e. a knife or saw.⟧ ⟦We start at noon.⟧"),
    ("e.g. before a name", "⟦Big ports, e.g. Rotterdam, stayed open.⟧"),
    (
      "etc. inside and at the end",
      "⟦Chairs, lamps, etc. were sold.⟧ ⟦We saw tools, ropes, etc.⟧ ⟦The rest was gone.⟧"
    ),
    ("number abbreviation", "⟦Take bus No. 12 and get off at stop no. 4.⟧ ⟦Turn left.⟧"),
    ("file name", "⟦Open readme.txt and report.final.pdf first.⟧ ⟦Then run it.⟧"),
    ("exclamation inside", "⟦The crowd shouted “Stop!” and threw eggs.⟧"),
    ("v. in a case", "⟦The case of Harrow vs. Dunn was closed.⟧ ⟦Both paid.⟧"),
    (
      "months and ranks",
      "⟦Lt. Col. Ana Ruiz died on Sept. 4 in Calif. after a fall.⟧ ⟦She was 60.⟧"
    ),
    ("company at the end before a noun", "⟦He sold Harrow Inc.⟧ ⟦Shares fell at once.⟧"),
    ("dateline", "⟦LUND, May 4 (Reuters) - The port closed on Monday.⟧ ⟦It was empty.⟧"),
    (
      "initials, country and quotes",
      "⟦\"We lost,\" said Col. J.D. Marsh of the U.S. Army.⟧ ⟦\"But we will be back.\"⟧"
    ),
    ("quote of two sentences", "⟦\"We lost.⟧ ⟦We will be back,\" she said.⟧"),
    ("quote in a quote", "⟦“He told me, ‘Go home.’⟧ ⟦I went,” she said.⟧"),
    ("question in a quote", "⟦“Why now?” she asked.⟧ ⟦“Because,” he said.⟧"),
    ("per cent and dollars", "⟦Prices rose 3.5 percent to $4.20 a gallon.⟧ ⟦Wages did not.⟧"),
    ("time with its zone", "⟦The vote is at 3 p.m. EST on Friday.⟧ ⟦Bring a pen.⟧"),
    (
      "age, town and state",
      "⟦Lee H. Oswin, 43, of Salem, Ore., was held.⟧ ⟦Bail was set at $5,000.⟧"
    ),
    (
      "party and state in brackets",
      "⟦Sen. Ana Ruiz (R-Tex.) and Rep. Bo Lim (D-Calif.) disagreed.⟧ ⟦Nobody voted.⟧"
    ),
    ("degrees", "⟦Anna Lund, Ph.D., M.D., runs the clinic.⟧ ⟦She is 50.⟧"),
    ("chat in small letters", "⟦hey how are you?⟧ ⟦im fine thanks!⟧ ⟦see you later⟧"),
    ("points of a blog", "⟦So I went there...⟧ ⟦And it was closed.⟧"),
    ("capitals and marks", "⟦I LOVED this place!!!⟧ ⟦The staff was great.⟧"),
    ("greeting and name", "⟦Thanks for your help.⟧ ⟦Regards,⟧ ⟦Paula⟧"),
    ("semicolon", "⟦The first plan failed; the second was never tried.⟧ ⟦It rained.⟧"),
    ("colon", "⟦There is one rule: Nobody leaves.⟧ ⟦It is strict.⟧"),
    (
      "cf. in brackets",
      "⟦The word means \"hill\" (from Latin collis, cf. Greek kolonos).⟧ ⟦It is old.⟧"
    ),
    ("section and figure", "⟦See Sec. 3 and Fig. 2 of the report.⟧ ⟦They differ.⟧"),
    ("v. in a case", "⟦It was Harrow v. Dunn all over again.⟧ ⟦Both lost.⟧"),
    ("king with a number", "⟦King Karl IV. was crowned in 1346.⟧ ⟦He was tall.⟧"),
    ("c. and ca.", "⟦It was built c. 1450 and burnt ca. 1600.⟧ ⟦Nothing is left.⟧"),
    ("park of a saint", "⟦They met at St. James's Park.⟧ ⟦Rain fell.⟧"),
    (
      "site as a name",
      "⟦He works for Booking.com in Amsterdam.⟧ ⟦She works for Ask.com.⟧ ⟦They met online.⟧"
    ),
    ("no as a sentence", "⟦Did he come?⟧ ⟦No.⟧ ⟦Nobody did.⟧"),
    ("month and day", "⟦It opened on Jan. 5.⟧ ⟦It closed on Feb. 7, 2011.⟧"),
    ("quote with its speaker after a dash", "⟦“It is over.” – Ana Ruiz, mayor⟧"),
    ("millions in short", "⟦It cost $5m.⟧ ⟦The rest was lost.⟧"),
    ("number first", "⟦He was 20.⟧ ⟦3 men came in.⟧"),
    ("year first", "⟦It rained for days.⟧ ⟦2003 was dry.⟧"),
    ("single quote first", "⟦She left.⟧ ⟦'Nobody knew why,' said Tom.⟧"),
    ("sentence in brackets", "⟦It rained.⟧ ⟦(Nobody minded.)⟧ ⟦We left.⟧"),
    ("ellipses in a quote", "⟦“I think … we lost … badly,” he said.⟧ ⟦“Yes.”⟧"),
    ("question inside", "⟦The question “Who pays?” was never answered.⟧ ⟦It will be.⟧"),
    ("face at the end", "⟦That was fun :)⟧ ⟦See you tomorrow!⟧"),
    (
      "numbers that count inside a sentence",
      "⟦There are two reasons: 1. it is cheap, and 2. it is near.⟧ ⟦We stay.⟧"
    ),
  ]

  /// Kinds that are cut wrongly, kept so that a gain is seen.
  static let failing: [(kind: String, text: String)] = [
    ("letter at the end", "⟦Take more vitamin C.⟧ ⟦Kids need it.⟧"),
    (
      "number in Roman letters at the end",
      "⟦He was born before World War I.⟧ ⟦Germany was an empire then.⟧"
    ),
    (
      "heading without a mark",
      "⟦What we know so far⟧ ⟦The bridge fell at noon on Friday, police said.⟧"
    ),
    ("country at the end before a noun", "⟦Many came to the U.S.⟧ ⟦Others stayed.⟧"),
  ]
}
