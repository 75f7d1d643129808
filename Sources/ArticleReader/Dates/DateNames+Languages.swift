/// The words of dates in other languages than English.
///
/// Names of months count only in a whole date with its year, so that a word that means something else in
/// English ("out", "set") does no harm.
extension DateNames {
  /// The number of a month from its name, form or abbreviation, in lower case without a full stop.
  static let foreignMonths: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in namesOfMonths.enumerated() {
      for name in names.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// German, French, Spanish, Portuguese, Italian, Catalan; Dutch, Swedish, Danish, Norwegian; Polish, Czech,
  /// Croatian; Russian, Ukrainian; Turkish, Romanian, Hungarian, Finnish, Indonesian, Greek, Arabic.
  private static let namesOfMonths = [
    """
    januar jänner jän janvier janv enero ene janeiro gennaio gen gener januari stycznia styczeń ledna leden \
    siječnja января январь янв січня ocak ianuarie január tammikuuta ιανουαρίου يناير
    """,
    """
    februar feber février fevrier févr fév febrero fevereiro fev febbraio febrer februari lutego luty února \
    únor veljače февраля февраль фев лютого şubat februarie február helmikuuta pebruari φεβρουαρίου فبراير
    """,
    """
    märz mär mrz maerz mars marzo março marz març maart mrt marts marca marzec března březen ožujka марта \
    март березня mart martie március maaliskuuta maret μαρτίου مارس
    """,
    """
    april avril avr abril abr aprile d'abril kwietnia kwiecień dubna duben travnja апреля апрель апр квітня \
    nisan aprilie április huhtikuuta απριλίου أبريل ابريل
    """,
    """
    mai mayo maio maggio mag maig mei maj maja května květen svibnja мая май травня mayıs május toukokuuta \
    μαΐου مايو
    """,
    """
    juni juin junio junho giugno giu juny czerwca czerwiec června červen lipnja июня июнь червня haziran \
    iunie június kesäkuuta ιουνίου يونيو
    """,
    """
    juli juillet juil julio julho luglio lug juliol lipca lipiec července červenec srpnja июля июль липня \
    temmuz iulie július heinäkuuta ιουλίου يوليو
    """,
    """
    august août aout agosto ago agost augustus augusti sierpnia sierpień srpna srpen kolovoza августа \
    август авг серпня ağustos augusztus elokuuta agustus αυγούστου أغسطس
    """,
    """
    september septembre septiembre setiembre setembro set settembre setembre września wrzesień září rujna \
    сентября сентябрь сен вересня eylül septembrie szeptember syyskuuta σεπτεμβρίου سبتمبر
    """,
    """
    oktober okt octobre octubre outubro out ottobre ott d'octubre października październik října říjen \
    октября октябрь окт жовтня ekim octombrie október lokakuuta οκτωβρίου أكتوبر
    """,
    """
    november novembre noviembre novembro listopada listopad listopadu studenoga ноября ноябрь ноя листопада \
    kasım noiembrie marraskuuta nopember νοεμβρίου نوفمبر
    """,
    """
    dezember dez décembre decembre déc diciembre dic dezembro dicembre desembre december desember grudnia \
    grudzień prosince prosinec prosinca декабря декабрь дек грудня aralık decembrie joulukuuta δεκεμβρίου \
    ديسمبر
    """,
  ]

  /// What other languages set between the parts of a date: "3 de marzo de 2026", "3º de março".
  static let joiners: Set<String> = ["of", "de", "del", "d'", "di", "den", "der", "dne", "г"]
  /// What follows the number of a day.
  static let dayEndings: Set<String> = [
    "er", "ème", "eme", "º", "ª", "o", "e", "de", "ste", "-го", "го",
  ]

  static let foreignPublishedLabels: Set<String> = [
    "veröffentlicht", "erschienen", "erstellt", "publiziert", "publié", "publiée", "publie",
    "publicado",
    "publicada", "pubblicato", "pubblicata", "gepubliceerd", "geplaatst", "publicerad",
    "publicerat",
    "publisert", "udgivet", "opublikowano", "dodano", "publikováno", "vydáno", "опубликовано",
    "опубліковано", "yayınlanma", "publicat", "julkaistu", "postado", "geschrieben", "verfasst",
    "eingestellt", "gepostet",
  ]
  static let foreignUpdatedLabels: Set<String> = [
    "aktualisiert", "geändert", "änderung", "aktualisierung", "stand", "mis", "actualisé",
    "modifié",
    "actualizado", "actualización", "atualizado", "aggiornato", "aggiornamento", "bijgewerkt",
    "gewijzigd",
    "uppdaterad", "oppdatert", "opdateret", "ändrad", "zaktualizowano", "aktualizace",
    "aktualizováno",
    "обновлено", "оновлено", "güncelleme", "actualizat", "päivitetty",
  ]
  static let foreignFillers: Set<String> = [
    "am", "um", "uhr", "vom", "den", "der", "datum", "le", "à", "jour", "jeudi", "lundi", "mardi",
    "mercredi", "vendredi", "samedi", "dimanche", "el", "las", "a", "hrs", "fecha", "lunes",
    "martes",
    "miércoles", "jueves", "viernes", "sábado", "domingo", "il", "alle", "ore", "lunedì", "martedì",
    "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "em", "às", "segunda", "terça",
    "quarta",
    "quinta", "sexta", "feira", "op", "om", "uur", "maandag", "dinsdag", "woensdag", "donderdag",
    "vrijdag", "zaterdag", "zondag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "kl", "w", "dne",
    "v", "в", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
  ]
}
