import CrosswalkModel

extension Modality {
  /// What a statement is, with the force behind it.
  var words: String {
    switch self {
    case .outcome: "voluntary outcome"
    case .criterion: "certification criterion"
    case .recital: "recital of a law"
    case .duty, .prohibition, .condition, .exception, .permission, .empowerment, .definition, .procedure:
      "legal \(rawValue)"
    }
  }
}

extension GapReport.Support {
  /// What the source end is, as references are joined; `nil` where it is not stated.
  var modalityWords: String? {
    modalities.isEmpty ? nil : modalities.map(\.words).joined(separator: " | ")
  }

  /// `voluntary outcome → legal duty`: what the ends are, where the forces behind them are not known to be the same.
  ///
  /// `nil` where they are, where neither is stated, and where nothing is shared.
  func ends(towards target: Modality?) -> String? {
    guard !relations.certainlyShareNothing, !(modalities.isEmpty && target == nil) else { return nil }
    if let target, Set(modalities.map(\.force)) == [target.force] { return nil }
    return "\(modalityWords ?? "modality not stated") → \(target?.words ?? "modality not stated")"
  }
}

extension RelationshipSet {
  fileprivate var certainlyShareNothing: Bool { self == .disjoint }
}
