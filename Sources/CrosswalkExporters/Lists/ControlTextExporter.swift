import CrosswalkModel

/// One control with its parts, claims and relations, for a terminal.
public struct ControlTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// Text first, then parts, facts, claims, derived relations and revisions.
  public func export(_ view: ControlView) -> [UInt8] {
    var page = TextPage(style: style)
    let node = view.node
    let title = [node.label, node.title].map(\.onOneLine).filter { !$0.isEmpty }.joined(separator: "  ")
    page.paragraph("\(node.id.description.unbreakable)  \(title)", ink: .strong, hanging: 2)
    if let knownBy = view.knownBy { page.paragraph(knownBy.knownBySentence) }
    if node.isWithdrawn { page.paragraph("Withdrawn.", ink: .yellow) }
    for line in Self.texts(of: node) { page.paragraph(line, indent: 2) }
    writeParts(of: node, to: &page, indent: 2)
    writeFacts(of: node, to: &page)
    writePositions(view, to: &page)
    writeClaims(view, to: &page)
    writeAlternatives(view, to: &page)
    writeDerived(view, to: &page)
    writeRevisions(view, to: &page)
    return page.bytes
  }

  /// The official text, and the summary in the project's own words, each line by itself.
  private static func texts(of node: CatalogNode) -> [String] {
    let summary = node.summary.isEmpty || node.text.isEmpty ? node.summary : "Summary: \(node.summary)"
    return [node.text, summary].filter { !$0.isEmpty }
      .flatMap { $0.split(whereSeparator: \.isNewline) }.map { String($0).onOneLine }
  }

  private func writeParts(of node: CatalogNode, to page: inout TextPage, indent: Int) {
    for part in node.children {
      let label = part.label.isEmpty ? part.local : part.label
      let words = [part.title, part.requirement].map(\.onOneLine).filter { !$0.isEmpty }
      let kind = part.kind == .statement ? "" : "[\(part.kind.name)] "
      let withdrawn = part.isWithdrawn ? "(withdrawn) " : ""
      page.paragraph(
        kind + label.unbreakable + "  " + withdrawn + words.joined(separator: ": "), indent: indent,
        hanging: 4)
      // Deeper than this a terminal has no room; parts then stand below each other at one depth.
      writeParts(of: part, to: &page, indent: min(indent + 4, style.width / 3))
    }
  }

  private func writeFacts(of node: CatalogNode, to page: inout TextPage) {
    var facts: [(String, String)] = [("kind", node.kind.name)]
    if let modality = node.modality { facts.append(("modality", modality.rawValue)) }
    if !node.roles.isEmpty { facts.append(("roles", node.roles.names.joined(separator: ", "))) }
    if let date = node.appliesFrom { facts.append(("applies", "from \(date)")) }
    if !node.appliesNote.isEmpty { facts.append(("condition", node.appliesNote)) }
    facts += (node.properties + node.links).map { ($0.name, $0.value) }
    facts.append(("stands in", node.location.description))
    page.heading("Facts")
    let nameWidth = min(24, facts.reduce(0) { max($0, $1.0.onOneLine.columns) })
    for (name, value) in facts { page.entry(name.onOneLine, value.onOneLine, nameWidth: nameWidth) }
  }

  private func writePositions(_ view: ControlView, to page: inout TextPage) {
    let held = view.positions.all(on: .node(view.node.id)).filter { !$0.isEmpty }
    guard !held.isEmpty else { return }
    page.heading("Positions of both sides")
    for both in held { page.positions(both, indent: 2) }
  }

  private func writeClaims(_ view: ControlView, to page: inout TextPage) {
    let claims = view.claims
    let reviewed = claims.count(where: \.isReviewed)
    page.heading(claims.isEmpty ? "No claims" : "Claims: \(reviewed) of \(claims.count) reviewed")
    for claim in claims { page.claim(claim, indent: 2, remarks: view.remarks) }
  }

  private func writeAlternatives(_ view: ControlView, to page: inout TextPage) {
    let routes = view.alternatives
    guard !routes.isEmpty else { return }
    page.heading("Alternative routes: deemed or presumed to meet it, each on its condition")
    for claim in routes { page.claim(claim, indent: 2, remarks: view.remarks) }
  }

  private func writeDerived(_ view: ControlView, to page: inout TextPage) {
    if let limit = view.longestChain?.chainLimitWords { page.paragraph(limit, ink: .faint) }
    guard !view.derived.isEmpty else { return }
    page.heading("Derived relations, all that are not excluded")
    for relation in view.derived {
      page.paragraph(
        "\(relation.relations.words)  \(relation.other.description.unbreakable)", indent: 2, hanging: 2)
    }
  }

  private func writeRevisions(_ view: ControlView, to page: inout TextPage) {
    page.heading("Revisions")
    let metadata = view.node.catalog.metadata
    var facts = ["shown"]
    if let asOf = metadata.asOf { facts.append("as of \(asOf)") }
    if let since = view.knownSince { facts.append("known since \(since)") }
    for revision in view.revisions {
      let shown = revision == metadata.id.revision ? "  (\(facts.joined(separator: ", ")))" : ""
      page.paragraph("\(revision.rawValue)\(shown)", indent: 2)
    }
  }
}
