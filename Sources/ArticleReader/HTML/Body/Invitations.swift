/// Lines between paragraphs that lead to other pages, or ask for something, in several languages.
///
/// English ones are `PagePhrases`.
enum Invitations {
  private static let longest = 40

  /// Whether a text opens with such words.
  static func open(_ bytes: ArraySlice<UInt8>, words: Int) -> Bool {
    guard words <= longest else { return false }
    var start = bytes.prefix(40).map(\.lowercasedASCII)[...]
    start = start.drop { $0 < 0x80 && !$0.isASCIILetter || $0 == 0xC2 || $0 == 0xBF }
    guard start.count >= 4, let byte = start.first else { return false }
    return openings[Int(byte)].contains { start.starts(with: $0) }
  }

  /// The openings by their first byte.
  private static let openings: [[[UInt8]]] = {
    var openings = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases + phrases.map({ $0.prefix(1).uppercased() + $0.dropFirst() }) {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { openings[Int(first)].append(bytes) }
    }
    return openings
  }()

  private static let phrases = [
    // German
    "lesen sie auch", "lesen sie mehr", "lies auch", "auch interessant", "mehr zum thema",
    "das könnte sie", "das könnte dich", "weiterlesen", "weitere artikel", "weitere informationen",
    "weiterführende", "mehr dazu", "siehe auch", "teilen", "drucken", "kommentare", "kommentar",
    "hinterlasse", "schreibe einen", "deine e-mail-adresse", "ihre e-mail", "anzeige", "werbung",
    "newsletter", "abonnieren", "jetzt abonnieren", "verwandte", "ähnliche", "zurück zu",
    "nächster",
    "vorheriger", "schlagwörter", "schlagworte", "kategorie", "veröffentlicht", "über den autor",
    "dieser beitrag wurde", "dieser artikel", "beitrag teilen", "quelle", "foto", "copyright",
    // Spanish and Portuguese
    "lea también", "lea más", "lee también", "leer también", "lea ", "lee más", "leer más",
    "le puede interesar", "te puede interesar", "también puedes leer", "notas relacionadas",
    "noticias relacionadas", "relacionad", "más información", "más noticias", "suscríbete",
    "suscríbase", "comparte", "compartir", "síguenos", "comentarios", "publicidad", "etiquetas",
    "leia também", "leia mais", "veja também", "saiba mais", "compartilhe", "assine", "comentários",
    "recomendad", "únete", "regístrate", "haz clic",
    // French
    "lire aussi", "à lire aussi", "lire également", "à lire", "voir aussi", "partager", "publicité",
    "commentaires", "abonnez-vous", "s'abonner", "inscrivez-vous", "sur le même sujet", "articles",
    "en savoir plus",
    // Italian
    "leggi anche", "leggi tutto", "leggi di più", "condividi", "commenti", "iscriviti",
    "pubblicità",
    "articoli correlati", "potrebbe interessarti", "ti potrebbe",
    // Dutch and the North
    "lees ook", "lees meer", "lees verder", "deel dit", "reacties", "läs också", "läs mer",
    "les også",
    "læs også", "annons", "relaterad",
    // Slavic languages and Turkish
    "czytaj także", "czytaj też", "zobacz także", "zobacz też", "читайте также", "читать далее",
    "подписывайтесь", "поделиться", "комментарии", "реклама", "читайте", "čtěte také", "přečtěte",
    "ilgili", "paylaş", "yorum",
    // English words that other pages use, too
    "read more", "related", "share", "tags", "follow", "subscribe", "click here",
  ]
}
