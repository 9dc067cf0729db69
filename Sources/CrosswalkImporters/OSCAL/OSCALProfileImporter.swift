import CrosswalkModel
import CrosswalkReaders

/// Reads OSCAL profiles: resolves each to the catalog that it stands for, and imports that as a framework of its own.
///
/// Nodes stand where the imported catalogs have them, or where the profile adds them.
public struct OSCALProfileImporter: CatalogImporter {
  /// `oscal-profile`.
  public static var format: CatalogFormat { .oscalProfile }

  private let identity: ImportIdentity
  private let known: KnownFrameworks
  private let further: [SourceFile]

  /// Creates an importer; what `identity` leaves open is taken from the profile's metadata, the framework by the
  /// rules in `known` for catalogs.
  ///
  /// - Parameter further: Files among which imported documents are looked for that do not stand beside the profile.
  public init(identity: ImportIdentity, known: KnownFrameworks, further: [SourceFile] = []) {
    self.identity = identity
    self.known = known
    self.further = further
  }

  /// Appends the catalog that the profile in `file` resolves to, and names what of both was not used.
  ///
  /// - Throws: ``ImportError`` where the profile cannot be resolved, or the catalog that it resolves to is refused.
  /// - Complexity: Linear in the documents; memory for all of them.
  public func importCatalog(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    let resolved = try ProfileResolver(further: further, limits: limits).resolve(file)
    for entry in resolved.notUsed { graph.add(entry) }
    try OSCALCatalogImporter(identity: identity, known: known).importCatalog(
      resolved.catalog, name: file.name, limits: limits, into: &graph)
  }
}
