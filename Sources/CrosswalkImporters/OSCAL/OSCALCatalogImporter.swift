import CrosswalkModel
import CrosswalkReaders

/// Reads OSCAL catalogs in XML and JSON, versions 1.0 through 1.2: groups, controls, enhancements, statements with
/// their items, guidance, parameters filled into the text, withdrawn controls, links and cited resources.
///
/// Names are what the publisher prints (`AC-2(10)`, `03.01.01`, `GV.OC-01`); the identifiers of the file
/// (`ac-2.10`) and other printed forms are aliases. A part of a control is named `AC-2#ac-2_smt.k`, and an
/// item is found as `AC-2#k` and `AC-2k` too. The relation and the target of a link stand as the file writes
/// them. What a parameter, a property or the metadata says beyond its value becomes a property of the node
/// (`param:ac-2_prm_1`, `param:ac-2_prm_1/guideline`, `method@ns`).
public struct OSCALCatalogImporter: CatalogImporter {
  /// `oscal-catalog`.
  public static var format: CatalogFormat { .oscalCatalog }

  private let identity: ImportIdentity
  private let known: KnownFrameworks

  /// Creates an importer; what `identity` leaves open is taken from the file, the framework by the rules in
  /// `known`.
  public init(identity: ImportIdentity, known: KnownFrameworks) {
    self.identity = identity
    self.known = known
  }

  /// Appends the catalog in `file`, and names what of it was not used.
  ///
  /// - Throws: ``ImportError`` where the file is no such catalog, a control has no identifier or that of
  /// another one,
  ///   a value is outside what OSCAL allows, the framework is unknown, or a limit is reached.
  /// - Complexity: XML in one pass, with memory for the text that is kept; JSON as a tree first.
  public func importCatalog(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    guard try OSCALDocument.form(of: file) == .xml else {
      let root = try OSCALDocument.root(of: file, limits: limits)
      return try importCatalog(root, name: file.name, limits: limits, into: &graph)
    }
    let (catalog, notUsed) = try read(file, limits: limits)
    for entry in notUsed { graph.add(entry) }
    graph.add(catalog)
  }

  /// The catalog in `file`, and what of it was not used, in the order of the file.
  func read(
    _ file: SourceFile, limits: ReadingLimits
  ) throws(ImportError) -> (catalog: Catalog, notUsed: [NotUsed]) {
    var document = OSCALCatalogDocument(file: file.name, identity: identity, known: known, limits: limits)
    do {
      try XMLEventReader(limits: limits).read(file, into: &document)
    } catch {
      switch error {
      case .handler(let error): throw error
      case .reading(let error): throw Self.importError(error)
      }
    }
    return (try document.finish(), document.notUsed)
  }

  /// Says of a file that is no XML at all what it is instead.
  private static func importError(_ error: ReadingError) -> ImportError {
    guard case .notXML(let kind) = error.reason else { return ImportError(error) }
    guard kind == .html else { return ImportError(error) }
    return ImportError(
      .notThisFormat(expected: OSCALCatalogDocument.formatName, found: "an HTML page"), at: error.location)
  }
}
