import CrosswalkModel

/// What a publisher says about an act of the European Union in any format: its number, its dates, its place in the
/// Official Journal, what became of it.
struct EULawFacts: Hashable, Sendable {
  /// `2024/1689`, or `910/2014` where the publisher writes the number first.
  var number: String?
  /// `en`.
  var language: String?
  /// `REG`, `DIR`, `DEC`.
  var legalValue: String?
  /// The day of the act itself.
  var date: CalendarDate?
  /// The day of the Official Journal.
  var published: CalendarDate?
  /// `L`.
  var collection: String?
  var journalNumber: String?
  var journalYear: String?
  var firstPage: String?
  /// The number as the file prints it.
  var printedCELEX: String?
  /// The identifier as the file prints it.
  var printedELI: String?
  /// Of a consolidated act, the day from which its text stands so.
  var consolidated: CalendarDate?
  /// The day of the version that the file holds, where it is not the act as adopted.
  var version: CalendarDate?
  /// CELEX numbers of the acts whose changes a consolidated act holds, in the order of the file.
  var amendingActs: [String] = []
  /// CELEX numbers of the corrigenda that a consolidated act holds.
  var corrigenda: [String] = []
  /// Further facts, as the format names them.
  var further: [Property] = []
}

extension EULawFacts {
  /// Under which terms the institutions let their documents be used.
  static let licence = "© European Union; reuse authorised by Commission Decision 2011/833/EU"

  /// Year and number of the act, where its date tells which is which.
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

  /// The CELEX number of the consolidated text: `02014R0910-20241018`.
  var consolidatedCELEX: String? {
    guard let consolidated, let celex, celex.hasPrefix("3") else { return nil }
    return "0\(celex.dropFirst())-\(consolidated.description.filter { $0 != "-" })"
  }

  /// The European Legislation Identifier of the act.
  var eli: String? { printedELI ?? eli("oj") }

  /// Where the publisher keeps this text.
  var source: String? { consolidated.flatMap { eli($0.description) } ?? eli }

  private func eli(_ version: String) -> String? {
    guard let (year, number) = yearAndNumber, let legalValue, ["REG", "DIR", "DEC"].contains(legalValue)
    else { return nil }
    return "http://data.europa.eu/eli/\(legalValue.lowercased())/\(year)/\(number)/\(version)"
  }

  /// The reference that lawyers print: `OJ L 333, 27.12.2022, p. 80` or `OJ L, 2024/1689, 12.7.2024`.
  ///
  /// Where the day of publication is not known, the year stands in its place.
  var journal: String? {
    let day = published.map { "\($0.day).\($0.month).\($0.year)" } ?? journalYear
    guard let collection, let day else { return nil }
    if let journalNumber {
      return "OJ \(collection) \(journalNumber), \(day)" + (firstPage.map { ", p. \($0)" } ?? "")
    }
    guard published != nil else { return nil }
    return number.map { "OJ \(collection), \($0), \(day)" } ?? "OJ \(collection), \(day)"
  }

  /// The day from which the text is the current one.
  var asOf: CalendarDate? { consolidated ?? version ?? published ?? date }

  /// What the document prints about itself, for rules that recognise it.
  func identifying(title: String) -> [Property] {
    named(["number": number, "celex": celex, "eli": eli, "title": title])
  }

  /// The framework named after the act's number where that is printed: `eu-32014r0910`.
  var frameworkAfterCELEX: FrameworkID? {
    printedCELEX.flatMap { FrameworkID("eu-" + $0.lowercased()) }
  }

  /// Facts that metadata has no field for, named alike for every format.
  var properties: [Property] {
    let facts = named([
      "number": number, "legal-value": legalValue, "celex": celex, "eli": eli, "official-journal": journal,
      "document-date": date?.description, "publication-date": published?.description,
      "consolidation-date": consolidated?.description, "consolidated-celex": consolidatedCELEX,
      "consolidation": consolidated.map { _ in
        "a documentation tool without legal effect; authentic are the acts in the Official Journal"
      },
    ])
    return facts + amendingActs.map { Property(name: EULawProperty.amendedBy, value: $0) }
      + corrigenda.map { Property(name: "corrected-by", value: $0) } + further
  }

  private func named(_ facts: KeyValuePairs<String, String?>) -> [Property] {
    facts.compactMap { name, value in value.map { Property(name: name, value: $0) } }
  }
}
