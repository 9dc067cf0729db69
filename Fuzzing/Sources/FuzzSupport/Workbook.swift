import CrosswalkReaders

/// A workbook of which `text` stands in for one part; its first letter says which, `<` the sheet itself.
public func workbook(of text: String) -> SourceFile {
  let sheet = WorkbookMaker.Sheet("Map", rows: [["id", "title", "text"], ["A", "Alpha", "Do this."]])
  var maker = WorkbookMaker(sheets: [sheet])
  maker.shared = ["<t>one</t>", "<r><t>t</t></r><r><t>wo</t></r>"]
  let rest = String(text.dropFirst())
  switch text.first {
  case "S": maker.parts = ["xl/sharedStrings.xml": rest]
  case "T": maker.parts = ["xl/styles.xml": rest]
  case "W": maker.parts = ["xl/workbook.xml": rest]
  default: maker.parts = ["xl/worksheets/sheet0.xml": text]
  }
  return SourceFile(name: "input.xlsx", bytes: maker.bytes)
}
