import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// A profile resolved to the catalog that it stands for.
public struct ResolvedProfile: Sendable {
  /// The root of the catalog; its elements stand where they stood in the profile and in the imported documents.
  public var catalog: OSCALElement
  /// What of the profile had no effect, with its place.
  public var notUsed: [NotUsed]
}

/// Resolves OSCAL profiles: imports, merges, modifies, and keeps what is referred to, as the NIST specification of
/// profile resolution says.
///
/// Where that leaves a choice: `keep` refuses a control that would stand twice, `merge` does what earlier drafts of
/// the specification say, patterns are globs, `with-child-controls` takes descendants of any depth, and the result
/// keeps the `last-modified` of the profile, because the same files give the same catalog.
public struct ProfileResolver: Sendable {
  private let limits: ReadingLimits
  private let further: [SourceFile]

  /// Creates a resolver.
  ///
  /// - Parameter further: Files that the user named; imported documents are looked for beside the profile first.
  public init(further: [SourceFile] = [], limits: ReadingLimits = .standard) {
    self.further = further
    self.limits = limits
  }

  /// Resolves the profile in `file`.
  ///
  /// - Throws: ``ImportError`` where a document is missing or wrong, profiles import each other in a circle, or a
  ///   control stands twice in the result.
  /// - Complexity: Each document is read and resolved once; memory for all of them.
  public func resolve(_ file: SourceFile) throws(ImportError) -> ResolvedProfile {
    let root = try OSCALDocument.root(of: file, limits: limits)
    guard root.name == "profile" else {
      throw ImportError(
        .notThisFormat(expected: "OSCAL profile", found: "an OSCAL <\(root.name.prefix(64))>"), at: root.place
      )
    }
    var run = Resolution(documents: ProfileDocuments(further: further, limits: limits), limits: limits)
    let catalog = try run.resolve(root, in: file)
    return ResolvedProfile(catalog: catalog, notUsed: run.notes.sorted { $0.location < $1.location })
  }
}

/// One resolution with everything that it has read.
private struct Resolution {
  var documents: ProfileDocuments
  let limits: ReadingLimits
  private(set) var notes: [NotUsed] = []
  /// Names of the profiles that are being resolved, the outermost first.
  private var chain: [String] = []
  private var resolved: [String: OSCALElement] = [:]

  init(documents: ProfileDocuments, limits: ReadingLimits) {
    self.documents = documents
    self.limits = limits
  }

  mutating func resolve(_ profile: OSCALElement, in file: SourceFile) throws(ImportError) -> OSCALElement {
    if let known = resolved[file.name] { return known }
    if chain.contains(file.name) {
      throw ImportError(.importCycle(chain + [file.name]), at: profile.place)
    }
    guard chain.count < limits.depth else {
      throw ImportError(ReadingError(.tooDeep(limit: limits.depth), at: profile.place))
    }
    chain.append(file.name)
    let catalog = try resolveUnlessKnown(profile, in: file)
    chain.removeLast()
    resolved[file.name] = catalog
    return catalog
  }

  private mutating func resolveUnlessKnown(_ profile: OSCALElement, in file: SourceFile) throws(ImportError)
    -> OSCALElement
  {
    var nodes: [OSCALElement] = []
    var looseParameters: [OSCALElement] = []
    var sources: [OSCALElement] = []
    for directive in profile.elements("import") {
      let source = try catalog(importedBy: directive, of: profile, in: file)
      let imported = ProfileImport(directive, from: source)
      nodes += imported.nodes
      looseParameters += imported.looseParameters
      notes += imported.notes
      sources.append(source)
    }
    let merged = try ProfileMerge(nodes, as: profile)
    notes += merged.notes
    let modified = ProfileModification(
      merged.nodes, looseParameters: looseParameters, as: profile.first("modify"))
    notes += modified.notes
    let ending = ProfileEnding(profile: profile, name: file.name, sources: sources)
    return try ending.catalog(of: modified)
  }

  private mutating func catalog(
    importedBy directive: OSCALElement, of profile: OSCALElement, in file: SourceFile
  ) throws(ImportError) -> OSCALElement {
    let found = try documents.document(importedBy: directive, of: profile, in: file)
    if found.isSubstitute {
      notes.append(
        NotUsed(
          location: directive.place, what: "href=\"\(directive["href"]?.prefix(200) ?? "")\"",
          why: "no file has this name; \(found.file.name), the only catalog named, is taken in its place"))
    }
    return found.root.name == "profile" ? try resolve(found.root, in: found.file) : found.root
  }
}
