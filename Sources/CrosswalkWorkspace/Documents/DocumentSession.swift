import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// The joint documents of one command: about one subject, on one day.
///
/// What one document has asked for is kept for the others: a bundle is read once and a question to the mapper asked
/// once, however many templates are rendered, and all documents of a command rest on the same state. A change of a file
/// or of the store under way is seen by the next session.
public final class DocumentSession {
  /// A subject file with what belongs to it.
  struct Subject {
    let file: SubjectFile
    let system: SystemDescription?
    /// What comparing each piece of evidence with its digest showed, by its id.
    let checks: [String: EvidenceCheck]
  }

  /// What they are made from.
  public let workspace: Workspace
  /// The day that the documents are about.
  public let asOf: CalendarDate
  private let path: String?
  private var library: TemplateLibrary?
  private var manifests: [String: TemplateManifest] = [:]
  private var read: Subject?
  private var recorded: (positions: [BilateralPosition], index: PositionIndex)?
  private var frameworks: [[FrameworkRevisionID]: ComparedFrameworks] = [:]

  /// Begins documents about the subject file at `subject`, or about none.
  ///
  /// - Parameter asOf: The day that the documents are about.
  public init(_ workspace: Workspace, subject: String? = nil, asOf: CalendarDate) {
    self.workspace = workspace
    path = subject
    self.asOf = asOf
  }

  /// The template that ships as `nameOrFolder`, or the one in that folder, as ``Workspace/template(_:language:)`` gives
  /// it.
  public func template(_ nameOrFolder: String, language: String) throws -> TemplateSource {
    try templates().template(
      at: TemplateLibrary.folder(of: nameOrFolder, workspace.content.location), language: language)
  }

  /// The fields of one document.
  ///
  /// - Parameter roots: The first names of the fields that its template uses; nothing else is computed.
  /// - Throws: `ImportError` and ``DocumentError`` at the place of what is wrong in the subject file or the description
  ///   of its system, ``WorkspaceError``, `StoreError`; ``WorkspaceError/subjectNeeded(template:)`` where a field is
  ///   about a subject and there is none.
  /// - Complexity: One gap report for each framework compared where requirements, evidence, the gap report or
  ///   recognition are used and no document before has asked for it; else linear in what is shown.
  public func fields(_ request: DocumentRequest, roots: Set<String>) throws -> DocumentFields {
    let manifest = request.template.manifest
    let roots = DocumentRoots(roots, manifest)
    if path == nil, roots.needSubject { throw WorkspaceError.subjectNeeded(template: manifest.name) }
    var composer = try DocumentComposer(DocumentMaterial(self, request, roots))
    return try composer.fields()
  }

  // MARK: - What documents ask for

  /// The subject file, its system and its evidence; `nil` for documents about none.
  func subject() throws -> Subject? {
    if let read { return read }
    guard let path else { return nil }
    let file = try SubjectFile(SourceFile(path: path))
    let subject = Subject(file: file, system: try file.system(), checks: try file.checkEvidence())
    read = subject
    return subject
  }

  /// Every position in the order in which it was recorded, and those that count on the day.
  func positions() throws -> (positions: [BilateralPosition], index: PositionIndex) {
    if let recorded { return recorded }
    let found = (try workspace.store.positions(), try workspace.positions(asOf: asOf))
    recorded = found
    return found
  }

  /// The current revision of a framework on the day; `nil` where the store has none.
  func revision(of framework: FrameworkID) throws -> FrameworkRevisionID? {
    try workspace.store.newestRevision(of: framework, asOf: asOf)
  }

  /// The comparison of `revisions`, the target's first.
  func comparison(of revisions: [FrameworkRevisionID]) throws -> ComparedFrameworks {
    if let known = frameworks[revisions] { return known }
    let compared = try ComparedFrameworks(revisions, of: workspace, asOf: asOf)
    frameworks[revisions] = compared
    return compared
  }

  /// What the template that ships as `name` says about itself; `nil` where none does.
  func manifest(ofBundled name: String) throws -> TemplateManifest? {
    if let known = manifests[name] { return known }
    guard TemplateLibrary.names(workspace.content.location).contains(name) else { return nil }
    let manifest = try templates().manifest(
      at: TemplateLibrary.folder(of: name, workspace.content.location))
    manifests[name] = manifest
    return manifest
  }

  private func templates() throws -> TemplateLibrary {
    if let library { return library }
    let read = try TemplateLibrary(workspace.content.location)
    library = read
    return read
  }
}
