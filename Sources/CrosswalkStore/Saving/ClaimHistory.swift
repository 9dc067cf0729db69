import GRDB

/// Keeps what the store had before a claim is brought up to date: nothing is overwritten.
struct ClaimHistory {
  let database: Database

  /// Copies a claim as it stands, before it is changed.
  ///
  /// - Parameters:
  ///   - ordinal: Its row.
  ///   - time: When it ends, as the log of imports writes it.
  func keep(_ ordinal: Int64, until time: String) throws {
    let columns = "id, import, is_bundled, \(ClaimColumns.content), file, source_line, source_column"
    var keep = try SQLStatement(
      """
      INSERT INTO claim_history (claim, replaced_at, \(columns))
      SELECT ordinal, ?, \(columns) FROM claim WHERE ordinal = ?
      """, on: database)
    keep.bind(time)
    keep.bind(ordinal)
    try keep.run()
    var keepEnds = try SQLStatement(
      "INSERT INTO claim_history_end SELECT ?, side, position, local FROM claim_end WHERE claim = ?",
      on: database)
    keepEnds.bind(database.lastInsertedRowID)
    keepEnds.bind(ordinal)
    try keepEnds.run()
  }
}
