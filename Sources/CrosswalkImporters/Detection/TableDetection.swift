import CrosswalkModel
import CrosswalkReaders

/// Tells what a table is from its header.
struct TableDetection {
  let limits: ReadingLimits
  let profiles: ProfileLibrary

  func format(of file: SourceFile) throws(ImportError) -> DetectedFormat {
    let header = try header(of: file)
    var fitting = profiles.profiles(fitting: header)
    if fitting.isEmpty, !ClaimsCSVImporter.recognizes(header) { fitting = profilesOnTheSide(fitting: file) }
    if let profile = fitting.first {
      guard fitting.count == 1 else {
        throw ImportError(.ambiguousTable(profiles: fitting.map(\.name)), at: header.location)
      }
      return profile.kind == .catalog ? .catalogTable(profile) : .mappingTable(profile)
    }
    guard ClaimsCSVImporter.recognizes(header) else {
      throw ImportError(
        .unknownTable(columns: header.names.filter { !$0.isEmpty }, profiles: profiles.names),
        at: header.location)
    }
    return .claims
  }

  /// The profiles that fit when the first column is taken as the header: tried when nothing else fits.
  private func profilesOnTheSide(fitting file: SourceFile) -> [ColumnProfile] {
    guard profiles.profiles.contains(where: { $0.transposed == true }) else { return [] }
    let reader = TableReader(limits: limits, dialect: CSVDialect(widths: .free), isTransposed: true)
    // A file that is no such table is reported by its first row, which people see as the header.
    guard let header = try? reader.header(of: file) else { return [] }
    return profiles.profiles(fitting: header, transposed: true)
  }

  /// The header, read as UTF-8, or else as the encoding that a profile declares.
  private func header(of file: SourceFile) throws(ImportError) -> TableHeader {
    do { return try TableReader(limits: limits, dialect: CSVDialect(widths: .free)).header(of: file) } catch {
      guard case .reading(let reading) = error.reason, case .invalidText = reading.reason,
        profiles.profiles.contains(where: { $0.encoding == .windows1252 })
      else { throw error }
      let legacy = CSVDialect(widths: .free, encoding: .windows1252)
      let header = try TableReader(limits: limits, dialect: legacy).header(of: file)
      // Another profile would read the rest of the file wrongly.
      guard profiles.profiles(fitting: header).contains(where: { $0.encoding == .windows1252 }) else {
        throw error
      }
      return header
    }
  }
}
