import CrosswalkModel
import CrosswalkReaders

/// Reads claims from a spreadsheet, CSV or XLSX, that a column profile describes, between two frameworks.
///
/// The claims are drafts without author and date: such tables do not say them. Of one claim for every pair or one for
/// the union of several identifiers, the profile says which; rows that name one end only are errors, unless the
/// profile says otherwise.
public struct GenericMappingImporter: ClaimsImporter {
  private let profile: ColumnProfile
  private let source: FrameworkID
  private let target: FrameworkID

  /// Creates an importer of tables that look as `profile` says, whose source column names controls of `source` and
  /// whose target column names controls of `target`.
  public init(profile: ColumnProfile, source: FrameworkID, target: FrameworkID) {
    self.profile = profile
    self.source = source
    self.target = target
  }

  /// Appends every claim of `file` in document order.
  ///
  /// - Throws: ``ImportError`` at the cell of an unknown word or of an empty identifier.
  public func importClaims(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    guard let rules = profile.mapping else {
      let found = "profile \(profile.name) describes a catalog"
      let start = SourceLocation(file: file.name, line: 1, column: 1)
      throw ImportError(.notThisFormat(expected: "mapping table", found: found), at: start)
    }
    var columns: MappingColumns?
    var groups = ClaimGroups()
    var notUsed: [NotUsed] = []
    let leftOut = try TableReader(limits: limits, form: TableForm(profile)).read(
      file,
      header: { (header: TableHeader) throws(ImportError) in
        let bound = try MappingColumns(rules, header: header, profile: profile.name)
        notUsed = bound.unused
        columns = bound
      },
      row: { (row: TableRow) throws(ImportError) in
        guard let columns else { return }
        let read = MappingRow(row: row, columns: columns, rules: rules, source: source, target: target)
        let claims = try read.claims()
        if claims.isEmpty { notUsed.append(read.unpaired) }
        for claim in claims { try groups.add(claim, group: read.group) }
      })
    var collector = ClaimCollector()
    for claim in groups.claims { try collector.add(claim, to: &graph) }
    for record in leftOut + notUsed { graph.add(record) }
  }
}

extension ColumnProfile {
  /// The frameworks that a mapping profile fixes; those that it does not, the user names.
  public var mappingFrameworks: (source: FrameworkID?, target: FrameworkID?) {
    (
      mapping?.sourceFramework.flatMap { FrameworkID($0) },
      mapping?.targetFramework.flatMap { FrameworkID($0) }
    )
  }
}
