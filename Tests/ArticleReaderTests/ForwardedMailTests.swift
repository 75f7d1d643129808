import ArticleReader
import ClaimModel
import Testing

/// Mails that carry a press release from somebody else, as mail programs forward them.
@Suite("Forwarded mails")
struct ForwardedMailTests {
  struct Forward: Sendable, CustomTestStringConvertible {
    let name: String
    let subject: String
    let content: String
    var type = "text/plain; charset=utf-8"
    var testDescription: String { name }
  }

  private static let first = "The quay cracked yesterday. Two ships were held on Friday."
  private static let second = "The port sold its tugs for 3 million crowns, its director said."
  private static let release = first + "\n\n" + second + "\n"
  private static let quoted = "> \(first)\n>\n> \(second)\n"
  private static let html = "<p>\(first)</p><p>\(second)</p>"
  private static let sender = "Ulla Breck <ulla@port.example>"
  private static let senderHTML = "Ulla Breck &lt;ulla@port.example&gt;"

  static let forwards: [Forward] = [
    Forward(
      name: "Outlook",
      subject: "FW: Quay",
      content:
        "See below.\n\n________________________________\nFrom: \(sender)\nSent: 02 February 2026 09:12\n"
        + "To: Desk\nSubject: Quay\n\n\(release)"),
    Forward(
      name: "Outlook of old", subject: "Fw: Quay",
      content:
        "-----Original Message-----\nFrom: Ulla Breck [mailto:ulla@port.example]\n"
        + "Sent: Monday, February 2, 2026 9:12 AM\nTo: Desk; News\nCc: All\nSubject: Quay\n\n\(release)"
    ),
    Forward(
      name: "Outlook without a prefix", subject: "Quay",
      content:
        "Here it is.\n\nFrom: Ulla Breck\nSent: Monday, February 2, 2026 9:12 AM\nTo: Desk\n"
        + "Subject: Quay\n\n\(release)"),
    Forward(
      name: "Outlook in German", subject: "WG: Kai",
      content:
        "Von: \(sender)\nGesendet: Montag, 2. Februar 2026 09:12\nAn: Desk\nBetreff: Kai\n\n\(release)"
    ),
    Forward(
      name: "Outlook in French", subject: "TR : Quai",
      content:
        "De : \(sender)\nEnvoyé : lundi 2 février 2026 09:12\nÀ : Desk\nObjet : Quai\n\n\(release)"),
    Forward(
      name: "Outlook in Spanish", subject: "RV: Muelle",
      content:
        "De: \(sender)\nEnviado el: lunes, 2 de febrero de 2026 9:12\nPara: Desk\nAsunto: Muelle\n\n"
        + release),
    Forward(
      name: "Outlook in Polish", subject: "PD: Nabrzeże",
      content:
        "Od: \(sender)\nWysłano: poniedziałek, 2 lutego 2026 09:12\nDo: Desk\nTemat: Nabrzeże\n\n"
        + release),
    Forward(
      name: "Gmail", subject: "Fwd: Quay",
      content:
        "FYI\n\n---------- Forwarded message ---------\nFrom: \(sender)\n"
        + "Date: Mon, Feb 2, 2026 at 9:12 AM\nSubject: Quay\nTo: <desk@tarn.example>\n\n\n\(release)"
    ),
    Forward(
      name: "Gmail in German", subject: "Fwd: Kai",
      content:
        "---------- Forwarded message ---------\nVon: \(sender)\n"
        + "Date: Mo., 2. Feb. 2026 um 09:12 Uhr\nSubject: Kai\nTo: <desk@tarn.example>\n\n\n\(release)"
    ),
    Forward(
      name: "Apple Mail", subject: "Fwd: Quay",
      content:
        "Begin forwarded message:\n\n> From: \(sender)\n> Subject: Quay\n"
        + "> Date: 2 February 2026 at 09:12:00 CET\n> To: Desk\n> \n\(quoted)\nBest wishes\nDesk\n"),
    Forward(
      name: "Thunderbird", subject: "Fwd: Quay",
      content:
        "-------- Forwarded Message --------\nSubject: \tQuay\n"
        + "Date: \tMon, 2 Feb 2026 09:12:00 +0100\nFrom: \t\(sender)\nTo: \tDesk\n\n\n\(release)"),
    Forward(
      name: "Thunderbird in Russian", subject: "Fwd: Причал",
      content:
        "-------- Пересылаемое сообщение --------\nТема: Причал\nДата: 2 февраля 2026, 09:12\n"
        + "От: \(sender)\nКому: Desk\n\n\(release)"),
    Forward(
      name: "flowed lines", subject: "Fwd: Quay",
      content:
        "-------- Forwarded Message --------\nSubject: Quay\nDate: Mon, 2 Feb 2026 09:12:00 +0100\n"
        + "From: \(sender)\nTo: Desk\n\nThe quay cracked \nyesterday. Two ships \nwere held on Friday.\n\n"
        + "The port sold its tugs \nfor 3 million crowns, its director said.\n",
      type: "text/plain; charset=utf-8; format=flowed"),
    Forward(
      name: "forwarded twice", subject: "FW: FW: Quay",
      content:
        "Please see.\n\nFrom: Boss <boss@tarn.example>\nSent: Tuesday, March 3, 2026 8:00 AM\n"
        + "To: Desk\nSubject: FW: Quay\n\nfyi\n\n*From:* \(sender)\n"
        + "*Sent:* Monday, February 2, 2026 9:12 AM\n*To:* Boss\n*Subject:* Quay\n\n\(release)"),
    Forward(
      name: "Outlook in HTML", subject: "FW: Quay",
      content:
        "<div><p class=MsoNormal>See below.</p><div style='border-top:solid #E1E1E1'><p><b>From:</b> "
        + "\(senderHTML)<br><b>Sent:</b> Monday, February 2, 2026 9:12 AM<br><b>To:</b> Desk<br>"
        + "<b>Subject:</b> Quay</p></div>\(html)</div>",
      type: "text/html; charset=utf-8"),
    Forward(
      name: "Gmail in HTML", subject: "Fwd: Quay",
      content:
        "<div dir=ltr>FYI<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message "
        + "---------<br>From: <strong>Ulla Breck</strong> &lt;ulla@port.example&gt;<br>Date: Mon, Feb 2, "
        + "2026 at 9:12 AM<br>Subject: Quay<br>To: Desk<br></div><br><div>\(html)</div></div></div>",
      type: "text/html; charset=utf-8"),
    Forward(
      name: "Apple Mail in HTML", subject: "Fwd: Quay",
      content:
        "<blockquote type=cite><div>Begin forwarded message:</div><div><b>From: </b>\(senderHTML)</div>"
        + "<div><b>Subject: </b>Quay</div><div><b>Date: </b>2 February 2026 at 09:12:00 CET</div>"
        + "<div><b>To: </b>Desk</div><br><div>\(html)</div></blockquote>",
      type: "text/html; charset=utf-8"),
    Forward(
      name: "Thunderbird in HTML", subject: "Fwd: Quay",
      content:
        "<div class=moz-forward-container>-------- Forwarded Message --------<table><tr><th>Subject: "
        + "</th><td>Quay</td></tr><tr><th>Date: </th><td>Mon, 2 Feb 2026 09:12:00 +0100</td></tr><tr>"
        + "<th>From: </th><td>\(senderHTML)</td></tr></table><br>\(html)</div>",
      type: "text/html; charset=utf-8"),
    Forward(
      name: "attached", subject: "Fwd: Quay",
      content:
        "--b\nContent-Type: text/plain; charset=utf-8\n\nSee attached.\n--b\n"
        + "Content-Type: message/rfc822; name=Quay.eml\n"
        + "Content-Disposition: attachment; filename=Quay.eml\n\nFrom: \(sender)\nSubject: Quay\n"
        + "Date: Mon, 2 Feb 2026 09:12:00 +0100\n\n\(release)\n--b--\n",
      type: "multipart/mixed; boundary=b"),
  ]

