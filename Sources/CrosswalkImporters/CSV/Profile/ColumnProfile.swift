import CrosswalkModel
import CrosswalkReaders

/// Describes one spreadsheet layout, so that a new table is data and not a new type.
///
/// Profiles are JSON files in `Crosswalks/Profiles/`, named as the profile; `Schemas/column-profile.schema.json`
/// documents every member. Column names are compared without regard to case, blanks, line breaks and (optional) at their end.
/// Columns that a profile does not mention are kept as properties: nothing is dropped.
public struct ColumnProfile: Codable, Hashable, Sendable {
  /// The version of the profile format: `crosswalk-profile/1`.
  var schema: String
  /// The name by which `--profile` asks for it; also the name of its file.
  public var name: String
  /// What it reads, in one line for people.
  public var title: String
  /// What a reader of the profile must know; a draft says here what it is unsure about.
  var description: String?
  /// The columns that a table must have to be recognised; of several profiles that fit, the one with most wins.
  public var header: [String]
  /// Cells that stand in the first rows below the header, by their columns: tells tables of one layout apart.
  var contains: [String: String]?
  /// What stands between cells; without it, the header shows it.
  var delimiter: Delimiter?
  /// The encoding of files without a byte order mark; UTF-8 without it.
  var encoding: Encoding?
  /// Whether the table lies on its side: controls in columns, and the first cell of each row names what it holds.
  var transposed: Bool?
  /// The sheet of a workbook; without it, the first visible one whose header fits.
  var sheet: String?
  /// The row of the header, from 1; without it, the first of the first twenty rows that has all columns of `header`.
  var headerRow: Int?
  /// How many rows right below the header explain the columns and are no content.
  var explanationRows: Int?
  /// Whether the text of merged cells of a workbook counts for each of them, and not for the first only.
  var spreadMerged: Bool?
  /// Whether an apostrophe in front of what a spreadsheet would take for a formula is a guard and no text, as in the
  /// tables that the toolkit writes.
  var formulaGuard: Bool?
  /// Which publication the table is; without it, the user names the framework.
  var identity: Identity?
  /// How rows become controls: the profile of a catalog.
  var catalog: CatalogRules?
  /// How rows become claims: the profile of a mapping.
  var mapping: MappingRules?

  /// The version of the format that this toolkit reads.
  static let schemaVersion = "crosswalk-profile/1"

  /// What stands between the cells of a row.
  enum Delimiter: String, Codable, Sendable { case comma, semicolon, tab }

  /// The encoding of a file without a byte order mark.
  enum Encoding: String, Codable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
  }

  /// The publication that a table holds.
  struct Identity: Codable, Hashable, Sendable {
    var framework: String
    var revision: String?
    var asOf: String?
    var title: String
    var publisher: String?
    var licence: String?
    var source: String?
    var language: String?
    /// What a reader must know about how complete the table is.
    var selection: String?
  }

  /// Whether the rows of the table are controls or claims.
  public enum Kind: String, Sendable { case catalog, mapping }

  /// Whether the rows of the table are controls or claims.
  public var kind: Kind { mapping == nil ? .catalog : .mapping }

  /// The same profile for a file whose cells are separated otherwise.
  ///
  /// - Parameter name: One of ``delimiterNames``; `nil` leaves the profile as it is.
  public func separated(by name: String?) -> ColumnProfile {
    var profile = self
    if let name { profile.delimiter = Delimiter(rawValue: name) ?? delimiter }
    return profile
  }

  /// The same profile for the sheet of a workbook called `name`; `nil` leaves the profile as it is.
  public func on(sheet name: String?) -> ColumnProfile {
    var profile = self
    profile.sheet = name ?? sheet
    return profile
  }

  /// The names of the delimiters: `comma`, `semicolon`, `tab`.
  public static let delimiterNames = ["comma", "semicolon", "tab"]

  /// How the reader is to take the cells; rows of another width are judged by the importer, which knows blank rows.
  var dialect: CSVDialect {
    let delimiters: [Delimiter: CSVDelimiter] = [.comma: .comma, .semicolon: .semicolon, .tab: .tab]
    return CSVDialect(
      delimiter: delimiter.flatMap { delimiters[$0] }, widths: .free,
      encoding: encoding == .windows1252 ? .windows1252 : .utf8)
  }
}
