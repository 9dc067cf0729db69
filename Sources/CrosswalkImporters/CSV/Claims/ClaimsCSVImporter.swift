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
    /// Only in a patch: what the row does.
    case change
    /// What an export found out about the text of the ends; not read, since it depends on the day.
    case stale

    /// Whether a file may lack the column.
    public var isOptional: Bool {
      switch self {
      case .reviewer, .reviewedOn, .sourceRevision, .targetRevision, .note, .basis, .id, .change, .stale: true
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
    var claims: [MappingClaim] = []
    let notUsed = try read(file, limits: limits, needed: Column.allCases.filter { !$0.isOptional }) {
      (row: ClaimRow) throws(ImportError) in
      try row.refuseRemoval()
      claims.append(try row.claim())
    }
    var collector = ClaimCollector()
    for claim in claims { try collector.add(claim, to: &graph) }
    for record in notUsed { graph.add(record) }
  }

  /// Reads `file` as a patch: its rows add claims, or, by the column `change`, remove or replace them.
  ///
  /// A patch needs no other columns than `source`, `target` and `relationship`. The column `id` of a row that removes
  /// or replaces names the claim that goes.
  ///
  /// - Throws: ``ImportError`` at the line and column of the cell that is wrong.
  public func patch(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) -> ReadPatch {
    var patch = ClaimPatch()
    var claims: [MappingClaim] = []
    var notUsed = try read(file, limits: limits, needed: [.source, .target, .relationship]) {
      (row: ClaimRow) throws(ImportError) in
      let change = try row.change()
      if change != .add { patch.removals.append(try row.removal()) }
      guard change != .remove else { return }
      var claim = try row.claim()
      if change == .replace { claim.id = ClaimID("") }
      claims.append(claim)
    }
    var graph = CrosswalkGraphBuilder()
    var collector = ClaimCollector()
    for claim in claims { try collector.add(claim, to: &graph) }
    patch.additions = graph.claims
    notUsed += graph.notUsed
    return ReadPatch(claims: patch, notUsed: notUsed)
  }

  /// Hands every row to `row`, and names what was not used.
  private func read(
    _ file: SourceFile, limits: ReadingLimits, needed: [Column], row: (ClaimRow) throws(ImportError) -> Void
  ) throws(ImportError) -> [NotUsed] {
    var columns: [Column: Int] = [:]
    var notUsed: [NotUsed] = []
    let wanted = [Column.source, .target, .relationship].map(\.rawValue)
    let reader = TableReader(limits: limits, form: TableForm(sheet: sheet, wanted: wanted, isGuarded: true))
    let leftOut = try reader.read(
      file,
      header: { (header: TableHeader) throws(ImportError) in
        columns = try Self.positions(in: header, needed: needed)
        notUsed += Self.unknownColumns(of: header, used: Set(columns.values))
      },
      row: { (cells: TableRow) throws(ImportError) in
        let read = ClaimRow(cells, columns: columns)
        try row(read)
        notUsed += [read.idleStrictness, read.idleBasis].compactMap(\.self)
      })
    return leftOut + notUsed
  }

  private static func positions(
    in header: TableHeader, needed: [Column]
  ) throws(ImportError) -> [Column: Int] {
    var positions: [Column: Int] = [:]
    for column in Column.allCases {
      positions[column] = header.column(column.rawValue)
      guard positions[column] != nil || !needed.contains(column) else {
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
