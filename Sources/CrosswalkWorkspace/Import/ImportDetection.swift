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
    let kind: SourceKind
    do { kind = try file.sniff() } catch { throw ImportError(error) }
    let isWorkbook = kind == .zip && Workbook.recognizes(file, limits: limits)
    guard kind == .text || isWorkbook else {
      return try FormatDetection.detect(file, limits: limits, profiles: ProfileLibrary([]))
    }
    guard let name = request.profile else {
      return try FormatDetection.detect(
        file, limits: limits, profiles: try content.profiles(), sheet: request.sheet)
    }
    // A profile that the user names goes before every guess.
    let profile = try self.profile(named: name, for: file).separated(by: request.delimiter).on(
      sheet: request.sheet)
    if isWorkbook { return profile.kind == .catalog ? .catalogSheet(profile) : .mappingSheet(profile) }
    return profile.kind == .catalog ? .catalogTable(profile) : .mappingTable(profile)
  }
}

extension ImportDetection {
  /// A profile of the toolkit by its name, or the one in a file by its path, which holds a slash or ends in `.json`.
  fileprivate func profile(named name: String, for file: SourceFile) throws(ImportError) -> ColumnProfile {
    guard name.contains("/") || name.hasSuffix(".json") else {
      return try content.profiles().profile(named: name, for: file)
    }
    return try ColumnProfile(SourceFile(path: name), limits: limits)
  }
}

extension ImportRequest {
  /// The formats that `--as` takes.
  public static var formatNames: [String] { CatalogFormat.allCases.map(\.rawValue) }
  /// The delimiters that `--delimiter` takes.
  public static var delimiterNames: [String] { ColumnProfile.delimiterNames }
}
