import CrosswalkReaders

/// Tells a binary file apart that spreadsheets write: a workbook of before 2007, or one with a password.
struct OldWorkbook {
  /// What the file is.
  let found: String
  /// What to do about it.
  let hint: String

  /// The first bytes of a compound file, the container of both.
  private static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  init(_ file: SourceFile) {
    guard let bytes = try? file.bytes(), bytes.starts(with: Self.mark) else {
      found = "a binary file"
      hint = "XML, CSV, workbooks (.xlsx) and zip containers of Formex are read"
      return
    }
    // Names of streams stand in UTF-16 in the directory of a compound file.
    let encrypted = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    if bytes.firstRange(of: encrypted) != nil {
      found = "an encrypted workbook or document"
      hint = "save it without a password"
    } else {
      found = "a workbook or document of the old binary kind (.xls, .doc)"
      hint = "save it as .xlsx or CSV"
    }
  }
}
