import CrosswalkModel

/// A comparison of revisions as one self-contained page, without any script: removed words in `<del>`, inserted ones in
/// `<ins>`, which differ by a line through or below them and not by colour only.
public struct DiffHTMLExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The page.
  public func export(_ report: RevisionReport) throws(ExportError) -> [UInt8] {
    let template = try PageTemplate()
    return Array(try template.render(DiffPage(report: report).fields(template), as: .diff).utf8)
  }
}

/// The fields of the page.
private struct DiffPage {
  let report: RevisionReport

  func fields(_ template: PageTemplate) -> PageFields {
    var anchors = AnchorNames()
    let changes = report.changesByControl.map { group($0, &anchors) }
    let verdicts = report.verdicts.filter { !$0.changes.isEmpty }.map { comparison($0, &anchors) }
    return PageFields([
      "styleDigest": template.styleDigest, "diffStyleDigest": template.diffStyleDigest,
      "framework": Self.title(of: report.diff.to),
      "from": report.diff.from.id.revision.rawValue, "to": report.diff.to.id.revision.rawValue,
      "difference": report.differenceSentence,
      "counts": [report.countsSentence, report.summariesSentence].compactMap(\.self).joined(separator: " "),
      "claimsSentence": report.claimsSentence, "verdictsSentence": report.verdictsSentence,
      "day": report.asOf.description, "knownBy": PageFields.present(report.knownBy?.knownBySentence),
      "ends": [Self.end("Older", report.diff.from), Self.end("Newer", report.diff.to)],
      "sections": report.sections.map { section($0, &anchors) },
      "hasChanges": !changes.isEmpty, "changeCount": String(report.diff.changed.count), "controls": changes,
      "hasNotCompared": !report.diff.notCompared.isEmpty, "notCompared": report.notComparedSentences,
      "hasClaims": !report.staleClaims.isEmpty, "claimCount": String(report.staleClaims.count),
      "claims": report.staleClaims.map { claim($0, &anchors) },
      "hasVerdicts": !verdicts.isEmpty, "verdicts": verdicts,
      "hasMetadata": !report.diff.metadata.isEmpty, "metadata": report.metadataParts.parts.map(part),
      "metadataProperties": PageFields.present(report.metadataParts.properties),
    ])
  }

  private static func title(of side: CatalogDiff.Side) -> String {
    side.title.isEmpty ? side.id.framework.rawValue : side.title
  }

  private static func end(_ role: String, _ side: CatalogDiff.Side) -> PageFields {
    PageFields([
      "endRole": role, "endTitle": title(of: side), "endRevision": side.id.description,
      "endDate": PageFields.present(side.asOf?.description),
    ])
  }

  // MARK: Nodes

  private func section(_ section: DiffSection, _ anchors: inout AnchorNames) -> PageFields {
    PageFields([
      "sectionAnchor": section.anchor, "sectionTitle": section.title,
      "sectionCount": String(section.items.count), "sectionMeaning": section.meaning,
      "items": section.items.map { item in
        PageFields([
          "anchor": anchors.name(section.anchor, for: item.name), "itemName": item.name,
          "itemTitle": PageFields.present(item.title), "details": item.details,
        ])
      },
    ])
  }

  private func group(_ group: ControlChanges, _ anchors: inout AnchorNames) -> PageFields {
    PageFields([
      "anchor": anchors.name("control", for: group.control), "itemName": group.control,
      "itemTitle": PageFields.present(group.title), "nodes": group.groups.map(changed),
    ])
  }

  private func changed(_ group: ControlChanges.Group) -> PageFields {
    PageFields([
      "nodeName": PageFields.present(group.names.isEmpty ? nil : group.names.joined(separator: ", ")),
      "marks": group.marks.map(\.words), "parts": group.parts.map(part),
    ])
  }

