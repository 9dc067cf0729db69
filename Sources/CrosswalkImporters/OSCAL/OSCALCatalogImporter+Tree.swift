import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// Catalogs that are there as trees: read from JSON, or resolved from a profile.
extension OSCALCatalogImporter {
  /// Appends the catalog with the root element `root`, and names what of it was not used.
  ///
  /// Nodes, errors and what was not used stand where their elements say that they come from, in several files where
  /// the tree was made of several; an element without a place takes that of what stands before it. `name` is the
  /// file of a tree that has no places at all.
  ///
  /// - Throws: ``ImportError`` as for a file with the same catalog in XML.
  /// - Complexity: Linear; the tree is written as XML in memory once, and read as any other XML.
  public func importCatalog(
    _ root: OSCALElement, name: String, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    let document = OSCALTracedXML(root, name: name)
    // What the tree was read from was held to the limit already; XML is longer than JSON.
    let limits = limits.with(fileBytes: ReadingLimits.largestFile)
    let catalog: Catalog
    var notUsed: [NotUsed]
    do {
      (catalog, notUsed) = try read(SourceFile(name: name, bytes: document.bytes), limits: limits)
    } catch {
      throw error.relocated(document.origin)
    }
    for index in notUsed.indices { notUsed[index].location = document.origin(of: notUsed[index].location) }
    for entry in notUsed.sorted(by: { $0.location < $1.location }) { graph.add(entry) }
    graph.add(catalog.relocated(document.origin))
  }
}

extension ImportError {
  /// The same error with each of its places replaced.
  fileprivate func relocated(_ place: (SourceLocation) -> SourceLocation) -> ImportError {
    let reason: Reason =
      switch reason {
      case .duplicateControl(let first): .duplicateControl(firstSeen: place(first))
      case .duplicateIdentifier(let name, let first): .duplicateIdentifier(name, firstSeen: place(first))
      case .reading(let error): .reading(ReadingError(error.reason, at: place(error.location)))
      default: reason
      }
    return ImportError(reason, at: place(location), control: control)
  }
}
