/// One revision of one framework: a tree of groups, controls and statements in document order.
///
/// Rows are fixed-size values and all text lies in one arena, so that reading a catalog of thousands of
/// controls allocates next to nothing; a `String` is made only where one is asked for.
public struct Catalog: Sendable {
  /// What is known about the revision as a whole.
  public let metadata: CatalogMetadata
  /// The file that the rows' lines and columns count in; several for an act with annexes of their own.
  public let files: [String]
  /// For each row, its file in ``files``: runs of `(first row, file)` in ascending order.
  let fileRuns: [FileRun]
  /// All nodes in document order, parents before their children.
  public let rows: [NodeRow]
  /// Facts in ascending order of their node.
  public let facts: [NodeFact]
  /// Things that the catalog cites.
  public let resources: [Resource]
  let arena: [UInt8]
  private let children: ChildIndex
  private let firstFact: [Int32]

  struct FileRun: Sendable {
    var firstRow: Int32
    var file: Int32
  }

  init(
    metadata: CatalogMetadata, files: [String], fileRuns: [FileRun], rows: [NodeRow], facts: [NodeFact],
    resources: [Resource], arena: [UInt8]
  ) {
    self.metadata = metadata
    self.files = files
    self.fileRuns = fileRuns
    self.rows = rows
    self.facts = facts
    self.resources = resources
    self.arena = arena
    children = ChildIndex(rows)
    firstFact = Self.firstFacts(facts, nodes: rows.count)
  }

  private static func firstFacts(_ facts: [NodeFact], nodes: Int) -> [Int32] {
    var first = [Int32](repeating: 0, count: nodes + 1)
    for fact in facts { first[Int(fact.node) + 1] += 1 }
    for node in 0..<nodes { first[node + 1] += first[node] }
    return first
  }

  /// For each file of ``files``, the first row that stands in it: what a builder needs to say again.
  public var firstRowsOfFiles: [Int] { fileRuns.map { Int($0.firstRow) } }

  /// The framework of this catalog.
  public var framework: FrameworkID { metadata.id.framework }

  /// All nodes in document order.
  public var nodes: some RandomAccessCollection<CatalogNode> { rows.indices.lazy.map { self[$0] } }

  /// The node in row `index`.
  public subscript(index: Int) -> CatalogNode { CatalogNode(catalog: self, index: index) }

  /// The rows whose parent is row `index`, in document order; -1 for the nodes at the top.
  ///
  /// Cost: O(1).
  public func children(of index: Int) -> ArraySlice<Int32> { children.of(index) }

  /// The text of a span.
  ///
  /// Cost: one copy of its bytes.
  public func string(_ span: TextSpan) -> String {
    guard !span.isEmpty else { return "" }
    let start = Int(span.offset)
    return String(decoding: arena[start..<start + Int(span.length)], as: UTF8.self)
  }

  /// How many bytes all its texts have.
  public var textByteCount: Int { arena.count }

  /// Gives the bytes of a span without a copy.
  public func withBytes<Result>(of span: TextSpan, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    let range = Int(span.offset)..<Int(span.offset) + Int(span.length)
    return try arena.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The facts about row `index`, in the order of the source.
  ///
  /// Cost: O(1).
  public func facts(of index: Int) -> ArraySlice<NodeFact> {
    facts[Int(firstFact[index])..<Int(firstFact[index + 1])]
  }

  func file(ofRow index: Int) -> String {
    var low = 0
    var high = fileRuns.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if fileRuns[middle].firstRow <= index { low = middle } else { high = middle }
    }
    return fileRuns.isEmpty ? "" : files[Int(fileRuns[low].file)]
  }
}

/// Children by parent in compressed form; parent -1 holds the nodes at the top.
struct ChildIndex: Sendable {
  private var start: [Int32]
  private var rows: [Int32]

  init(_ nodes: [NodeRow]) {
    start = [Int32](repeating: 0, count: nodes.count + 2)
    for node in nodes { start[Int(node.parent) + 2] += 1 }
    for slot in 1..<start.count { start[slot] += start[slot - 1] }
    rows = [Int32](repeating: 0, count: nodes.count)
    var next = start
    for (index, node) in nodes.enumerated() {
      let slot = Int(node.parent) + 1
      rows[Int(next[slot])] = Int32(index)
      next[slot] += 1
    }
  }

  func of(_ parent: Int) -> ArraySlice<Int32> {
    rows[Int(start[parent + 1])..<Int(start[parent + 2])]
  }
}