  private static func mail(_ subject: String, _ content: String, type: String) -> [UInt8] {
    Array(
      """
      From: Desk <desk@tarn.example>
      Subject: \(subject)
      Date: Wed, 4 Mar 2026 10:00:00 +0100
      MIME-Version: 1.0
      Content-Type: \(type)

      \(content)
      """.utf8)
  }

  private func claimBlocks(_ article: Article) -> [String] {
    article.blocks.filter(\.role.holdsClaims)
      .compactMap { article.text.utf8Substring($0.span).map(String.init) }
  }

  @Test("is read as the release, with its date and sender", arguments: forwards)
  func forwarded(forward: Forward) throws {
    let bytes = Self.mail(forward.subject, forward.content, type: forward.type)
    let article = try ArticleReader().read(bytes, path: "a.eml").article
    #expect(claimBlocks(article) == [Self.first, Self.second])
    #expect(article.metadata.published?.day == CalendarDay(year: 2026, month: 2, day: 2))
    #expect(article.metadata.byline == "Ulla Breck")
    expectWholeCover(article)
  }

  @Test(
    "an answer is read as the answer, whatever it answers",
    arguments: [
      "-----Original Message-----\nFrom: Ulla Breck\nSent: Monday, February 2, 2026 9:12 AM\n"
        + "To: Desk\nSubject: Quay\n\n",
      "On Mon, Feb 2, 2026 at 9:12 AM Ulla Breck <ulla@port.example> wrote:\n\n> ",
    ])
  func answered(opening: String) throws {
    let answer = "The quay is safe, and nobody has ever asked the council to close it for good."
    let bytes = Self.mail(
      "Re: Quay", "\(answer)\n\n\(opening)\(Self.first)\n", type: "text/plain; charset=utf-8")
    let article = try ArticleReader().read(bytes, path: "a.eml").article
    #expect(claimBlocks(article) == [answer])
    #expect(article.metadata.byline == "Desk")
    #expect(article.metadata.published?.day == CalendarDay(year: 2026, month: 3, day: 4))
  }

