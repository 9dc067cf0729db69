import CrosswalkModel
import GRDB

/// Decides which positions were taken on a text that may have changed since, by the rule for claims.
struct PositionStaleness {
  let database: Database
  /// The day by which the current revision of a framework is chosen.
  let day: CalendarDate

  func stale(_ positions: [BilateralPosition]) throws -> Set<PositionID> {
    var staleness = try Staleness(of: positions.flatMap(\.givenFor), asOf: day, in: database)
    let outdated = positions.filter { $0.givenFor.contains(where: staleness.isOutdated) }
    return Set(try outdated.filter { try isStale($0, &staleness) }.map(\.id))
  }

  private func isStale(_ position: BilateralPosition, _ staleness: inout Staleness) throws -> Bool {
    for end in try ends(of: position.about) {
      let given = position.givenFor.first { $0.framework == end.framework }?.revision
      if try staleness.isStale(end, given) { return true }
    }
    return false
  }

  private func ends(of about: BilateralPosition.About) throws -> [ClaimEnd] {
    switch about {
    case .node(let id): return [.nodes([id])]
    case .section: return []
    case .claim(let id):
      guard let claim = try ClaimReader(database: database).claim(id) else { return [] }
      // What an alternative route goes by has no text in the store.
      return claim.isAlternativeRoute ? [claim.target] : [claim.source, claim.target]
    }
  }
}
