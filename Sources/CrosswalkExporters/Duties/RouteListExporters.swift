import CrosswalkModel

/// The routes that a framework declares, for a terminal.
public struct RoutesTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One entry for each route, in the order of the framework.
  public func export(_ routes: [ApplicationRoute]) -> [UInt8] {
    var page = TextPage(style: style)
    if routes.isEmpty { page.paragraph("The framework declares no routes.") }
    for route in routes {
      page.paragraph("\(route.id.unbreakable)  \(route.title.onOneLine)", ink: .strong, hanging: 2)
      page.paragraph(route.summary.onOneLine, indent: 2)
      page.paragraph(route.provision.onOneLine, ink: .faint, indent: 2)
    }
    return page.bytes
  }
}

/// The routes that a framework declares as JSON, schema `crosswalk-routes/1`.
public struct RoutesJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-routes/1"
    var routes: [RouteDocument]
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; routes in the order of the framework.
  public func export(_ routes: [ApplicationRoute]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(routes: routes.map(RouteDocument.init)))
  }
}
