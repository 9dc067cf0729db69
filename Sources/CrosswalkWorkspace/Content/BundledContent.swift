import CrosswalkDigest
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// The frameworks, mappings, profiles and scopes that ship with the toolkit.
struct BundledContent: Sendable {
  let location: ContentLocation
  /// The release, and a digest of names and bytes: it changes whenever a bundled framework or mapping does.
  let version: String

  private let frameworks: [SourceFile]
  private let tables: [SourceFile]
  private let mappings: [SourceFile]

  /// Reads what goes into a fresh store.
  ///
  /// Cost: one pass over some hundred kilobytes.
  init(_ location: ContentLocation) throws(ReadingError) {
    self.location = location
    frameworks = try location.loaded("Frameworks", suffix: ".json").filter {
      !$0.name.hasSuffix(Self.identities)
    }
    tables = try location.loaded("Frameworks", suffix: ".csv")
    mappings = try location.loaded("Mappings", suffix: ".csv")
    var parts: [[UInt8]] = []
    for file in frameworks + tables + mappings { parts += [Array(file.name.utf8) + [0], try file.bytes()] }
    version = ToolkitVersion.text + "+" + ContentDigest.hexadecimal(ContentDigest.sha256(ofParts: parts))
  }

  private static let identities = "/identities.json"

  /// How published documents are recognised.
  func knownFrameworks() throws(ImportError) -> KnownFrameworks {
    try KnownFrameworks(SourceFile(path: location.folder + "/Frameworks" + Self.identities))
  }

  /// The column profiles.
  func profiles() throws(ImportError) -> ProfileLibrary {
    try ProfileLibrary(folder: location.folder + "/Profiles")
  }

  /// The named subsets of frameworks, in the order of their files.
  func scopes() throws(ImportError) -> [ScopeDefinition] {
    var scopes: [ScopeDefinition] = []
    for path in location.files(in: "Scopes", suffix: ".json") {
      scopes.append(try ScopeDefinition(SourceFile(path: path)))
    }
    return scopes
  }

  /// Everything bundled, ready for the store: frameworks first, then the claims between them.
  ///
  /// - Parameter time: When the store learns of it; `nil` where nobody knows.
  func imports(at time: Moment?) throws -> [StoreImport] {
    try (frameworks.map(framework) + mappings.map(claims)).map { item in
      var item = item
      item.origin.importedAt = time?.description ?? ""
      return item
    }
  }

  private func claims(_ file: SourceFile) throws -> StoreImport {
    var graph = CrosswalkGraphBuilder()
    try ClaimsCSVImporter().importClaims(file, limits: .standard, into: &graph)
    return try storeImport(graph, of: file)
  }

  private func framework(_ file: SourceFile) throws -> StoreImport {
    let framework = try BundledFramework(file)
    let start = SourceLocation(file: file.name, line: 1, column: 1)
    guard let table = tables.first(where: { $0.name.hasSuffix("/" + framework.table) }) else {
      throw ImportError(.missingPart(framework.table), at: start)
    }
    // Only the profile that is needed: what is wrong with another one concerns nobody here.
    let profile = try ColumnProfile(SourceFile(path: "\(location.folder)/Profiles/\(framework.profile).json"))
    var graph = CrosswalkGraphBuilder()
    try CSVCatalogImporter(profile: profile, metadata: framework.metadata)
      .importCatalog(table, limits: .standard, into: &graph)
    return try storeImport(graph, of: table)
  }

  private func storeImport(_ graph: CrosswalkGraphBuilder, of file: SourceFile) throws(ReadingError)
    -> StoreImport
  {
    StoreImport(
      graph: graph.finished(),
      origin: ImportOrigin(
        file: file.name, digest: ContentDigest.hexadecimal(ContentDigest.sha256(try file.bytes())),
        format: CatalogFormat.csv.rawValue, importedAt: "", notUsed: graph.notUsed))
  }
}

extension ContentLocation {
  /// The files of one folder, named as they are in the checkout wherever the content lies: reports must not
  /// depend on the machine.
  fileprivate func loaded(_ folder: String, suffix: String) throws(ReadingError) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in self.files(in: folder, suffix: suffix) {
      let name = "Crosswalks/" + path.dropFirst(self.folder.count + 1)
      files.append(SourceFile(name: name, bytes: try SourceFile(path: path).bytes()))
    }
    return files
  }
}
