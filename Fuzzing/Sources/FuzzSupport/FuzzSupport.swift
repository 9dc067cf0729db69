import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// The bytes of one input, as a file of this name.
public func input(_ name: String, _ start: UnsafePointer<UInt8>?, _ count: Int) -> SourceFile {
  SourceFile(name: name, bytes: Array(UnsafeBufferPointer(start: start, count: count)))
}

/// Tight bounds, so that the fuzzer meets them with small inputs.
public let limits = ReadingLimits.standard.with(fileBytes: 1 << 20)

/// An identity, so that no input is refused for lack of one.
public let identity = ImportIdentity(
  framework: FrameworkID("fuzzed-1"), revision: RevisionID("1"), asOf: CalendarDate("2026-01-01"))

/// Every error names a place that an editor can jump to, and can be said on one line.
public func check(_ error: some DiagnosableError) {
  let diagnostic = error.diagnostic
  if let place = diagnostic.location {
    precondition(place.line >= 1 && place.column >= 1, "an error without a place: \(place)")
  }
  precondition(!diagnostic.line.contains("\n"), "an error of several lines")
}

/// Runs an importer, and looks at all that came of it.
public func run(_ importer: some CatalogImporter, on file: SourceFile) {
  run { graph throws(ImportError) in try importer.importCatalog(file, limits: limits, into: &graph) }
}

/// Runs an import, and looks at all that came of it.
public func run(_ body: (inout CrosswalkGraphBuilder) throws(ImportError) -> Void) {
  var graph = CrosswalkGraphBuilder()
  do {
    try body(&graph)
  } catch {
    return check(error)
  }
  for catalog in graph.catalogs {
    let index = LocalIndex(catalog)
    for node in catalog.nodes {
      let place = node.location
      precondition(place.line >= 1 && place.column >= 1, "a node without a place")
      if case .none = index.match(node.local) { preconditionFailure("a node that is not found by its name") }
    }
  }
}
