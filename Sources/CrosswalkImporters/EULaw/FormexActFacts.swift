import CrosswalkModel

/// What the bibliography of an act says: its number, its dates, its place in the Official Journal.
struct FormexActFacts {
  var number: String?
  /// `en`.
  var language: String?
  /// `REG`, `DIR`, `DEC`.
  var legalValue: String?
  /// The day of the act itself.
  var date: CalendarDate?
  /// The day of the Official Journal.
  var published: CalendarDate?
  var eli: String?
  private var printedCELEX: String?
  private var collection: String?
  private var journalNumber: String?
  private var firstPage: String?

  /// Reads the file that lists the parts, where there is one, and the head of the act or annex.
  init(part: FormexHeader, document: FormexHeader?, entry: FormexElement?, title: String) {
    let instance = part.first(.bibliographyOfInstance)
    let reference = instance?.first(.documentReference)
    let bibliography = document?.first(.bibliographyOfDocument)
    let publication = document?.first(.publicationReference)
    number =
      Self.number(instance?.first(.number)) ?? Self.number(bibliography?.first(.number))
      ?? Self.number(in: title) ?? Self.number(reference?.first(.number))
    language = (entry?.first(.language) ?? instance?.first(.language))?.plainText.lowercased()
    legalValue = entry?.first(.legalValue)?.plainText
    date = Self.date(entry?.first(.date)) ?? Self.date(instance?.first(.date))
    published = Self.date(publication?.first(.date))
    printedCELEX = entry?.first(.celex)?.plainText
    eli = bibliography?.first(.eli)?[.id]
    collection = (publication ?? reference)?.first(.collection)?.plainText
    journalNumber = (publication ?? reference)?.first(.journalNumber)?.plainText
    firstPage = (entry ?? instance)?.first(.firstPage)?.plainText
    if eli == nil { eli = derivedELI }
  }

  private static func date(_ element: FormexElement?) -> CalendarDate? {
    element?[.iso].flatMap { CalendarDate(FormexNumber.isoDate($0)) }
  }

  /// `2024/1689`, or `910/2014` where the publisher writes the number first.
  private static func number(_ element: FormexElement?) -> String? {
    guard let element, let year = element.first(.year)?.plainText,
      let number = element.first(.currentNumber)?.plainText
    else { return nil }
    let bare = String(number.drop { $0 == "0" })
    return element[.format] == "NY" ? "\(bare)/\(year)" : "\(year)/\(bare)"
  }

  /// The first number of the form `2022/2555` or `910/2014` in a title.
  private static func number(in title: String) -> String? {
    for word in title.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 2, parts[0].count >= 2, parts[0].allSatisfy(\.isNumber) else { continue }
      let second = parts[1].prefix(while: \.isNumber)
      if !second.isEmpty { return "\(parts[0])/\(second)" }
    }
    return nil
  }

  private var yearAndNumber: (year: String, number: String)? {
    guard let parts = number?.split(separator: "/"), parts.count == 2, let date else { return nil }
    let year = String(date.year)
    if parts[0] == year { return (year, String(parts[1])) }
    return parts[1] == year ? (year, String(parts[0])) : nil
  }

  /// The CELEX number of a regulation, directive or decision; `nil` where the source does not say what it is.
  var celex: String? {
    if let printedCELEX { return printedCELEX }
    guard let (year, number) = yearAndNumber, let legalValue, number.count <= 4 else { return nil }
    let letters = [("REG", "R"), ("DIR", "L"), ("DEC", "D")]
    guard let letter = letters.first(where: { legalValue.hasPrefix($0.0) })?.1 else { return nil }
    return "3" + year + letter + String(repeating: "0", count: 4 - number.count) + number
  }

  private var derivedELI: String? {
    guard let (year, number) = yearAndNumber, let legalValue, ["REG", "DIR", "DEC"].contains(legalValue)
    else { return nil }
    return "http://data.europa.eu/eli/\(legalValue.lowercased())/\(year)/\(number)/oj"
  }

  /// The reference that lawyers print: `OJ L 333, 27.12.2022, p. 80` or `OJ L, 2024/1689, 12.7.2024`.
  var journal: String? {
    guard let collection, let published else { return nil }
    let day = "\(published.day).\(published.month).\(published.year)"
    if let journalNumber {
      return "OJ \(collection) \(journalNumber), \(day)" + (firstPage.map { ", p. \($0)" } ?? "")
    }
    return number.map { "OJ \(collection), \($0), \(day)" } ?? "OJ \(collection), \(day)"
  }

  /// What the document prints about itself, for rules that recognise it.
  func identifying(title: String) -> [Property] {
    named(["number": number, "celex": celex, "eli": eli, "title": title])
  }

  /// Facts that metadata has no field for.
  var properties: [Property] {
    named([
      "number": number, "legal-value": legalValue, "celex": celex, "eli": eli, "official-journal": journal,
      "document-date": date?.description, "publication-date": published?.description,
    ])
  }

  private func named(_ facts: KeyValuePairs<String, String?>) -> [Property] {
    facts.compactMap { name, value in value.map { Property(name: name, value: $0) } }
  }
}
