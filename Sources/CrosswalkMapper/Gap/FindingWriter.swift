import CrosswalkModel

/// Puts assessments into the findings that reports print.
struct FindingWriter {
  let outline: TargetOutline
  let judge: ApplicationJudge
  let weights: GapAnalysis.Weights?
  /// What else is deemed to meet nodes of the target, by the node that the claims name.
  let alternatives: [ControlID: [AlternativeRoute]]
  private var catalog: Catalog { outline.catalog }

  /// The finding on one row; `uncoveredParts` for a row that stands above the findings.
  func finding(row: Int, _ assessment: Assessment, uncoveredParts: [String]? = nil) -> GapReport.Finding {
    let node = catalog[row]
    let line = TargetOutline.ancestorsAndSelf(of: row, in: catalog)
    // On a route, the findings say what holds for a node above them; its own dates may be those of another route.
    let isAbove = uncoveredParts != nil
    let judgement = judge.judgement(
      of: row, leaves: isAbove && judge.route != nil ? outline.counted(below: row) : outline.leaves(of: row))
    let reachesBeyond = isAbove && outline.reachesBeyondScope(row)
    var finding = GapReport.Finding(
      target: node.id, label: node.label, title: title(line), text: node.requirement,
      modality: node.modality ?? catalog.metadata.modality,
      roles: roles(of: row), applicability: reachesBeyond ? .outOfScope : judgement.applicability,
      verdict: assessment.verdict,
      extent: assessment.extent, stale: assessment.isStale, draft: assessment.isDraft,
      suggestedGap: assessment.isSuggestedGap, confidence: assessment.confidence, by: assessment.supports,
      residual: uncoveredParts.map { residual(assessment, uncovered: $0) } ?? residual(assessment),
      group: outline.local(outline.group(of: row)), chapter: outline.local(outline.chapter(of: row)))
    finding.ground = reachesBeyond ? nil : judgement.ground
    finding.alternatives = alternatives(line)
    if let weights, !isAbove { finding.weight = outline.weight(of: row, by: weights) }
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

  // MARK: To whom, and by which other way

  /// The roles that the row addresses: where it names none, those of the node that holds it; for one that
  /// stands for several statements, all of theirs.
  private func roles(of row: Int) -> RoleSet {
    let leaves = outline.leaves(of: row)
    return leaves.reduce(into: leaves == [row] ? [] : catalog.addressees(of: row)) {
      $0.formUnion(catalog.addressees(of: $1))
    }
  }

  /// What is deemed to meet the row, or a node that holds it: nearest first.
  private func alternatives(_ line: [Int]) -> [AlternativeRoute] {
    guard !alternatives.isEmpty else { return [] }
    return line.flatMap { row in
      alternatives[ControlID(framework: catalog.framework, local: outline.local(row))] ?? []
    }
  }
}
