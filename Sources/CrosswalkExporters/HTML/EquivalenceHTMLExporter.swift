import CrosswalkModel

/// The equivalence report as one self-contained page, without any script.
public struct EquivalenceHTMLExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The page.
  public func export(_ report: EquivalenceReport) throws(ExportError) -> [UInt8] {
    let template = try PageTemplate()
    let page = EquivalencePage(report: report)
    return Array(
      try template.render(page.fields(styleDigest: template.styleDigest), as: .equivalence).utf8)
  }
}

/// The fields of the page.
private struct EquivalencePage {
  let report: EquivalenceReport

  func fields(styleDigest: String) -> PageFields {
    var anchors = AnchorNames()
    return PageFields([
      "styleDigest": styleDigest, "reviewState": report.basis.reviewState,
      "basisDetails": report.basis.details.joined(separator: ", "), "day": report.asOf.description,
      "sourceTitle": GapPage.title(of: report.source), "targetTitle": GapPage.title(of: report.target),
      "ends": [GapPage.end("Source", report.source), GapPage.end("Target", report.target)],
      "caution": Legend.caution, "conflicts": PageFields.present(report.conflictSentence),
      "kinds": report.sections.map { kind, entries in
        PageFields([
          "kindAnchor": kind.rawValue, "kindTitle": kind.title, "kindCount": String(entries.count),
          "kindMeaning": kind.meaning, "entries": entries.map { entry($0, &anchors) },
        ])
      },
    ])
  }

  private func entry(_ entry: EquivalenceReport.Entry, _ anchors: inout AnchorNames) -> PageFields {
    let titles = [entry.sourceTitle, entry.targetTitle].filter { !$0.isEmpty }
    var facts = ["confidence \(Share.confidence(entry.confidence))"]
    if !entry.missing.isEmpty { facts.append("missing for equivalence: \(entry.missing)") }
    return PageFields([
      "anchor": anchors.name("entry", for: (entry.source + entry.target).map(\.local).joined(separator: "-")),
      "entrySource": ReferenceText.full(entry.source, whole: report.pair.0),
      "entryRelation": entry.relations.words,
      "entryTarget": ReferenceText.full(entry.target, whole: report.pair.1),
      "entryTitles": titles, "facts": facts, "entryNote": PageFields.present(entry.note),
      "marks": entry.marks.map { PageFields(["mark": $0, "markKind": $0]) },
      "groundsLine": "Grounds: \(Counted.claims(Set(entry.grounds.flatMap(\.derivation.claims)).count))",
      "grounds": entry.grounds.map(ground),
    ])
  }

  private func ground(_ ground: EquivalenceReport.Ground) -> PageFields {
    PageFields([
      "groundSource": ReferenceText.full(ground.source, whole: report.pair.0),
      "groundRelations": ground.relations.words,
      "groundTarget": ReferenceText.full(ground.target, whole: report.pair.1),
      "steps": ground.derivation.steps.map { FindingFields(pair: report.pair).step($0) },
    ])
  }
}
