import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// What a file is: what the user says, where that can be, else what it is found to be.
struct ImportDetection {
  let request: ImportRequest
  let content: BundledContent
  let limits: ReadingLimits

  func format(of file: SourceFile) throws(ImportError) -> DetectedFormat {
    let detected = try detected(file)
    if let wanted = request.format, wanted != detected.format.rawValue {
      throw ImportError(
        .notThisFormat(expected: wanted, found: "it is \(detected.format.rawValue)"),
        at: SourceLocation(file: file.name, line: 1, column: 1))
    }
    return detected
  }

  /// Profiles are looked at for tables only: what is wrong with one concerns no other file.
  private func detected(_ file: SourceFile) throws(ImportError) -> DetectedFormat {
    let isTable: Bool
    do { isTable = try file.sniff() == .text } catch { throw ImportError(error) }
    guard isTable else {
      return try FormatDetection.detect(file, limits: limits, profiles: ProfileLibrary([]))
    }
    let profiles = try content.profiles()
    guard let name = request.profile else {
      return try FormatDetection.detect(file, limits: limits, profiles: profiles)
    }
    // A profile that the user names goes before every guess.
    let profile = try profiles.profile(named: name, for: file).separated(by: request.delimiter)
    return profile.kind == .catalog ? .catalogTable(profile) : .mappingTable(profile)
  }
}

extension ImportRequest {
  /// The formats that `--as` takes.
  public static var formatNames: [String] { CatalogFormat.allCases.map(\.rawValue) }
  /// The delimiters that `--delimiter` takes.
  public static var delimiterNames: [String] { ColumnProfile.delimiterNames }
}
