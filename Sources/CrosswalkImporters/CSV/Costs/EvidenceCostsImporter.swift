import CrosswalkModel
import CrosswalkReaders

/// Reads what evidence costs: a table with the columns `id` and `cost`, one control or statement a row.
///
/// An identifier is a reference with its framework (`nist-ai-rmf-1.0/MAP 5.1`); a cost is a number of at least 0 with up
/// to three decimals. Further columns are passed over: such tables come from planning sheets.
public struct EvidenceCostsImporter: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What the evidence is for; it always names something in a framework.
    public let reference: Reference
    /// What it costs.
    public let cost: EvidenceCost
    /// Where the row stands.
    public let location: SourceLocation
  }

  /// Creates an importer.
  public init() {}

  /// Every row of `file`, in order.
  ///
  /// - Throws: ``ImportError`` at the line and column of the cell that is wrong, also for an identifier that stands
  ///   there twice.
  public func rows(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> [Row] {
    var (id, cost) = (0, 0)
    var rows: [Row] = []
    var places: [Reference: SourceLocation] = [:]
    let form = TableForm(sheet: nil, wanted: ["id", "cost"], isGuarded: true)
    _ = try TableReader(limits: limits, form: form).read(
      file,
      header: { (header: TableHeader) throws(ImportError) in
        id = try header.column("id", profile: "evidence costs")
        cost = try header.column("cost", profile: "evidence costs")
      },
      row: { (row: TableRow) throws(ImportError) in
        let read = try Self.row(row[id], row[cost])
        if let first = places.updateValue(read.location, forKey: read.reference) {
          throw ImportError(
            .duplicateIdentifier(read.reference.description, firstSeen: first), at: read.location)
        }
        rows.append(read)
      })
    return rows
  }

  private static func row(_ id: TableCell, _ cost: TableCell) throws(ImportError) -> Row {
    guard let reference = Reference(id.oneLine), reference.local != nil else {
      throw ImportError(.malformedReference(id.text), at: id.location)
    }
    guard let amount = EvidenceCost(cost.text) else {
      throw ImportError(
        .invalidValue(
          cost.text, of: "cost", allowed: "0 to \(EvidenceCost.largest), with up to three decimals"),
        at: cost.location)
    }
    return Row(reference: reference, cost: amount, location: id.location)
  }
}
