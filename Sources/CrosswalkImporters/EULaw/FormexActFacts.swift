import CrosswalkModel

/// Reads what the bibliography of a Formex act says.
enum FormexActFacts {
  /// Reads the file that lists the parts, where there is one, and the head of the act or annex.
  static func facts(
    part: FormexHeader, document: FormexHeader?, entry: FormexElement?, title: String
  ) -> EULawFacts {
    let instance = part.first(.bibliographyOfInstance)
    let reference = instance?.first(.documentReference)
    let bibliography = document?.first(.bibliographyOfDocument)
    let publication = document?.first(.publicationReference)
    var facts = EULawFacts()
    facts.number =
      number(instance?.first(.number)) ?? number(bibliography?.first(.number))
      ?? number(in: title) ?? number(reference?.first(.number))
    facts.language = (entry?.first(.language) ?? instance?.first(.language))?.plainText.lowercased()
    facts.legalValue = entry?.first(.legalValue)?.plainText
    facts.date = date(entry?.first(.date)) ?? date(instance?.first(.date))
    facts.published = date(publication?.first(.date))
    facts.printedCELEX = entry?.first(.celex)?.plainText
    facts.printedELI = bibliography?.first(.eli)?[.id]
    facts.collection = (publication ?? reference)?.first(.collection)?.plainText
    facts.journalNumber = (publication ?? reference)?.first(.journalNumber)?.plainText
    facts.firstPage = (entry ?? instance)?.first(.firstPage)?.plainText
    if let consolidation = part.first(.consolidation), let family = part.first(.family) {
      describe(consolidation, family, &facts)
    }
    return facts
  }

  /// Of a consolidated act the file's own bibliography is about the consolidation: the act's stands apart.
  private static func describe(
    _ consolidation: FormexElement, _ family: FormexElement, _ facts: inout EULawFacts
  ) {
    let data = family.first(.bibliographicData)
    let instance = data?.first(.bibliographyOfConsolidated)
    let reference = instance?.first(.referenceOfConsolidated)
    facts.consolidated =
      consolidation[.startDate].flatMap { CalendarDate(FormexNumber.isoDate($0)) } ?? facts.date
    facts.number = number(instance?.first(.number)) ?? number(reference?.first(.number)) ?? facts.number
    facts.legalValue = family[.legalValue] ?? facts.legalValue
    facts.date = date(data?.first(.date))
    facts.published = date(instance?.first(.date))
    facts.printedCELEX = data?.first(.celex)?.plainText ?? facts.printedCELEX
    facts.collection = reference?.first(.collection)?.plainText
    facts.journalNumber = reference?.first(.journalNumber)?.plainText
    facts.firstPage = reference?.first(.firstPage)?.plainText
    let modifying = family.first(.modifyingActs)?.all(.modifyingAct) ?? []
    facts.amendingActs = modifying.compactMap { celex(of: $0) }
    facts.corrigenda = family.all(.corrigendum).compactMap { celex(of: $0) }
    if let day = consolidation[.lastModified].flatMap({ CalendarDate(FormexNumber.isoDate($0)) }) {
      facts.further.append(Property(name: "last-modified", value: day.description))
    }
  }

  private static func celex(of element: FormexElement) -> String? {
    element.first(.bibliographicData)?.first(.celex)?.plainText
  }

  private static func date(_ element: FormexElement?) -> CalendarDate? {
    element?[.iso].flatMap { CalendarDate(FormexNumber.isoDate($0)) }
  }

  /// `2024/1689`, or `910/2014` where the publisher writes the number first.
  static func number(_ element: FormexElement?) -> String? {
    guard let element, let year = element.first(.year)?.plainText,
      let number = element.first(.currentNumber)?.plainText
    else { return nil }
    let bare = String(number.drop { $0 == "0" })
    return element[.format] == "NY" ? "\(bare)/\(year)" : "\(year)/\(bare)"
  }

  /// The first number of the form `2022/2555` or `910/2014` in a title.
  static func number(in title: String) -> String? {
    for word in title.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 2, parts[0].count >= 2, parts[0].allSatisfy(\.isNumber) else { continue }
      let second = parts[1].prefix(while: \.isNumber)
      if !second.isEmpty { return "\(parts[0])/\(second)" }
    }
    return nil
  }
}
