import CrosswalkModel
import Testing

/// Builds small graphs for tests: catalogs as indented outlines, claims as one line each.
struct TestGraph {
  private var catalogs: [Catalog] = []
  private(set) var claims: [MappingClaim] = []
  var stale: Set<ClaimID> = []

  var graph: CrosswalkGraph { CrosswalkGraph(catalogs: catalogs, claims: claims, staleClaims: stale) }

  /// Adds a framework from an outline: two blanks a level; `[group]`, `[control]`, `[enhancement]`, `[guidance]`,
  /// `[statement]`, `[withdrawn]`, `[union]` and the names of modalities and roles may follow a name.
  ///
  /// - Parameter modality: What the framework declares its nodes to be that do not say it.
  mutating func add(
    _ framework: String, _ outline: String, modality: Modality? = nil, properties: [Property] = []
  ) throws {
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(
        id: FrameworkRevisionID(
          framework: try #require(FrameworkID(framework)), revision: try #require(RevisionID("1"))),
        title: framework.uppercased(),
        properties: properties
          + (modality.map { [Property(name: CatalogMetadata.modalityProperty, value: $0.rawValue)] } ?? [])),
      file: framework)
    var open: [Int32] = []
    for (number, line) in outline.split(separator: "\n").enumerated() {
      let depth = line.prefix { $0 == " " }.count / 2
      open.removeLast(open.count - min(depth, open.count))
      let words = line.split(separator: "[").map { $0.trimmingBlanks }
      let row = Self.row(words.dropFirst().map { $0.dropLast() }, parent: open.last ?? -1, line: number + 1)
      open.append(builder.append(Self.named(row, words[0], &builder)))
    }
    catalogs.append(try builder.finished())
  }

  private static func row(_ marks: [Substring], parent: Int32, line: Int) -> NodeRow {
    var row = NodeRow(kind: parent < 0 ? .control : .statement, parent: parent, line: UInt32(line), column: 1)
    for mark in marks {
      if let kind = NodeKind.allCases.first(where: { $0.name == mark }) { row.kind = kind }
      if let modality = Modality(rawValue: String(mark)) { row.modality = modality }
      if let role = RoleSet(name: mark) { row.roles.formUnion(role) }
      if mark == "withdrawn" { row.isWithdrawn = true }
      if mark == "union" { row.isUnionOfParts = true }
    }
    return row
  }

  private static func named(_ row: NodeRow, _ name: Substring, _ builder: inout CatalogBuilder) -> NodeRow {
    var row = row
    let parts = name.split(separator: "@", maxSplits: 1).map { $0.trimmingBlanks }
    row.local = builder.store(parts[0])
    row.title = builder.store("title of \(parts[0])")
    // `name @2027-01-01 note`: the day from which it applies, and a note to it.
    if parts.count == 2 {
      row.appliesFrom = builder.store(parts[1].prefix(10))
      row.appliesNote = builder.store(parts[1].dropFirst(11))
    }
    return row
  }

  /// Adds a claim; `source` and `target` are `framework/local`, several separated by ` | `, or a bare framework.
  @discardableResult
  mutating func claim(
    _ source: String, _ relations: RelationshipSet, _ target: String, confidence: Double? = 0.5,
    reviewed: Bool = false, status: MappingClaim.Status? = nil, author: String? = nil, note: String? = nil
  ) throws -> ClaimID {
    let number = claims.count + 1
    let id = ClaimID(String(repeating: "0", count: 3 - min(3, String(number).count)) + String(number))
    claims.append(
      MappingClaim(
        id: id, source: try Self.end(source), target: try Self.end(target), relations: relations,
        token: relations.description, confidence: confidence,
        status: status ?? (reviewed ? .complete : .draft), author: author,
        reviewer: reviewed ? "R. Reviewer" : nil, note: note,
        origin: SourceLocation(file: "claims.csv", line: number, column: 1)))
    return id
  }

  /// Changes a claim that is there.
  mutating func alter(_ id: ClaimID, _ change: (inout MappingClaim) -> Void) {
    for index in claims.indices where claims[index].id == id { change(&claims[index]) }
  }

  mutating func reorder(_ order: ([MappingClaim]) -> [MappingClaim]) {
    claims = order(claims)
    catalogs.reverse()
  }

  private static func end(_ text: String) throws -> ClaimEnd {
    guard text.contains("/") else { return .framework(try #require(FrameworkID(text))) }
    return .nodes(try text.split(separator: "|").map { try control(String($0.trimmingBlanks)) })
  }

  static func control(_ text: String) throws -> ControlID {
    let reference = try #require(Reference(text))
    return ControlID(framework: reference.framework, local: try #require(reference.local))
  }
}

/// Repeatable random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
