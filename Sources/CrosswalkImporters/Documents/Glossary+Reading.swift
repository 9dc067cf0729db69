import CrosswalkModel
import CrosswalkReaders

extension Glossary {
  /// Reads a glossary (`Schemas/glossary.schema.json`).
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members, empty terms
  ///   and definitions, names that stand twice.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let read = try StrictJSON.document(Glossary.self, from: file, limits: limits)
    guard read.value.schema == Self.schemaVersion else {
      throw read.error("\"schema\" must be \"\(Self.schemaVersion)\"", at: ["schema"])
    }
    var seen: Set<String> = []
    for (index, term) in read.value.terms.enumerated() {
      let path: [JSONPlaces.Step] = ["terms", .index(index)]
      guard seen.insert(term.id).inserted else {
        throw read.error("\"\(term.id)\" stands twice", at: path + ["id"])
      }
      try Self.check(term.us, read, at: path + ["us"])
      try Self.check(term.eu, read, at: path + ["eu"])
      for (language, words) in (term.languages ?? [:]).sorted(by: { $0.key < $1.key }) {
        try Self.check(words.us, read, at: path + ["languages", .name(language), "us"])
        try Self.check(words.eu, read, at: path + ["languages", .name(language), "eu"])
      }
    }
    self = read.value
  }

  private static func check(
    _ side: Side, _ read: LocatedJSON<Glossary>, at path: [JSONPlaces.Step]
  ) throws(ImportError) {
    for (name, text) in [("term", side.term), ("definition", side.definition)] where text.isEmpty {
      throw read.error("\"\(name)\" must not be empty", at: path + [.name(name)])
    }
  }
}
