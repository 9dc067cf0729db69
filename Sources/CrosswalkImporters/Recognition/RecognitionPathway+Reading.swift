import CrosswalkModel
import CrosswalkReaders

extension RecognitionPathway {
  /// Reads a pathway (`Schemas/recognition-pathway.schema.json`).
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members, names that
  ///   nothing has, rules that can never be reached, a way of recognition that needs no legal basis.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let read = try StrictJSON.document(RecognitionPathway.self, from: file, limits: limits)
    try PathwayCheck(read).check()
    self = read.value
  }
}

/// Holds a pathway against the rules that its JSON Schema cannot state.
struct PathwayCheck {
  typealias Path = [JSONPlaces.Step]

  let read: LocatedJSON<RecognitionPathway>
  var pathway: RecognitionPathway { read.value }

  init(_ read: LocatedJSON<RecognitionPathway>) { self.read = read }

  /// So many conditions that the search for the shortest list stays small.
  static let mostConditions = 20
  /// So many steps of one procedure.
  static let mostSteps = 12

  func check() throws(ImportError) {
    guard pathway.schema == RecognitionPathway.schemaVersion else {
      throw read.error("\"schema\" must be \"\(RecognitionPathway.schemaVersion)\"", at: ["schema"])
    }
    try unique(pathway.parties.map(\.id), at: ["parties"])
    guard pathway.parties.count == 2 else { throw read.error("a pathway has two parties", at: ["parties"]) }
    try unique(pathway.questions.map(\.fact.rawValue), at: ["questions"])
    try checkContents()
    try checkConditions()
    try unique(pathway.terms.map(\.id), at: ["terms"])
    try unique(pathway.directions.map(\.id), at: ["directions"])
    for (index, direction) in pathway.directions.enumerated() {
      let path: Path = ["directions", .index(index)]
      let sides = Set(pathway.parties.map(\.id))
      guard direction.work != direction.market, sides.isSuperset(of: [direction.work, direction.market])
      else {
        throw read.error("\"work\" and \"market\" are the two parties", at: path)
      }
      try check(direction.legalBasis, at: path + ["legalBasis"])
      try ProcedureCheck(self, direction, at: path).check()
      try GateCheck(self, direction, at: path).check()
    }
  }

  /// The names in `list` must be different; `path` is that of the list.
  func unique(_ names: [String], at path: Path) throws(ImportError) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      throw read.error("\"\(name)\" stands twice", at: path + [.index(index)])
    }
  }

  private func checkContents() throws(ImportError) {
    guard pathway.contents.map(\.name) == AnnexContent.Name.allCases else {
      let names = AnnexContent.Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw read.error("the contents of an annex are, in this order: \(names)", at: ["contents"])
    }
    for (index, content) in pathway.contents.enumerated() {
      let path: Path = ["contents", .index(index), "parts"]
      guard Set(content.parts.keys) == Set(pathway.parties.map(\.id)) else {
        throw read.error("a content has one part for each party", at: path)
      }
      for (side, part) in content.parts.sorted(by: { $0.key < $1.key }) {
        try check(part.covers, stages: [:], at: path + [.name(side), "covers"])
      }
    }
  }

  private func checkConditions() throws(ImportError) {
    try unique(pathway.conditions.map(\.id), at: ["conditions"])
    guard pathway.conditions.count <= Self.mostConditions else {
      throw read.error("more than \(Self.mostConditions) conditions", at: ["conditions"])
    }
    for (index, condition) in pathway.conditions.enumerated() {
      let path: Path = ["conditions", .index(index)]
      guard (condition.artefact != nil) == (condition.kind == .artefact) else {
        throw read.error("\"artefact\" belongs to the kind \"artefact\", and only to it", at: path)
      }
      let isContent = condition.kind == .content
      guard (condition.content != nil) == isContent, (condition.side != nil) == isContent else {
        throw read.error("\"content\" and \"side\" belong to the kind \"content\", and only to it", at: path)
      }
    }
  }

  private func check(_ basis: LegalBasis, at path: Path) throws(ImportError) {
    try check(basis.covers, stages: [:], at: path + ["covers"])
    guard basis.status == .inForce else { return }
    guard basis.instrument != nil, basis.from != nil, basis.covers != nil, basis.artefacts != nil else {
      throw read.error(
        "a legal basis in force says \"instrument\", \"from\", \"covers\" and \"artefacts\"", at: path)
    }
  }

  /// Facts, earlier stages and their answers must be known, and every fact must have its question.
  ///
  /// - Parameter stages: What earlier stages may have given, by their names.
  func check(_ condition: FactCondition?, stages: [String: Set<String>], at path: Path) throws(ImportError) {
    for (index, tests) in (condition?.alternatives ?? []).enumerated() {
      if tests.isEmpty { throw read.error("an alternative without a test", at: path + [.index(index)]) }
      for (name, answers) in tests.sorted(by: { $0.key < $1.key }) {
        try check(answers, to: name, stages: stages, at: path + [.index(index), .name(name)])
      }
    }
  }

  private func check(
    _ answers: [String], to name: String, stages: [String: Set<String>], at path: Path
  ) throws(ImportError) {
    if answers.isEmpty { throw read.error("no answer is allowed here", at: path) }
    let allowed: Set<String>
    if let outcomes = stages[name] {
      allowed = outcomes
    } else if let fact = SystemFact(rawValue: name) {
      guard pathway.questions.contains(where: { $0.fact == fact }) else {
        throw read.error("no question asks for \"\(name)\"", at: path)
      }
      allowed = Set(fact.answers)
    } else {
      throw read.error("\"\(name)\" is no fact, and no stage before this one", at: path)
    }
    for (index, answer) in answers.enumerated() where !allowed.contains(answer) {
      throw read.error("\"\(answer)\" is no answer to \"\(name)\"", at: path + [.index(index)])
    }
  }
}
