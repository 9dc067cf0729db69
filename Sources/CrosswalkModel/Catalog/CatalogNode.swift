/// A node of a catalog as people see it; its strings are made when asked for.
public struct CatalogNode: Sendable, Identifiable {
  /// The catalog that holds it.
  public let catalog: Catalog
  /// Its row: position in document order.
  public let index: Int

  private var row: NodeRow { catalog.rows[index] }

  /// Its name across frameworks.
  public var id: ControlID { ControlID(framework: catalog.framework, local: local) }
  /// Its name inside the framework, as the publisher prints it.
  public var local: String { catalog.string(row.local) }
  /// The number or mark printed before it: `Article 9`, `(a)`, `AC-2`; empty where there is none.
  public var label: String { catalog.string(row.label) }
  /// Its heading; empty where there is none.
  public var title: String { catalog.string(row.title) }
  /// The publisher's text: own words only, parameters filled in, without footnotes; empty where there is none.
  public var text: String { catalog.string(row.text) }
  /// This project's summary; empty where there is none.
  public var summary: String { catalog.string(row.summary) }
  /// The official text, or else the summary.
  public var requirement: String { catalog.string(row.text.isEmpty ? row.summary : row.text) }
  /// What the node is.
  public var kind: NodeKind { row.kind }
  /// What the statement does; `nil` where its source does not say.
  public var modality: Modality? { row.modality }
  /// Those whom it addresses.
  public var roles: RoleSet { row.roles }
  /// Whether its publisher withdrew it.
  public var isWithdrawn: Bool { row.isWithdrawn }
  /// Whether its source declares that it requires exactly what its parts require together.
  public var isUnionOfParts: Bool { row.isUnionOfParts }
  /// First day of application; `nil` where the source gives none.
  public var appliesFrom: CalendarDate? { CalendarDate(catalog.string(row.appliesFrom)) }
  /// What the date alone would get wrong; empty where there is nothing to say.
  public var appliesNote: String { catalog.string(row.appliesNote) }
  /// Where it begins.
  public var location: SourceLocation {
    SourceLocation(file: catalog.file(ofRow: index), line: Int(row.line), column: Int(row.column))
  }

  /// The node that holds it.
  public var parent: CatalogNode? { row.parent < 0 ? nil : catalog[Int(row.parent)] }
  /// The nodes directly in it, in document order.
  public var children: some RandomAccessCollection<CatalogNode> {
    catalog.children(of: index).lazy.map { catalog[Int($0)] }
  }

  /// Other spellings under which it is found.
  public var aliases: [String] { facts(.alias).map { $0.value } }
  /// Named properties of the source.
  public var properties: [Property] { facts(.property) }
  /// Links: the name is the relation, the value where it points.
  public var links: [Property] { facts(.link) }
  /// Footnotes: the name is the mark, the value the text.
  public var notes: [Property] { facts(.note) }

  private func facts(_ kind: NodeFact.Kind) -> [Property] {
    catalog.facts(of: index).filter { $0.kind == kind }.map {
      Property(name: catalog.string($0.name), value: catalog.string($0.value))
    }
  }

  /// Whether it requires something of somebody, and so takes part in reasoning.
  public var requiresSomething: Bool { row.requiresSomething }

  /// Whether nothing below it is part of what it requires: an introductory phrase is no leaf, its points are.
  public var isLeaf: Bool {
    !catalog.children(of: index).contains { child in
      let row = catalog.rows[Int(child)]
      return row.kind.isPartOfItsParent && !row.isWithdrawn
    }
  }

  /// Whether a gap report counts it by default, unless the source itself says so or otherwise.
  ///
  /// Counted are leaves that require something, of a modality that is assessed or not stated. A node with parts is counted
  /// where it carries a duty of its own and no part does: a duty whose points only say when it applies.
  public var isAssessable: Bool {
    guard kind != .group, requiresSomething else { return false }
    if let stated = row.assessable { return stated }
    if isLeaf { return modality?.isAssessable ?? true }
    return modality?.isAssessable == true && !hasAssessablePart
  }

  /// Whether nothing but names is known of it and of all below it: no text, no summary, nothing that is counted.
  ///
  /// Cost: linear in what is below it, until something is known.
  public var isHeadingOnly: Bool {
    text.isEmpty && summary.isEmpty && !isAssessable && children.allSatisfy(\.isHeadingOnly)
  }

  private var hasAssessablePart: Bool {
    children.contains { $0.kind.isPartOfItsParent && ($0.isAssessable || $0.hasAssessablePart) }
  }
}
