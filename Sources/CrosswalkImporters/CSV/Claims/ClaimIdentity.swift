import CrosswalkDigest
import CrosswalkModel

/// Derives the identity of a claim from what it says.
///
/// Its status and its review are not part of that: the line of a file that was a draft yesterday and is reviewed today
/// is the same claim, brought up to date.
enum ClaimIdentity {
  /// The namespace of claims: `5c0f2d3e-8a41-5b7e-9d26-3f1b7a60c4e8`, fixed for good.
  private static let namespace: [UInt8] = [
    0x5c, 0x0f, 0x2d, 0x3e, 0x8a, 0x41, 0x5b, 0x7e, 0x9d, 0x26, 0x3f, 0x1b, 0x7a, 0x60, 0xc4, 0xe8,
  ]

  /// The UUID (version 5) of what `claim` says; its own `id` and the place where it stands do not count.
  ///
  /// The name is the list of all fields in the order below, each as `name=value` with U+001F after it. Numbers are
  /// written in their shortest form, dates as `YYYY-MM-DD`, the members of a union in ascending order, and a field
  /// that is not known not at all.
  static func id(of claim: MappingClaim) -> ClaimID {
    let fields: [(name: String, value: String?)] = [
      ("source", spelled(claim.source)), ("target", spelled(claim.target)), ("token", claim.token),
      ("relations", String(claim.relations.rawValue)), ("rationale", claim.rationale?.rawValue),
      ("strength", claim.strength.map { String($0) }), ("confidence", claim.confidence.map { "\($0)" }),
      ("method", claim.method?.rawValue), ("author", claim.author), ("date", claim.date?.description),
      ("source_revision", claim.sourceRevision?.rawValue),
      ("target_revision", claim.targetRevision?.rawValue), ("note", claim.note), ("basis", claim.basis),
    ]
    var name = ""
    for field in fields {
      if let value = field.value { name += "\(field.name)=\(value)\u{1F}" }
    }
    return ClaimID(ContentDigest.uuidVersion5(namespace: namespace, name: name))
  }

  private static func spelled(_ end: ClaimEnd) -> String {
    switch end {
    case .framework(let framework): framework.rawValue
    case .nodes(let nodes): nodes.sorted().map(\.description).joined(separator: " | ")
    }
  }
}

/// The claims of one file by their identity, so that a line that repeats another is named and not counted twice.
struct ClaimCollector {
  private var first: [ClaimID: MappingClaim] = [:]

  /// Adds `claim` to `graph`, or names it where the file has said the same before.
  ///
  /// A claim without an identity gets the one of its content.
  ///
  /// - Throws: ``ImportError`` where the file itself names one identity for two claims.
  mutating func add(_ claim: MappingClaim, to graph: inout CrosswalkGraphBuilder) throws(ImportError) {
    var claim = claim
    let isNamed = !claim.id.rawValue.isEmpty
    if !isNamed { claim.id = ClaimIdentity.id(of: claim) }
    guard let known = first[claim.id] else {
      first[claim.id] = claim
      graph.add(claim)
      return
    }
    let line = known.origin.line
    if isNamed, ClaimIdentity.id(of: known) != ClaimIdentity.id(of: claim) {
      throw ImportError(
        .contradictoryClaim("line \(line) says something else under the same id"), at: claim.origin)
    }
    graph.add(NotUsed(location: claim.origin, what: "row", why: "line \(line) says the same"))
  }
}
