import CrosswalkModel

/// One finding as the page shows it.
struct FindingFields {
  let pair: (FrameworkID, FrameworkID)

  /// The fields of `finding`.
  ///
  /// - Parameters:
  ///   - article: The article that holds it, whose head says what all its findings share.
  ///   - anchor: Name of its place.
  ///   - chapter: Number of its chapter, for the filter.
  func fields(
    of finding: GapReport.Finding, in article: ReportOutline.Article, anchor: String, chapter: Int
  ) -> PageFields {
    let best = finding.by.first
    return PageFields([
      "anchor": anchor, "local": finding.target.local, "reference": finding.target.description,
      "statement": PageFields.present(finding.text), "caption": PageFields.present(finding.title),
      "verdict": finding.verdict.rawValue, "verdictWords": finding.verdict.words,
      "extent": PageFields.present(finding.extent?.words), "chapterNumber": String(chapter),
      "marks": marks(of: finding), "facts": facts(of: finding),
      "roleKeys": finding.roles.names.joined(separator: "|"), "state": finding.applicability.state,
      "hasSupport": best != nil, "summaryLine": best.map(summary) ?? "",
      "more": PageFields.present(finding.by.count > 1 ? "and \(finding.by.count - 1) more" : nil),
      "bestEnds": PageFields.present(best?.ends(towards: finding.modality)),
      "bestNote": PageFields.present(best?.note),
      "residual": PageFields.present(finding.residualBesideNotes),
      "alternatives": article.furtherAlternatives(of: finding).map(Self.alternative),
      "supports": finding.by.enumerated().map { support($1, of: finding, isBest: $0 == 0) },
    ])
  }

  /// Something that is deemed to meet the finding.
  static func alternative(_ route: AlternativeRoute) -> PageFields {
    PageFields(["routeName": route.name, "routeStanding": route.standing, "routeCondition": route.condition])
  }

  private func marks(of finding: GapReport.Finding) -> [PageFields] {
    finding.marks.map {
      PageFields(["mark": $0, "markKind": $0.split(separator: " ").joined(separator: "-")])
    }
  }

  private func facts(of finding: GapReport.Finding) -> [String] {
    var facts: [String] = []
    if let modality = finding.modality { facts.append(modality.words) }
    if !finding.roles.isEmpty { facts.append(finding.roles.names.joined(separator: ", ")) }
    facts.append(finding.applicationWords)
    if finding.weight != 1 { facts.append("weight \(Share.plain(finding.weight))") }
    if let confidence = finding.confidence { facts.append("confidence \(Share.confidence(confidence))") }
    return facts
  }

  private func summary(of support: GapReport.Support) -> String {
    "\(ReferenceText.full(support.source, whole: pair.0)): \(support.relations.words)"
  }

  private func support(
    _ support: GapReport.Support, of finding: GapReport.Finding, isBest: Bool
  ) -> PageFields {
    PageFields([
      "supportSource": ReferenceText.full(support.source, whole: pair.0),
      "supportTitle": PageFields.present(support.title), "supportRelations": support.relations.description,
      "supportFacts": "\(support.origin.rawValue), confidence \(Share.confidence(support.confidence))",
      "supportEnds": PageFields.present(
        support.ends(towards: finding.modality) ?? support.modalityWords),
      // The note of the best one stands above already.
      "supportNote": PageFields.present(isBest ? nil : support.note),
      "hasSteps": !support.derivation.steps.isEmpty, "steps": support.derivation.steps.map(step),
    ])
  }

  func step(_ step: DerivationStep) -> PageFields {
    let (source, target) = step.references(in: pair)
    return PageFields([
      "stepSource": source, "stepRelations": step.relations.words, "stepTarget": target,
      "ground": step.groundWords, "place": step.location.description,
    ])
  }
}
