import CrosswalkModel
import CrosswalkReaders

/// Reads the claims of one format into the graph.
public protocol ClaimsImporter: Sendable {
  /// Appends every claim of `file` in document order, and names what it did not use.
  ///
  /// The ends are not looked up: claims may name nodes of catalogs that are read later, or dangle.
  ///
  /// - Throws: ``ImportError`` at the first thing that is wrong or not understood; the graph is then worthless.
  func importClaims(_ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder)
    throws(ImportError)
}
