import CrosswalkOSCAL
import CrosswalkReaders

/// Reads an OSCAL document as a tree, whichever form it has.
enum OSCALDocument {
  /// The root of the document in `file`.
  ///
  /// - Throws: ``ImportError`` at the first fault of the document.
  static func root(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> OSCALElement {
    do {
      return try file.sniff() == .json
        ? OSCALJSONReader(limits: limits).read(file) : OSCALXMLReader(limits: limits).read(file)
    } catch {
      throw ImportError(error)
    }
  }
}
