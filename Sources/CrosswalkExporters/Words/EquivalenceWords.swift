import CrosswalkModel

extension EquivalenceReport.Kind {
  /// The heading of its entries.
  var title: String {
    switch self {
    case .equal: "Equal"
    case .mutual: "Mutually covered"
    case .sourceCovers: "Source covers target"
    case .targetCovers: "Target covers source"
    case .open: "Equality not excluded"
    }
  }

  /// What it means.
  var meaning: String {
    switch self {
    case .equal: "Both certainly ask the same."
    case .mutual: "All on one side together certainly deal with all on the other, and the reverse."
    case .sourceCovers: "The source certainly deals with all that the target asks; the reverse is not proven."
    case .targetCovers: "The target certainly deals with all that the source asks; the reverse is not proven."
    case .open:
      "No equivalences but candidates to review: both share subject matter, that one covers the other is not proven, and "
        + "that they are equal is not ruled out."
    }
  }
}

extension EquivalenceReport.Entry {
  /// What is missing for equivalence; empty where nothing is.
  var missing: String {
    if sourceCovers == .open && targetCovers == .open { return "not proven that either covers the other" }
    let open = [
      ("the source covers the target", sourceCovers), ("the target covers the source", targetCovers),
    ]
    return open.compactMap { words, cover -> String? in
      switch cover {
      case .proven: nil
      case .open: "not proven that \(words)"
      case .excluded: "ruled out that \(words)"
      }
    }.joined(separator: "; ")
  }

  /// Marks beside the relation, in words.
  var marks: [String] { (stale ? ["stale"] : []) + (draft ? ["draft"] : []) }
}

extension EquivalenceReport {
  /// The entries of each kind, in the order of kinds; kinds without entries too.
  var sections: [(kind: Kind, entries: [Entry])] {
    Kind.allCases.map { kind in (kind, entries.filter { $0.kind == kind }) }
  }

  /// The counts as one sentence.
  var countsSentence: String {
    "\(count(of: .equal)) equal, \(count(of: .mutual)) mutually covered, \(count(of: .sourceCovers)) covered by the "
      + "source only, \(count(of: .targetCovers)) covered by the target only, \(count(of: .open)) open."
  }

  /// That pairs are in conflict; `nil` where none is.
  var conflictSentence: String? {
    guard contradicted > 0 else { return nil }
    return contradicted == 1
      ? "The claims about 1 pair conflict: it is in no list."
      : "The claims about \(contradicted) pairs conflict: they are in no list."
  }

  /// The frameworks, for derivations.
  var pair: (FrameworkID, FrameworkID) { (source.id.framework, target.id.framework) }
}
