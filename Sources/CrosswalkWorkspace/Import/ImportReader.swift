import CrosswalkDigest
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// One catalog or one file of claims, read.
struct ImportReading {
  var name: String
  var format: CatalogFormat
  var digest: String?
  var graph: CrosswalkGraphBuilder
}

/// Reads the files of an import, each with the importer of its format; nothing is saved.
struct ImportReader {
  let request: ImportRequest
  let store: CrosswalkStore
  let content: BundledContent
  let progress: (String) -> Void

  private var limits: ReadingLimits {
    request.fileBytes.map { ReadingLimits.standard.with(fileBytes: $0) } ?? .standard
  }

  private var identity: ImportIdentity {
    ImportIdentity(framework: request.framework, revision: request.revision, asOf: request.asOf)
  }

  /// Reads every file in the order named.
  ///
  /// The parts of one act are one reading, at the place of the first.
  func read() throws -> [ImportReading] {
    let files = try detectedFiles()
    var readings: [ImportReading] = []
    // Beside a profile, what the user says about the framework is about the profile: the catalogs are named to
    // resolve it, and say themselves which they are.
    let hasProfile = files.contains { $0.format.format == .oscalProfile }
    var unidentified: [SourceLocation] = []
    var formex: [SourceFile] = []
    var placeOfFormex = 0
    for (file, format) in files {
      progress("Reading \(file.name)")
      switch format {
      case .oscal(.catalog, _):
        let importer = OSCALCatalogImporter(
          identity: hasProfile ? ImportIdentity() : identity, known: try content.knownFrameworks())
        do {
          readings.append(try catalog(file, importer))
        } catch let error as ImportError where hasProfile && error.isUnknownFramework {
          unidentified.append(error.location)
        }
      case .oscal(.profile, _):
        let importer = OSCALProfileImporter(
          identity: identity, known: try content.knownFrameworks(),
          further: files.map(\.file).filter { $0.name != file.name })
        readings.append(try catalog(file, importer))
      case .oscal(.mappingCollection, _):
        let importer = OSCALMappingImporter(
          source: request.sourceFramework, target: request.targetFramework,
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
  private func note(_ unidentified: [SourceLocation], in readings: inout [ImportReading]) {
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
  ) throws -> ImportReading {
    var graph = CrosswalkGraphBuilder()
    try importer.importCatalog(file, limits: limits, into: &graph)
    return ImportReading(
      name: file.name, format: format ?? type(of: importer).format, digest: try digest([file]), graph: graph)
  }

  private func claims(
    _ file: SourceFile, _ importer: some ClaimsImporter, format: CatalogFormat = .csv
  ) throws -> ImportReading {
    var graph = CrosswalkGraphBuilder()
    try importer.importClaims(file, limits: limits, into: &graph)
    return ImportReading(name: file.name, format: format, digest: try digest([file]), graph: graph)
  }

  private func acts(in files: [SourceFile]) throws -> [ImportReading] {
    guard !files.isEmpty else { return [] }
    let importer = FormexImporter(identity: identity, known: try content.knownFrameworks())
    let publications = try FormexPublication.publications(in: files, limits: limits)
    return try FormexPublication.languageGroups(publications).map { languages in
      let main = languages[0]
      progress("Reading \(main.name)")
      var graph = CrosswalkGraphBuilder()
      try importer.importCatalog(
        main, parallels: Array(languages.dropFirst()), limits: limits, into: &graph)
      return ImportReading(
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
  private func mappingSetImporter(besides readings: [ImportReading]) throws -> SSSOMImporter {
    SSSOMImporter(
      source: request.sourceFramework, target: request.targetFramework,
      known: try knownFrameworks(besides: readings), metadata: request.metadata.map { SourceFile(path: $0) })
  }

  private func knownFrameworks(besides readings: [ImportReading]) throws -> Set<FrameworkID> {
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
