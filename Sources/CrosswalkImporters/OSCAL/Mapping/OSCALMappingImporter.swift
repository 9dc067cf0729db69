import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// Reads OSCAL mapping collections, in XML and in JSON.
///
/// A map becomes one claim "sources RELATIONSHIP targets"; several sources, or targets, are their union. A list of
/// what a publisher left unmapped is no review: each name in it is listed as not used and never becomes a claim. What
/// published files get wrong is read where it has one meaning, and named at its place.
public struct OSCALMappingImporter: ClaimsImporter {
  private let resources: OSCALMappingResources

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - source: The framework of all sources, where the user names it.
  ///   - target: The framework of all targets, where the user names it.
  ///   - known: How published resources are recognised.
  ///   - frameworks: Frameworks that addresses of resources may end with.
  public init(
    source: FrameworkID?, target: FrameworkID?, known: KnownFrameworks, frameworks: Set<FrameworkID>
  ) {
    resources = OSCALMappingResources(source: source, target: target, known: known, frameworks: frameworks)
  }

  /// Appends every claim of `file` in document order.
  ///
  /// - Throws: ``ImportError`` at the element that is wrong.
  public func importClaims(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    let root = try OSCALDocument.root(of: file, limits: limits)
    let start = SourceLocation(file: file.name, line: 1, column: 1)
    guard root.name == OSCALRoot.mappingCollection.rawValue else {
      throw ImportError(
        .notThisFormat(expected: "OSCAL mapping collection", found: "<\(root.name)>"), at: start)
    }
    guard let provenance = root.first("provenance") else {
      throw ImportError(.missingElement("provenance", in: root.name), at: root.location ?? start)
    }
    let mappings = root.elements("mapping")
    guard !mappings.isEmpty else {
      throw ImportError(.missingElement("mapping", in: root.name), at: root.location ?? start)
    }
    var reader = OSCALMappingReader(
      start: start, defaults: try OSCALMappingDefaults(provenance, of: nil, start: start),
      author: Self.author(provenance, in: root))
    reader.passOver(root, but: ["metadata", "provenance", "mapping", "back-matter"])
    reader.passOver(provenance, but: ["responsible-party"])
    reader.passOver(
      root.first("metadata"), but: ["title", "last-modified", "version", "oscal-version", "party", "role"])
    for mapping in mappings { try reader.read(mapping, resources, in: root) }
    var collector = ClaimCollector()
    let settled = UniformRelation.settled(reader.claims)
    for claim in settled.claims { try collector.add(claim, to: &graph) }
    for record in reader.notUsed + [settled.record].compactMap(\.self) { graph.add(record) }
  }

  /// The names of those whom the provenance holds responsible.
  private static func author(_ provenance: OSCALElement, in root: OSCALElement) -> String? {
    let parties = root.first("metadata")?.elements("party") ?? []
    let named = provenance.elements("responsible-party").flatMap { $0.elements("party-uuid") }.map(\.text)
    var names: [String] = []
    for uuid in named {
      let name = parties.first { $0["uuid"] == uuid }?.first("name")?.text ?? uuid
      if !names.contains(name) { names.append(name) }
    }
    let author = names.joined(separator: ", ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return author.isEmpty ? nil : author
  }
}
