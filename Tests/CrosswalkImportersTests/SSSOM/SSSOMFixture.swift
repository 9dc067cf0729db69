import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

/// Sets of mappings of our own.
enum SSSOMFixture {
  static let header =
    "#curie_map:\n#  a: urn:a/\n#  b: urn:b/\n#mapping_set_id: urn:set\n#license: urn:free\n"
  static let columns = "subject_id\tpredicate_id\tobject_id\tmapping_justification"
  static let manual = "semapv:ManualMappingCuration"

  static func read(
    _ text: String, source: String? = nil, target: String? = nil, known: [String] = ["a", "b"],
    metadata: String? = nil
  ) throws -> (claims: [MappingClaim], notUsed: [NotUsed]) {
    try read(file(text), source: source, target: target, known: known, metadata: metadata.map { file($0) })
  }

  static func read(
    _ file: SourceFile, source: String? = nil, target: String? = nil, known: [String] = ["a", "b"],
    metadata: SourceFile? = nil
  ) throws -> (claims: [MappingClaim], notUsed: [NotUsed]) {
    var graph = CrosswalkGraphBuilder()
    let importer = SSSOMImporter(
      source: source.flatMap { FrameworkID($0) }, target: target.flatMap { FrameworkID($0) },
      known: Set(known.compactMap { FrameworkID($0) }), metadata: metadata)
    try importer.importClaims(file, limits: .standard, into: &graph)
    return (graph.claims, graph.notUsed)
  }

  /// One claim between `a:X` and `b:Y`.
  static func claim(predicate: String, modifier: String = "") throws -> MappingClaim {
    let text =
      header + columns + "\tpredicate_modifier\n" + "a:X\t\(predicate)\tb:Y\t\(manual)\t\(modifier)\n"
    return try #require(try read(text).claims.first)
  }

  static func file(_ text: String) -> SourceFile { SourceFile(name: "marked.xml", bytes: Array(text.utf8)) }

  static func node(_ framework: String, _ local: String) throws -> ControlID {
    ControlID(framework: try #require(FrameworkID(framework)), local: local)
  }
}
