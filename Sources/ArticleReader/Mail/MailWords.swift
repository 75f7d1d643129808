/// The words that mail programs put into forwarded mails, in the languages of their users.
enum MailWords {
  enum Field { case sender, date, recipient, subject, other }

  /// The field that a label stands for, in lower case without its colon.
  static let fields: [String: Field] = Dictionary(
    [
      (
        .sender,
        "from von de da van od från fra lähettäjä от expéditeur remitente mittente afzender"
      ),
      (.sender, "avsändare afsender avsender nadawca odesílatel feladó отправитель 发件人 差出人"),
      (.date, "sent date gesendet datum envoyé fecha enviado inviato data verzonden skickat sendt"),
      (
        .date, "dato lähetetty päivämäärä päiväys wysłano wysłane odesláno отправлено дата elküldve"
      ),
      (.date, "dátum tarih 日期 发送时间 日時 送信日時"),
      (.recipient, "to an à para a aan till til vastaanottaja do komu pro кому címzett 收件人 宛先"),
      (.recipient, "destinataire destinatario destinatário für pour per voor"),
      (
        .subject,
        "subject betreff objet sujet asunto oggetto onderwerp assunto ämne emne aihe temat"
      ),
      (.subject, "předmět тема tárgy konu 主题 件名"),
      (.other, "cc kopie copie copia kopia kopi копия bcc reply-to antwort importance priority"),
      (.other, "wichtigkeit attachments anlagen anhang importancia importance priorität"),
    ].flatMap { field, labels in labels.split(separator: " ").map { (String($0), field) } }
      + [
        ("enviado el", .date), ("enviada em", .date), ("enviado em", .date),
        ("date d'envoi", .date),
        ("reply to", .other), ("répondre à", .other), ("antwort an", .other),
      ], uniquingKeysWith: { first, _ in first })

  /// Parts of the line over a forwarded mail, in lower case.
  static let forwarded = [
    "forwarded message", "forwarded by", "begin forwarded", "forwarded email", "forwarded mail",
    "weitergeleitete nachricht", "weitergeleiteten nachricht", "weitergeleitete mail", "transféré",
    "réexpédié", "mensaje reenviado", "messaggio inoltrato", "doorgestuurd", "encaminhada",
    "reencaminhada", "vidarebefordra", "vidarebefordrat", "videresend", "videresendt", "przekazan",
    "přeposlan", "välitetty", "továbbított", "пересылаем", "пересланное", "iletilen", "转发", "転送",
  ]

  /// The same over a mail that may be answered or forwarded.
  static let original = [
    "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
    "message d’origine", "message original", "mensaje original", "messaggio originale",
    "oorspronkelijk bericht", "mensagem original", "originalmeddelande", "ursprungligt meddelande",
    "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti", "wiadomość oryginalna",
    "původní zpráva", "eredeti üzenet", "исходное сообщение", "原始邮件", "元のメッセージ",
  ]

  /// What subjects of forwarded mails begin with.
  static let forwardPrefixes = [
    "fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "doorst:", "enc:", "vl:", "pd:", "vb:", "fs:", "pr:",
    "fwd :", "fw :", "tr :", "wtr:", "转发:", "转发：", "továbbítás:", "fyi:",
  ]
  /// What subjects of answers begin with.
  static let answerPrefixes = [
    "re:", "aw:", "antw:", "sv:", "odp:", "ré:", "re :", "rép:", "res:", "r:", "antwort:",
    "回复:", "回复：", "ynt:",
  ]

  /// What forwards in Danish and answers in Finnish.
  static let otherPrefixes = ["vs:"]

  /// The months in other languages than English, by the start that tells them: "février", "févr.".
  static let months: [(start: String, name: String)] = [
    ("januar", "January"), ("jänner", "January"), ("janvier", "January"), ("janv", "January"),
    ("enero", "January"), ("ene", "January"), ("gennaio", "January"), ("gen", "January"),
    ("janeiro", "January"), ("styczn", "January"), ("leden", "January"), ("ledna", "January"),
    ("tammikuu", "January"), ("январ", "January"),
    ("februar", "February"), ("feber", "February"), ("févr", "February"), ("fevr", "February"),
    ("febrero", "February"), ("febbraio", "February"), ("fever", "February"), ("fev", "February"),
    ("lutego", "February"), ("únor", "February"), ("helmikuu", "February"), ("феврал", "February"),
    ("märz", "March"), ("mär", "March"), ("mrz", "March"), ("mars", "March"), ("marzo", "March"),
    ("março", "March"), ("maart", "March"), ("mrt", "March"), ("marts", "March"), ("marc", "March"),
    ("března", "March"), ("maaliskuu", "March"), ("март", "March"),
    ("avril", "April"), ("avr", "April"), ("abril", "April"), ("abr", "April"), ("aprile", "April"),
    ("kwie", "April"), ("dubna", "April"), ("huhtikuu", "April"), ("апрел", "April"),
    ("mai", "May"), ("mayo", "May"), ("maggio", "May"), ("mag", "May"), ("maio", "May"),
    ("mei", "May"), ("maj", "May"), ("května", "May"), ("toukokuu", "May"), ("мая", "May"),
    ("juni", "June"), ("juin", "June"), ("giugno", "June"), ("giu", "June"), ("junho", "June"),
    ("czerwc", "June"), ("června", "June"), ("kesäkuu", "June"), ("июн", "June"),
    ("juli", "July"), ("juil", "July"), ("luglio", "July"), ("lug", "July"), ("julho", "July"),
    ("lipca", "July"), ("července", "July"), ("heinäkuu", "July"), ("июл", "July"),
    ("août", "August"), ("aout", "August"), ("agosto", "August"), ("ago", "August"),
    ("sierpnia", "August"), ("srpna", "August"), ("elokuu", "August"), ("август", "August"),
    ("septiembre", "September"), ("settembre", "September"), ("sett", "September"),
    ("set", "September"), ("wrze", "September"), ("září", "September"), ("syyskuu", "September"),
    ("сентябр", "September"),
    ("oktober", "October"), ("okt", "October"), ("octobre", "October"), ("octubre", "October"),
    ("ottobre", "October"), ("ott", "October"), ("outubro", "October"), ("out", "October"),
    ("październik", "October"), ("paź", "October"), ("října", "October"), ("lokakuu", "October"),
    ("октябр", "October"),
    ("noviembre", "November"), ("listopad", "November"), ("marraskuu", "November"),
    ("ноябр", "November"),
    ("dezember", "December"), ("dez", "December"), ("décembre", "December"), ("déc", "December"),
    ("diciembre", "December"), ("dic", "December"), ("dicembre", "December"),
    ("grudnia", "December"), ("prosin", "December"), ("joulukuu", "December"),
    ("декабр", "December"),
  ]
}
