import CrosswalkModel

/// One row of a mapping table.
struct MappingRow {
  let row: TableRow
  let columns: MappingColumns
  let rules: MappingRules
  let source: FrameworkID
  let target: FrameworkID

  /// The claims that the row makes: none, one, or one for every pair; their identities are still to be derived.
  ///
  /// - Throws: ``ImportError`` at the cell that is wrong.
  func claims() throws(ImportError) -> [MappingClaim] {
    let sources = try identifiers(columns.source)
    let targets = try identifiers(columns.target)
    if sources.isEmpty || targets.isEmpty, rules.unpaired == .notUsed { return [] }
    let from = try nodes(sources, of: source, column: columns.source)
    let to = try nodes(targets, of: target, column: columns.target)
    try checkConstants()
    let word = try relation()
    var pairs: [(from: [ControlID], to: [ControlID])] = [(from, to)]
    if rules.several != .together { pairs = from.flatMap { from in to.map { ([from], [$0]) } } }
    var claims: [MappingClaim] = []
    for pair in pairs {
      var claim = MappingClaim(
        id: ClaimID(""), source: .nodes(pair.from), target: .nodes(pair.to),
        relations: word.relations(isStrict: rules.intersects == .strict), token: word.token,
        origin: SourceLocation(file: row.location.file, line: row.location.line, column: 1))
      claim.rationale = try rationale()
      claim.strength = try strength()
      claim.confidence = try confidence()
      claim.note = cell(columns.comment)?.text
      claims.append(claim)
    }
    return claims
  }

  /// Why a row without any claim makes none.
  var unpaired: NotUsed {
    let missing = row[columns.source].isBlank ? columns.source : columns.target
    return NotUsed(
      location: row.location, what: "row", why: "it names no \"\(columns.header.names[missing])\"")
  }

  /// What joins this row with others; `nil` where it stands for itself.
  var group: String? { cell(columns.group)?.oneLine }

  private func cell(_ column: Int?) -> TableCell? {
    guard let column, !row[column].isBlank else { return nil }
    return row[column]
  }

  private func identifiers(_ column: Int) throws(ImportError) -> [String] {
    try IdentifierList.identifiers(in: row[column], separators: rules.separators ?? [])
  }

  private func nodes(
    _ identifiers: [String], of framework: FrameworkID, column: Int
  ) throws(ImportError) -> [ControlID] {
    guard !identifiers.isEmpty else {
      throw ImportError(.emptyCell(column: columns.header.names[column]), at: row[column].location)
    }
    return identifiers.map { ControlID(framework: framework, local: $0) }
  }

  private func checkConstants() throws(ImportError) {
    for (column, content) in columns.constants
    where row[column].oneLine.lowercased() != content.lowercased() {
      throw invalid(row[column], "\"\(columns.header.names[column])\" of this profile", content)
    }
  }

  private func invalid(_ cell: TableCell, _ what: String, _ allowed: String) -> ImportError {
    ImportError(.invalidValue(cell.text, of: what, allowed: allowed), at: cell.location)
  }

  // MARK: Relation

  private func relation() throws(ImportError) -> RelationWord {
    let stated = try statedRelation()
    return rules.direction == .sourceToTarget ? stated : stated.converse
  }

  private func statedRelation() throws(ImportError) -> RelationWord {
    guard let column = columns.relation else {
      // Whoever reads a profile makes sure that one of both is there.
      guard let word = rules.everyRelation.flatMap({ RelationWord($0) }) else {
        throw ImportError(.missingColumn("relation", profile: ""), at: row.location)
      }
      return word
    }
    let cell = row[column]
    let own = rules.relations ?? [:]
    let spelled = cell.oneLine.lowercased()
    let meaning = own.first { $0.key.lowercased() == spelled }?.value
    if let word = RelationWord(meaning ?? spelled) {
      // The word that the publisher used is kept where others know it too, whatever the profile makes of it.
      return meaning == nil ? word : RelationWord(spelled)?.meaning(word) ?? word
    }
    guard !spelled.isEmpty else {
      throw ImportError(.emptyCell(column: columns.header.names[column]), at: cell.location)
    }
    let allowed = [RelationWord.allowed] + own.keys.filter { !$0.isEmpty }.sorted()
    throw invalid(cell, "relation", allowed.joined(separator: ", "))
  }

  // MARK: Facts

  private func rationale() throws(ImportError) -> MappingClaim.Rationale? {
    guard let cell = cell(columns.rationale) else { return nil }
    let spelled = cell.oneLine.lowercased()
    let meaning = (rules.rationales ?? [:]).first { $0.key.lowercased() == spelled }?.value ?? spelled
    if let rationale = MappingClaim.Rationale(rawValue: meaning) { return rationale }
    throw invalid(cell, "rationale", MappingClaim.Rationale.allCases.map(\.rawValue).joined(separator: ", "))
  }

  /// A whole number; spreadsheets may spell it `5.0`.
  private func strength() throws(ImportError) -> Int? {
    guard let cell = cell(columns.strength) else { return nil }
    if let number = Self.decimal(cell.text), let whole = Int(exactly: number), (0...10).contains(whole) {
      return whole
    }
    throw invalid(cell, "strength", "a whole number, 0 through 10")
  }

  private func confidence() throws(ImportError) -> Double? {
    guard let cell = cell(columns.confidence) else { return nil }
    let isPercentage = cell.text.hasSuffix("%")
    let text = isPercentage ? String(cell.text.dropLast().trimmingBlanks) : cell.text
    if let number = Self.decimal(text) {
      let share = isPercentage ? number / 100 : number
      if (0...1).contains(share) { return share }
    }
    throw invalid(cell, "confidence", "0 through 1, or a percentage")
  }

  /// Digits with at most one decimal point: no exponent, no sign, no "nan".
  private static func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    return isPlain ? Double(text) : nil
  }
}
