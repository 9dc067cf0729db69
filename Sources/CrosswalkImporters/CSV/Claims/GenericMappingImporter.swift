import CrosswalkModel
import CrosswalkReaders

/// Reads claims from a spreadsheet that a column profile describes, between two frameworks that the caller names.
///
/// The claims are drafts without author, date, strength and confidence: such tables do not say them.
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
    var columns: Columns?
    var claims: [MappingClaim] = []
    var notUsed: [NotUsed] = []
    let reader = TableReader(
      limits: limits, dialect: profile.dialect, isTransposed: profile.transposed ?? false)
    try reader.read(
      file,
      header: { (header: TableHeader) throws(ImportError) in
        let bound = try Columns(rules, header: header, profile: profile.name)
        notUsed = bound.unused(of: header)
        columns = bound
      },
      row: { (row: TableRow) throws(ImportError) in
        guard let columns else { return }
        claims.append(try claim(row, columns, rules))
      })
    var collector = ClaimCollector()
    for claim in claims { try collector.add(claim, to: &graph) }
    for record in notUsed { graph.add(record) }
  }

  private struct Columns {
    var source: Int
    var target: Int
    var relation: Int
    var comment: Int?

    init(_ rules: MappingRules, header: TableHeader, profile: String) throws(ImportError) {
      source = try header.column(rules.source, profile: profile)
      target = try header.column(rules.target, profile: profile)
      relation = try header.column(rules.relation, profile: profile)
      comment = rules.comment.flatMap { header.column($0) }
    }

    func unused(of header: TableHeader) -> [NotUsed] {
      let used = [source, target, relation, comment]
      return header.names.indices.filter { !used.contains($0) && !header.names[$0].isEmpty }.map { column in
        NotUsed(
          location: header.locations[column], what: "column \"\(header.names[column])\"",
          why: "the profile gives it no meaning, and claims have no properties")
      }
    }
  }

  private func claim(_ row: TableRow, _ columns: Columns, _ rules: MappingRules) throws(ImportError)
    -> MappingClaim
  {
    let from = try node(row[columns.source], of: source, column: rules.source)
    let to = try node(row[columns.target], of: target, column: rules.target)
    let stated = try relation(row[columns.relation], rules)
    let word = rules.direction == .sourceToTarget ? stated : stated.converse
    let comment = columns.comment.map { row[$0].text } ?? ""
    return MappingClaim(
      id: ClaimID(""), source: .nodes([from]), target: .nodes([to]),
      relations: word.relations(isStrict: rules.intersects == .strict), token: word.token,
      note: comment.isEmpty ? nil : comment,
      origin: SourceLocation(file: row.location.file, line: row.location.line, column: 1))
  }

  private func node(
    _ cell: TableCell, of framework: FrameworkID, column: String
  ) throws(ImportError) -> ControlID {
    guard !cell.isBlank else { throw ImportError(.emptyCell(column: column), at: cell.location) }
    return ControlID(framework: framework, local: cell.oneLine)
  }

  private func relation(_ cell: TableCell, _ rules: MappingRules) throws(ImportError) -> RelationWord {
    let own = rules.relations ?? [:]
    let spelled = cell.oneLine.lowercased()
    let meaning = own.first { $0.key.lowercased() == spelled }?.value ?? spelled
    if let word = RelationWord(meaning) { return word }
    guard !spelled.isEmpty else { throw ImportError(.emptyCell(column: rules.relation), at: cell.location) }
    let allowed = [RelationWord.allowed] + own.keys.filter { !$0.isEmpty }.sorted()
    throw ImportError(
      .invalidValue(cell.text, of: "relation", allowed: allowed.joined(separator: ", ")), at: cell.location)
  }
}
