import CrosswalkModel

/// Holds the gate of one direction against its rules: every stage decides in every case, and the last one chooses.
struct GateCheck {
  private let whole: PathwayCheck
  private let direction: RecognitionPathway.Direction
  private let path: PathwayCheck.Path

  init(_ whole: PathwayCheck, _ direction: RecognitionPathway.Direction, at path: PathwayCheck.Path) {
    self.whole = whole
    self.direction = direction
    self.path = path + ["gate"]
  }

  func check() throws(ImportError) {
    let names = direction.gate.map(\.id)
    try whole.unique(names, at: path)
    for (index, name) in names.enumerated() where SystemFact(rawValue: name) != nil {
      throw whole.read.error("a stage is called like the fact \"\(name)\"", at: path + [.index(index), "id"])
    }
    if direction.gate.isEmpty { throw whole.read.error("a gate has at least one stage", at: path) }
    var stages: [String: Set<String>] = [:]
    for (index, stage) in direction.gate.enumerated() {
      let isLast = index == direction.gate.count - 1
      try check(stage, isLast: isLast, stages: stages, at: path + [.index(index), "rules"])
      stages[stage.id] = Set(stage.rules.map { $0.name ?? $0.then.rawValue })
    }
  }

  private func check(
    _ stage: GateStage, isLast: Bool, stages: [String: Set<String>], at path: PathwayCheck.Path
  ) throws(ImportError) {
    guard stage.rules.firstIndex(where: { $0.when.isAlways }) == stage.rules.count - 1 else {
      throw whole.read.error("the last rule of a stage holds always, and no other", at: path)
    }
    for (index, rule) in stage.rules.enumerated() {
      let place = path + [.index(index)]
      try whole.check(rule.when, stages: stages, at: place + ["when"])
      guard (rule.name != nil) == (rule.then == .classified || rule.then == .procedure) else {
        throw whole.read.error("\"name\" belongs to \"class\" and \"procedure\", and only to them", at: place)
      }
      if rule.then == .procedure, !direction.procedures.contains(where: { $0.id == rule.name }) {
        throw whole.read.error("there is no procedure \"\(rule.name ?? "")\"", at: place + ["name"])
      }
      let goesOn = rule.then == .goOn || rule.then == .classified
      if isLast ? goesOn : rule.then == .procedure {
        throw whole.read.error(
          "the last stage chooses the procedure, and no other stage", at: place + ["then"])
      }
    }
  }
}

/// Holds the procedures of one direction against their rules: recognition always needs a legal basis.
struct ProcedureCheck {
  private let whole: PathwayCheck
  private let direction: RecognitionPathway.Direction
  private let path: PathwayCheck.Path

  init(_ whole: PathwayCheck, _ direction: RecognitionPathway.Direction, at path: PathwayCheck.Path) {
    self.whole = whole
    self.direction = direction
    self.path = path + ["procedures"]
  }

  func check() throws(ImportError) {
    try whole.unique(direction.procedures.map(\.id), at: path)
    for (index, procedure) in direction.procedures.enumerated() {
      let steps = path + [.index(index), "steps"]
      try whole.unique(procedure.steps.map(\.id), at: steps)
      guard procedure.steps.count <= PathwayCheck.mostSteps else {
        throw whole.read.error("more than \(PathwayCheck.mostSteps) steps", at: steps)
      }
      for (number, step) in procedure.steps.enumerated() {
        try check(step, at: steps + [.index(number)])
      }
    }
  }

  private func check(_ step: AssessmentProcedure.Step, at path: PathwayCheck.Path) throws(ImportError) {
    guard (step.ways?.isEmpty == false) == (step.by == .thirdParty) else {
      throw whole.read.error("\"ways\" belong to a step of a third party, and only to it", at: path)
    }
    for (index, way) in (step.ways ?? []).enumerated() {
      try check(way, at: path + ["ways", .index(index), "needs"])
    }
  }

  private func check(_ way: AssessmentProcedure.Way, at path: PathwayCheck.Path) throws(ImportError) {
    try whole.unique(way.needs, at: path)
    var found: [RecognitionCondition] = []
    for (index, name) in way.needs.enumerated() {
      guard let condition = whole.pathway.conditions.first(where: { $0.id == name }) else {
        throw whole.read.error("there is no condition \"\(name)\"", at: path + [.index(index)])
      }
      found.append(condition)
    }
    for kind in [RecognitionCondition.Kind.legalBasis, .productScope]
    where !found.contains(where: { $0.kind == kind }) {
      throw whole.read.error("every way needs a condition of the kind \"\(kind.rawValue)\"", at: path)
    }
    guard found.contains(where: { $0.artefact == way.artefact }) else {
      throw whole.read.error("the way needs the condition on its artefact", at: path)
    }
  }
}
