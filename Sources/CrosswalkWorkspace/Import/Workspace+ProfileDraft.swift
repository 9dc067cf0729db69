import CrosswalkImporters
import CrosswalkReaders

extension Workspace {
  /// A column profile for the table in the file at `path`, as JSON for the user to check and edit.
  ///
  /// - Parameters:
  ///   - sheet: The sheet of a workbook; `nil` for the first visible one with anything on it.
  ///   - delimiter: One of ``ImportRequest/delimiterNames``; `nil` to find it out.
  /// - Throws: ``ImportError`` where the file is no table, or has no header.
  public static func profileDraft(for path: String, sheet: String?, delimiter: String?) throws -> [UInt8] {
    let file = try SourceFile(path: path).loaded()
    return try ProfileDraft(of: file, sheet: sheet, delimiter: delimiter).json()
  }
}
