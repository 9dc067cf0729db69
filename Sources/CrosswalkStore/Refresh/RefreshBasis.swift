import CrosswalkModel
import GRDB

/// What a revision that is to be published was judged against: what the store had of its framework, and the claims that
/// counted and were about it.
public struct RefreshBasis: Hashable, Sendable {
  /// Every revision of the framework with the digest of each of its contents.
  let contents: String
  /// Changes whenever claims or acts of review do; says nothing about which.
  let changes: String
  /// Claims that count and have an end in the framework, in the order of their sources.
  public let claims: [MappingClaim]
}

/// Reads what revisions are judged against, and says whether it still is so.
struct RefreshBasisReader {
  let database: Database
  let framework: FrameworkID

  /// - Complexity: linear in the claims of the store.
  func basis() throws -> RefreshBasis {
    RefreshBasis(contents: try contents(), changes: try changes(), claims: try claims())
  }

  /// Whether nothing came that a judgement against `basis` did not see.
  ///
  /// Cost: a look at three indexes; claims are read only where some were imported or reviewed since.
  func holds(_ basis: RefreshBasis) throws -> Bool {
    guard try contents() == basis.contents else { return false }
    return try changes() == basis.changes || claims() == basis.claims
  }

  private func contents() throws -> String {
    try String.fetchAll(
      database,
      sql: """
        SELECT revision.name || ' ' || content.origin || ' ' || content.digest
        FROM content JOIN revision ON revision.id = content.revision
        WHERE revision.framework = ? ORDER BY content.id
        """, arguments: [framework.rawValue]
    ).joined(separator: "\n")
  }

  /// Claims change by imports and by acts alone, and both are only ever added.
  private func changes() throws -> String {
    let imports = try Int.fetchOne(database, sql: "SELECT max(id) FROM import_log") ?? 0
    guard try database.tableExists("review_act") else { return "\(imports)" }
    return "\(imports) \(try Int.fetchOne(database, sql: "SELECT count(*) FROM review_act") ?? 0)"
  }

  private func claims() throws -> [MappingClaim] {
    try ClaimReader(database: database).claims(.all).filter { claim in
      claim.counts && [claim.source, claim.target].contains { $0.framework == framework }
    }
  }
}
