import CrosswalkModel
import CrosswalkReaders

extension SystemDescription {
  /// Reads the description of a system (`Schemas/system.schema.json`).
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members and facts,
  ///   answers outside the vocabulary, answers that exclude each other, an answer without its origin.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let read = try StrictJSON.document(SystemDescription.self, from: file, limits: limits)
    let system = read.value
    guard system.schema == Self.schemaVersion else {
      throw read.error("\"schema\" must be \"\(Self.schemaVersion)\"", at: ["schema"])
    }
    for (name, text) in [("name", system.name), ("provider", system.provider.name)] where text.isEmpty {
      throw read.error("\"\(name)\" must not be empty", at: [.name(name)])
    }
    for (name, answer) in system.facts.sorted(by: { $0.key < $1.key }) {
      if let fault = Self.fault(of: answer, to: name) {
        throw read.error(fault.what, at: ["facts", .name(name)] + fault.path)
      }
    }
    self = system
  }

  private static func fault(of answer: Answer, to name: String) -> (what: String, path: [JSONPlaces.Step])? {
    guard let fact = SystemFact(rawValue: name) else {
      let known = SystemFact.allCases.map(\.rawValue).joined(separator: ", ")
      return ("\"\(name)\" is no fact that is known here; known: \(known)", [])
    }
    if answer.from.isEmpty { return ("an answer must say where it comes from", ["from"]) }
    guard let given = answer.is else { return nil }
    if given.isEmpty { return ("an empty answer says nothing: leave \"is\" out where it is unknown", ["is"]) }
    for (index, token) in given.enumerated() where !fact.answers.contains(token) {
      let allowed = fact.answers.joined(separator: ", ")
      return ("\"\(token)\" is no answer to \"\(name)\"; allowed: \(allowed)", ["is", .index(index)])
    }
    if Set(given).count < given.count { return ("an answer stands twice", ["is"]) }
    if given.count > 1, !fact.mayHaveSeveral || given.contains("none") {
      return ("these answers to \"\(name)\" exclude each other", ["is"])
    }
    return nil
  }
}
