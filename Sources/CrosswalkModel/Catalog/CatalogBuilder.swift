/// Collects the nodes of one catalog in document order.
///
/// The fast path writes bytes into the arena and appends rows of spans; `String` conveniences stand beside it.
public struct CatalogBuilder: Sendable {
  /// What is known about the revision so far.
  public var metadata: CatalogMetadata
  /// Things that the catalog cites, in the order of the source.
  public var resources: [Resource] = []
  /// Rows so far.
  ///
  /// An importer may still change the last ones, such as to attach text that follows.
  public var rows: [NodeRow] = []
  /// Facts so far.
  public private(set) var facts: [NodeFact] = []
  private var arena: [UInt8] = []
  private var files: [String] = []
  private var fileRuns: [Catalog.FileRun] = []

  /// Creates a builder whose rows count their lines in `file`.
  public init(metadata: CatalogMetadata, file: String) {
    self.metadata = metadata
    begin(file: file)
  }

  /// Says that the rows from here on stand in `file`.
  public mutating func begin(file: String) {
    fileRuns.append(.init(firstRow: Int32(rows.count), file: Int32(files.count)))
    files.append(file)
  }

  /// Makes room, so that a large file grows the arena once.
  public mutating func reserve(bytes: Int, rows count: Int) {
    arena.reserveCapacity(arena.count + bytes)
    rows.reserveCapacity(rows.count + count)
  }

  /// Copies bytes of UTF-8 into the arena.
  public mutating func store(_ bytes: UnsafeRawBufferPointer) -> TextSpan {
    let offset = arena.count
    arena.append(contentsOf: bytes)
    return TextSpan(offset: UInt32(offset), length: UInt32(bytes.count))
  }

  /// Copies a string into the arena.
  public mutating func store(_ text: some StringProtocol) -> TextSpan {
    let offset = arena.count
    arena.append(contentsOf: text.utf8)
    return TextSpan(offset: UInt32(offset), length: UInt32(arena.count - offset))
  }

  /// The text of a span stored before.
  public func string(_ span: TextSpan) -> String {
    String(decoding: arena[Int(span.offset)..<Int(span.offset) + Int(span.length)], as: UTF8.self)
  }

  /// Appends a row and gives its index.
  @discardableResult
  public mutating func append(_ row: NodeRow) -> Int32 {
    rows.append(row)
    return Int32(rows.count - 1)
  }

  /// Appends a fact about a row.
  public mutating func append(_ fact: NodeFact) { facts.append(fact) }

  /// Appends a fact about row `node` from strings.
  public mutating func append(_ kind: NodeFact.Kind, name: String = "", value: String, to node: Int32) {
    append(NodeFact(node: node, kind: kind, name: store(name), value: store(value)))
  }

  /// The catalog of everything appended.
  ///
  /// - Throws: ``DuplicateControl`` where two rows have the same local name.
  public consuming func finished() throws(DuplicateControl) -> Catalog {
    // A stable order by node; importers may learn a fact late.
    let ordered =
      zip(facts, facts.dropFirst()).allSatisfy { $0.node <= $1.node }
      ? facts
      : facts.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(
        \.element)
    let catalog = Catalog(
      metadata: metadata, files: files, fileRuns: fileRuns, rows: rows, facts: ordered, resources: resources,
      arena: arena)
    if let duplicate = DuplicateControl(in: catalog) { throw duplicate }
    return catalog
  }
}

/// Two nodes of one catalog have the same local name.
public struct DuplicateControl: Error, Hashable, Sendable {
  /// The name that is used twice.
  public let control: ControlID
  /// Where it stands first.
  public let first: SourceLocation
  /// Where it stands again.
  public let second: SourceLocation

  /// Looks for the first duplicate in document order; `nil` where every name is unique.
  ///
  /// Cost: linear.
  init?(in catalog: Catalog) {
    guard Self.hashesCollide(in: catalog) else { return nil }
    var seen: [String: Int] = [:]
    for node in catalog.nodes {
      if let earlier = seen.updateValue(node.index, forKey: node.local) {
        control = node.id
        first = catalog[earlier].location
        second = node.location
        return
      }
    }
    return nil
  }

  /// Whether two names have the same hash: only then are strings made and compared.
  private static func hashesCollide(in catalog: Catalog) -> Bool {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(catalog.rows.count)
    return !catalog.rows.allSatisfy { seen.insert(catalog.withBytes(of: $0.local, hash)).inserted }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
