import CrosswalkModel

/// Why a file could not be read, and where.
public struct ReadingError: DiagnosableError, Hashable {
  /// What is wrong.
  ///
  /// Sizes are in bytes.
  public enum Reason: Hashable, Sendable {
    // The file itself.
    case notFound
    case isDirectory
    case notRegularFile
    case symlinkLoop
    case permissionDenied
    case unreadable(errno: Int32)
    case tooLarge(limit: Int)
    /// A symbolic link where none is followed.
    case symbolicLink
    /// What must be a folder is none.
    case notFolder
    case tooManyFiles(limit: Int)
    /// A path that must stay in a folder leads out of it.
    case leavesFolder(String)

    // Text.
    case encodingNotAllowed(String)
    case encodingConflict(declared: String, found: String)
    case invalidText(encoding: String, offset: Int)
    case nulByte

    // XML.
    case notXML(SourceKind)
    case empty
    case doctype
    case malformed(String)
    case namespace(String)
    case unclosedElement(String)
    case contentAfterRoot
    case tooManyAttributes(limit: Int)
    case tagTooLong(limit: Int)
    case nameTooLong(limit: Int)
    case textTooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManyElements(limit: Int)

    // CSV.
    case notCSV(SourceKind)
    case unclosedQuote
    case strayQuote
    case textAfterQuote
    case cellTooLong(limit: Int)
    case tooManyColumns(limit: Int)
    case tooManyRows(limit: Int)
    case ragged(expected: Int, found: Int)
    case duplicateColumn(String, firstSeen: SourceLocation)
    case emptyColumnName
    case missingColumn(String, delimiter: CSVDelimiter)

    // JSON.
    case notJSON(SourceKind)
    case malformedJSON(JSONFault)
    case duplicateName(String, firstSeen: SourceLocation)
    case tooManyNames(limit: Int)
    case tooManyValues(limit: Int)
    case valuesTooDeep(limit: Int)
    case wordTooLong(limit: Int)
    /// A value of another sort than its place allows.
    case valueMismatch(name: String, expected: String)
    case unexpectedName(String)

    // Zip containers.
    case notZip
    case damagedZip(String)
    case tooManyMembers(limit: Int)
    case memberTooLarge(String, limit: Int)
    case membersTooLarge(limit: Int)
    case memberRatio(String, limit: Int)
    case unsafeMemberName(String)
    case memberClash(String, with: String)
    case encryptedMember(String)
    case memberNotRegular(String)

    // Workbooks.
    case notWorkbook
    case damagedWorkbook(String)
    case sheetTextTooLong(limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where; line 1, column 1 when the whole file is meant.
  public let location: SourceLocation

  /// Creates an error about one place.
  public init(_ reason: Reason, at location: SourceLocation) {
    self.reason = reason
    self.location = location
  }

  /// Creates an error about the whole of `file`.
  public init(_ reason: Reason, file: String) {
    self.init(reason, at: SourceLocation(file: file, line: 1, column: 1))
  }
}
