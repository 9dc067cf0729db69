import CrosswalkImporters
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// Imports the files of one source into a store of their own at `path`, which holds nothing else.
  ///
  /// The files first say themselves which framework they are. Where no rule knows them, or what they say is another one,
  /// they are read once more as the framework of the request: the store then shows both, and whoever asked can compare.
  ///
  /// - Parameter request: What to import; its framework is what the files should be a revision of.
  /// - Throws: `ImportError`, `ReadingError`, `StoreError`, ``WorkspaceError``; what is at `path` is then of no use.
  @discardableResult
  public static func stage(_ request: ImportRequest, into path: String, content folder: ContentLocation)
    throws
    -> ImportReport
  {
    let workspace = Workspace(
      store: try CrosswalkStore.open(at: path, access: .readWrite), content: try BundledContent(folder))
    guard let framework = request.framework else { return try workspace.importFiles(request) }
    var unnamed = request
    unnamed.framework = nil
    do {
      let report = try workspace.importFiles(unnamed)
      if report.files.contains(where: { $0.framework?.framework == framework }) { return report }
    } catch is ImportError {
      // Whatever it was, the second reading meets it again where it is not about the name.
    }
    return try workspace.importFiles(request)
  }
}
