import CrosswalkModel

/// Claims as the toolkit's own claims file, which imports as the very same claims.
///
/// The column `id` names each claim's identity, so that it stays the same although names and revisions are spelled as
/// the catalogs spell them. Of the properties, only the basis of an alternative route has a column.
public struct ClaimsCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "source", "target", "relationship", "strict", "rationale", "strength", "confidence", "method", "status",
    "author", "date", "reviewer", "reviewed_on", "source_revision", "target_revision", "note", "basis", "id",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and one row for each claim.
  ///
  /// Where a claim is stale, a last column `stale` says so (1 or 0); an import works it out anew.
  public func export(_ set: MappingSet) -> [UInt8] {
    var csv = CSVText()
    let isMarked = set.claims.contains { set.stale.contains($0.id) }
    csv.append(Self.header + (isMarked ? ["stale"] : []))
    for claim in set.claims {
      csv.append(Self.row(claim) + (isMarked ? [set.stale.contains(claim.id) ? "1" : "0"] : []))
    }
    return Array(csv.text.utf8)
  }

  /// The line of one claim, without a line end.
  static func line(_ claim: MappingClaim) -> String {
    var csv = CSVText()
    csv.append(row(claim))
    return String(csv.text.dropLast())
  }

  private static func row(_ claim: MappingClaim) -> [String] {
    [
      ReferenceText.full(claim.source), ReferenceText.full(claim.target), claim.token, claim.strictness,
      claim.rationale?.rawValue ?? "", claim.strength.map { "\($0)" } ?? "",
      claim.confidence.map(PlainDecimal.text) ?? "", claim.method?.rawValue ?? "", claim.status.rawValue,
      claim.author ?? "", claim.date?.description ?? "",
      claim.reviewer ?? "",
      claim.reviewedOn?.description ?? "", claim.sourceRevision?.rawValue ?? "",
      claim.targetRevision?.rawValue ?? "", claim.note ?? "", claim.basis ?? "", claim.id.rawValue,
    ]
  }
}

extension MappingClaim {
  /// Whether an "intersects" is meant strictly; empty for a word that has one meaning.
  var strictness: String {
    guard token == "intersects-with" else { return "" }
    return relations == .intersectsWith ? "true" : "false"
  }
}

/// Numbers without an exponent.
enum PlainDecimal {
  /// The shortest decimal text that reads back as `number`, which lies within 0 and 1.
  static func text(_ number: Double) -> String {
    let short = "\(number)"
    guard let mark = short.firstIndex(of: "e"), let exponent = Int(short[short.index(after: mark)...]) else {
      return short
    }
    let digits = short[..<mark].filter { $0 != "." && $0 != "-" }
    return exponent < 0 ? "0." + String(repeating: "0", count: -exponent - 1) + digits : short
  }
}
