import CrosswalkModel
import CrosswalkReaders

/// Reads the toolkit's own claims file, the format of `Crosswalks/Mappings/*.csv`.
///
/// One row is one claim, "source RELATIONSHIP target". The columns from `reviewer` on may be missing; then the claim
/// is unreviewed and names no revisions, and whoever stores it binds the newest. Columns may stand in any order.
/// A file that the toolkit exported names each claim's identity in the column `id`; without it, the identity follows
/// from the content of the row. An `alternative-route` names in `basis` the place that makes it one, and in `note` on
/// which condition.
public struct ClaimsCSVImporter: ClaimsImporter {
  /// The columns, in the order in which the toolkit writes them.
  public enum Column: String, CaseIterable, Sendable {
    case source, target, relationship, strict, rationale, strength, confidence, method, status, author, date
    case reviewer
    case reviewedOn = "reviewed_on"
    case sourceRevision = "source_revision"
    case targetRevision = "target_revision"
    case note
    case basis
    case id

    /// Whether a file may lack the column.
    public var isOptional: Bool {
      switch self {
      case .reviewer, .reviewedOn, .sourceRevision, .targetRevision, .note, .basis, .id: true
      default: false
      }
    }
  }

  private let sheet: String?

  /// Creates an importer.
  ///
  /// - Parameter sheet: The sheet of a workbook; `nil` for the first visible one whose header fits.
  public init(sheet: String? = nil) { self.sheet = sheet }

  /// Whether a table with these columns is a claims file; whether it is a whole one is for the import to say.
  static func recognizes(_ header: TableHeader) -> Bool {
    [Column.source, .target, .relationship].allSatisfy { header.column($0.rawValue) != nil }
  }

  /// Appends every claim of `file` in document order.
  ///
  /// - Throws: ``ImportError`` at the line and column of the cell that is wrong.
  public func importClaims(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    var columns: [Column: Int] = [:]
    var notUsed: [NotUsed] = []
    var claims: [MappingClaim] = []
    let wanted = [Column.source, .target, .relationship].map(\.rawValue)
    let reader = TableReader(limits: limits, form: TableForm(sheet: sheet, wanted: wanted, isGuarded: true))
    let leftOut = try reader.read(
      file,
      header: { (header: TableHeader) throws(ImportError) in
        columns = try Self.positions(in: header)
        notUsed += Self.unknownColumns(of: header, used: Set(columns.values))
      },
      row: { (row: TableRow) throws(ImportError) in
        let read = ClaimRow(row, columns: columns)
        claims.append(try read.claim())
        notUsed += [read.idleStrictness, read.idleBasis].compactMap(\.self)
      })
    var collector = ClaimCollector()
    for claim in claims { try collector.add(claim, to: &graph) }
    for record in leftOut + notUsed { graph.add(record) }
  }

  private static func positions(in header: TableHeader) throws(ImportError) -> [Column: Int] {
    var positions: [Column: Int] = [:]
    for column in Column.allCases {
      positions[column] = header.column(column.rawValue)
      guard positions[column] != nil || column.isOptional else {
        throw ImportError(.missingColumn(column.rawValue, profile: "claims"), at: header.location)
      }
    }
    return positions
  }

  private static func unknownColumns(of header: TableHeader, used: Set<Int>) -> [NotUsed] {
    header.names.indices.filter { !used.contains($0) && !header.names[$0].isEmpty }.map { column in
      NotUsed(
        location: header.locations[column], what: "column \"\(header.names[column])\"",
        why: "a claims file has no such column")
    }
  }
}
