import CrosswalkModel
import CrosswalkReaders

/// Tells what a table is from its header, which stands in one of its first rows.
struct TableDetection {
  let limits: ReadingLimits
  let profiles: ProfileLibrary
  /// The sheet of a workbook that the user names.
  var sheet: String?

  /// What one header shows.
  private enum Fit {
    case profile(ColumnProfile)
    case claims
  }

  func format(of file: SourceFile) throws(ImportError) -> DetectedFormat {
    let tables = try candidates(in: file)
    for table in tables {
      if let fit = try firstFit(in: table.rows) { return Self.format(fit, sheet: table.sheet) }
    }
    if let profile = try profileOnTheSide(fitting: file) { return .catalogTable(profile) }
    if let profile = profileWithAnotherDelimiter(fitting: file) {
      return Self.format(.profile(profile), sheet: nil)
    }
    // No row fits: the first is what people see as the header.
    guard let first = tables.first(where: { !$0.rows.isEmpty })?.rows.first else {
      throw ImportError(ReadingError(.empty, file: file.name))
    }
    let header = try Self.header(first)
    throw ImportError(
      .unknownTable(columns: header.names.filter { !$0.isEmpty }, profiles: profiles.names),
      at: header.location)
  }

  private static func format(_ fit: Fit, sheet: Workbook.Sheet?) -> DetectedFormat {
    switch (fit, sheet) {
    case (.claims, nil): .claims
    case (.claims, let sheet?): .claimsSheet(sheet.name)
    case (.profile(let profile), nil):
      profile.kind == .catalog ? .catalogTable(profile) : .mappingTable(profile)
    case (.profile(let profile), let sheet?):
      profile.kind == .catalog
        ? .catalogSheet(profile.on(sheet: sheet.name)) : .mappingSheet(profile.on(sheet: sheet.name))
    }
  }

  /// What the first row shows that is the header of anything known.
  private func firstFit(in rows: [TableRow]) throws(ImportError) -> Fit? {
    for (position, row) in rows.enumerated() {
      // A row that cannot be a header is none, except where people see it as that.
      guard let header = try? TableHeader(row.headerCells) else { continue }
      let fitting = profiles.profiles(fitting: header, rows: rows.dropFirst(position + 1))
      guard fitting.count < 2 else {
        throw ImportError(.ambiguousTable(profiles: fitting.map(\.name)), at: header.location)
      }
      if let profile = fitting.first { return .profile(profile) }
      if ClaimsCSVImporter.recognizes(header) { return .claims }
    }
    return nil
  }

  private static func header(_ row: TableRow) throws(ImportError) -> TableHeader {
    do { return try TableHeader(row.headerCells) } catch { throw ImportError(error) }
  }

  /// The profile that fits when the first column is taken as the header: tried when nothing else fits.
  private func profileOnTheSide(fitting file: SourceFile) throws(ImportError) -> ColumnProfile? {
    guard profiles.profiles.contains(where: { $0.transposed == true }) else { return nil }
    let reader = TableReader(limits: limits, form: TableForm(isTransposed: true))
    // A file that is no such table is reported by its first row, which people see as the header.
    guard let header = try? reader.turnedHeader(of: file) else { return nil }
    let fitting = profiles.profiles(fitting: header, transposed: true)
    guard fitting.count < 2 else {
      throw ImportError(.ambiguousTable(profiles: fitting.map(\.name)), at: header.location)
    }
    return fitting.first
  }

  /// The profile that fits when cells are separated otherwise than the first row makes believe: titles above a header
  /// have no delimiters, or other ones.
  private func profileWithAnotherDelimiter(fitting file: SourceFile) -> ColumnProfile? {
    for name in ColumnProfile.delimiterNames {
      let blank = ColumnProfile(schema: "", name: "", title: "", header: []).separated(by: name)
      // What is wrong with the file was said already.
      guard let tables = try? TableReader(limits: limits, form: TableForm(blank)).candidates(in: file),
        tables.count == 1, tables[0].sheet == nil,
        case .profile(let profile)? = try? firstFit(in: tables[0].rows), profile.delimiter == nil
      else { continue }
      return profile.separated(by: name)
    }
    return nil
  }

  /// The first rows, read as UTF-8, or else as the encoding that a profile declares.
  private func candidates(
    in file: SourceFile
  ) throws(ImportError) -> [(sheet: Workbook.Sheet?, rows: [TableRow])] {
    do { return try TableReader(limits: limits, form: TableForm(sheet: sheet)).candidates(in: file) } catch {
      guard case .reading(let reading) = error.reason, case .invalidText = reading.reason,
        profiles.profiles.contains(where: { $0.encoding == .windows1252 })
      else { throw error }
      let legacy = TableForm(dialect: CSVDialect(widths: .free, encoding: .windows1252))
      let tables = try TableReader(limits: limits, form: legacy).candidates(in: file)
      // Another profile would read the rest of the file wrongly.
      guard case .profile(let profile)? = try firstFit(in: tables.first?.rows ?? []),
        profile.encoding == .windows1252
      else { throw error }
      return tables
    }
  }
}
