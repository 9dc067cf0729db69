import CrosswalkDigest
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// One run of `import`: every file is read, then everything is saved together, or nothing is.
struct ImportRun {
  let request: ImportRequest
  let store: CrosswalkStore
  let content: BundledContent
  let progress: (String) -> Void

  /// One catalog or one file of claims, read.
  private struct Reading {
    var name: String
    var format: CatalogFormat
    var digest: String?
    var graph: CrosswalkGraphBuilder
  }

  func report() throws -> ImportReport {
    let readings = try read()
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
            importedAt: request.today.description, notUsed: reading.graph.notUsed)))
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

  // MARK: Reading

  private var limits: ReadingLimits {
    request.fileBytes.map { ReadingLimits.standard.with(fileBytes: $0) } ?? .standard
  }

  private var identity: ImportIdentity {
    ImportIdentity(framework: request.framework, revision: request.revision, asOf: request.asOf)
  }

  /// Reads every file in the order named.
  ///
  /// The parts of one act are one reading, at the place of the first.
  private func read() throws -> [Reading] {
    let files = try detectedFiles()
    var readings: [Reading] = []
    // Beside a profile, what the user says about the framework is about the profile: the catalogs are named to
    // resolve it, and say themselves which they are.
    let hasProfile = files.contains { $0.format.format == .oscalProfile }
    var unidentified: [SourceLocation] = []
    var formex: [SourceFile] = []
    var placeOfFormex = 0
    for (file, format) in files {
      progress("Reading \(file.name)")
      switch format {
      case .oscal(.catalog, let form):
        let importer = OSCALCatalogImporter(
          identity: hasProfile ? ImportIdentity() : identity, known: try content.knownFrameworks())
        do {
          readings.append(form == .xml ? try catalog(file, importer) : try jsonCatalog(file, importer))
        } catch let error as ImportError where hasProfile && error.isUnknownFramework {
          unidentified.append(error.location)
        }
      case .oscal(.profile, _):
        let importer = OSCALProfileImporter(
          identity: identity, known: try content.knownFrameworks(),
          further: files.map(\.file).filter { $0.name != file.name })
        readings.append(try catalog(file, importer))
      case .oscal(.mappingCollection, let form):
        let importer = OSCALMappingImporter(
          form: form, source: request.sourceFramework, target: request.targetFramework,
          known: try content.knownFrameworks(), frameworks: try knownFrameworks(besides: readings))
        readings.append(try claims(file, importer, format: .oscalMapping))
      case .akomaNtoso:
        let importer = AkomaNtosoImporter(identity: identity, known: try content.knownFrameworks())
        readings.append(try catalog(file, importer))
      case .catalogTable(let profile):
        readings.append(try catalog(file, CSVCatalogImporter(profile: profile, identity: identity)))
      case .catalogSheet(let profile):
        readings.append(
          try catalog(file, CSVCatalogImporter(profile: profile, identity: identity), format: .xlsx))
      case .mappingTable(let profile):
        readings.append(try claims(file, try mappingImporter(profile)))
      case .mappingSheet(let profile):
        readings.append(try claims(file, try mappingImporter(profile), format: .xlsx))
      case .claims:
        readings.append(try claims(file, ClaimsCSVImporter()))
      case .claimsSheet(let sheet):
        readings.append(try claims(file, ClaimsCSVImporter(sheet: sheet), format: .xlsx))
      case .sssom:
        readings.append(try claims(file, try mappingSetImporter(besides: readings), format: .sssom))
      case .formex, .formexContainer:
        if formex.isEmpty { placeOfFormex = readings.count }
        formex.append(file)
      }
    }
    readings.insert(contentsOf: try acts(in: formex), at: placeOfFormex)
    note(unidentified, in: &readings)
    return readings
  }

  /// What each file is; detection and import see the same bytes, whatever happens to a file meanwhile.
  private func detectedFiles() throws -> [(file: SourceFile, format: DetectedFormat)] {
    let detector = ImportDetection(request: request, content: content, limits: limits)
    return try request.files.map { path in
      progress("Reading \(path)")
      let file = try SourceFile(path: path).loaded(limits: limits)
      return (file, try detector.format(of: file))
    }
  }

  /// Says of catalogs that no rule knows that they served to resolve a profile, and for nothing else.
  private func note(_ unidentified: [SourceLocation], in readings: inout [Reading]) {
    guard let place = readings.firstIndex(where: { $0.format == .oscalProfile }) else { return }
    for location in unidentified {
      readings[place].graph.add(
        NotUsed(
          location: location, what: "catalog",
          why: "no framework known here has its title; import it by itself with --framework to have it too"))
    }
  }

  /// - Parameter format: What the file is, where the importer reads several formats.
  private func catalog(
    _ file: SourceFile, _ importer: some CatalogImporter, format: CatalogFormat? = nil
  ) throws -> Reading {
    var graph = CrosswalkGraphBuilder()
    try importer.importCatalog(file, limits: limits, into: &graph)
    return Reading(
      name: file.name, format: format ?? type(of: importer).format, digest: try digest([file]), graph: graph)
  }

  private func jsonCatalog(_ file: SourceFile, _ importer: OSCALCatalogImporter) throws -> Reading {
    var graph = CrosswalkGraphBuilder()
    try importer.importJSONCatalog(file, limits: limits, into: &graph)
    return Reading(name: file.name, format: .oscalCatalog, digest: try digest([file]), graph: graph)
  }

  private func claims(
    _ file: SourceFile, _ importer: some ClaimsImporter, format: CatalogFormat = .csv
  ) throws -> Reading {
    var graph = CrosswalkGraphBuilder()
    try importer.importClaims(file, limits: limits, into: &graph)
    return Reading(name: file.name, format: format, digest: try digest([file]), graph: graph)
  }

  private func acts(in files: [SourceFile]) throws -> [Reading] {
    guard !files.isEmpty else { return [] }
    let importer = FormexImporter(identity: identity, known: try content.knownFrameworks())
    let publications = try FormexPublication.publications(in: files, limits: limits)
    return try FormexPublication.languageGroups(publications).map { languages in
      let main = languages[0]
      progress("Reading \(main.name)")
      var graph = CrosswalkGraphBuilder()
      try importer.importCatalog(
        main, parallels: Array(languages.dropFirst()), limits: limits, into: &graph)
      return Reading(
        name: main.name, format: .formex, digest: try digest(languages.flatMap(\.files)), graph: graph)
    }
  }

  private func mappingImporter(_ profile: ColumnProfile) throws(WorkspaceError) -> GenericMappingImporter {
    let fixed = profile.mappingFrameworks
    guard let source = request.sourceFramework ?? fixed.source,
      let target = request.targetFramework ?? fixed.target
    else {
      throw .mappingNeedsFrameworks(profile: profile.name)
    }
    return GenericMappingImporter(profile: profile, source: source, target: target)
  }

  /// Prefixes may name what the store has, what documents are recognised as, and what this run has read so far.
  private func mappingSetImporter(besides readings: [Reading]) throws -> SSSOMImporter {
    SSSOMImporter(
      source: request.sourceFramework, target: request.targetFramework,
      known: try knownFrameworks(besides: readings), metadata: request.metadata.map { SourceFile(path: $0) })
  }

  private func knownFrameworks(besides readings: [Reading]) throws -> Set<FrameworkID> {
    Set(try store.frameworks().map(\.metadata.id.framework))
      .union(try content.knownFrameworks().rules.map(\.framework))
      .union(readings.flatMap(\.graph.catalogs).map(\.framework))
  }

  private func digest(_ files: [SourceFile]) throws(ReadingError) -> String {
    var parts: [[UInt8]] = []
    for file in files { parts.append(try file.bytes(limits: limits)) }
    return ContentDigest.hexadecimal(ContentDigest.sha256(ofParts: parts))
  }
}
