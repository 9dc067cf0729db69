import CrosswalkModel

/// The list of frameworks for a terminal.
public struct FrameworksTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One row for each revision, in the order given, then what a reader must know about selections.
  public func export(_ frameworks: [FrameworkSummary]) -> [UInt8] {
    var page = TextPage(style: style)
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
    for framework in frameworks {
      guard let selection = framework.metadata.selection else { continue }
      page.paragraph(
        "\(framework.metadata.id) is a selection: \(selection.onOneLine)", ink: .faint, hanging: 2)
    }
    return page.bytes
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
