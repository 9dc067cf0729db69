import CrosswalkDigest
import CrosswalkModel
import CrosswalkReaders

/// Reads a catalog from a spreadsheet, CSV or XLSX, that a column profile describes.
///
/// Cells stay text: nothing is made of decimal commas, leading zeros or what looks like a formula. Rows without any
/// content are passed over. A parent may stand after its children; the catalog then has it before them.
public struct CSVCatalogImporter: CatalogImporter {
  /// Tables with a header row.
  public static let format = CatalogFormat.csv

  private let profile: ColumnProfile
  private let identity: ImportIdentity
  private let known: CatalogMetadata?

  /// Creates an importer of tables that look as `profile` says.
  ///
  /// - Parameter identity: What the user says goes before what the profile says about the publication. Without any
  ///   revision, the as-of date is its name, or else `content-` and the first twelve digits of the file's SHA-256.
  public init(profile: ColumnProfile, identity: ImportIdentity = ImportIdentity()) {
    self.profile = profile
    self.identity = identity
    known = nil
  }

  /// Creates an importer of a table whose metadata stand elsewhere, such as in the side file of a bundled framework.
  public init(profile: ColumnProfile, metadata: CatalogMetadata) {
    self.profile = profile
    identity = ImportIdentity()
    known = metadata
  }

  /// Appends the catalog in `file` to `graph`, and names what it did not use.
  ///
  /// - Throws: ``ImportError`` at the line and column of the cell that is wrong: a missing column, a row of another
  ///   width, an empty or repeated identifier, an unknown parent, or a value outside its vocabulary; also where
  ///   neither the user nor the profile names the framework.
  public func importCatalog(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    guard let rules = profile.catalog else {
      throw error(
        .notThisFormat(expected: "catalog table", found: "profile \(profile.name) describes a mapping"), file)
    }
    let loaded: SourceFile
    do { loaded = try file.loaded(limits: limits) } catch { throw ImportError(error) }
    let metadata = try metadata(of: loaded, limits: limits)
    var assembler: CatalogAssembler?
    let reader = TableReader(limits: limits, form: TableForm(profile))
    let leftOut = try reader.read(
      loaded,
      header: { (header: TableHeader) throws(ImportError) in
        let columns = try CatalogColumns(rules, header: header, profile: profile)
        // A sheet of a workbook is the file that its cells stand in.
        let table = header.location.file
        assembler = CatalogAssembler(
          rules: rules, columns: columns, builder: CatalogBuilder(metadata: metadata, file: table),
          file: table)
      },
      row: { (row: TableRow) throws(ImportError) in try assembler?.add(row) })
    guard let result = try assembler?.finished() else { return }
    guard !result.catalog.rows.isEmpty else {
      throw error(.notThisFormat(expected: "catalog table", found: "a header without any row"), file)
    }
    graph.add(result.catalog)
    for record in leftOut + result.notUsed { graph.add(record) }
  }

  private func error(_ reason: ImportError.Reason, _ file: SourceFile) -> ImportError {
    ImportError(reason, at: SourceLocation(file: file.name, line: 1, column: 1))
  }

  private func metadata(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> CatalogMetadata {
    if let known { return known }
    let published = profile.identity
    guard let framework = identity.framework ?? published.flatMap({ FrameworkID($0.framework) }) else {
      throw error(.unknownFramework(title: profile.title), file)
    }
    // What the profile says about its publication says nothing about another framework that the user names.
    let facts = published.flatMap { FrameworkID($0.framework) == framework ? $0 : nil }
    let asOf = identity.asOf ?? (identity.revision == nil ? facts?.asOf.flatMap { CalendarDate($0) } : nil)
    let named = identity.revision ?? (identity.asOf == nil ? facts?.revision.flatMap { RevisionID($0) } : nil)
    let dated = named ?? asOf.flatMap { RevisionID($0.description) }
    let revision = if let dated { dated } else { try contentRevision(of: file, limits) }
    return CatalogMetadata(
      id: FrameworkRevisionID(framework: framework, revision: revision),
      title: facts?.title ?? framework.rawValue, publisher: facts?.publisher, language: facts?.language,
      asOf: asOf,
      licence: facts?.licence, source: facts?.source, selection: facts?.selection,
      properties: [Property(name: "profile", value: profile.name)] + declaredModality)
  }

  /// What the profile says that rows are, where no column says it, holds for the groups above them, too.
  private var declaredModality: [Property] {
    (profile.catalog?.modality).map { [Property(name: CatalogMetadata.modalityProperty, value: $0)] } ?? []
  }

  /// A name for a revision of which nothing is known but its bytes: the same file gives the same name.
  private func contentRevision(of file: SourceFile, _ limits: ReadingLimits) throws(ImportError) -> RevisionID
  {
    let bytes: [UInt8]
    do { bytes = try file.bytes(limits: limits) } catch { throw ImportError(error) }
    let name = "content-" + ContentDigest.hexadecimal(ContentDigest.sha256(bytes)).prefix(12)
    guard let revision = RevisionID(name) else {
      throw error(.invalidValue(name, of: "revision", allowed: "a name"), file)
    }
    return revision
  }
}
