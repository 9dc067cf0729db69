import CrosswalkModel

/// The report on evidence as CSV (RFC 4180): one row for each statement that an artefact supports or bears on, and for
/// each statement of a target that none does.
///
/// The column `how` says which: `named` (by the subject file), `reached` (through claims) or `none`. Each row repeats
/// how far the claims are reviewed, because rows get copied out of their table.
public struct EvidenceCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "artefact", "artefact_title", "artefact_state", "how", "statement", "statement_title", "modality",
    "extent",
    "via", "relations", "origin", "draft", "stale", "confidence", "claims", "missing_note", "missing_parts",
    "subject", "basis", "as_of",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and the rows: by artefact, then what has none.
  public func export(_ report: ArtefactReport) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    let tail = [report.subject, report.reviewState, report.asOf.description]
    let nothing = Array(repeating: "", count: 11)
    for artefact in report.artefacts {
      let head = [artefact.item.id, artefact.item.title, artefact.check?.state.rawValue ?? ""]
      for direct in artefact.direct {
        csv.append(head + ["named", direct.statement.description, direct.title] + nothing + tail)
      }
      for reach in report.reaches(of: artefact.item.id) { csv.append(head + Self.cells(of: reach) + tail) }
    }
    for reach in report.jointReaches {
      csv.append([reach.artefacts.joined(separator: " | "), "", ""] + Self.cells(of: reach) + tail)
    }
    for requirement in report.targets.flatMap(\.unreached) {
      csv.append(
        [
          "", "", "", "none", requirement.id.description, requirement.title,
          requirement.modality?.rawValue ?? "",
        ]
          + nothing.dropFirst() + tail)
    }
    return Array(csv.text.utf8)
  }

  private static func cells(of reach: ArtefactReport.Reach) -> [String] {
    let support = reach.support
    return [
      "reached", reach.target.description, reach.title, reach.modality?.rawValue ?? "", reach.extent.rawValue,
      support.source.map(\.description).joined(separator: " | "),
      support.relations.relationships.map(\.rawValue).joined(separator: " | "), support.origin.rawValue,
      support.derivation.restsOnDraftsOnly ? "1" : "0", support.derivation.isStale ? "1" : "0",
      "\(Share.rounded(support.confidence))",
      support.derivation.claims.map(\.description).joined(separator: " | "), reach.missing.note ?? "",
      reach.missing.parts.map(\.description).joined(separator: " | "),
    ]
  }
}
