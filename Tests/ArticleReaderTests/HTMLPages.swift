import ArticleReader

/// Web pages of the kinds that analysts save, with the blocks that they give.
enum HTMLPages {
  static let all: [HTMLTests.Page] = [
    newspaper, wire, blog, cutByAdverts, oldTables, short, japanese,
  ]

  static let newspaper = HTMLTests.Page(
    name: "a newspaper with everything around its article",
    html: """
      <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
      <title>Council closes old pool | The Mill Herald</title>
      <link rel="canonical" href="https://herald.example/2004/03/23/pool">
      <meta property="og:title" content="Council closes old pool">
      <meta property="og:site_name" content="The Mill Herald">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#pub", "name": "Mill Herald Ltd"},
        {"@type": ["NewsArticle"], "headline": "Council closes \\u201cold\\u201d pool",
         "datePublished": "2004-03-23T13:37:00+00:00", "publisher": {"@id": "#pub"},
         "author": [{"@type": "Person", "name": "By Jane Doe"}, {"name": "John Roe"}],}]}</script>
      <style>p { color: red }</style></head>
      <body class="comments-open"><header><nav><ul><li><a href="/">Home</a></li>
      <li><a href="/sport">Sport</a></li></ul></nav></header>
      <div class="cookie-banner"><p>We and our partners store cookies on your device, as you know by now.
      You can say yes. You can also say no, but then we will ask again tomorrow, and the day after.</p></div>
      <main><article class="post tag-pools"><h1>Council closes old pool</h1>
      <div class="byline">By <a rel="author" href="/jd">Jane Doe</a></div>
      <time datetime="2004-03-23T13:37:00Z">23 March</time>
      <div class="article-body">
      <figure><img src="a.jpg"><figcaption>The pool in Mill Street.</figcaption></figure>
      <p>The council voted by nine to&nbsp;two on Monday night to close the pool in Mill Street.</p>
      <p>The building will be <b>sold</b>, and the money will go into a
         new sports hall, the mayor said.</p>
      <div class="ad-slot">Buy two swimsuits and get one that is too small for nothing.</div>
      <h2>What happens next</h2>
      <ul><li>The pool closes in May.</li><li>The hall opens in autumn.</li></ul>
      <blockquote><p>We have no choice.</p></blockquote>
      <p><a href="/x">Ten pools that closed last year</a></p>
      <p>A petition with four thousand names was handed to the council before the vote.</p>
      <aside class="pull-quote">Swimmers were not amused.</aside>
      <p>Swimmers were not amused.</p>
      <h3>More on pools</h3>
      </div><div class="related-links"><p>The other pool was closed last year, and nobody has missed it.</p></div>
      </article>
      <section id="comments"><h2>Comments</h2><p>I used to swim there every day when I was young, and so did you.</p>
      <p>It is a shame what they do to this town, and I have said so many times before.</p></section></main>
      <footer><p>Copyright 2004 The Mill Herald. All rights reserved.</p></footer></body></html>
      """,
    blocks: [
      "title: Council closes old pool", "byline: Jane Doe, John Roe",
      "date: 2004-03-23T13:37Z", "caption: The pool in Mill Street.",
      "body: The council voted by nine to\u{A0}two on Monday night to close the pool in Mill Street.",
      "body: The building will be sold, and the money will go into a new sports hall, the mayor said.",
      "heading: What happens next", "list: The pool closes in May.",
      "list: The hall opens in autumn.", "quote: We have no choice.",
      "body: A petition with four thousand names was handed to the council before the vote.",
      "quote: Swimmers were not amused.", "body: Swimmers were not amused.",
    ],
    provenance: [
      .title: "h1", .published: "json-ld", .byline: "json-ld", .publisher: "json-ld",
      .address: "link canonical", .language: "html lang",
    ], publisher: "Mill Herald Ltd", address: "https://herald.example/2004/03/23/pool",
    language: "en-GB")

  static let wire = HTMLTests.Page(
    name: "a wire story without markup for machines",
    html: """
      <html><head><title>Dock strike ends - News of the North</title></head><body>
      <h1>Dock strike ends after nine days</h1>
      <p class=who>By OLA LIE, Associated Press</p><p>Updated: March 23, 2004 1:37 pm GMT</p>
      <div><p>HALDEN, Norway (AP) — Dock workers in Halden agreed on Tuesday to end their strike of nine days.</p>
      <p>"We have what we asked for," said Kari Vik, who led the talks.<br>She would not say more.</p>
      <p>The port handles a tenth of the country&#146;s grain, according to the ministry of transport.</p>
      <p>Lie reported from Oslo. Per By contributed to this report.</p>
      </div></body></html>
      """,
    blocks: [
      "title: Dock strike ends after nine days", "byline: OLA LIE, Associated Press",
      "date: 2004-03-23T13:37Z", "date: HALDEN, Norway (AP) —",
      "body: Dock workers in Halden agreed on Tuesday to end their strike of nine days.",
      "body: \"We have what we asked for,\" said Kari Vik, who led the talks./She would not say more.",
      "body: The port handles a tenth of the country’s grain, according to the ministry of transport.",
    ],
    provenance: [
      .title: "h1", .published: "visible text", .byline: "visible text", .publisher: "dateline",
      .language: "words of the text",
    ], publisher: "AP", language: "en")

