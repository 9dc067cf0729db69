import CrosswalkModel

/// One row of a claims file.
struct ClaimRow {
  let row: TableRow
  let columns: [ClaimsCSVImporter.Column: Int]

  init(_ row: TableRow, columns: [ClaimsCSVImporter.Column: Int]) {
    self.row = row
    self.columns = columns
  }

  /// The claim that the row makes; its identity is still to be derived.
  ///
  /// - Throws: ``ImportError`` at the cell that is wrong.
  func claim() throws(ImportError) -> MappingClaim {
    let source = try end(.source, revision: .sourceRevision)
    let target = try end(.target, revision: .targetRevision)
    let meaning = try relation(source, target)
    var claim = MappingClaim(
      id: try identity(), source: source.end, target: target.end, relations: meaning.relations,
      token: meaning.token,
      origin: SourceLocation(file: row.location.file, line: row.location.line, column: 1))
    claim.sourceRevision = source.revision
    claim.targetRevision = target.revision
    claim.rationale = try word(.rationale)
    claim.strength = try strength()
    claim.confidence = try confidence()
    claim.method = try word(.method)
    claim.status = try word(.status) ?? .draft
    claim.author = cell(.author)?.oneLine
    claim.date = try date(.date)
    claim.reviewer = cell(.reviewer)?.oneLine
    claim.reviewedOn = try date(.reviewedOn)
    claim.note = cell(.note)?.text
    if claim.isAlternativeRoute { claim.properties = [try basis()] }
    if let day = cell(.reviewedOn), claim.reviewer == nil {
      throw ImportError(.contradictoryClaim("a day of review without a reviewer"), at: day.location)
    }
    return claim
  }

  /// What the row does, in a patch: `add` where it does not say.
  enum Change: String, CaseIterable { case add, remove, replace }

  /// What the row does.
  func change() throws(ImportError) -> Change { try word(.change) ?? .add }

  /// Refuses a row that takes claims away: an import never does.
  func refuseRemoval() throws(ImportError) {
    guard let cell = cell(.change), try change() != .add else { return }
    throw ImportError(.removalInImport(cell.text), at: cell.location)
  }

  /// The claims that the row takes away.
  ///
  /// The author of a replacement is that of the new claim and says nothing about the old one.
  func removal() throws(ImportError) -> ClaimPatch.Removal {
    let source = try end(.source, revision: .sourceRevision)
    let target = try end(.target, revision: .targetRevision)
    let id = try identity()
    return ClaimPatch.Removal(
      source: source.end, target: target.end,
      author: try change() == .remove ? cell(.author)?.oneLine : nil, id: id.rawValue.isEmpty ? nil : id,
      location: try needed(.source).location)
  }

  /// The cell of a column; `nil` where the file lacks the column or the cell is empty.
  func cell(_ column: ClaimsCSVImporter.Column) -> TableCell? {
    guard let position = columns[column], !row[position].isBlank else { return nil }
    return row[position]
  }

  func needed(_ column: ClaimsCSVImporter.Column) throws(ImportError) -> TableCell {
    if let cell = cell(column) { return cell }
    let place = columns[column].map { row[$0].location } ?? row.location
    throw ImportError(.emptyCell(column: column.rawValue), at: place)
  }

  func invalid(_ cell: TableCell, _ what: String, _ allowed: String) -> ImportError {
    ImportError(.invalidValue(cell.text, of: what, allowed: allowed), at: cell.location)
  }

  /// The identity that the row names; empty where it names none.
  private func identity() throws(ImportError) -> ClaimID {
    guard let cell = cell(.id) else { return ClaimID("") }
    let name = cell.text.lowercased()
    let groups = name.split(separator: "-", omittingEmptySubsequences: false)
    let digits = name.utf8.allSatisfy {
      $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    guard digits, groups.map(\.utf8.count) == [8, 4, 4, 4, 12] else { throw invalid(cell, "id", "a UUID") }
    return ClaimID(name)
  }

  // MARK: Ends

  typealias End = (end: ClaimEnd, revision: RevisionID?)

  private func end(
    _ column: ClaimsCSVImporter.Column, revision revisionColumn: ClaimsCSVImporter.Column
  ) throws(ImportError) -> End {
    let cell = try needed(column)
    var references: [Reference] = []
    for part in cell.oneLine.split(separator: "|", omittingEmptySubsequences: false) {
      let text = part.trimmingBlanks
      guard let reference = Reference(text) else {
        throw ImportError(.malformedReference(String(text)), at: cell.location)
      }
      references.append(reference)
    }
    let named = try revision(revisionColumn)
    guard let first = references.first else {
      throw ImportError(.emptyCell(column: column.rawValue), at: cell.location)
    }
    guard references.allSatisfy({ $0.framework == first.framework && $0.revision == first.revision }) else {
      throw ImportError(
        .contradictoryClaim("one end names several frameworks or revisions: write one row for each"),
        at: cell.location)
    }
    if let own = first.revision, let named, own != named {
      throw ImportError(
        .contradictoryClaim(
          "the reference says revision \(own), the column \(revisionColumn.rawValue) says \(named)"),
        at: cell.location)
    }
    return (try Self.end(references, first.framework, at: cell), first.revision ?? named)
  }

  private static func end(
    _ references: [Reference], _ framework: FrameworkID, at cell: TableCell
  ) throws(ImportError) -> ClaimEnd {
    var nodes: [ControlID] = []
    for local in references.compactMap(\.local) {
      let node = ControlID(framework: framework, local: local)
      if !nodes.contains(node) { nodes.append(node) }
    }
    if nodes.isEmpty, references.count == 1 { return .framework(framework) }
    guard references.allSatisfy({ $0.local != nil }) else {
      throw ImportError(.contradictoryClaim("a union cannot hold a whole framework"), at: cell.location)
    }
    return .nodes(nodes)
  }

  private func revision(_ column: ClaimsCSVImporter.Column) throws(ImportError) -> RevisionID? {
    guard let cell = cell(column) else { return nil }
    if let revision = RevisionID(cell.text) { return revision }
    throw invalid(cell, "revision", "a name without blanks, /, # and @")
  }

  // MARK: Vocabulary, numbers and days

  private func word<Word: RawRepresentable & CaseIterable>(
    _ column: ClaimsCSVImporter.Column
  ) throws(ImportError) -> Word? where Word.RawValue == String {
    guard let cell = cell(column) else { return nil }
    if let word = Word(rawValue: cell.text.lowercased()) { return word }
    throw invalid(cell, column.rawValue, Word.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private func strength() throws(ImportError) -> Int? {
    guard let cell = cell(.strength) else { return nil }
    if Self.isDigits(cell.text), let number = Int(cell.text), (0...10).contains(number) { return number }
    throw invalid(cell, "strength", "a whole number, 0 through 10")
  }

  private func confidence() throws(ImportError) -> Double? {
    guard let cell = cell(.confidence) else { return nil }
    // Plain decimals only: no exponent, no comma, no "nan".
    let parts = cell.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.allSatisfy(Self.isDigits), let number = Double(cell.text), (0...1).contains(number) {
      return number
    }
    throw invalid(cell, "confidence", "0 through 1, with a decimal point")
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private func date(_ column: ClaimsCSVImporter.Column) throws(ImportError) -> CalendarDate? {
    guard let cell = cell(column) else { return nil }
    if let date = CalendarDate(cell.text) { return date }
    throw invalid(cell, column.rawValue, "a day YYYY-MM-DD")
  }
}
