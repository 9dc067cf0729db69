import CrosswalkModel
import GRDB

/// Lets a connection see what the store knew at the end of a day, by views that stand in for tables of the same name.
///
/// SQLite looks for a name among the temporary views of the connection first; so every query of this module reads the
/// past without knowing it, and none can forget to. A time that nobody noted counts as before every day: stores of older
/// versions noted none for bundled content.
struct PastViews {
  /// The day as the file writes it: digits and hyphens only.
  private let day: String
  /// The number of steps that the schema of the file has taken.
  private let version: Int

  init(_ day: CalendarDate, version: Int) {
    self.day = day.description
    self.version = version
  }

  /// Makes the views, which last as long as the connection.
  func create(in database: Database) throws {
    // Nothing is written beside the store, not even for a moment.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    for (name, query) in views { try database.execute(sql: "CREATE TEMP VIEW \(name) AS \(query)") }
  }

  private var views: [(name: String, query: String)] {
    var views = [("import_log", "SELECT * FROM main.import_log WHERE \(isKnown("imported_at"))")]
    if version >= Migration.firstWithPositions {
      views.append(("position", "SELECT * FROM main.position WHERE \(isKnown("time"))"))
    }
    guard version >= Migration.firstWithReviewActs else {
      return views + [("content", Self.content(known: "content")), ("claim", Self.claim)]
    }
    return views + [
      ("review_act", "SELECT * FROM main.review_act WHERE \(isKnown("time"))"),
      ("content", Self.content(known: "content_known")), ("claim_then", claimThen),
      ("claim", Self.claim + Self.andIsOfThen + " UNION ALL " + claimOfHistory),
      ("claim_end", Self.claimEnds),
    ]
  }

  private func isKnown(_ time: String) -> String { "substr(\(time), 1, 10) <= '\(day)'" }

  /// Contents that an import of then had brought.
  private static func content(known table: String) -> String {
    """
    SELECT * FROM main.content AS content WHERE EXISTS (
      SELECT 1 FROM main.\(table) AS known JOIN import_log ON import_log.id = known.import
      WHERE known.revision = content.revision AND known.origin = content.origin)
    """
  }

  private static func columns(of table: String) -> String {
    ("id, import, is_bundled, " + ClaimColumns.content + ", file, source_line, source_column")
      .split(separator: ",").map { "\(table).\($0.trimmingBlanks)" }.joined(separator: ", ")
  }

  /// Claims of imports of then, as they are now.
  private static let claim = """
    SELECT claim.ordinal, \(columns(of: "claim")) FROM main.claim AS claim
    WHERE claim.import IN (SELECT id FROM import_log)
    """

  private static let andIsOfThen = " AND claim.ordinal NOT IN (SELECT claim FROM claim_then)"

  /// For each claim that has changed since, the version of then: the first that ended later.
  private var claimThen: String {
    """
    SELECT claim, min(ordinal) AS version FROM main.claim_history WHERE NOT \(isKnown("replaced_at")) GROUP BY claim
    """
  }

  private var claimOfHistory: String {
    """
    SELECT history.claim AS ordinal, \(Self.columns(of: "history"))
    FROM claim_then JOIN main.claim_history AS history ON history.ordinal = claim_then.version
    WHERE history.import IN (SELECT id FROM import_log)
    """
  }

  private static let claimEnds = """
    SELECT claim, side, position, local FROM main.claim_end WHERE claim NOT IN (SELECT claim FROM claim_then)
    UNION ALL
    SELECT claim_then.claim, ends.side, ends.position, ends.local
    FROM claim_then JOIN main.claim_history_end AS ends ON ends.version = claim_then.version
    """
}
