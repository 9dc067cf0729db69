import CrosswalkModel
import CrosswalkReaders
import FoundationEssentials

/// A column profile guessed from the first rows of a table, for a person to check: names and shapes of columns show
/// much of what they mean, and never all.
public struct ProfileDraft: Sendable {
  /// The profile; its description says what it is unsure about.
  public let profile: ColumnProfile

  /// Guesses the profile of the table in `file`.
  ///
  /// - Parameters:
  ///   - sheet: The sheet of a workbook; `nil` for the first visible one with anything on it.
  ///   - delimiter: One of ``ColumnProfile/delimiterNames``; `nil` to find it out.
  /// - Throws: ``ImportError`` where the file is no table, or has no row that could be a header.
  /// - Complexity: The first twenty rows of each sheet.
  public init(
    of file: SourceFile, sheet: String? = nil, delimiter: String? = nil, limits: ReadingLimits = .standard
  ) throws(ImportError) {
    var blank = ColumnProfile(
      schema: ColumnProfile.schemaVersion, name: Self.name(of: file), title: "", header: [])
    blank = blank.separated(by: delimiter).on(sheet: sheet)
    let tables = try TableReader(limits: limits, form: TableForm(blank)).candidates(in: file)
    guard let table = tables.first(where: { !$0.rows.isEmpty }) else {
      throw ImportError(ReadingError(.empty, file: file.name))
    }
    let header = try Self.header(among: table.rows)
    blank.header = header.names.filter { !$0.isEmpty }
    if blank.header.isEmpty {
      throw ImportError(.unknownTable(columns: [], profiles: []), at: header.location)
    }
    if tables.count > 1, let found = table.sheet { blank = blank.on(sheet: found.name) }
    let body = table.rows.drop { $0.location <= header.location }
    profile = Self.filled(blank, Self.samples(header, body))
  }

  /// The profile as JSON with its members in alphabetical order.
  public func json() throws(ImportError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(profile)) + [0x0A] } catch {
      throw ImportError(
        .malformedProfile("cannot be written: \(error)"), at: SourceLocation(file: "", line: 1, column: 1))
    }
  }

  private static func filled(_ blank: ColumnProfile, _ columns: [ColumnSample]) -> ColumnProfile {
    var profile = blank
    var mapping = MappingGuess(columns)
    let doubts: [String]
    if let rules = mapping.rules() {
      profile.mapping = rules
      profile.title = "A mapping, drafted from the columns of its table"
      doubts = mapping.doubts
    } else {
      var catalog = CatalogGuess(columns)
      profile.catalog = catalog.rules()
      profile.title = "A catalog, drafted from the columns of its table"
      doubts = catalog.doubts
    }
    profile.description = "A draft, to be checked. Unsure: " + doubts.joined(separator: "; ") + "."
    return profile
  }

  /// The first row that is nearly as full as the fullest and names each column differently.
  private static func header(among rows: [TableRow]) throws(ImportError) -> TableHeader {
    let filled = rows.map { row in row.headerCells.filter { !$0.isBlank }.count }
    let most = filled.max() ?? 0
    for (row, count) in zip(rows, filled) where count * 5 >= most * 3 {
      if let header = try? TableHeader(row.headerCells) { return header }
    }
    do { return try TableHeader(rows[0].headerCells) } catch { throw ImportError(error) }
  }

  private static func samples(_ header: TableHeader, _ body: ArraySlice<TableRow>) -> [ColumnSample] {
    header.names.indices.filter { !header.names[$0].isEmpty }.map { column in
      ColumnSample(
        name: header.names[column], cells: body.compactMap { column < $0.cells.count ? $0[column] : nil })
    }
  }

  /// The name of the file without its folder and its ending, in letters that file names may hold everywhere.
  private static func name(of file: SourceFile) -> String {
    let last = file.name.split(separator: "/").last.map { String($0) } ?? ""
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    let parts = stem.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == ".") }
    return parts.isEmpty ? "table" : parts.joined(separator: "-")
  }
}
