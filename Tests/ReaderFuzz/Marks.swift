/// What the reader's parts look for, to be put where it is not expected.
enum Marks {
  static let all: [[UInt8]] =
    (markup + entities + headers + prose + layout).map { Array($0.utf8) } + bytes

  private static let markup = [
    "<", ">", "</", "/>", "\"", "'", "=", "&", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ",
    "<!DOCTYPE html>",
    "<!DOCTYPE x [<!ENTITY a 'aa'>]>", "<script>", "</script>",
    "<script type='application/ld+json'>",
    "<style>", "<table><tr><td>", "</td><td>", "<p>", "</p>", "<div>", "</div>", "<body>",
    "</body>", "<html>",
    "<head>", "<title>", "</title>", "<plaintext>", "<textarea>", "<svg>", "<math>", "<template>",
    "<iframe src='file:///etc/passwd'>",
    "<meta http-equiv=refresh content='0;url=#'>", "<meta charset=utf-16>",
    "<meta property='og:title' content='",
    "<link rel=canonical href='", "<base href='file:///'>", "<br>", "<br><br>", "<hr>",
    "<a href=x>", "</a>", "<b>", "<img>",
    "<figure><figcaption>", "<blockquote>", "<pre>", "<ul><li>", "<aside>", "<nav>", "<h1>",
    "</h1>", "<h2>",
    "<span class=tooltip>", "<article>", "<div itemprop=author>", "<time datetime=2004-03-23>",
    "<div style='display:none'>",
    "<p hidden>", " class=\"article-body\"", " id=comments",
    "{\"@type\":\"NewsArticle\",\"headline\":\"", "{\"@graph\":[", "}]}", "\\ud83d",
    "\\u0000",
  ]
  private static let entities = [
    "&amp;", "&lt;p&gt;", "&nbsp;", "&#0;", "&#x110000;", "&#xD800;", "&#150;", "&#10;", "&#32;",
    "&#8203;", "&#x202E;",
    "&notanentity;", "&#99999999999999999999;", "&a;",
  ]
  private static let headers = [
    "\r\n", "\n\n", "\r\n\r\n", "From: ", "Subject: =?utf-8?B?", "=?utf-8?Q?=C3?=",
    "=?x-none?B?4pi?=", "?=", "Date: Tue, 31 Feb 2031 99:99 +9999",
    "Content-Type: text/html; charset=utf-7", "Content-Type: multipart/alternative; boundary=\"b\"",
    "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Disposition: attachment", "Content-Location: file:///etc/passwd", "--b", "--b--",
    "=\r\n", "=C3", "=0", "====",
    "charset*0*=utf-8''%c3", "boundary=", "MIME-Version: 1.0", "-- \n", "> ",
    "On Monday, Ann wrote:", "-----Original Message-----",
  ]
  private static let prose = [
    "---", "...", "title: ", "date: 2024-13-45", "tags: [a, 'b", "# ", "###### ", "* ", "1. ",
    "> > > ", "```", "    ", "| a | b |\n|---|---|",
    "[x](file:///etc/passwd)", "![](", "[a]: ", "By Ann Reed", "BERLIN, March 23 (Wire) -- ",
    "March 23, 2004", "32/13/0000", "12:61", "Updated: ",
    "Share", "Read more", "Related stories", "Q: ", "“", "”", ".", "!?", "\u{2028}", "\u{85}",
    "\u{3000}", "é", "漢字。", "👩‍👩‍👧", "e\u{301}\u{301}\u{301}",
    "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{AD}", "\0", "\u{1B}[2J", "\t", "\u{7F}",
    "\u{A0}",
  ]
  private static let layout = [
    "<page width=\"600\" height=\"800\">", "<page height=\"0\">",
    "<block xMin=\"0\" yMin=\"0\" xMax=\"9\" yMax=\"9\">", "<line >", "</line>",
    "<word xMin=\"1e308\" yMin=\"-1e308\" xMax=\"-1e308\" yMax=\"1e308\">x</word>",
    "<word xMin=\"nan\" yMax=\"inf\">y</word>", "<word >",
    "xMin=\"", "yMax=\"-0.0\"", "yMin=\"700\"", "<meta name=\"Author\" content=\"",
    "<meta name=\"CreationDate\" content=\"D:20", "ﬁ", "-</word>", "•", "12",
  ]
  /// Bytes that are no UTF-8, and marks of other encodings.
  private static let bytes: [[UInt8]] = [
    [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    [0xF4, 0x90, 0x80, 0x80], [0x80], [0xFF, 0xFE],
    [0xFE, 0xFF], [0x1B, 0x24, 0x42], [0x00, 0x3C], [0xA4, 0xA2], [0x93, 0x94, 0x96],
  ]
}
