import CrosswalkModel

/// A workbook of Office Open XML (`.xlsx`), whose sheets are read row by row.
///
/// Content is text and stays as the file has it: numbers are never formatted anew (`1E5`, `0012`, `1.0`, sixteen
/// digits), formulas never computed, macros and links to other files never followed. Only where a cell is styled as
/// a date, its number becomes a day. Cells are placed as `book.xlsx!Sheet name`, row number, column number.
public struct Workbook: Sendable {
  /// One sheet of cells.
  public struct Sheet: Hashable, Sendable {
    /// The name on the tab.
    public let name: String
    /// Whether spreadsheets hide it.
    public let isHidden: Bool
    let path: String
  }

  /// The workbook as the user named it.
  public let name: String
  /// The sheets of cells, in the order of their tabs.
  public let sheets: [Sheet]
  /// What the workbook holds besides and nothing is read of: macros, charts on sheets of their own.
  public let leftOut: [String]

  private let package: WorkbookPackage
  private let strings: [String]
  private let showsDate: [Bool]
  private let startsIn1904: Bool
  private let limits: ReadingLimits

  /// Opens `file`, whose shared texts and styles are read at once.
  ///
  /// - Throws: ``ReadingError`` for a damaged or unsafe container, one that is no workbook, or broken parts.
  /// - Complexity: All members are unpacked into memory, within the limits for containers.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ReadingError) {
    let package = WorkbookPackage(
      try ZipContainer(file, limits: limits), name: file.name, limits: limits)
    let roots = try package.relationships(of: "")
    guard let root = roots.first(where: { $0.role == "officeDocument" && !$0.isExternal }),
      let path = WorkbookPackage.resolved(root.target, in: ""), let main = package.part(path)
    else { throw ReadingError(.notWorkbook, file: file.name) }
    guard !path.lowercased().hasSuffix(".bin") else {
      throw package.damaged("it is a binary workbook (.xlsb); save it as .xlsx")
    }
    var list = SheetListHandler()
    try package.read(main, into: &list)
    guard list.isWorkbook else { throw ReadingError(.notWorkbook, file: file.name) }
    let related = try package.relationships(of: path)
    let found = try Self.sheets(list.entries, related, path, package)
    name = file.name
    sheets = found.sheets
    leftOut = found.leftOut + (package.has(suffix: "vbaproject.bin") ? ["macros"] : [])
    startsIn1904 = list.startsIn1904
    var shared = SharedStringHandler()
    if let part = Self.part("sharedStrings", related, path, package) { try package.read(part, into: &shared) }
    strings = shared.strings
    var styles = StyleHandler()
    if let part = Self.part("styles", related, path, package) { try package.read(part, into: &styles) }
    showsDate = styles.showsDate
    self.package = package
    self.limits = limits
  }

  /// Whether `file` is a zip container with the list of contents that office documents have and a workbook in it.
  public static func recognizes(_ file: SourceFile, limits: ReadingLimits = .standard) -> Bool {
    guard let container = try? ZipContainer(file, limits: limits) else { return false }
    let package = WorkbookPackage(container, name: file.name, limits: limits)
    return package.part("[Content_Types].xml") != nil
      && (package.has(suffix: "workbook.xml") || package.has(suffix: "workbook.bin"))
  }

  private static func part(
    _ role: String, _ related: [WorkbookRelationship], _ path: String, _ package: WorkbookPackage
  ) -> SourceFile? {
    related.first { $0.role == role && !$0.isExternal }
      .flatMap { WorkbookPackage.resolved($0.target, in: path) }.flatMap { package.part($0) }
  }

  private static func sheets(
    _ entries: [SheetListHandler.Entry], _ related: [WorkbookRelationship], _ path: String,
    _ package: WorkbookPackage
  ) throws(ReadingError) -> (sheets: [Sheet], leftOut: [String]) {
    let byName = Dictionary(related.map { ($0.id, $0) }) { first, _ in first }
    var sheets: [Sheet] = []
    var leftOut: [String] = []
    var taken: Set<String> = []
    for entry in entries {
      guard let relationship = byName[entry.relationship],
        !relationship.isExternal, let target = WorkbookPackage.resolved(relationship.target, in: path)
      else { throw package.damaged("sheet \"\(entry.name)\" names no part of this workbook") }
      guard relationship.role == "worksheet" else {
        leftOut.append("\(relationship.role) \"\(entry.name)\"")
        continue
      }
      guard package.part(target) != nil else {
        throw package.damaged("the part \"\(target)\" of sheet \"\(entry.name)\" is missing")
      }
      // Else a small workbook could have a large sheet read any number of times.
      guard taken.insert(target.lowercased()).inserted else {
        throw package.damaged("sheet \"\(entry.name)\" names the part of another sheet, \"\(target)\"")
      }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, path: target))
    }
    return (sheets, leftOut)
  }

  /// What messages call `sheet`: `book.xlsx!Sheet name`.
  public func fullName(of sheet: Sheet) -> String { "\(name)!\(sheet.name)" }

  /// The areas of `sheet` that are shown as one cell, in the order of the file.
  public func mergedAreas(of sheet: Sheet) throws(ReadingError) -> [MergedArea] {
    let part = try part(of: sheet)
    var handler = MergedAreaHandler(part: part)
    try package.check(part, into: &handler)
    return handler.areas
  }

  /// Hands every row of `sheet` that holds something to `receive`, from top to bottom, until it returns `false`.
  ///
  /// When this throws, `receive` has seen the rows before the fault: what it made of them is to be thrown away.
  ///
  /// - Throws: ``TableReadingError``: a fault of the sheet, placed at its cell or in its XML, or the receiver's.
  public func read<Failure: Error>(
    _ sheet: Sheet, _ receive: (SheetRow) throws(Failure) -> Bool
  ) throws(TableReadingError<Failure>) {
    var failure: Failure?
    var fault: ReadingError?
    let visit = { (row: SheetRow) -> Bool in
      do throws(Failure) { return try receive(row) } catch {
        failure = error
        return false
      }
    }
    withoutActuallyEscaping(visit) { visit in
      do throws(ReadingError) {
        let part = try part(of: sheet)
        var handler = SheetHandler(
          context: SheetContext(
            part: part, name: fullName(of: sheet), strings: strings, showsDate: showsDate,
            startsIn1904: startsIn1904, limits: limits), visit: visit)
        try package.check(part, into: &handler)
      } catch {
        fault = error
      }
    }
    if let failure { throw .receiver(failure) }
    if let fault { throw .reading(fault) }
  }

  private func part(of sheet: Sheet) throws(ReadingError) -> SourceFile {
    guard let part = package.part(sheet.path) else {
      throw package.damaged("the part \"\(sheet.path)\" of sheet \"\(sheet.name)\" is missing")
    }
    return part
  }
}
