import CrosswalkModel

extension GapReport {
  /// What the report is limited to and how it weighs, as name and text; every format for people says the same.
  ///
  /// One entry for each scope; several are what all of them have.
  var frame: [(name: String, text: String)] {
    var entries = scopes.map { (name: "Scope", text: words(of: $0)) }
    if scopes.isEmpty { entries = [("Scope", scope ?? "all of the target")] }
    for scope in sourceScopes {
      entries.append(
        ("Source scope", "only \(words(of: scope)); “no counterpart” means none in this part of the source"))
    }
    if let route { entries.append(("Route", route.words)) }
    if let placedOnMarket { entries.append(("Placed", "on the market on \(placedOnMarket)")) }
    entries.append(("Counted", unit.words))
    if let weights {
      let changed = Counted.of(weights.changed, unit.rawValue)
      entries.append(
        (
          "Weights",
          "\(weights.file): coverage is weighed, counts are not; \(changed) with a weight other than 1"
        ))
    }
    if let when = applicability.words { entries.append(("Applies", when)) }
    return entries
  }

  private func words(of scope: Scope) -> String {
    var text = scope.name
    if !scope.title.isEmpty, scope.title != scope.name { text += ": \(scope.title)" }
    text += " (\(Counted.of(scope.inside, unit.rawValue)) in it, \(scope.outside) not"
    if !scope.absent.isEmpty {
      let absent = scope.absent.joined(separator: ", ")
      text += "; it names what this revision does not have, or has as a heading only: \(absent)"
    }
    return text + ")"
  }
}

extension ApplicabilityCounts {
  /// `12 apply, 30 later (from 2027-12-02 on), 2 conditional`; `nil` where nothing was counted.
  var words: String? {
    var parts: [String] = []
    if applies > 0 { parts.append("\(applies) now") }
    if later > 0 { parts.append("\(later) later" + (nextDay.map { " (the first from \($0))" } ?? "")) }
    if conditional > 0 { parts.append("\(conditional) conditional") }
    if transitional > 0 { parts.append("\(transitional) only as the transitional rules say") }
    if notForThisRole > 0 { parts.append("\(notForThisRole) not for this role (not counted)") }
    if outOfScope > 0 { parts.append("\(outOfScope) out of scope (not counted)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension GapReport.Trust {
  /// `confidence of claims from A. Analyst times 0.50 (3 of 20 left out)`.
  var words: String {
    "confidence of claims from \(source) times \(Share.confidence(factor)) (\(leftOut) of \(claims) left out)"
  }
}
