import CrosswalkModel

/// What a step that is held back would change, for somebody who has to decide about it: every control that would go by
/// name, then what would change, with the words.
struct HeldBackChanges {
  private let report: RevisionReport

  init(_ diff: CatalogDiff, day: CalendarDate) {
    report = RevisionReport(diff: diff, asOf: day, claims: 0, claimsOfOlder: 0, staleClaims: [], verdicts: [])
  }

  /// - Parameter most: How many of the controls that change are shown; `nil` for all.
  /// - Returns: How many are not.
  func write(to page: inout TextPage, most: Int?) -> Int {
    let diff = report.diff
    let lost = [
      ("gone", diff.removed.map(\.node)), ("withdrawn", diff.withdrawn.map(\.node)),
      ("under another identifier", diff.renumbered.map(\.from)),
    ]
    for (word, nodes) in lost {
      let controls = nodes.filter(\.kind.isControl).map(\.id.local)
      if !controls.isEmpty {
        page.paragraph(
          "\(Counted.of(controls.count, "control")) \(word): "
            + controls.map(\.unbreakable).joined(separator: ", "), indent: 4, hanging: 2)
      }
    }
    if most == nil { for section in report.sections { write(section, to: &page) } }
    let groups = report.changesByControl
    if !groups.isEmpty { page.paragraph("\(Counted.of(groups.count, "control")) changed:", indent: 4) }
    for group in groups.prefix(most ?? groups.count) {
      let title = group.title.isEmpty ? "" : "  \(group.title.onOneLine)"
      page.paragraph(group.control.unbreakable + title, indent: 6, hanging: 2)
      for line in group.groups.flatMap({ $0.lines(.plain) }) { page.paragraph(line, indent: 8, hanging: 2) }
    }
    for sentence in report.notComparedSentences {
      page.paragraph("not compared: \(sentence.onOneLine)", indent: 4, hanging: 2)
    }
    return max(0, groups.count - (most ?? groups.count))
  }

  private func write(_ section: DiffSection, to page: inout TextPage) {
    page.paragraph("\(section.title) (\(section.items.count)): \(section.meaning)", indent: 4, hanging: 2)
    for item in section.items {
      let title = item.title.isEmpty ? "" : "  \(item.title.onOneLine)"
      page.paragraph(item.name.unbreakable + title, indent: 6, hanging: 2)
      for detail in item.details { page.paragraph(detail.onOneLine, indent: 8, hanging: 2) }
    }
  }
}
