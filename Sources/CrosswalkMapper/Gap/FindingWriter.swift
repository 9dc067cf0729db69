import CrosswalkModel

/// Puts assessments into the findings that reports print.
struct FindingWriter {
  let outline: TargetOutline
  let options: GapAnalysis.Options
  private var catalog: Catalog { outline.catalog }

  /// The finding on one row; `uncoveredParts` for a row that stands above the findings.
  func finding(row: Int, _ assessment: Assessment, uncoveredParts: [String]? = nil) -> GapReport.Finding {
    let node = catalog[row]
    let line = TargetOutline.ancestorsAndSelf(of: row, in: catalog)
    return GapReport.Finding(
      target: node.id, label: node.label, title: title(line), text: node.requirement, modality: node.modality,
      roles: roles(of: row), applicability: applicability(row, line), verdict: assessment.verdict,
      extent: assessment.extent, stale: assessment.isStale, draft: assessment.isDraft,
      suggestedGap: assessment.isSuggestedGap, confidence: assessment.confidence, by: assessment.supports,
      residual: uncoveredParts.map { residual(assessment, uncovered: $0) } ?? residual(assessment),
      group: catalog[outline.group(of: row)].local, chapter: catalog[outline.chapter(of: row)].local)
  }

  /// Its own title, or that of the nearest node above that has one.
  private func title(_ line: [Int]) -> String {
    line.first { !catalog.rows[$0].title.isEmpty }.map { catalog[$0].title } ?? ""
  }

  // MARK: What stays open

  /// The notes of the claims that bear on it: nothing stays open where it is covered.
  private func residual(_ assessment: Assessment) -> String {
    guard assessment.verdict != .covered else { return "" }
    var seen: Set<String> = []
    return assessment.supports.compactMap(\.note).filter { !$0.isEmpty && seen.insert($0).inserted }
      .joined(separator: " ")
  }

  /// The parts that are not covered.
  private func residual(_ assessment: Assessment, uncovered: [String]) -> String {
    switch assessment.verdict {
    case .partial, .contradicted: uncovered.joined(separator: ", ")
    case .covered, .gap, .unknown: ""
    }
  }

  // MARK: To whom and from when

  /// The roles that the row addresses: where it names none, those of the node that holds it; for one that
  /// stands for several statements, all of theirs.
  private func roles(of row: Int) -> RoleSet {
    let leaves = outline.leaves(of: row)
    return leaves.reduce(into: leaves == [row] ? [] : ownRoles(of: row)) { $0.formUnion(ownRoles(of: $1)) }
  }

  private func ownRoles(of row: Int) -> RoleSet {
    let line = TargetOutline.ancestorsAndSelf(of: row, in: catalog)
    return line.lazy.map { catalog.rows[$0].roles }.first { !$0.isEmpty } ?? []
  }

  /// A row that names no role, and stands below none that does, may address anybody.
  private func isForChosenRole(_ row: Int) -> Bool {
    guard case .role(let chosen) = options.scope else { return true }
    return outline.leaves(of: row).contains { leaf in
      let roles = ownRoles(of: leaf)
      return roles.isEmpty || !roles.isDisjoint(with: chosen)
    }
  }

  private func applicability(_ row: Int, _ line: [Int]) -> Applicability {
    guard isForChosenRole(row) else { return .notForThisRole }
    // The nearest node that says when it applies speaks for what is below it.
    let dated = line.first { !catalog.rows[$0].appliesFrom.isEmpty || !catalog.rows[$0].appliesNote.isEmpty }
    guard let dated else { return .applies }
    let (date, note) = (catalog[dated].appliesFrom, catalog[dated].appliesNote)
    if let date, date > options.asOf { return .from(date, note: note.isEmpty ? nil : note) }
    return note.isEmpty ? .applies : .conditional(note, from: date)
  }
}
