import CrosswalkModel
import CrosswalkReaders

/// Reads sets of mappings in SSSOM's TSV form, with their metadata above the table or in a file of its own.
///
/// Every row becomes a claim "subject PREDICATE object". Claims are drafts unless the set names a reviewer who has
/// confirmed them. What a claim has no field for is kept with it as properties; what is not kept is listed once a
/// slot. Entities may belong to any vocabulary: which framework they mean is told by the user, by a prefix that is a
/// framework's name, or by the sources that the set names.
public struct SSSOMImporter: ClaimsImporter {
  private let source: FrameworkID?
  private let target: FrameworkID?
  private let known: Set<FrameworkID>
  private let metadata: SourceFile?

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - source: The framework of all subjects, where the user names it.
  ///   - target: The framework of all objects, where the user names it.
  ///   - known: Frameworks that prefixes and sources may name.
  ///   - metadata: The metadata of its own; `nil` to look for `NAME.sssom.yml` beside `NAME.sssom.tsv`.
  public init(
    source: FrameworkID?, target: FrameworkID?, known: Set<FrameworkID>, metadata: SourceFile? = nil
  ) {
    self.source = source
    self.target = target
    self.known = known
    self.metadata = metadata
  }

  /// Appends every claim of `file` in document order.
  ///
  /// - Throws: ``ImportError`` at the line and column of what is wrong.
  public func importClaims(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    let text = try SSSOMText(file, limits: limits)
    let metadata = try self.metadata(of: file, text, limits: limits)
    var subject = SSSOMSide(.subject, named: source, known: known)
    var object = SSSOMSide(.object, named: target, known: known)
    var columns: SSSOMColumns?
    var cells: [Int] = []
    var outcomes: [SSSOMRow.Outcome] = []
    let form = TableForm(dialect: CSVDialect(delimiter: .tab, widths: .free))
    let leftOut = try TableReader(limits: limits, form: form).read(
      text.table,
      header: { (header: TableHeader) throws(ImportError) in
        columns = try SSSOMColumns(header, metadata)
        cells = Array(repeating: 0, count: header.names.count)
      },
      row: { (row: TableRow) throws(ImportError) in
        guard let columns else { return }
        for position in cells.indices where !row[position].isBlank { cells[position] += 1 }
        outcomes.append(
          try SSSOMRow(row: row, columns: columns, metadata: metadata).outcome(&subject, &object))
      })
    var collector = ClaimCollector()
    for outcome in outcomes {
      switch outcome {
      case .claim(let claim): try collector.add(claim, to: &graph)
      case .notUsed(let record): graph.add(record)
      }
    }
    for record in leftOut + (columns?.notUsed(cells: cells) ?? []) + Self.notUsed(metadata) {
      graph.add(record)
    }
  }

  private func metadata(
    of file: SourceFile, _ text: SSSOMText, limits: ReadingLimits
  ) throws(ImportError) -> SSSOMMetadata {
    var metadata = SSSOMMetadata()
    if let outside = self.metadata ?? Self.companion(of: file) {
      try metadata.read(try SSSOMText.lines(of: outside, limits: limits), file: outside.name)
    }
    // What the file itself says goes before what stands beside it.
    try metadata.read(text.metadata, file: file.name)
    return metadata
  }

  private static func companion(of file: SourceFile) -> SourceFile? {
    let name = file.name.split { $0 == "/" || $0 == "!" }.last.map(String.init) ?? file.name
    guard name.hasSuffix(".tsv") else { return nil }
    return file.siblingNamed(name.dropLast(4) + ".yml")
  }

  /// Slots of the set that say nothing about a single claim.
  private static func notUsed(_ metadata: SSSOMMetadata) -> [NotUsed] {
    metadata.names.compactMap { name in
      let isRead =
        SSSOMSlots.provenance.contains(name) || SSSOMSlots.propagated.contains(name)
        || name == "sssom_version"
      guard !isRead, let slot = metadata[name] else { return nil }
      let why =
        name == "mapping_set_confidence"
        ? "it is a confidence in the set, not in any of its mappings"
        : "it describes the set, not its mappings"
      return NotUsed(location: slot.location, what: "slot \"\(name)\"", why: why)
    }
  }
}
