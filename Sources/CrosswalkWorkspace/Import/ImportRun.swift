import CrosswalkImporters
import CrosswalkModel
import CrosswalkStore

/// One run of `import`: every file is read, then everything is saved together, or nothing is.
struct ImportRun {
  let request: ImportRequest
  let store: CrosswalkStore
  let content: BundledContent
  let progress: (String) -> Void

  func report() throws -> ImportReport {
    let readings = try ImportReader(request: request, store: store, content: content, progress: progress)
      .read()
    progress("Comparing with the store")
    let catalogs = readings.flatMap(\.graph.catalogs)
    var binder = try ClaimBinder(store: store, imported: catalogs, day: request.today)
    var files: [ImportReport.File] = []
    var imports: [StoreImport] = []
    for reading in readings {
      let bound = try binder.bind(reading.graph.claims)
      imports.append(
        StoreImport(
          graph: CrosswalkGraph(catalogs: reading.graph.catalogs, claims: bound.claims),
          origin: ImportOrigin(
            file: reading.name, digest: reading.digest, format: reading.format.rawValue,
            importedAt: request.time?.description ?? request.today.description, notUsed: reading.graph.notUsed
          )))
      files.append(
        ImportReport.File(
          file: reading.name, format: reading.format.rawValue,
          framework: reading.graph.catalogs.first?.metadata.id,
          counts: reading.graph.catalogs.first.map { CatalogCounts($0) } ?? CatalogCounts(),
          claims: bound.claims.count,
          namedAfter: reading.graph.catalogs.first?.metadata.properties
            .first { $0.name == EULawProperty.namedAfter }?.value,
          notUsed: reading.graph.notUsed, dangling: bound.dangling))
    }
    if !request.isDryRun { try save(imports, into: &files) }
    return ImportReport(files: files, isDryRun: request.isDryRun)
  }

  private func save(_ imports: [StoreImport], into files: inout [ImportReport.File]) throws {
    progress("Saving")
    for (index, summary) in try store.save(imports).enumerated() {
      files[index].isUnchanged = summary.isUnchanged
      files[index].claimsAlreadyPresent = summary.claimsAlreadyPresent
    }
  }
}
