import CrosswalkModel

/// Reads what the metadata of an Akoma Ntoso act says about it.
struct AkomaNtosoFacts {
  let header: AkomaNtosoHeader
  private let work: FormexElement?
  private let expression: FormexElement?
  private let proprietary: FormexElement?
  private let publication: FormexElement?

  /// Looks at the metadata of `header`.
  init(_ header: AkomaNtosoHeader) {
    self.header = header
    let identification = header.meta?.first(localName: "identification")
    work = identification?.first(localName: "FRBRWork")
    expression = identification?.first(localName: "FRBRExpression")
    proprietary = header.meta?.first(localName: "proprietary")
    publication = header.meta?.first(localName: "publication")
  }

  /// The facts.
  func facts(title: String) -> EULawFacts {
    var facts = EULawFacts()
    facts.date = Self.day(work?.first(localName: "FRBRdate")?.attribute("date"))
    facts.published = Self.day(publication?.attribute("date"))
    facts.version = Self.day(expression?.first(localName: "FRBRdate")?.attribute("date"))
    if facts.version == facts.date { facts.version = nil }
    facts.language = language
    facts.printedCELEX = alias("CELEX") ?? proprietary?.firstAnywhere(.celex)?.plainText
    facts.printedELI =
      alias("ELI")
      ?? [work, expression].compactMap { $0?.first(localName: "FRBRuri")?.attribute("value") }
      .first { $0.contains("/eli/") }
    facts.number = number(of: facts, title: title)
    facts.legalValue = legalValue(celex: facts.printedCELEX)
    let reference = proprietary?.firstAnywhere(.documentReference)
    facts.collection = reference?.first(.collection)?.plainText
    facts.journalNumber = reference?.first(.journalNumber)?.plainText ?? publication?.attribute("number")
    facts.journalYear = reference?.first(.year)?.plainText
    facts.firstPage = reference?.first(.firstPage)?.plainText
    facts.further = further
    return facts
  }

  private var further: [Property] {
    var properties = [Property(name: "document-kind", value: header.document?.localName ?? "")]
    if let uri = work?.first(localName: "FRBRuri")?.attribute("value"), !uri.isEmpty {
      properties.append(Property(name: "work-uri", value: uri))
    }
    if let procedure = header.preface?.all(localName: "docketNumber").first {
      properties.append(Property(name: "procedure", value: FormexNumber.label(procedure.plainText)))
    }
    return properties
  }

  /// A day; years from 2900 on stand for "not known yet" in drafts.
  private static func day(_ text: String?) -> CalendarDate? {
    text.flatMap { CalendarDate(String($0.prefix(10))) }.flatMap { $0.year < 2900 ? $0 : nil }
  }

  private func alias(_ name: String) -> String? {
    let aliases = [work, expression].flatMap { $0?.elements.filter { $0.localName == "FRBRalias" } ?? [] }
    return aliases.first { $0.attribute("name")?.uppercased() == name }?.attribute("value")
  }

  private func number(of facts: EULawFacts, title: String) -> String? {
    if let number = FormexActFacts.number(proprietary?.firstAnywhere(.number)) { return number }
    let printed = work?.first(localName: "FRBRnumber")?.attribute("value")
    if let printed, !printed.isEmpty {
      guard printed.allSatisfy(\.isNumber), let date = facts.date else { return printed }
      return "\(date.year)/\(printed)"
    }
    return FormexActFacts.number(in: title)
  }

  private func legalValue(celex: String?) -> String? {
    if let celex, celex.count > 5 {
      switch celex.dropFirst(5).first {
      case "R": return "REG"
      case "L": return "DIR"
      case "D": return "DEC"
      default: break
      }
    }
    let name = header.document?.attribute("name")?.uppercased() ?? ""
    return ["REG", "DIR", "DEC"].first { name.hasPrefix($0) }
  }

  /// `en`, where the file says `en`, `en-EN` or `eng`.
  private var language: String? {
    guard let printed = expression?.first(localName: "FRBRlanguage")?.attribute("language") else {
      return nil
    }
    let first = printed.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return Self.twoLetters[first] ?? (first.isEmpty ? nil : first)
  }

  /// The languages of the Union by their codes of three letters (ISO 639-2).
  private static let twoLetters = [
    "bul": "bg", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el",
    "eng": "en", "spa": "es", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "hrv": "hr",
    "hun": "hu", "ita": "it", "lit": "lt", "lav": "lv", "mlt": "mt", "nld": "nl", "dut": "nl", "pol": "pl",
    "por": "pt", "ron": "ro", "rum": "ro", "slk": "sk", "slo": "sk", "slv": "sl", "swe": "sv",
  ]
}
