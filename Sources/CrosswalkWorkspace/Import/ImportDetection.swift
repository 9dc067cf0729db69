import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// What a file is: what the user says, where that can be, else what it is found to be.
struct ImportDetection {
  let request: ImportRequest
  let profiles: ProfileLibrary
  let limits: ReadingLimits

  func format(of file: SourceFile) throws(ImportError) -> DetectedFormat {
    let detected =
      if let named = try profileNamed(for: file) { named } else {
        try FormatDetection.detect(file, limits: limits, profiles: profiles)
      }
    if let wanted = request.format, wanted != detected.format.rawValue {
      throw ImportError(
        .notThisFormat(expected: wanted, found: "it is \(detected.format.rawValue)"),
        at: SourceLocation(file: file.name, line: 1, column: 1))
    }
    return detected
  }

  /// A profile that the user names goes before every guess, for tables.
  private func profileNamed(for file: SourceFile) throws(ImportError) -> DetectedFormat? {
    guard let name = request.profile else { return nil }
    let profile = try profiles.profile(named: name, for: file).separated(by: request.delimiter)
    do {
      guard try file.sniff() == .text else { return nil }
    } catch { throw ImportError(error) }
    return profile.kind == .catalog ? .catalogTable(profile) : .mappingTable(profile)
  }
}

extension ImportRequest {
  /// The formats that `--as` takes.
  public static var formatNames: [String] { CatalogFormat.allCases.map(\.rawValue) }
  /// The delimiters that `--delimiter` takes.
  public static var delimiterNames: [String] { ColumnProfile.delimiterNames }
}
