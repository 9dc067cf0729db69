import CrosswalkModel

/// References as text: several nodes mean their union, none means the whole framework.
enum ReferenceText {
  /// Full references, joined as the claims file joins them.
  static func full(_ nodes: [ControlID], whole framework: FrameworkID) -> String {
    nodes.isEmpty ? framework.rawValue : nodes.map(\.description).joined(separator: " | ")
  }

  /// Local names of the source only, for terminal tables that name it in their head; wrapping keeps each name
  /// whole.
  static func local(_ nodes: [ControlID]) -> String {
    nodes.isEmpty ? "whole source" : nodes.map(\.local.unbreakable).joined(separator: " | ")
  }

  /// One end of a claim.
  static func full(_ end: ClaimEnd) -> String {
    switch end {
    case .framework(let framework): framework.rawValue
    case .nodes(let nodes): nodes.map(\.description).joined(separator: " | ")
    }
  }
}

extension DerivationStep {
  /// The framework that an end without nodes stands for: that of the pair which the other end is not in.
  private func framework(opposite other: [ControlID], of pair: (FrameworkID, FrameworkID)) -> FrameworkID {
    other.first?.framework == pair.0 ? pair.1 : pair.0
  }

  /// The references of both ends.
  func references(in pair: (FrameworkID, FrameworkID)) -> (source: String, target: String) {
    (
      ReferenceText.full(source, whole: framework(opposite: target, of: pair)),
      ReferenceText.full(target, whole: framework(opposite: source, of: pair))
    )
  }

  /// What it rests on, in words: `draft claim …, confidence 0.70, stale`.
  var groundWords: String { groundWords(of: nil) }

  /// What it rests on, in words; with the review record where its claim is given.
  func groundWords(of claim: MappingClaim?) -> String {
    switch ground {
    case .structure: return "structure of the catalog"
    case .claim(let id, let status, let reviewed, let confidence, let stale, _):
      let review = claim?.reviewWords ?? (reviewed ? "reviewed" : "not reviewed")
      var parts = ["\(status.rawValue) claim \(id)", review]
      if let confidence { parts.append("confidence \(Share.confidence(confidence))") }
      if stale { parts.append("stale") }
      return parts.joined(separator: ", ")
    }
  }

  /// Where it stands.
  var location: SourceLocation {
    switch ground {
    case .structure(let location): location
    case .claim(_, _, _, _, _, let location): location
    }
  }
}
