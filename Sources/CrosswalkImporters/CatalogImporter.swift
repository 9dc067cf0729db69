import CrosswalkModel
import CrosswalkReaders

/// Reads one format into the graph.
public protocol CatalogImporter: Sendable {
  /// The format it reads.
  static var format: CatalogFormat { get }

  /// Appends every control of `file` in document order, and names what it did not use.
  ///
  /// - Throws: ``ImportError`` at the first thing that is wrong or not understood; the graph is then worthless.
  /// - Complexity: One pass over the file; memory for the text that is kept.
  func importCatalog(_ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder)
    throws(ImportError)
}
