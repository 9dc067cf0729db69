import CrosswalkModel

/// The fields of the whole page.
struct GapPage {
  let report: GapReport
  private let outline: ReportOutline
  private var chapters: [PageFields] = []
  private var heatRows: [PageFields] = []
  /// What stands in front of a report that is only supposed; `nil` for one that is.
  private let whatIf: PageFields?

  init(_ report: GapReport, whatIf: PageFields? = nil) {
    self.report = report
    self.whatIf = whatIf
    outline = ReportOutline(report)
    var anchors = AnchorNames()
    for (number, chapter) in outline.chapters.enumerated() {
      append(chapter, number: number, anchors: &anchors)
    }
  }

  /// Everything the template asks for.
  func fields(styleDigest: String, scriptDigest: String) -> PageFields {
    let coverage = report.summary.coverage
    return PageFields([
      "styleDigest": styleDigest, "scriptDigest": scriptDigest,
      "reviewState": report.basis.reviewState, "basisDetails": report.basis.details.joined(separator: ", "),
      "targetTitle": Self.title(of: report.target), "sourceTitle": Self.title(of: report.source),
      "ends": [Self.end("Target", report.target), Self.end("Source", report.source)],
      "day": report.asOf.description, "unit": report.unit.words,
      "frame": report.frame.map { PageFields(["frameName": $0.name, "frameText": $0.text]) },
      "coverageName": report.coverageName,
      "total": String(report.summary.statements), "least": Share.percent(coverage.least),
      "most": Share.percent(coverage.most), "open": Share.percent(coverage.open),
      "coverageSentence": report.coverageSentence, "coverageMeaning": Legend.coverage,
      "intervalSegments": VerdictBar.interval(coverage), "intervalLabels": Self.labels(coverage),
      "verdicts": Verdict.allCases.map(verdict), "marksLegend": Self.marksLegend,
      "marksSentence": PageFields.present(report.summary.marksSentence), "caution": Legend.caution,
      "staleCount": String(report.summary.stale), "suggestedGapCount": String(report.summary.suggestedGap),
      "hasHeat": !heatRows.isEmpty, "heatRows": heatRows, "chapters": chapters,
      "chapterChoices": chapterChoices,
      "roleChoices": roleChoices, "stateChoices": stateChoices, "whatIf": whatIf ?? false,
    ])
  }

  // MARK: Head

  static func title(of end: GapReport.End) -> String {
    end.title.isEmpty ? end.id.framework.rawValue : end.title
  }

  static func end(_ role: String, _ end: GapReport.End) -> PageFields {
    PageFields([
      "endRole": role, "endTitle": title(of: end), "endRevision": end.id.description,
      "endDate": PageFields.present(end.asOf?.description), "endSelection": PageFields.present(end.selection),
    ])
  }

  /// The figures beside the bar: what is open above it, the ends of the interval below.
  ///
  /// Near the right edge a text stands on the inner side of its tick.
  private static func labels(_ coverage: Coverage) -> [PageFields] {
    let opening = max(coverage.least, coverage.most - coverage.open)
    let labels: [(name: String, share: Double, place: Double, tick: Range<Int>, baseline: Int)] = [
      ("open", coverage.open, opening, 4..<42, 12), ("least", coverage.least, coverage.least, 20..<58, 58),
      ("most", coverage.most, coverage.most, 20..<76, 76),
    ]
    return labels.filter { $0.name != "open" || $0.share > 0 }.map { label in
      PageFields([
        "edgeX": VerdictBar.coordinate(label.place), "edgeY": String(label.baseline),
        "edgeText": "\(label.name) \(Share.percent(label.share))", "tickTop": String(label.tick.lowerBound),
        "tickHeight": String(label.tick.count), "anchoring": label.place > 0.5 ? "end" : "start",
      ])
    }
  }

  private func verdict(_ verdict: Verdict) -> PageFields {
    let count = report.summary.count(of: verdict)
    return PageFields([
      "verdict": verdict.rawValue, "verdictWords": verdict.words, "count": String(count),
      "share": Share.percent(count, of: report.summary.statements), "meaning": Legend.meaning(of: verdict),
    ])
  }

  private static var marksLegend: [PageFields] {
    Legend.marks.map { PageFields(["mark": $0.0, "meaning": $0.1]) }
  }

