/// The element names of Formex 4 that the importer knows; anything else is named to the user.
enum FormexName: String, CaseIterable, Sendable {
  // Roots.
  case act = "ACT"
  case annex = "ANNEX"
  case document = "DOC"
  case publication = "PUBLICATION"
  /// A consolidated act, its annexes inline.
  case consolidatedAct = "CONS.ACT"
  // Bibliography.
  case bibliographyOfInstance = "BIB.INSTANCE"
  case bibliographyOfDocument = "BIB.DOC"
  case documentReference = "DOCUMENT.REF"
  case publicationReference = "PUBLICATION.REF"
  case collection = "COLL"
  case number = "NO.DOC"
  case currentNumber = "NO.CURRENT"
  case year = "YEAR"
  case community = "COM"
  case journalNumber = "NO.OJ"
  case eli = "NO.ELI"
  case celex = "NO.CELEX"
  case sequence = "NO.SEQ"
  case language = "LG.DOC"
  case legalValue = "LEGAL.VALUE"
  case firstPage = "PAGE.FIRST"
  case parts = "FMX"
  case mainPart = "DOC.MAIN.PUB"
  case subPart = "DOC.SUB.PUB"
  case physicalReference = "REF.PHYS"
  case publishedItem = "ITEM.PUB"
  // The frame of an act.
  case title = "TITLE"
  case titleLine = "TI"
  case subtitleLine = "STI"
  case preamble = "PREAMBLE"
  case preambleStart = "PREAMBLE.INIT"
  case preambleEnd = "PREAMBLE.FINAL"
  case visas = "GR.VISA"
  case visa = "VISA"
  case recitals = "GR.CONSID"
  case recitalsStart = "GR.CONSID.INIT"
  case recitalsDivision = "DIV.CONSID"
  case recital = "CONSID"
  case enactingTerms = "ENACTING.TERMS"
  case division = "DIVISION"
  case final = "FINAL"
  case signature = "SIGNATURE"
  case placeAndDate = "PL.DATE"
  case signatory = "SIGNATORY"
  case contents = "CONTENTS"
  // Provisions.
  case article = "ARTICLE"
  case articleNumber = "TI.ART"
  case articleTitle = "STI.ART"
  case subdivision = "SUBDIV"
  case paragraph = "PARAG"
  case paragraphNumber = "NO.PARAG"
  case alinea = "ALINEA"
  case sequenceGroup = "GR.SEQ"
  case list = "LIST"
  case item = "ITEM"
  case numbered = "NP"
  case numberOfPoint = "NO.P"
  case textOfPoint = "TXT"
  case block = "P"
  case definitionList = "DLIST"
  case definitionItem = "DLIST.ITEM"
  case term = "TERM"
  case definition = "DEFINITION"
  case quotation = "QUOT.S"
  // Tables.
  case tableGroup = "GR.TBL"
  case table = "TBL"
  case tableNotes = "GR.NOTES"
  case corpus = "CORPUS"
  case rowGroup = "BLK"
  case rowGroupTitle = "TI.BLK"
  case rowGroupSubtitle = "STI.BLK"
  case row = "ROW"
  case cell = "CELL"
  case empty = "IE"
  // Inside a line.
  case highlight = "HT"
  case date = "DATE"
  case reference = "REF.DOC"
  case referenceToJournal = "REF.DOC.OJ"
  case referenceToSeries = "REF.DOC.SE"
  case referenceToReports = "REF.DOC.ECR"
  case formatted = "FT"
  case lineBreak = "BR"
  case keyword = "KEYWORD"
  case quoteStart = "QUOT.START"
  case quoteEnd = "QUOT.END"
  case note = "NOTE"
  case image = "INCL.ELEMENT"
  case formula = "FORMULA"
  // Consolidated acts.
  case consolidatedDocument = "CONS.DOC"
  case consolidatedAnnex = "CONS.ANNEX"
  case consolidation = "INFO.CONSLEG"
  case family = "FAM.COMP"
  case bibliographicData = "BIB.DATA"
  case bibliographyOfConsolidated = "BIB.INSTANCE.CONS"
  case referenceOfConsolidated = "DOCUMENT.REF.CONS"
  case modifyingActs = "GR.MOD.ACT"
  case modifyingAct = "MOD.ACT"
  case corrigenda = "GR.CORRIG"
  case corrigendum = "CORRIG"

