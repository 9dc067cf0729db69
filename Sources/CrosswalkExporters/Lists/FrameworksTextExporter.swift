import CrosswalkModel

/// The list of frameworks for a terminal.
public struct FrameworksTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public let knownBy: CalendarDate?

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle, knownBy: CalendarDate? = nil) {
    self.style = style
    self.knownBy = knownBy
  }

  /// One row for each revision, in the order given, then what a reader must know about selections.
  public func export(_ frameworks: [FrameworkSummary]) -> [UInt8] {
    var page = TextPage(style: style)
    if let knownBy { page.paragraph(knownBy.knownBySentence) }
    guard !frameworks.isEmpty else {
      page.paragraph("No frameworks.")
      return page.bytes
    }
    let numbers = Self.numbers.filter { _, number in frameworks.contains { $0.counts[keyPath: number] > 0 } }
    var table = TextTable(
      [
        .init(name: "framework"), .init(name: "revision"), .init(name: "title", widest: 60),
        .init(name: "as of"),
      ]
        + numbers.map { .init(name: $0.name, isNumber: true) } + [.init(name: "origin")])
    for framework in frameworks {
      table.append(
        Self.names(of: framework) + numbers.map { .init(String(framework.counts[keyPath: $0.number])) }
          + [.init(framework.isBundled ? "bundled" : "imported")])
    }
    table.write(to: &page, indent: 0)
    page.blank()
    for (day, known) in Self.knownSince(frameworks) {
      page.paragraph("Known since \(day): \(known.joined(separator: ", "))", ink: .faint, hanging: 2)
    }
    for framework in frameworks {
      guard let selection = framework.metadata.selection else { continue }
      page.paragraph(
        "\(framework.metadata.id) is a selection: \(selection.onOneLine)", ink: .faint, hanging: 2)
    }
    return page.bytes
  }

  /// The days on which the store learned of revisions, each with these; a column of its own would leave titles no room.
  private static func knownSince(_ frameworks: [FrameworkSummary]) -> [(day: String, known: [String])] {
    let days = Dictionary(grouping: frameworks.filter { $0.knownSince != nil }) {
      String(($0.knownSince ?? "").prefix(10))
    }
    return days.sorted { $0.key < $1.key }.map { day, known in
      (day, known.map { $0.metadata.id.description.unbreakable })
    }
  }

  /// Numbers that no framework of the list has get no column.
  private static var numbers: [(name: String, number: KeyPath<CatalogCounts, Int>)] {
    [
      ("groups", \.groups), ("controls", \.controls), ("withdrawn", \.withdrawn),
      ("statements", \.statements),
      ("recitals", \.recitals),
    ]
  }

  private static func names(of framework: FrameworkSummary) -> [TextTable.Cell] {
    let metadata = framework.metadata
    return [
      .init(metadata.id.framework.rawValue, .strong), .init(metadata.id.revision.rawValue.unbreakable),
      .init(metadata.title.onOneLine), .init(metadata.asOf?.description ?? ""),
    ]
  }
}
