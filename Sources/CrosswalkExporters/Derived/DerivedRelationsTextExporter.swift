import CrosswalkModel

/// What follows about two frameworks, for a terminal.
public struct DerivedRelationsTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The count first, then each relation in the order given, step by step.
  public func export(_ relations: [DerivedRelation]) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(Self.count(relations), ink: .strong)
    for relation in relations {
      page.blank()
      write(relation, to: &page)
    }
    return page.bytes
  }

  /// `12 derived, 3 sharpened, 0 contradicted`.
  private static func count(_ relations: [DerivedRelation]) -> String {
    DerivedRelation.Kind.allCases.map { kind in
      "\(relations.count { $0.kind == kind }) \(kind.rawValue)"
    }.joined(separator: ", ")
  }

  private func write(_ relation: DerivedRelation, to page: inout TextPage) {
    let ends = (relation.source.description.unbreakable, relation.target.description.unbreakable)
    page.paragraph("\(ends.0)  \(relation.relations.words)  \(ends.1)", hanging: 2)
    var facts = [relation.kind.rawValue]
    if let claimed = relation.claimed { facts.append("claimed: \(claimed.description)") }
    facts.append(Counted.of(relation.derivation.steps.count, "step"))
    if relation.derivation.restsOnDraftsOnly { facts.append("rests on drafts only") }
    if relation.derivation.isStale { facts.append("stale") }
    page.paragraph(facts.joined(separator: ", "), ink: .faint, indent: 2, hanging: 2)
    let pair = (relation.source.framework, relation.target.framework)
    for (number, step) in relation.derivation.steps.enumerated() {
      let (source, target) = step.references(in: pair)
      page.paragraph(
        "\(number + 1). \(source.unbreakable)  \(step.relations.words)  \(target.unbreakable)  "
          + step.location.description.onOneLine.unbreakable, indent: 2, hanging: 3)
    }
  }
}

/// How much follows about every two frameworks, for a terminal.
public struct ClosureSummaryTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One row for each pair of frameworks about which something is claimed or follows.
  public func export(_ summaries: [ClosureSummary]) -> [UInt8] {
    var page = TextPage(style: style)
    guard !summaries.isEmpty else {
      page.paragraph("No claims.")
      return page.bytes
    }
    let names = ["pairs claimed"] + DerivedRelation.Kind.allCases.map(\.rawValue)
    var table = TextTable(
      [.init(name: "framework"), .init(name: "framework")] + names.map { .init(name: $0, isNumber: true) })
    for summary in summaries {
      let numbers = [summary.claimed] + DerivedRelation.Kind.allCases.map { summary.counts[$0, default: 0] }
      table.append(
        [.init(summary.first.rawValue, .strong), .init(summary.second.rawValue, .strong)]
          + numbers.map { .init(String($0)) })
    }
    table.write(to: &page, indent: 0)
    return page.bytes
  }
}
