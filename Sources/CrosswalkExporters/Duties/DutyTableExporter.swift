import CrosswalkModel

/// The list of duties for a terminal: those that concern the role and the route, under their chapters.
public struct DutyTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The answer in figures first, then the duties; what concerns others is only counted.
  public func export(_ report: DutyReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(report.counts.sentence, ink: .strong)
    page.heading("Duties of \(report.framework.words.onOneLine)")
    for (name, value) in report.question { page.entry(name, value.onOneLine, nameWidth: 9) }
    page.paragraph(Legend.applicationCaution, ink: .faint, indent: 2)
    var said: Set<ClaimID> = []
    for chapter in report.chapters where chapter.counts.concerned > 0 {
      page.blank()
      page.rule()
      write(chapter, to: &page, indent: 0)
      let duties = report.duties.filter { $0.chapter == chapter.id && $0.applicability.isCounted }
      for group in report.groups {
        let own = duties.filter { $0.group == group.id }
        if !own.isEmpty { write(group, own, &said, to: &page) }
      }
    }
    return page.bytes
  }

  private func write(_ group: DutyReport.Group, to page: inout TextPage, indent: Int) {
    let title = group.title.isEmpty ? "" : "  \(group.title.onOneLine)"
    page.paragraph(group.name.onOneLine + title, ink: .strong, indent: indent, hanging: 2)
    page.paragraph(group.counts.sentence, ink: .faint, indent: indent + 2, hanging: 2)
  }

  /// One article: what holds for most of its duties stands at its head, and at a duty only what differs.
  private func write(
    _ group: DutyReport.Group, _ duties: [DutyReport.Duty], _ said: inout Set<ClaimID>,
    to page: inout TextPage
  ) {
    let usual = Self.mostFrequent(duties.map(\.applicationWords))
    let common = duties[0].alternatives.filter { route in
      duties.allSatisfy { $0.alternatives.contains(route) }
    }
    page.blank()
    write(group, to: &page, indent: 2)
    let routes = common.map { said.insert($0.claim).inserted ? $0.words : $0.wordsAgain }
    for line in [usual] + routes {
      page.paragraph(line.onOneLine, ink: .faint, indent: 4, hanging: 2)
    }
    for duty in duties {
      let modality = duty.modality.map { "  [\($0.rawValue)]" } ?? ""
      page.paragraph(
        "\(duty.id.local.unbreakable)  \(duty.title.onOneLine)\(modality)", indent: 4, hanging: 4)
      let differs = duty.applicationWords == usual ? [] : [duty.applicationWords]
      for line in differs + duty.alternatives.filter({ !common.contains($0) }).map(\.words) {
        page.paragraph(line.onOneLine, ink: .faint, indent: 8, hanging: 2)
      }
    }
  }

  /// On a tie, the first of them.
  private static func mostFrequent(_ words: [String]) -> String {
    var counts: [String: Int] = [:]
    for each in words { counts[each, default: 0] += 1 }
    let most = counts.values.max()
    return words.first { counts[$0] == most } ?? ""
  }
}

extension DutyReport.Group {
  /// Its label, or else its name.
  var name: String { label.isEmpty ? id : label }
}

extension DutyReport.Duty {
  /// Whether and from when it applies, and by which place.
  var applicationWords: String { ApplicationWords.text(applicability, ground) }
}

extension DutyReport {
  /// What was asked, by name.
  var question: [(name: String, value: String)] {
    var rows = [
      ("Day", asOf.description), ("Role", roles.isEmpty ? "all roles" : roles.names.joined(separator: ", ")),
    ]
    rows.append(("Route", route?.words ?? "all routes"))
    if let placedOnMarket { rows.append(("Placed", "on the market on \(placedOnMarket)")) }
    if let selection = framework.selection { rows.append(("Content", "A selection: \(selection)")) }
    return rows
  }
}

extension ApplicabilityCounts {
  /// `12 of 80 duties apply on the day, 60 later, 8 on a condition; not counted: 30 of other roles`.
  var sentence: String {
    var parts = ["\(applies) of \(concerned) duties apply on the day"]
    if later > 0 { parts.append("\(later) later") }
    if conditional > 0 { parts.append("\(conditional) on a condition") }
    if transitional > 0 { parts.append("\(transitional) only as the transitional rules say") }
    var others: [String] = []
    if notForThisRole > 0 { others.append("\(notForThisRole) of other roles") }
    if outOfScope > 0 { others.append("\(outOfScope) of other routes") }
    return parts.joined(separator: ", ")
      + (others.isEmpty ? "" : "; not counted: \(others.joined(separator: ", "))")
  }
}
