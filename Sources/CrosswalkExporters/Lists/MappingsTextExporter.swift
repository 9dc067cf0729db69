import CrosswalkModel

/// The list of mappings for a terminal: claims between two frameworks, counted by status.
public struct MappingsTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public let knownBy: CalendarDate?

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle, knownBy: CalendarDate? = nil) {
    self.style = style
    self.knownBy = knownBy
  }

  /// One row for each pair; a status that no claim has gets no column.
  public func export(_ mappings: [MappingSummary]) -> [UInt8] {
    var page = TextPage(style: style)
    if let knownBy { page.paragraph(knownBy.knownBySentence) }
    guard !mappings.isEmpty else {
      page.paragraph("No claims.")
      return page.bytes
    }
    let statuses = MappingClaim.Status.allCases.filter { status in
      mappings.contains { $0.counts[status, default: 0] > 0 }
    }
    let hasRoutes = mappings.contains { $0.alternatives > 0 }
    let names = ["claims", "reviewed"] + statuses.map(\.rawValue) + (hasRoutes ? ["alternative routes"] : [])
    var table = TextTable(
      [.init(name: "source"), .init(name: "target")] + names.map { .init(name: $0, isNumber: true) })
    for mapping in mappings {
      let numbers =
        [mapping.claims, mapping.reviewed] + statuses.map { mapping.counts[$0, default: 0] }
        + (hasRoutes ? [mapping.alternatives] : [])
      table.append(
        [.init(mapping.source.rawValue, .strong), .init(mapping.target.rawValue, .strong)]
          + numbers.map { .init(String($0)) })
    }
    table.write(to: &page, indent: 0)
    return page.bytes
  }
}
