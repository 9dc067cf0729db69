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
    let reachesBeyond = uncoveredParts != nil && outline.reachesBeyondScope(row)
    var finding = GapReport.Finding(
      target: node.id, label: node.label, title: title(line), text: node.requirement,
      modality: node.modality ?? catalog.metadata.modality,
      roles: roles(of: row), applicability: reachesBeyond ? .outOfScope : applicability(row, line),
      verdict: assessment.verdict,
      extent: assessment.extent, stale: assessment.isStale, draft: assessment.isDraft,
      suggestedGap: assessment.isSuggestedGap, confidence: assessment.confidence, by: assessment.supports,
      residual: uncoveredParts.map { residual(assessment, uncovered: $0) } ?? residual(assessment),
      group: outline.local(outline.group(of: row)), chapter: outline.local(outline.chapter(of: row)))
    if let weights = options.weights, uncoveredParts == nil {
      finding.weight = outline.weight(of: row, by: weights)
    }
    return finding
  }

  /// Its own title, or that of the nearest node above that has one.
  private func title(_ line: [Int]) -> String {
    line.first { !catalog.rows[$0].title.isEmpty }.map { catalog.string(catalog.rows[$0].title) } ?? ""
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
    return leaves.reduce(into: leaves == [row] ? [] : catalog.addressees(of: row)) {
      $0.formUnion(catalog.addressees(of: $1))
    }
  }

  /// Whether one of the leaves that the row stands for is addressed to the chosen roles, to one of each scope.
  private func isForChosenRole(_ row: Int) -> Bool {
    outline.leaves(of: row).contains { leaf in
      options.scopes.allSatisfy { scope in
        guard case .roles(let chosen) = scope.members else { return true }
        return catalog.isAddressed(leaf, to: chosen)
      }
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
