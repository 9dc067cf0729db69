import CrosswalkImporters
import CrosswalkModel
import CrosswalkStore

/// The one revision that came from a source, out of its staging store.
struct StagedRevision {
  let catalog: Catalog
  /// SHA-256 of what it says.
  let digest: String
  /// Where it came from, for the log of imports.
  let origin: ImportOrigin
  /// What the files say they are, where that is another framework.
  let otherFrameworks: [FrameworkID]

  var content: RefreshRecord.Content {
    RefreshRecord.Content(revision: catalog.metadata.id.revision, digest: digest)
  }

  /// Reads the staging store at `path` and holds it against what the list expects.
  ///
  /// - Throws: ``StagingError``, `StoreError` about the staging store.
  init(store path: String, of source: SourceManifest.Source) throws {
    let store = try CrosswalkStore.open(at: path, access: .readOnly)
    if let problem = try store.integrityProblems().first { throw Self.error(.unsound(problem), source) }
    let claims = try store.claims().count
    guard claims == 0 else { throw Self.error(.bringsClaims(claims), source) }
    let all = try store.frameworks().map(\.metadata)
    let own = all.filter { $0.id.framework == source.framework }
    guard let metadata = own.first else { throw Self.error(.noCatalog(source.framework), source) }
    guard own.count == 1 else { throw Self.error(.severalCatalogs(own.map(\.id.description)), source) }
    let missing = source.missingMarks(in: metadata)
    guard missing.isEmpty else {
      throw Self.error(.missingMarks(missing.map { Self.words($0, metadata) }), source)
    }
    // The folder is gone when somebody reads where something stands, and called otherwise every night.
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)] + "files/"
    func named(_ file: String) -> String {
      source.id + "/" + (file.hasPrefix(folder) ? file.dropFirst(folder.count) : file[...])
    }
    catalog = try store.catalog(metadata.id).renamingFiles(named)
    digest = CrosswalkStore.contentDigest(of: catalog)
    let imports = try store.imports()
    guard var origin = imports.first(where: { $0.revisions.contains(metadata.id) })?.origin else {
      throw Self.error(.noCatalog(source.framework), source)
    }
    // A profile comes with the catalogs that it selects from; they are sources of their own.
    let isProfile = origin.format == CatalogFormat.oscalProfile.rawValue
    otherFrameworks =
      isProfile
      ? [] : all.filter { $0.id.framework != source.framework && !$0.isNamedAfterNumber }.map(\.id.framework)
    origin.file = named(origin.file)
    origin.notUsed = origin.notUsed.map { notUsed in
      let place = notUsed.location
      return NotUsed(
        location: SourceLocation(file: named(place.file), line: place.line, column: place.column),
        what: notUsed.what, why: notUsed.why)
    }
    self.origin = origin
  }

  private static func error(_ reason: StagingError.Reason, _ source: SourceManifest.Source) -> StagingError {
    StagingError(source: source.id, reason: reason)
  }

  private static func words(_ mark: SourceManifest.Mark, _ metadata: CatalogMetadata) -> String {
    let found = mark.values(in: metadata)
    let wanted =
      switch mark.match {
      case .equals(let text): "\"\(text)\""
      case .contains(let text): "something with \"\(text)\""
      }
    return "\(mark.fact.name) should be \(wanted) and is "
      + (found.isEmpty ? "missing" : found.map { "\"\($0)\"" }.joined(separator: ", "))
  }
}

extension CatalogMetadata {
  /// Whether the framework is named after its publisher's number, since no rule knows it.
  fileprivate var isNamedAfterNumber: Bool { properties.contains { $0.name == EULawProperty.namedAfter } }
}
