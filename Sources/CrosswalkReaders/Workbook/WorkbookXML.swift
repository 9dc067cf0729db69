import CrosswalkModel

/// The namespaces of a workbook's parts, in both of the forms that the standard has.
enum WorkbookNames {
  /// Spreadsheet elements: transitional and strict.
  static let spreadsheet = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  static let relationships = ["http://schemas.openxmlformats.org/package/2006/relationships"]

  /// Whether `namespace` is that of attributes that name a relationship.
  static func namesRelationship(_ namespace: String?) -> Bool {
    namespace == "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      || namespace == "http://purl.oclc.org/ooxml/officeDocument/relationships"
  }

  /// Text as the standard's `ST_Xstring` has it: `_x000A_` stands for the character with that code.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "_", let escaped = escape(rest) {
        result.append(escaped)
        rest = rest.dropFirst(7)
      } else {
        result.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  /// The character that an escape at the beginning of `text` stands for; control characters have none but blanks.
  private static func escape(_ text: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let parts = Array(text.prefix(7))
    guard parts.count == 7, parts[1] == "x", parts[6] == "_" else { return nil }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: parts[2..<6])
    guard let code = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(code),
      code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D
    else { return nil }
    return scalar
  }
}

/// One relationship of a part: which other part plays which role.
struct WorkbookRelationship: Hashable {
  var id: String
  /// The last part of the type: `worksheet`, `sharedStrings`.
  var role: String
  var target: String
  var isExternal: Bool
}

/// Reads the relationships of a part.
struct RelationshipHandler: XMLEventHandler {
  static let vocabulary = ["Relationship", "Id", "Type", "Target", "TargetMode"]
  static let namespaces = WorkbookNames.relationships

  private(set) var relationships: [WorkbookRelationship] = []

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.name == 0, element.namespaceIndex >= 0, let id = element.string(1),
      let type = element.string(2), let target = element.string(3)
    else { return }
    let role = type.split(separator: "/").last.map { String($0) } ?? ""
    relationships.append(
      WorkbookRelationship(id: id, role: role, target: target, isExternal: element.string(4) == "External"))
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}

/// Reads the list of sheets.
struct SheetListHandler: XMLEventHandler {
  struct Entry {
    var name: String
    var isHidden: Bool
    var relationship: String
  }

  static let vocabulary = ["workbook", "sheet", "name", "state", "workbookPr", "date1904"]
  static let namespaces = WorkbookNames.spreadsheet

  private(set) var entries: [Entry] = []
  private(set) var startsIn1904 = false
  private(set) var isWorkbook = false

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case 0: isWorkbook = true
    case 1:
      let relationship = element.attributes.first {
        $0.localName == "id" && WorkbookNames.namesRelationship($0.namespace)
      }
      let state = element.string(3) ?? "visible"
      entries.append(
        Entry(
          name: element.string(2) ?? "", isHidden: state != "visible", relationship: relationship?.value ?? ""
        ))
    case 4: startsIn1904 = ["1", "true"].contains(element.string(5) ?? "")
    default: break
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}

/// Reads which cell styles show dates.
struct StyleHandler: XMLEventHandler {
  static let vocabulary = ["numFmt", "numFmtId", "formatCode", "cellXfs", "xf"]
  static let namespaces = WorkbookNames.spreadsheet

  private var dateFormats: [Int: Bool] = [:]
  private var isInCellFormats = false
  /// By the number of the style.
  private(set) var showsDate: [Bool] = []

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case 0:
      guard let id = element.string(1).flatMap({ Int($0) }), let code = element.string(2) else { return }
      dateFormats[id] = NumberFormat.isDate(code: code)
    case 3: isInCellFormats = true
    case 4 where isInCellFormats:
      let id = element.string(1).flatMap { Int($0) } ?? 0
      showsDate.append(dateFormats[id] ?? NumberFormat.isDate(builtIn: id))
    default: break
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {
    if element.name == 3, element.namespaceIndex >= 0 { isInCellFormats = false }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}

/// Reads the texts that cells share: runs of formatted text are joined, readings of East Asian writing left out.
struct SharedStringHandler: XMLEventHandler {
  static let vocabulary = ["si", "t", "rPh"]
  static let namespaces = WorkbookNames.spreadsheet

  private(set) var strings: [String] = []
  private var text: [UInt8] = []
  private var isInText = false
  private var readings = 0

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case 0: text.removeAll(keepingCapacity: true)
    case 1: isInText = readings == 0
    case 2: readings += 1
    default: break
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case 0: strings.append(WorkbookNames.unescaped(String(decoding: text, as: UTF8.self)))
    case 1: isInText = false
    case 2: readings -= 1
    default: break
    }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {
    if isInText { text.append(contentsOf: bytes) }
  }
}
