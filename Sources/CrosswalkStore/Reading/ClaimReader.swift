import CrosswalkModel
import GRDB

/// Which claims to read.
public enum ClaimSelection: Hashable, Sendable {
  case all
  /// Both ends in these frameworks; of an alternative route, the target.
  case among(Set<FrameworkID>)
  /// An end names this node, as the claim spells it, or the whole of its framework.
  case about(ControlID)

  /// Whether it selects `claim`; the queries of the store say the same in SQL.
  func includes(_ claim: MappingClaim) -> Bool {
    switch self {
    case .all: true
    case .among(let frameworks):
      frameworks.contains(claim.target.framework)
        && (claim.isAlternativeRoute || frameworks.contains(claim.source.framework))
    case .about(let control):
      [claim.source, claim.target].contains { end in
        switch end {
        case .framework(let framework): framework == control.framework
        case .nodes(let nodes): nodes.contains(control)
        }
      }
    }
  }
}

/// A claim and what the store knows besides.
struct StoredClaim {
  let claim: MappingClaim
  let ordinal: Int64
  let isBundled: Bool
}

/// Reads claims in the order of their sources: one query for the claims, one for their ends.
///
/// This is the one place where acts of review meet claims: whoever asks for claims gets what counts, and only what keeps
/// files and acts apart asks for what was recorded.
struct ClaimReader {
  let database: Database

  /// Claims with the acts on them applied; those that acts made follow.
  func claims(_ selection: ClaimSelection) throws -> [MappingClaim] {
    let recorded = try recorded(selection)
    let acts = try ReviewActReader(database: database).acts()
    if acts.isEmpty { return recorded }
    let known = Set(recorded.map(\.id))
    return EffectiveClaims(recorded, acts: acts).claims.filter {
      known.contains($0.id) || selection.includes($0)
    }
  }

  /// The claim with this id, with the acts on it applied.
  func claim(_ id: ClaimID) throws -> MappingClaim? {
    let recorded = try recorded(id).map { [$0.claim] } ?? []
    return EffectiveClaims(recorded, acts: try ReviewActReader(database: database).acts())[id]
  }

  /// The claims that acts are about or made, with the acts applied.
  func claimsWithActs() throws -> [MappingClaim] {
    let acts = try ReviewActReader(database: database).acts()
    if acts.isEmpty { return [] }
    let recorded = try read(where: "claim.id IN (SELECT claim FROM review_act)", []).map(\.claim)
    return EffectiveClaims(recorded, acts: acts).claims
  }

  /// Claims as their files have them, whatever reviewers did since.
  func recorded(_ selection: ClaimSelection) throws -> [MappingClaim] {
    switch selection {
    case .all: try read(where: "true", []).map(\.claim)
    case .among(let frameworks): try recorded(among: frameworks)
    case .about(let control): try recorded(about: control)
    }
  }

  /// The claim with this id as its file has it.
  func recorded(_ id: ClaimID) throws -> StoredClaim? {
    try read(where: "claim.id = ?", [id.rawValue]).first
  }

