import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// Reads a patch file, whatever its format.
struct PatchReader {
  let request: ImportRequest
  let store: CrosswalkStore
  let content: BundledContent

  /// What the file at `path` says.
  ///
  /// A mapping in any format that `import` reads says that its claims are added.
  func patch(_ path: String) throws -> ReadPatch {
    let limits = request.fileBytes.map { ReadingLimits.standard.with(fileBytes: $0) } ?? .standard
    let file = try SourceFile(path: path).loaded(limits: limits)
    if PatchImporter.recognizes(file, limits: limits) {
      return try PatchImporter().patch(file, limits: limits)
    }
    var request = request
    request.files = [path]
    let format = try ImportDetection(request: request, content: content, limits: limits).format(of: file)
    switch format {
    case .claims: return try ClaimsCSVImporter().patch(file, limits: limits)
    case .claimsSheet(let sheet): return try ClaimsCSVImporter(sheet: sheet).patch(file, limits: limits)
    case .oscal(.mappingCollection, _), .sssom, .mappingTable, .mappingSheet:
      return try mapping(request)
    default:
      throw PatchError(
        reason: .noPatch(format: format.format.rawValue),
        location: SourceLocation(file: path, line: 1, column: 1))
    }
  }

  private func mapping(_ request: ImportRequest) throws -> ReadPatch {
    let readings = try ImportReader(request: request, store: store, content: content, progress: { _ in })
      .read()
    var patch = ReadPatch()
    patch.claims.additions = readings.flatMap(\.graph.claims)
    patch.notUsed = readings.flatMap(\.graph.notUsed)
    return patch
  }
}