  /// The names in the order that events number them.
  static let vocabulary = allCases.map(\.rawValue)
  private static let cases = Array(allCases)

  /// The name with this index in ``vocabulary``; `nil` for an element that is not known.
  init?(index: Int) {
    guard Self.cases.indices.contains(index) else { return nil }
    self = Self.cases[index]
  }

  /// Whether it marks words inside a line, so that its text flows on.
  var isInline: Bool {
    switch self {
    case .highlight, .date, .reference, .referenceToJournal, .referenceToSeries, .referenceToReports,
      .formatted,
      .lineBreak, .keyword, .quoteStart, .quoteEnd, .note, .image, .formula, .empty, .number, .currentNumber,
      .year,
      .community, .journalNumber, .eli, .celex, .collection:
      true
    default: false
    }
  }

  /// Whether it only frames a block of lines or of other blocks.
  var isFrame: Bool {
    switch self {
    case .block, .alinea, .textOfPoint, .contents, .tableGroup, .definition, .term, .title, .titleLine,
      .subtitleLine:
      true
    default: false
    }
  }
}

extension FormexName {
  /// Elements of bibliographies that only say how a part was printed or produced; they are passed over on purpose.
  static let printingData: Set<String> = [
    "AGE.OJ", "AUTHOR", "BIB.OJ", "BIB.VOLUME", "DURAB", "EEA", "FIN.ID", "INFO.PROD", "ITEM.REF",
    "ITEM.VOLUME", "LG.OJ",
    "NO.ISSN.ELECTRONIC", "NO.ISSN.PRINT", "OJ", "PAGE.CONTENTS", "PAGE.LAST", "PAGE.SEQ", "PAGE.TOTAL",
    "PAPER",
    "PDF", "PROD.ID", "SECTION", "SUBSECTION", "VOLUME", "VOLUME.ID", "VOLUME.PAPER", "VOLUME.REF",
  ]
}

extension FormexName {
  /// Whether an element of this name heads an act or an annex: its bibliography and its title.
  var isHead: Bool {
    switch self {
    case .bibliographyOfInstance, .title, .consolidation, .family: true
    default: false
    }
  }

  /// Other roots of Formex, which hold no act, in words.
  static let otherRoots: [String: String] = [
    "AGR": "an international agreement (<AGR>)",
    "CONS.ANNEX": "an annex of a consolidated act without its act (<CONS.ANNEX>)",
    "CONS.OTH": "a consolidated text that is no act (<CONS.OTH>)",
    "CORR": "a corrigendum (<CORR>), which only says what to change in an act",
    "GENERAL": "a notice or other text without articles (<GENERAL>)",
    "JUDGMENT": "a judgment (<JUDGMENT>)",
    "LETTER": "a letter (<LETTER>)",
    "OPINION": "an opinion of an Advocate General (<OPINION>)",
    "ORDER": "an order of a court (<ORDER>)",
  ]
}

/// The attributes of Formex 4 that the importer reads.
enum FormexAttribute: String {
  case file = "FILE"
  case type = "TYPE"
  case iso = "ISO"
  case format = "FORMAT"
  case identifier = "IDENTIFIER"
  case code = "CODE"
  case id = "ID"
  case noteID = "NOTE.ID"
  case noteReference = "NOTE.REF"
  case noteMark = "NUMBER.ORG"
  case noteNumbering = "NUMBERING"
  case instance = "DOC.INSTANCE"
  case column = "COL"
  case columnSpan = "COLSPAN"
  case rowSpan = "ROWSPAN"
  case fileReference = "FILEREF"
  case legalValue = "LEG.VAL"
  case startDate = "START.DATE"
  case lastModified = "DATE.LAST.MOD"
}
