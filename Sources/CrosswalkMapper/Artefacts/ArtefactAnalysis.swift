import CrosswalkModel

/// Tells which requirements of a framework the artefacts of a subject bear on, and what is still missing.
///
/// An artefact supports statements because its authors say so. What these statements bear on follows from claims by
/// the relation algebra, as in a gap report: where all that a requirement asks is asked by what the artefact supports,
/// the artefact shows the whole subject matter, and where they certainly share something, part of it.
///
/// The same graph, artefacts and options give the same report, whatever the order of catalogs and claims.
public struct ArtefactAnalysis: Sendable {
  /// An artefact, as far as the analysis needs it.
  public struct Artefact: Hashable, Sendable {
    /// Its name.
    public var id: String
    /// What it supports, as its authors say; the names are those of the catalogs.
    public var supports: [ControlID]

    /// Creates an artefact.
    public init(id: String, supports: [ControlID]) {
      self.id = id
      self.supports = supports
    }
  }

  /// Which claims to trust, and how far to think them through.
  public var options: ReasoningOptions

  /// Creates an analysis that trusts the claims of `options`.
  public init(_ options: ReasoningOptions = .init()) { self.options = options }

  /// What `artefacts` show of `target`, by what they support of it and of `sources`.
  ///
  /// - Throws: ``MapperError`` where the graph lacks one of the frameworks, or the target is a source.
  /// - Complexity: one closure for each source of which something is supported, then linear in the target and in what
  ///   bears on it.
  public func target(
    _ target: FrameworkID, from sources: [FrameworkID], artefacts: [Artefact], graph: CrosswalkGraph
  ) throws(MapperError) -> ArtefactReport.Target {
    guard let catalog = graph.catalog(target) else { throw .unknownFramework(target) }
    let outline = TargetOutline(catalog, unit: .statement)
    var found: [Int: [ArtefactReport.Reach]] = [:]
    for source in sources {
      guard source != target else { throw .sameFramework(source) }
      guard graph.catalog(source) != nil else { throw .unknownFramework(source) }
      guard artefacts.contains(where: { $0.supports.contains { $0.framework == source } }) else { continue }
      let supported = Set(artefacts.flatMap(\.supports).filter { $0.framework == source })
      let closure = RelationshipClosure(
        graph, options: options, including: supported.sorted(), about: .frameworks(source, target))
      let finder = ArtefactReachFinder(closure, source: source, artefacts: artefacts)
      for (row, reaches) in finder.reaches(in: outline) { found[row, default: []] += reaches }
    }
    return ArtefactTargetWriter(outline: outline, artefacts: artefacts, found: found).target()
  }
}

/// Puts together what reaches the rows of a target.
private struct ArtefactTargetWriter {
  let outline: TargetOutline
  /// The artefacts that name a row, or something that holds it.
  private let directOfRow: [Int: [String]]
  private let found: [Int: [ArtefactReport.Reach]]
  private var catalog: Catalog { outline.catalog }

  init(
    outline: TargetOutline, artefacts: [ArtefactAnalysis.Artefact], found: [Int: [ArtefactReport.Reach]]
  ) {
    self.outline = outline
    self.found = found.mapValues { $0.stablySorted { SupportWriter.isStronger($0.support, $1.support) } }
    var naming: [String: [String]] = [:]
    for artefact in artefacts {
      for id in artefact.supports where id.framework == outline.catalog.framework {
        if naming[id.local]?.last != artefact.id { naming[id.local, default: []].append(artefact.id) }
      }
    }
    let order = Dictionary(artefacts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var direct: [Int: [String]] = [:]
    for row in outline.counted {
      let line = TargetOutline.ancestorsAndSelf(of: row, in: outline.catalog)
      let names = Set(line.flatMap { naming[outline.local($0)] ?? [] })
      if !names.isEmpty { direct[row] = names.sorted { (order[$0] ?? 0) < (order[$1] ?? 0) } }
    }
    directOfRow = direct
  }

  func target() -> ArtefactReport.Target {
    let requirements = outline.counted.map { row in
      ArtefactReport.Requirement(
        id: id(row), title: catalog.shownTitle(of: row),
        modality: catalog.rows[row].modality ?? catalog.metadata.modality, direct: directOfRow[row] ?? [],
        reaches: found[row] ?? [])
    }
    let reaches = found.keys.sorted().flatMap { row in
      (found[row] ?? []).map { reach in
        var reach = reach
        if reach.extent != .whole { reach.missing.parts = unreachedParts(of: row) }
        return reach
      }
    }
    return ArtefactReport.Target(
      end: GapReport.End(catalog.metadata), requirements: requirements, reaches: reaches)
  }

  private func id(_ row: Int) -> ControlID {
    ControlID(framework: catalog.framework, local: outline.local(row))
  }

  /// The counted statements below a row that no artefact is named for, and none reaches.
  private func unreachedParts(of row: Int) -> [ControlID] {
    outline.counted(below: row).filter { $0 != row && directOfRow[$0] == nil && found[$0] == nil }.map(id)
  }
}

extension Catalog {
  /// The title of a row, or of the nearest row above that has one; empty where none has.
  func shownTitle(of row: Int) -> String {
    TargetOutline.ancestorsAndSelf(of: row, in: self).first { !rows[$0].title.isEmpty }.map {
      string(rows[$0].title)
    } ?? ""
  }
}
