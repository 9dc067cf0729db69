import CrosswalkModel
import CrosswalkOSCAL

/// What of one framework is in no map: what a claim says to have no counterpart, and what nobody has judged.
///
/// OSCAL has one list for both. Remarks keep them apart, so that nobody reads "not judged" as a gap. Names stand as
/// patterns, because names as publishers print them are no tokens.
struct OSCALGapSummary {
  private let entries: [(local: String, remarks: String)]

  /// Lists what of `end` no claim relates to anything.
  ///
  /// - Parameter claims: Claims of no counterpart, of either framework.
  init(end: MappingSet.End, claims: [MappingClaim]) {
    var listed: Set<String> = []
    let absent = claims.flatMap { claim in
      [claim.source, claim.target].flatMap { Self.locals(of: $0, in: end.framework) }
        .filter { listed.insert($0).inserted }.map { ($0, Self.words(for: claim)) }
    }
    let unmapped = end.unmapped.filter { listed.insert($0).inserted }.map {
      ($0, "Not mapped: no claim relates it to anything. Nobody has judged it, which is no gap.")
    }
    entries = absent + unmapped
  }

  /// Lists the statements on which `report` has no verdict, or that of no counterpart.
  init(_ report: GapReport) {
    entries = report.findings.filter {
      [.gap, .unknown].contains($0.verdict) && $0.applicability.isCounted
    }.map { finding in
      let marks = finding.marks.isEmpty ? "" : " (\(finding.marks.joined(separator: ", ")))"
      let open = finding.residual.isEmpty ? "" : " \(finding.residual)"
      return (finding.target.local, "\(finding.verdict.sentence)\(marks).\(open)")
    }
  }

  /// The summary; `nil` where there is nothing to list, since the format knows no empty one.
  func element(named name: String, in pair: String) -> OSCALElement? {
    guard !entries.isEmpty else { return nil }
    let names = entries.map(\.local).joined(separator: "|")
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

  /// The nodes of an end that is of `framework`.
  private static func locals(of end: ClaimEnd, in framework: FrameworkID) -> [String] {
    switch end {
    case .nodes(let nodes) where end.framework == framework: nodes.map(\.local)
    default: []
    }
  }
}

extension Verdict {
  /// The verdict as the beginning of a sentence.
  fileprivate var sentence: String {
    switch self {
    case .unknown: "Not judged, which is no gap"
    default: words.prefix(1).uppercased() + words.dropFirst()
    }
  }
}
