import CrosswalkModel

/// The facts about a system and the outcomes of earlier stages, as conditions ask for them.
///
/// Three-valued: `nil` means that a fact which matters is unknown. The rules are Kleene's, so that an answer is given
/// only where it holds however the unknown facts turn out.
struct FactLedger {
  let system: SystemDescription
  /// What earlier stages gave, by the name of the stage.
  var outcomes: [String: String] = [:]

  init(_ system: SystemDescription) { self.system = system }

  /// Whether one alternative holds.
  func holds(_ condition: FactCondition) -> Bool? {
    if condition.isAlways { return true }
    let values = condition.alternatives.map(all)
    if values.contains(true) { return true }
    return values.contains(nil) ? nil : false
  }

  /// The facts that leave `condition` open: the unknown ones of alternatives that may still hold.
  func unknownFacts(of condition: FactCondition) -> Set<SystemFact> {
    guard holds(condition) == nil else { return [] }
    let undecided = condition.alternatives.filter { all($0) == nil }
    return Set(undecided.flatMap(\.keys).compactMap(SystemFact.init).filter { system.answers($0) == nil })
  }

  private func all(_ tests: [String: [String]]) -> Bool? {
    let values = tests.map { test($0.key, $0.value) }
    if values.contains(false) { return false }
    return values.contains(nil) ? nil : true
  }

  private func test(_ name: String, _ allowed: [String]) -> Bool? {
    if let outcome = outcomes[name] { return allowed.contains(outcome) }
    guard let fact = SystemFact(rawValue: name), let answers = system.answers(fact) else { return nil }
    return answers.contains { allowed.contains($0) }
  }
}
