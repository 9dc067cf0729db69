import CrosswalkReaders

/// Collects the characters of the law in a Formex file, independently of the importer: everything in the recitals,
/// the enacting terms and the annexes that is no footnote, quotation marks by their code.
struct FormexWordsOracle: XMLEventHandler {
  typealias Failure = Never
  static let vocabulary = [
    "GR.CONSID", "ENACTING.TERMS", "CONTENTS", "TITLE", "NOTE", "QUOT.START", "QUOT.END", "ANNEX", "ACT",
    "FINAL",
    "ARTICLE", "CONSID", "PARAG", "QUOT.S", "GR.CONSID.INIT",
  ]
  private(set) var words = ""
  private(set) var articles = 0
  private(set) var recitals = 0
  private(set) var articlesWithoutParagraph = 0
  private(set) var elements: Set<String> = []
  private var open: [String] = []
  private var hasParagraph = false

  mutating func startElement(_ element: XMLElement) {
    let name = element.localName
    let isQuoted = open.contains("QUOT.S")
    open.append(name)
    elements.insert(name)
    if name == "ARTICLE" && !isQuoted { (articles, hasParagraph) = (articles + 1, false) }
    if name == "PARAG" { hasParagraph = true }
    if name == "CONSID" { recitals += 1 }
    guard isLaw, name.hasPrefix("QUOT.") else { return }
    for attribute in element.attributes where attribute.localName == "CODE" {
      if let code = UInt32(attribute.value, radix: 16), let mark = Unicode.Scalar(code) {
        words.unicodeScalars.append(mark)
      }
    }
  }

  mutating func endElement(_ element: XMLElementEnd) {
    open.removeLast()
    if element.localName == "ARTICLE" && !open.contains("QUOT.S") && !hasParagraph {
      articlesWithoutParagraph += 1
    }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) {
    if isLaw { words += String(decoding: bytes, as: UTF8.self) }
  }

  private var isLaw: Bool {
    guard !open.contains("NOTE"), !open.contains("BIB.INSTANCE") else { return false }
    if open.first == "ANNEX" || open.contains("CONS.ANNEX") { return true }
    return open.contains("CONSID") || open.contains("ENACTING.TERMS")
  }

  /// What is compared: no blanks, and none of the marks that only one side prints.
  static func compared(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "—" && $0 != "|" }.map(Character.init)
    )
  }
}
