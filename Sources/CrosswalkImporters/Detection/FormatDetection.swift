import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// Tells what a file is from its content; the name of a file says nothing.
public enum FormatDetection {
  /// What `file` is.
  ///
  /// Cost: the first bytes; for XML up to the first element, for a table up to the header.
  ///
  /// - Throws: ``ImportError`` with the place and what to do, where it is nothing that can be imported.
  public static func detect(
    _ file: SourceFile, limits: ReadingLimits = .standard, profiles: ProfileLibrary
  ) throws(ImportError) -> DetectedFormat {
    switch try kind(of: file) {
    case .xml: return try documentFormat(of: file, limits: limits)
    case .zip: return try containerFormat(of: file, limits: limits)
    case .text: return try TableDetection(limits: limits, profiles: profiles).format(of: file)
    case .json: return try JSONDetection(limits: limits).format(of: file)
    case .gzip: throw unsupported(file, "a gzip stream", hint: "unpack it first: gunzip")
    case .html:
      throw unsupported(file, "a web page", hint: "the download may have gone wrong; fetch the file itself")
    case .binary:
      throw unsupported(
        file, "a binary file", hint: "XML, CSV and zip containers of Formex are read; save a workbook as CSV")
    case .empty: throw ImportError(ReadingError(.empty, file: file.name))
    }
  }

  private static func kind(of file: SourceFile) throws(ImportError) -> SourceKind {
    do { return try file.sniff() } catch { throw ImportError(error) }
  }

  static func unsupported(
    _ file: SourceFile, _ found: String, hint: String, at place: SourceLocation? = nil
  ) -> ImportError {
    ImportError(
      .unsupportedFormat(found: found, hint: hint),
      at: place ?? SourceLocation(file: file.name, line: 1, column: 1))
  }

  // MARK: XML

  private static let oscal = OSCALElement.namespace
  static let oscalHint = "of OSCAL, catalogs, profiles and mapping collections are read"
  /// Roots of OSCAL documents that are not imported.
  static let furtherOSCALRoots: Set<String> = [
    "component-definition", "system-security-plan", "assessment-plan", "assessment-results",
    "plan-of-action-and-milestones",
  ]
  private static let formexRoots: Set<String> = ["ACT", "ANNEX", "DOC", "PUBLICATION", "CONS.ACT"]

  private static func root(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> RootFinder.Root
  {
    var finder = RootFinder()
    do { try XMLEventReader(limits: limits).read(file, into: &finder) } catch {
      // The handler never throws.
      if case .reading(let error) = error { throw ImportError(error) }
    }
    guard let root = finder.root else { throw ImportError(ReadingError(.empty, file: file.name)) }
    return root
  }

  private static func documentFormat(of file: SourceFile, limits: ReadingLimits) throws(ImportError)
    -> DetectedFormat
  {
    let root = try root(of: file, limits: limits)
    let place = SourceLocation(file: file.name, line: root.line, column: root.column)
    switch (root.namespace, root.name) {
    case (oscal, let name) where OSCALRoot(rawValue: name) != nil:
      return .oscal(OSCALRoot(rawValue: name) ?? .catalog, .xml)
    case (nil, let name) where formexRoots.contains(name): return .formex(root: name)
    case (oscal, let name):
      throw unsupported(file, "an OSCAL \(name)", hint: oscalHint, at: place)
    case (_, "akomaNtoso"):
      throw unsupported(file, "an Akoma Ntoso document", hint: "EU law is read as Formex so far", at: place)
    case (nil, let name) where OSCALRoot(rawValue: name) != nil:
      throw unsupported(
        file, "a <\(name)> without a namespace", hint: "OSCAL needs xmlns=\"\(oscal)\"", at: place)
    case (let namespace, let name):
      let found = "XML with the root <\(name)>" + (namespace.map { " of \($0)" } ?? "")
      throw unsupported(file, found, hint: "OSCAL and Formex documents are read", at: place)
    }
  }

  // MARK: Zip

  private static func containerFormat(
    of file: SourceFile, limits: ReadingLimits
  ) throws(ImportError) -> DetectedFormat {
    let members: [SourceFile]
    do { members = try ZipContainer(file, limits: limits).files } catch { throw ImportError(error) }
    for member in members {
      guard try kind(of: member) == .xml else { continue }
      let root = try root(of: member, limits: limits)
      if root.namespace == nil, formexRoots.contains(root.name) { return .formexContainer }
    }
    throw unsupported(
      file, "a zip container without any Formex document",
      hint: "unpack it and import its files; a workbook (.xlsx) is saved as CSV first")
  }
}
