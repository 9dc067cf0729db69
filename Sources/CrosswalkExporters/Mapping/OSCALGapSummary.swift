import CrosswalkModel
import CrosswalkOSCAL

/// What of one framework is in no map: what a claim says to have no counterpart, and what nobody has judged.
///
/// OSCAL has one list for both. Remarks keep them apart, so that nobody reads "not judged" as a gap. Names stand as
/// patterns, because names as publishers print them are no tokens.
struct OSCALGapSummary {
  let end: MappingSet.End
  /// Claims of no counterpart, of either framework.
  let claims: [MappingClaim]

  /// The summary; `nil` where there is nothing to list, since the format knows no empty one.
  func element(named name: String, in pair: String) -> OSCALElement? {
    var listed: Set<String> = []
    var entries = claims.flatMap { claim in
      [claim.source, claim.target].flatMap { locals(of: $0) }.filter { listed.insert($0).inserted }.map {
        ($0, Self.words(for: claim))
      }
    }
    entries += end.unmapped.filter { listed.insert($0).inserted }.map {
      ($0, "Not mapped: no claim relates it to anything. Nobody has judged it, which is no gap.")
    }
    guard !entries.isEmpty else { return nil }
    let names = entries.map(\.0).joined(separator: "|")
    var summary = OSCALElement(name, [.init("uuid", OSCALMappingExporter.uuid("\(name) \(pair) \(names)"))])
    var selection = OSCALElement("unmapped-controls")
    for (local, remarks) in entries {
      var matching = OSCALElement("matching", [.init("pattern", Self.pattern(local))])
      matching.append(OSCALMappingExporter.blocks("remarks", remarks))
      selection.append(matching)
    }
    summary.append(selection)
    return summary
  }

  private static func words(for claim: MappingClaim) -> String {
    let standing = claim.isReviewed ? "reviewed" : "not reviewed"
    let note = claim.note.map { " \($0)" } ?? ""
    return "Claimed to have no counterpart (claim \(claim.id), \(claim.status.rawValue), \(standing)).\(note)"
  }

  /// A name as a pattern that matches nothing else: `*`, `?` and `[` would match more.
  private static func pattern(_ local: String) -> String {
    local.map { "*?[".contains($0) ? "[\($0)]" : String($0) }.joined()
  }

  /// The nodes of an end that is of this framework.
  private func locals(of claimEnd: ClaimEnd) -> [String] {
    switch claimEnd {
    case .nodes(let nodes) where claimEnd.framework == end.framework: nodes.map(\.local)
    default: []
    }
  }
}