  /// The claims that acts made, by the number of the act.
  func made() throws -> [Int64: MappingClaim] {
    let claims = try read(
      """
      SELECT act, id, 0, \(ClaimColumns.content), '\(ReviewAct.file)', act, 1 FROM review_claim ORDER BY act
      """, ends: "SELECT act, side, local FROM review_claim_end ORDER BY act, side, position", [])
    return Dictionary(claims.map { ($0.ordinal, $0.claim) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a claim said before, oldest first, with the end of each version.
  func history(of id: ClaimID) throws -> [(claim: MappingClaim, until: String)] {
    let claims = try read(
      """
      SELECT ordinal, id, is_bundled, \(ClaimColumns.content), file, source_line, source_column
      FROM claim_history WHERE id = ? ORDER BY ordinal
      """,
      ends: """
        SELECT version, side, local FROM claim_history_end JOIN claim_history ON ordinal = version
        WHERE id = ? ORDER BY version, side, position
        """, [id.rawValue])
    let ends = try String.fetchAll(
      database, sql: "SELECT replaced_at FROM claim_history WHERE id = ? ORDER BY ordinal",
      arguments: [id.rawValue])
    return zip(claims, ends).map { ($0.claim, $1) }
  }

  private func recorded(among frameworks: Set<FrameworkID>) throws -> [MappingClaim] {
    let names = frameworks.map(\.rawValue).sorted()
    let list = Array(repeating: "?", count: names.count).joined(separator: ", ")
    return try read(
      where: """
        claim.target_framework IN (\(list))
          AND (claim.source_framework IN (\(list)) OR claim.token = '\(MappingClaim.alternativeRouteToken)')
        """, names + names
    ).map(\.claim)
  }

  private func recorded(about control: ControlID) throws -> [MappingClaim] {
    let framework = control.framework.rawValue
    let sides = ["source", "target"].map { side in
      """
      claim.\(side)_framework = ? AND EXISTS (SELECT 1 FROM claim_end AS named
        WHERE named.claim = claim.ordinal AND named.side = '\(side)' AND (named.local = ? OR named.local IS NULL))
      """
    }
    return try read(
      where: sides.joined(separator: " OR "), [framework, control.local, framework, control.local]
    ).map(\.claim)
  }

  private func read(where condition: String, _ values: [String]) throws -> [StoredClaim] {
    try read(
      """
      SELECT ordinal, id, is_bundled, \(ClaimColumns.content), file, source_line, source_column
      FROM claim WHERE \(condition) ORDER BY ordinal
      """,
      ends: """
        SELECT claim_end.claim, claim_end.side, claim_end.local FROM claim
        JOIN claim_end ON claim_end.claim = claim.ordinal
        WHERE \(condition) ORDER BY claim.ordinal, claim_end.side, claim_end.position
        """, values)
  }

  private func read(_ claimsSQL: String, ends endsSQL: String, _ values: [String]) throws -> [StoredClaim] {
    var claims = try SQLStatement(claimsSQL, on: database)
    var ends = try SQLStatement(endsSQL, on: database)
    for value in values {
      claims.bind(value)
      ends.bind(value)
    }
    var words = RelationWords()
    var result: [StoredClaim] = []
    var hasEnd = try ends.step()
    while try claims.step() {
      let ordinal = claims.int(0)
      var locals: (source: [String?], target: [String?]) = ([], [])
      while hasEnd, ends.int(0) == ordinal {
        if ends.text(1) == "source" {
          locals.source.append(ends.optionalText(2))
        } else {
          locals.target.append(ends.optionalText(2))
        }
        hasEnd = try ends.step()
      }
      let source = try end(claims.framework(3), locals.source)
      let target = try end(claims.framework(4), locals.target)
      result.append(
        StoredClaim(
          claim: try claim(claims, source, target, &words), ordinal: Int64(ordinal), isBundled: claims.bool(2)
        ))
    }
    return result
  }

  private func end(_ framework: FrameworkID, _ locals: [String?]) throws -> ClaimEnd {
    if locals.count == 1, locals[0] == nil { return .framework(framework) }
    let nodes = locals.compactMap { $0.map { ControlID(framework: framework, local: $0) } }
    guard !nodes.isEmpty, nodes.count == locals.count else {
      throw StoreError.Reason.damaged("a claim without ends")
    }
    return .nodes(nodes)
  }

  private func claim(
    _ row: borrowing SQLStatement, _ source: ClaimEnd, _ target: ClaimEnd, _ words: inout RelationWords
  ) throws -> MappingClaim {
    guard let status = try row.word(11, as: MappingClaim.Status.self) else {
      throw StoreError.Reason.damaged("a claim without status")
    }
    return MappingClaim(
      id: ClaimID(row.text(1)), source: source, target: target, relations: try words.relations(row.text(5)),
      token: row.text(6), rationale: try row.word(7, as: MappingClaim.Rationale.self),
      strength: row.optionalInt(8), confidence: row.double(9),
      method: try row.word(10, as: MappingClaim.Method.self), status: status, author: row.optionalText(12),
      date: try row.day(13), reviewer: row.optionalText(14), reviewedOn: try row.day(15),
      sourceRevision: try row.revision(16), targetRevision: try row.revision(17), note: row.optionalText(18),
      properties: try row.properties(19),
      origin: SourceLocation(file: row.text(20), line: row.int(21), column: row.int(22)))
  }
}

/// Reads sets of relations as the store spells them: OSCAL's words, separated by blanks; nothing for the empty set.
private struct RelationWords {
  private var seen: [String: RelationshipSet] = [:]

  mutating func relations(_ words: String) throws -> RelationshipSet {
    if let known = seen[words] { return known }
    var set: RelationshipSet = []
    for word in words.split(separator: " ") {
      guard let relation = Relationship(rawValue: String(word)) else {
        throw StoreError.Reason.damaged("unknown relation")
      }
      set.formUnion(RelationshipSet(relation))
    }
    seen[words] = set
    return set
  }
}
