/// Writes small workbooks: the parts that a test names, and the least of the others that the standard asks for.
struct WorkbookMaker {
  struct Sheet {
    var name: String
    /// What stands in `<worksheet>`.
    var xml: String
    var state = "visible"

    /// A sheet of texts; a cell that is `nil` is left out.
    init(_ name: String, rows: [[String?]], state: String = "visible", after: String = "") {
      let cells = rows.enumerated().map { number, row in
        let cells = row.enumerated().compactMap { column, text in
          text.map { Self.cell(column, number + 1, $0) }
        }
        return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
      }
      self.init(name, "<sheetData>\(cells.joined(separator: "\n"))</sheetData>\(after)", state: state)
    }

    init(_ name: String, _ xml: String, state: String = "visible") {
      (self.name, self.xml, self.state) = (name, xml, state)
    }

    private static func cell(_ column: Int, _ row: Int, _ text: String) -> String {
      let letter = String(UnicodeScalar(UInt8(65 + column)))
      return
        "<c r=\"\(letter)\(row)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    }

    static func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var sheets: [Sheet]
  /// The content of each `<si>`.
  var shared: [String] = []
  /// What stands in `<styleSheet>`.
  var styles = ""
  var properties = ""
  /// Parts that are added, or put in place of those made here; `nil` leaves one out.
  var parts: [String: String?] = [:]

  var bytes: [UInt8] {
    var all: [String: String?] = [
      "[Content_Types].xml":
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
      "_rels/.rels": Self.relationships([("r", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook,
      "xl/_rels/workbook.xml.rels": Self.relationships(
        sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
          + [("t", "sharedStrings", "sharedStrings.xml"), ("y", "styles", "/xl/styles.xml")]),
      "xl/sharedStrings.xml":
        "<sst xmlns=\"\(Self.main)\">\(shared.map { "<si>\($0)</si>" }.joined())</sst>",
      "xl/styles.xml": "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>",
    ]
    for (number, sheet) in sheets.enumerated() {
      all["xl/worksheets/sheet\(number).xml"] = "<worksheet xmlns=\"\(Self.main)\">\(sheet.xml)</worksheet>"
    }
    all.merge(parts) { $1 }
    return ZipMaker.make(
      all.sorted { $0.key < $1.key }.compactMap { name, text in
        text.map { ZipMaker.Member(name: name, bytes: Array($0.utf8)) }
      })
  }

  private var workbook: String {
    let list = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" state=\"\(sheet.state)\" r:id=\"s\(number)\"/>"
    }
    return "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)"
      + "<sheets>\(list.joined())</sheets></workbook>"
  }

  static func relationships(_ list: [(id: String, role: String, target: String)]) -> String {
    let entries = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.role)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)\">\(entries.joined())</Relationships>"
  }
}