  // MARK: Chapters

  private mutating func append(_ chapter: ReportOutline.Chapter, number: Int, anchors: inout AnchorNames) {
    let finding = FindingFields(pair: (report.source.id.framework, report.target.id.framework))
    var cells: [PageFields] = []
    var articles: [PageFields] = []
    let chapterAnchor = anchors.name("chapter", for: chapter.group.id)
    for article in chapter.articles {
      let anchor = anchors.name("group", for: article.group.id)
      if article.group.counts.statements > 0 { cells.append(Self.cell(article.group, anchor: anchor)) }
      articles.append(
        PageFields([
          "articleAnchor": anchor, "articleName": article.group.shortName,
          "articleTitle": PageFields.present(
            article.group.title == article.group.shortName ? nil : article.group.title),
          "articleCounts": article.group.counts.sentence(unit: report.unit),
          "articleWhole": PageFields.present(article.parent?.wholeWords),
          "articleAlternatives": article.commonAlternatives.map(FindingFields.alternative),
          "findings": article.findings.map {
            finding.fields(
              of: $0, in: article, anchor: anchors.name("finding", for: $0.target.local), chapter: number)
          },
        ]))
    }
    let name: [String: Any] = [
      "chapterAnchor": chapterAnchor, "chapterName": chapter.group.shortName,
      "chapterTitle": PageFields.present(
        chapter.group.title == chapter.group.shortName ? nil : chapter.group.title),
      "chapterInterval": chapter.group.counts.intervalWords,
      "chapterApplies": PageFields.present(chapter.group.applicability.words),
      "chapterCounts": chapter.group.counts.sentence(unit: report.unit),
      "chapterWhole": PageFields.present(chapter.parent?.wholeWords),
      "chapterSegments": VerdictBar.segments(of: chapter.group.counts),
    ]
    if !cells.isEmpty { heatRows.append(PageFields(name.merging(["cells": cells]) { $1 })) }
    chapters.append(PageFields(name.merging(["articles": articles]) { $1 }))
  }

  private static func cell(_ group: GapReport.Group, anchor: String) -> PageFields {
    let counts = group.counts
    let addressed = counts.covered + counts.partial
    return PageFields([
      "cellAnchor": anchor, "cellName": group.shortName, "cellTitle": group.title,
      "cellHeat": String(heat(addressed, of: counts.statements)), "cellAddressed": String(addressed),
      "cellTotal": String(counts.statements),
      "cellInterval": counts.weight > 0 ? counts.coverage.interval : counts.intervalWords,
      "cellWords": counts.words, "cellOpen": Share.percent(counts.coverage.open),
      "cellConflicts": PageFields.present(
        counts.contradicted > 0 ? Counted.of(counts.contradicted, "conflict") : nil),
      "cellSegments": VerdictBar.segments(of: counts),
    ])
  }

  /// The step of the heat scale: 0 for nothing, 5 for everything addressed at least in part, quarters
  /// between.
  private static func heat(_ addressed: Int, of all: Int) -> Int {
    guard all > 0, addressed > 0 else { return 0 }
    return addressed == all ? 5 : 1 + addressed * 4 / all
  }

  // MARK: Choices of the filter

  private var chapterChoices: [PageFields] {
    outline.chapters.enumerated().map { number, chapter in
      let title = chapter.group.title == chapter.group.shortName ? "" : chapter.group.title
      let name = title.isEmpty ? chapter.group.shortName : "\(chapter.group.shortName): \(title)"
      return PageFields(["choice": String(number), "choiceName": name])
    }
  }

  private var roleChoices: [PageFields] {
    let all = report.findings.reduce(into: RoleSet()) { $0.formUnion($1.roles) }
    return all.names.map { PageFields(["choice": $0, "choiceName": $0]) }
  }

  private var stateChoices: [PageFields] {
    var states: [String] = []
    for finding in report.findings where !states.contains(finding.applicability.state) {
      states.append(finding.applicability.state)
    }
    let names = [
      "applies": "applies", "from": "applies from a later day", "conditional": "conditional",
      "not-for-this-role": "not for this role", "out-of-scope": "out of scope",
      "transitional": "transitional",
    ]
    return states.sorted().map { PageFields(["choice": $0, "choiceName": names[$0] ?? $0]) }
  }
}
