import CrosswalkModel

/// Claims in the columns of the OLIR template (NIST IR 8278A), one row for each pair of elements.
///
/// The framework of `--to` is the focal document, that of `--from` the reference document. The template states the
/// relationship of the reference document's element to the focal one: "subset of" says that the reference element
/// requires nothing but what the focal one requires. Claims in the other direction are turned round. The template has
/// no column for that, nor for status and review, so columns of our own follow its columns and say it in every row.
/// Alternative routes are no relationships: the notice says how many are left out.
public struct OLIRExporter: Exporter {
  /// The columns, in order: those of the template, then our own.
  public static let header = [
    "Focal Document Element", "Focal Document Element Description", "Rationale", "Relationship",
    "Reference Document Element", "Reference Document Element Description", "Fulfilled By",
    "Group Identifier",
    "Comments", "Strength of Relationship", "Direction", "Focal Document", "Reference Document", "Status",
    "Reviewed", "Claim", "Notice",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header, then the rows of each claim; those of one union share a group identifier.
  public func export(_ set: MappingSet) -> [UInt8] {
    let set = set.withoutAlternatives
    var csv = CSVText()
    csv.append(Self.header)
    for claim in set.claims { for row in Self.rows(claim, set) { csv.append(row) } }
    return Array(csv.text.utf8)
  }

  private static func rows(_ claim: MappingClaim, _ set: MappingSet) -> [[String]] {
    let isTurned = claim.source.framework == set.to.framework && claim.target.framework == set.from.framework
    let (reference, focal) = isTurned ? (claim.target, claim.source) : (claim.source, claim.target)
    let relations = isTurned ? claim.relations.converse : claim.relations
    let (focalNames, referenceNames) = (names(focal), names(reference))
    let isGroup = focalNames.count * referenceNames.count > 1
    var rows: [[String]] = []
    for focalName in focalNames {
      for referenceName in referenceNames {
        rows.append(
          [
            local(focalName), title(focalName, set), claim.rationale?.rawValue ?? "",
            word(relations, claim), local(referenceName), title(referenceName, set), "",
            isGroup ? claim.id.rawValue : "",
            comment(claim, relations, isGroup: isGroup, isStale: set.stale.contains(claim.id)),
            claim.strength.map { "\($0)" } ?? "",
            "the relationship reads: reference document element RELATIONSHIP focal document element",
            document(set.to), document(set.from), claim.status.rawValue,
            claim.isReviewed ? "reviewed" : "not reviewed", claim.id.rawValue, set.notice,
          ])
      }
    }
    return rows
  }

  private static func document(_ end: MappingSet.End) -> String {
    "\(end.title) (\(end.framework)\(end.revision.map { "@\($0)" } ?? ""))"
  }

  /// The nodes of an end; one absent node for a whole framework.
  private static func names(_ end: ClaimEnd) -> [ControlID?] {
    switch end {
    case .framework: [nil]
    case .nodes(let nodes): nodes
    }
  }

  private static func local(_ name: ControlID?) -> String { name?.local ?? "" }
  private static func title(_ name: ControlID?, _ set: MappingSet) -> String { name.flatMap(set.title) ?? "" }

  /// The template's word for what is known; it has none for "anything but disjoint" and for denials.
  private static func word(_ relations: RelationshipSet, _ claim: MappingClaim) -> String {
    switch relations {
    case .equal: "equal"
    case .subsetOf: "subset of"
    case .supersetOf: "superset of"
    case .intersectsWith: "intersects with"
    case .related: "intersects with"
    case .disjoint: "not related to"
    default: ""
    }
  }

  private static func comment(
    _ claim: MappingClaim, _ relations: RelationshipSet, isGroup: Bool, isStale: Bool
  ) -> String {
    var parts = isStale ? ["Stale: the text of an element may have changed since."] : []
    if relations == .related { parts.append("Loosely meant: related in some way, and nothing more.") }
    if relations.relationships.count > 1, relations != .related {
      parts.append("The claim only says: \(relations.description).")
    }
    if isGroup {
      parts.append("The relationship holds for the union of the group, not for each of its pairs.")
    }
    if claim.isNoCounterpart { parts.append("No counterpart in the whole of the other document.") }
    if let note = claim.note { parts.append(note) }
    return parts.joined(separator: " ")
  }
}