  /// One thing that is otherwise: its name, and runs of words.
  private func part(_ part: CatalogDiff.Part) -> PageFields {
    var name = part.field.words
    let runs: [PageFields]
    switch part {
    case .words(_, let change, let language):
      name += language.map { " (\($0))" } ?? ""
      runs = change.runs.map { Self.run($0.kind, $0.text) }
    case .value(_, let before, let after):
      runs = [Self.run(.removed, before), Self.run(.inserted, after)]
    case .list(_, let removed, let inserted):
      runs = removed.map { Self.run(.removed, $0) } + inserted.map { Self.run(.inserted, $0) }
    case .parameter(let parameter):
      name = "parameter"
      runs =
        [Self.run(.kept, parameter.id)]
        + parameter.facets.flatMap { facet in
          [
            facet.name.isEmpty ? nil : Self.run(.kept, facet.name),
            facet.before.map { Self.run(.removed, $0) },
            facet.after.map { Self.run(.inserted, $0) },
          ].compactMap(\.self)
        }
    }
    return PageFields(["partName": name, "runs": runs])
  }

  private static func run(_ kind: WordRun.Kind, _ text: String) -> PageFields {
    PageFields([
      "kept": PageFields.present(kind == .kept ? text : nil),
      "gone": PageFields.present(kind == .removed ? text : nil),
      "new": PageFields.present(kind == .inserted ? text : nil),
    ])
  }

  // MARK: Claims and verdicts

  private func claim(_ entry: RevisionReport.StaleClaim, _ anchors: inout AnchorNames) -> PageFields {
    PageFields([
      "anchor": anchors.name("claim", for: entry.claim.id.rawValue),
      "claimSource": ReferenceText.full(entry.claim.source), "claimRelation": entry.claim.token,
      "claimTarget": ReferenceText.full(entry.claim.target), "claimPlace": entry.claim.origin.description,
      "claimState": "\(entry.claim.status.rawValue), \(entry.claim.reviewWords)",
      "claimRemark": PageFields.present(
        entry.named == nil ? "Names no revision, and is taken to be about the older one." : nil),
      "endChanges": entry.changes.map(endChange),
    ])
  }

  /// What became of one end; words of it are marked where it has any.
  private func endChange(_ change: EndChange) -> PageFields {
    let hasWords = change.outcome == .changed && !change.id.local.isEmpty
    let requirement = change.changes.map { node in
      PageFields([
        "nodeName": node.after.id.local, "marks": node.marks.map(\.words),
        "parts": node.parts.filter(\.isOfRequirement).map(part),
      ])
    }
    let ended = change.removed.map { Self.node($0, .removed, "ended") }
    let new = change.added.map { Self.node($0, .inserted, "new") }
    let nodes = requirement + ended + new
    return PageFields([
      "sentences": hasWords && !nodes.isEmpty ? [] : change.lines(.plain),
      "changedNodes": hasWords ? nodes : [],
    ])
  }

  private static func node(_ node: CatalogDiff.Node, _ kind: WordRun.Kind, _ name: String) -> PageFields {
    let part = PageFields(["partName": name, "runs": [run(kind, node.text)]])
    return PageFields(["nodeName": node.id.local, "marks": [String](), "parts": [part]])
  }

  private func comparison(
    _ comparison: RevisionReport.VerdictComparison, _ anchors: inout AnchorNames
  ) -> PageFields {
    PageFields([
      "anchor": anchors.name(
        "verdicts", for: "\(comparison.source.framework)-\(comparison.target.framework)"),
      "verdictSource": comparison.source.description, "verdictTarget": comparison.target.description,
      "verdictCount": String(comparison.verdictChanges.count),
      "coverage": [comparison.coverageWords, comparison.applicationWords].compactMap(\.self).joined(
        separator: " "),
      "rows": comparison.verdictChanges.map { change in
        PageFields([
          "rowName": change.requirementName, "rowTitle": PageFields.present(change.title),
          "rowBefore": change.beforeWords, "rowAfter": change.afterWords, "causes": change.revisionCauses,
        ])
      },
    ])
  }
}