  static let blog = HTMLTests.Page(
    name: "a blog's post with microdata, code and a table",
    html: """
      <html lang=en><head><meta property="og:title" content="Counting birds with a shell script - Bird Blog">
      <meta property="og:site_name" content="Bird Blog"><meta name="author" content="https://blog.example/ann">
      <meta property="og:url" content="https://blog.example/birds">
      <title>Bird Blog</title></head><body><h1>Bird Blog</h1>
      <div itemscope itemtype="http://schema.org/BlogPosting"><h2>Counting birds with a shell script</h2>
      <span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>
      <span itemprop="datePublished">3 May 2011</span>
      <div itemprop="articleBody"><p>Last week I counted the birds in our garden, which took the whole of a morning.</p>
      <pre>ls birds | wc -l</pre>
      <p>The script found more birds than I had, since it counts each of them every time it lands.</p>
      <table><tr><th>Bird</th><th>Count</th></tr><tr><td>Magpie</td><td>12</td></tr></table>
      <p>Next week I will count the cats, of which there are <span class="tooltip">no fewer than</span> three.</p>
      </div></div></body></html>
      """,
    blocks: [
      "title: Counting birds with a shell script", "byline: Ann Lee", "date: 2011-05-03",
      "body: Last week I counted the birds in our garden, which took the whole of a morning.",
      "code: ls birds | wc -l",
      "body: The script found more birds than I had, since it counts each of them every time it lands.",
      "table: Bird | Count", "table: Magpie | 12",
      "body: Next week I will count the cats, of which there are three.",
    ],
    provenance: [
      .title: "h2", .published: "microdata", .byline: "microdata", .publisher: "meta og:site_name",
      .address: "meta og:url", .language: "html lang",
    ], publisher: "Bird Blog", address: "https://blog.example/birds", language: "en")

  static let cutByAdverts = HTMLTests.Page(
    name: "a body in parts, with advertisements and another article after it",
    html: """
      <html><head><meta name="og:title" content="The lake rose by a metre"><meta name="pubdate" content="20040323">
      <meta property="og:locale" content="en_US"></head><body>
      <div id=page><h1>The lake rose by a metre</h1>
      <div class=part><p class=par>The lake rose by a metre in one night, and forty houses had to be left on Monday.</p>
      <p class=par>Nobody was hurt, but three cows are missing, the mayor of the village said on Tuesday.</p></div>
      <div class=advertisement><p>Boats, boats, boats. We have them all, and we have them now, and they float.</p></div>
      <div class=part><p class=par>"Water was everywhere," said a farmer whose barn had been under water since noon.</p>
      <p class=par>The rain will stop on Thursday, the weather service said, and then it will start again.</p></div>
      <ul><li><a href=1>A village waits</a></li><li><a href=2>Forty houses</a></li></ul></div>
      <article><h1>A bridge that nobody crosses</h1><p class=par>The bridge was built in 1974 and has been closed since 1975.</p></article>
      </body></html>
      """,
    blocks: [
      "title: The lake rose by a metre", "date: 2004-03-23",
      "body: The lake rose by a metre in one night, and forty houses had to be left on Monday.",
      "body: Nobody was hurt, but three cows are missing, the mayor of the village said on Tuesday.",
      "body: \"Water was everywhere,\" said a farmer whose barn had been under water since noon.",
      "body: The rain will stop on Thursday, the weather service said, and then it will start again.",
    ],
    provenance: [.title: "h1", .published: "meta pubdate", .language: "meta og:locale"],
    language: "en-US")

  static let oldTables = HTMLTests.Page(
    name: "an old page laid out with tables, without a heading",
    html: """
      <html><head><title>Mill voted to stay open :: Valley Paper</title></head><body><table><tr>
      <td><a href=a>News</a><br><a href=b>Sport</a><br><a href=c>Weather</a></td>
      <td><font size=5>Mill voted to stay open</font><br><br>
      The workers of the paper mill in the valley voted on Friday to buy it from its owners for one crown.<br><br>
      They had been told in June that it would close. "It is ours now," said Per By, who has worked there
      since 1981, and he did not look happy about it.<br><br>
      The bank has lent them four million, and the county as much again, so that new machines can be
      bought before the winter. The first of them will come from Finland in September, the county said.
      It is twelve metres long and has never been used, because the mill that had ordered it was closed
      before it could be delivered. <i>Image 1 of 3</i></td></tr></table></body></html>
      """,
    blocks: [
      "title: Mill voted to stay open",
      "body: The workers of the paper mill in the valley voted on Friday to buy it from its owners for one crown.",
      "body: They had been told in June that it would close. \"It is ours now,\" said Per By, who has worked there since 1981, and he did not look happy about it.",
      "body: The bank has lent them four million, and the county as much again, so that new machines can be bought before the winter. The first of them will come from Finland in September, the county said. It is twelve metres long and has never been used, because the mill that had ordered it was closed before it could be delivered. Image 1 of 3",
    ], provenance: [.title: "title", .language: "words of the text"], language: "en")

  static let short = HTMLTests.Page(
    name: "a page whose names all speak against it",
    html:
      "<html><body><div class='sidebar'><aside><div>It rained.</div></aside></div></body></html>",
    blocks: ["body: It rained."], provenance: [:])

  static let japanese = HTMLTests.Page(
    name: "a page in a script without spaces that calls itself English",
    html: "<html lang=en><body><h1>橋が閉鎖</h1><p>"
      + String(repeating: "市長は橋が一年間閉鎖されると述べた。", count: 25)
      + "</p></body></html>",
    blocks: [
      "title: 橋が閉鎖",
      "body: " + String(repeating: "市長は橋が一年間閉鎖されると述べた。", count: 25),
    ], provenance: [.title: "h1"])
}
