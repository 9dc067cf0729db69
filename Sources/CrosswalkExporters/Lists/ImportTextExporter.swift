import CrosswalkModel

/// What an import read and did not use, for a terminal.
public struct ImportTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// File by file: what it became, what was counted, then each thing not used with its place.
  public func export(_ report: ImportReport) -> [UInt8] {
    var page = TextPage(style: style)
    if report.isDryRun { page.paragraph("Dry run: nothing was imported.", ink: .strong) }
    for file in report.files {
      page.blank()
      write(file, to: &page)
    }
    return page.bytes
  }

  private func write(_ file: ImportReport.File, to page: inout TextPage) {
    let became = file.framework.map { " → \($0)" } ?? ""
    page.paragraph("\(file.file.onOneLine)  (\(file.format.onOneLine))\(became)", ink: .strong, hanging: 2)
    if file.isUnchanged {
      page.paragraph("The store has this revision already, with the same content.", indent: 2)
    }
    if let number = file.namedAfter?.onOneLine {
      page.paragraph(
        "No rule knows this document: the framework is named after its number \(number); --framework names it otherwise.",
        indent: 2)
    }
    page.paragraph(Self.counts(of: file), indent: 2, hanging: 2)
    writePlaces(
      file.notUsed.map { "\($0.location.description): \($0.what): \($0.why)" }, title: "not used", to: &page)
    writePlaces(file.dangling.map(\.line), title: "dangling", to: &page)
  }

  private static func counts(of file: ImportReport.File) -> String {
    let counts = file.counts
    var parts: [String] = []
    if counts.groups > 0 { parts.append(Counted.of(counts.groups, "group")) }
    if counts.controls > 0 {
      parts.append(
        Counted.of(counts.controls, "control")
          + (counts.withdrawn > 0 ? " of which \(counts.withdrawn) withdrawn" : ""))
    }
    if counts.statements > 0 { parts.append(Counted.of(counts.statements, "statement")) }
    if counts.recitals > 0 { parts.append(Counted.of(counts.recitals, "recital")) }
    if file.claims > 0 {
      let known = file.claimsAlreadyPresent > 0 ? " of which \(file.claimsAlreadyPresent) known already" : ""
      parts.append(Counted.claims(file.claims) + known)
    }
    parts.append(file.notUsed.isEmpty ? "everything was used" : "\(file.notUsed.count) not used")
    if !file.dangling.isEmpty { parts.append("\(file.dangling.count) dangling") }
    return parts.joined(separator: ", ")
  }

  private func writePlaces(_ places: [String], title: String, to page: inout TextPage) {
    guard !places.isEmpty else { return }
    page.paragraph("\(title):", ink: .yellow, indent: 2)
    for place in places { page.paragraph(place.onOneLine, indent: 4, hanging: 2) }
  }
}