  @Test(
    "flowed lines are joined, with the space at their ends or without",
    arguments: [
      (" delsp=yes", "The quay of the old po \nrt cracked on Mon \nday."),
      ("", "The quay of the \nold port \ncracked on Monday."),
      (" DelSp=\"YES\"", "The quay of the \n  old port c \nracked on Monday."),
      ("", " The quay of the old port \n cracked on Monday."),
    ])
  func flowed(parameter: String, content: String) throws {
    let separator = parameter.isEmpty ? "" : ";"
    let bytes = Self.mail(
      "Quay", content + "\n\n> A quoted \n> line.\n-- \nDesk\n",
      type: "text/plain; charset=utf-8; format=flowed\(separator)\(parameter)")
    let article = try ArticleReader().read(bytes, path: "a.eml").article
    #expect(claimBlocks(article) == ["The quay of the old port cracked on Monday."])
    #expect(article.text.contains(parameter.isEmpty ? "> A quoted line." : "> A quotedline."))
  }

  @Test("a subject of five million bytes is no more than a long one")
  func longSubject() throws {
    for separator in ["", "\n "] {
      let subject = String(repeating: "quay\(separator)", count: 5_000_000 / (4 + separator.count))
      let bytes = Self.mail(subject, Self.release, type: "text/plain; charset=utf-8")
      let reading = try ArticleReader().read(bytes, path: nil)
      #expect(reading.format == .mail)
      #expect(claimBlocks(reading.article) == [Self.first, Self.second])
    }
  }
}
