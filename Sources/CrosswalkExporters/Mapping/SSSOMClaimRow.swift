import CrosswalkModel

/// One claim in the slots of SSSOM.
struct SSSOMClaimRow {
  /// All columns, in the order in which SSSOM lists its slots, then our own.
  static let columns =
    [
      "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label",
      "mapping_justification", "author_label", "reviewer_label", "subject_type", "subject_source",
      "subject_source_version", "object_type", "object_source", "object_source_version", "mapping_date",
      "review_date", "confidence", "comment",
    ] + extensions.map { "crosswalk_\($0)" }
  /// Columns that no table lacks.
  static let needed: Set<String> = [
    "subject_id", "predicate_id", "object_id", "mapping_justification", "crosswalk_status",
  ]
  static let extensions = [
    "relationship", "strict", "rationale", "strength", "method", "status", staleExtension,
  ]
  /// Declared only where a claim is stale.
  static let staleExtension = "stale"

  private var slots: [String: String] = [:]

  subscript(column: String) -> String? { slots[column] }

  /// - Parameter title: The title of a node that has one.
  init(_ claim: MappingClaim, isStale: Bool = false, title: (ControlID) -> String?) {
    fill("subject", with: claim.source, revision: claim.sourceRevision, title: title)
    fill("object", with: claim.target, revision: claim.targetRevision, title: title)
    let predicate = Self.predicate(claim)
    slots["predicate_id"] = predicate.name
    slots["predicate_modifier"] = predicate.isNegated ? "Not" : nil
    slots["mapping_justification"] =
      claim.method == .human ? "semapv:ManualMappingCuration" : "semapv:UnspecifiedMatching"
    slots["author_label"] = claim.author.map(Self.value)
    slots["reviewer_label"] = claim.reviewer.map(Self.value)
    slots["mapping_date"] = claim.date?.description
    slots["review_date"] = claim.reviewedOn?.description
    slots["confidence"] = claim.confidence.map(PlainDecimal.text)
    slots["comment"] = claim.note
    slots["crosswalk_relationship"] = claim.token
    slots["crosswalk_strict"] = claim.strictness.isEmpty ? nil : claim.strictness
    slots["crosswalk_rationale"] = claim.rationale?.rawValue
    slots["crosswalk_strength"] = claim.strength.map { "\($0)" }
    slots["crosswalk_method"] = claim.method?.rawValue
    slots["crosswalk_status"] = claim.status.rawValue
    slots["crosswalk_\(Self.staleExtension)"] = isStale ? "true" : nil
  }

  private mutating func fill(
    _ side: String, with end: ClaimEnd, revision: RevisionID?, title: (ControlID) -> String?
  ) {
    slots["\(side)_source"] = "crosswalk:\(end.framework)"
    slots["\(side)_source_version"] = revision?.rawValue
    switch end {
    case .framework: slots["\(side)_id"] = "sssom:NoTermFound"
    case .nodes(let nodes) where nodes.count == 1:
      slots["\(side)_id"] = "\(end.framework):" + PercentCoding.encoded(nodes[0].local, keeping: "()/")
      slots["\(side)_label"] = title(nodes[0])
    case .nodes(let nodes):
      let members = nodes.map { PercentCoding.encoded($0.local, keeping: "/") }.joined(separator: ",")
      slots["\(side)_id"] = "\(end.framework):union(\(members))"
      slots["\(side)_type"] = "composed entity expression"
    }
  }

  private static func predicate(_ claim: MappingClaim) -> (name: String, isNegated: Bool) {
    if claim.isNoCounterpart { return ("skos:relatedMatch", false) }
    let denied = RelationshipSet.all.subtracting(claim.relations)
    switch claim.relations {
    case .equal: return ("skos:exactMatch", false)
    case .subsetOf: return ("skos:broadMatch", false)
    case .supersetOf: return ("skos:narrowMatch", false)
    case .disjoint: return ("skos:relatedMatch", true)
    default:
      switch denied {
      case .equal: return ("skos:exactMatch", true)
      case .subsetOf: return ("skos:broadMatch", true)
      case .supersetOf: return ("skos:narrowMatch", true)
      default: return ("skos:relatedMatch", false)
      }
    }
  }

  /// One value of a slot that holds several, as a table of SSSOM spells it.
  private static func value(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      if character == "|" || character == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }
}

/// `%20` and its like in names.
enum PercentCoding {
  /// `text` with everything encoded but letters, digits, `-`, `.`, `_`, `~` and what `others` holds.
  static func encoded(_ text: String, keeping others: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~".utf8.contains(byte) || others.utf8.contains(byte)
      if isPlain {
        encoded.unicodeScalars.append(scalar)
      } else {
        encoded += byte < 16 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
