import CrosswalkOSCAL
import CrosswalkReaders

/// An OSCAL document as a tree, whichever form it has.
enum OSCALDocument {
  /// The form of the document in `file`, judged by its first bytes.
  static func form(of file: SourceFile) throws(ImportError) -> OSCALForm {
    do { return try file.sniff() == .json ? .json : .xml } catch { throw ImportError(error) }
  }

  /// The root of the document in `file`.
  ///
  /// - Throws: ``ImportError`` at the first fault of the document.
  static func root(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> OSCALElement {
    let form = try form(of: file)
    do {
      switch form {
      case .json: return try OSCALJSONReader(limits: limits).read(file)
      case .xml: return try OSCALXMLReader(limits: limits).read(file)
      }
    } catch {
      throw ImportError(error)
    }
  }
}
