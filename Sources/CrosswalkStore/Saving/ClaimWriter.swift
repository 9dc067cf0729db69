import CrosswalkModel
import GRDB

/// Writes claims; one that the store has is known by its id.
struct ClaimWriter {
  let database: Database
  let origin: ContentOrigin
  /// The row of the import log.
  let logged: Int64
  /// The time of the import, as the log has it.
  let time: String

  private static let columns =
    "id, import, is_bundled, \(ClaimColumns.content), file, source_line, source_column"
  private static let places = Array(repeating: "?", count: 23).joined(separator: ", ")

  /// Adds the new ones, brings changed ones up to date, and counts.
  func write(_ claims: [MappingClaim], into summary: inout SaveSummary) throws {
    guard !claims.isEmpty else { return }
    var insert = try SQLStatement(
      "INSERT INTO claim (\(Self.columns)) VALUES (\(Self.places)) ON CONFLICT (id) DO NOTHING", on: database)
    var insertEnd = try SQLStatement("INSERT INTO claim_end VALUES (?, ?, ?, ?)", on: database)
    for claim in claims {
      bind(claim, to: &insert)
      if try insert.run() > 0 {
        try insertEnd.insert(endsOf: claim, row: database.lastInsertedRowID)
        summary.claimsAdded += 1
      } else if try renew(claim) {
        summary.claimsUpdated += 1
      } else {
        summary.claimsAlreadyPresent += 1
      }
    }
  }

  private func bind(_ claim: MappingClaim, to statement: inout SQLStatement) {
    statement.bind(claim.id.rawValue)
    statement.bind(logged)
    statement.bind(origin == .bundled)
    statement.bind(contentOf: claim)
    statement.bind(claim.origin.file)
    statement.bind(claim.origin.line)
    statement.bind(claim.origin.column)
  }

  /// Brings a claim that the store has up to date; false where it says the same, or where bundled content would
  /// overrule a user.
  private func renew(_ claim: MappingClaim) throws -> Bool {
    guard let stored = try ClaimReader(database: database).recorded(claim.id) else { return false }
    if origin == .bundled, !stored.isBundled { return false }
    var claim = claim
    // A format without properties does not deny those that another file gave.
    if claim.properties.isEmpty { claim.properties = stored.claim.properties }
    var same = stored.claim
    same.origin = claim.origin
    if same == claim { return false }
    try ClaimHistory(database: database).keep(stored.ordinal, until: time)
    let assignments = Self.columns.split(separator: ",").map { "\($0) = ?" }.joined(separator: ", ")
    var update = try SQLStatement("UPDATE claim SET \(assignments) WHERE ordinal = ?", on: database)
    bind(claim, to: &update)
    update.bind(stored.ordinal)
    try update.run()
    try database.execute(sql: "DELETE FROM claim_end WHERE claim = ?", arguments: [stored.ordinal])
    var insertEnd = try SQLStatement("INSERT INTO claim_end VALUES (?, ?, ?, ?)", on: database)
    try insertEnd.insert(endsOf: claim, row: stored.ordinal)
    return true
  }

  /// Marks the claims that came with an earlier release and that this one no longer makes.
  ///
  /// - Parameter time: When, as the log of imports writes it; empty where nobody says.
  static func supersedeBundledClaims(but kept: [MappingClaim], at time: String, in database: Database) throws
  {
    let ids = Set(kept.map(\.id.rawValue))
    let stored = try Row.fetchAll(
      database, sql: "SELECT ordinal, id FROM claim WHERE is_bundled AND status IN ('draft', 'complete')")
    var update = try SQLStatement("UPDATE claim SET status = 'superseded' WHERE ordinal = ?", on: database)
    for row in stored where !ids.contains(row[1]) {
      try ClaimHistory(database: database).keep(row[0], until: time)
      update.bind(row[0] as Int64)
      try update.run()
    }
  }
}
