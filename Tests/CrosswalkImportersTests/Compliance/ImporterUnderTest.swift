import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// An importer and a small file of its format that uses what the format has.
///
/// Whoever writes an importer adds it to ``all``: every test of the suite then runs for it.
struct ImporterUnderTest: Sendable, CustomTestStringConvertible {
  /// What the test output calls it.
  let name: String
  /// The sample below `Fuzzing/Seeds`, which the fuzzers start from too.
  let sample: String
  /// Whether the sample is text, in which lines can end otherwise.
  var isText = true
  /// A file, below `Fuzzing/Seeds` too, that the sample is imported with: what came from it has its places there.
  var further: String?
  let run: @Sendable (SourceFile, ReadingLimits, inout CrosswalkGraphBuilder) throws(ImportError) -> Void

  var testDescription: String { name }

  static let all: [ImporterUnderTest] = [
    ImporterUnderTest(name: "OSCAL catalog, XML", sample: "FuzzOSCAL/catalog.xml") {
      file, limits, graph throws(ImportError) in
      try OSCALCatalogImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "OSCAL catalog, JSON", sample: "FuzzJSON/catalog.json") {
      file, limits, graph throws(ImportError) in
      try OSCALCatalogImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "Akoma Ntoso act", sample: "FuzzAkomaNtoso/act.akn") {
      file, limits, graph throws(ImportError) in
      try AkomaNtosoImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "Formex act", sample: "FuzzFormex/act.xml") {
      file, limits, graph throws(ImportError) in
      try FormexImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "Formex annex", sample: "FuzzFormex/annex.xml") {
      file, limits, graph throws(ImportError) in
      try FormexImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "Formex container", sample: "FuzzZip/act.zip", isText: false) {
      file, limits, graph throws(ImportError) in
      try FormexImporter(identity: identity, known: nothingKnown)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "CSV catalog", sample: "FuzzCSV/generic-catalog.csv") {
      file, limits, graph throws(ImportError) in
      try CSVCatalogImporter(profile: profile("generic-catalog"), identity: identity)
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "CSV mapping", sample: "FuzzCSV/generic-mapping.csv") {
      file, limits, graph throws(ImportError) in
      try GenericMappingImporter(profile: profile("generic-mapping"), source: left, target: right)
        .importClaims(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "claims", sample: "FuzzCSV/claims.csv") {
      file, limits, graph throws(ImportError) in
      try ClaimsCSVImporter().importClaims(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "claims in a workbook", sample: "FuzzZip/claims.xlsx", isText: false) {
      file, limits, graph throws(ImportError) in
      try ClaimsCSVImporter().importClaims(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(
      name: "OSCAL profile", sample: "FuzzOSCAL/profile.xml", further: "FuzzOSCAL/catalog.xml"
    ) {
      file, limits, graph throws(ImportError) in
      let catalog = SourceFile(path: TableFixtures.root + "/Fuzzing/Seeds/FuzzOSCAL/catalog.xml")
      try OSCALProfileImporter(identity: identity, known: nothingKnown, further: [catalog])
        .importCatalog(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "OSCAL mapping collection, XML", sample: "FuzzOSCAL/mapping.xml") {
      file, limits, graph throws(ImportError) in
      try OSCALMappingImporter(source: left, target: right, known: nothingKnown, frameworks: [])
        .importClaims(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "OSCAL mapping collection, JSON", sample: "FuzzJSON/mapping.json") {
      file, limits, graph throws(ImportError) in
      try OSCALMappingImporter(source: left, target: right, known: nothingKnown, frameworks: [])
        .importClaims(file, limits: limits, into: &graph)
    },
    ImporterUnderTest(name: "SSSOM", sample: "FuzzSSSOM/set.sssom.tsv") {
      file, limits, graph throws(ImportError) in
      try SSSOMImporter(source: left, target: right, known: [])
        .importClaims(file, limits: limits, into: &graph)
    },
  ]

  static let identity = ImportIdentity(
    framework: FrameworkID("gates-1"), revision: RevisionID("1"), asOf: CalendarDate("2026-01-01"))
  static let nothingKnown = KnownFrameworks(rules: [])
  static let left = framework("gates-1")
  static let right = framework("hinges-1")

  private static func framework(_ name: String) -> FrameworkID {
    FrameworkID(name) ?? { preconditionFailure("no framework is called \(name)") }()
  }

  private static func profile(_ name: String) throws(ImportError) -> ColumnProfile {
    try ProfileLibrary(folder: TableFixtures.root + "/Crosswalks/Profiles")
      .profile(named: name, for: SourceFile(name: name, bytes: []))
  }

  /// The bytes of the sample.
  func bytes() throws -> [UInt8] {
    try SourceFile(path: TableFixtures.root + "/Fuzzing/Seeds/" + sample).bytes()
  }

  /// What importing `bytes` gives.
  func outcome(of bytes: [UInt8], limits: ReadingLimits = .standard) -> Outcome {
    var graph = CrosswalkGraphBuilder()
    do {
      try run(SourceFile(name: "sample", bytes: bytes), limits, &graph)
      return Outcome(graph: graph, error: nil)
    } catch {
      return Outcome(graph: graph, error: error)
    }
  }

  /// What came of one import, as far as users can see it.
  struct Outcome {
    let graph: CrosswalkGraphBuilder
    let error: ImportError?

    var nodes: [CatalogNode] { graph.catalogs.flatMap { Array($0.nodes) } }

    /// Everything that was imported, written down.
    var content: [String] {
      nodes.map { "\($0.kind) \($0.local) \($0.label) \($0.title) \($0.text) \($0.properties)" }
        + graph.claims.map { "\($0.source) \($0.relations) \($0.target) \($0.note ?? "")" }
        + graph.notUsed.map { "\($0.what): \($0.why)" }
    }

    /// Every place that it names.
    var places: [CrosswalkModel.SourceLocation] {
      nodes.map(\.location) + graph.claims.map(\.origin) + graph.notUsed.map(\.location)
        + [error?.location].compactMap(\.self)
    }
  }
}
