/// What a node requires, in words: its own text and that of its parts in document order, without withdrawn ones.
///
/// Official text and summaries are two texts: one is never compared with the other. Blanks do not count.
public struct RequirementText: Hashable, Sendable {
  /// The publisher's words, one blank between any two; empty where there are none.
  public private(set) var official = ""
  /// This project's words, alike.
  public private(set) var summary = ""

  /// Collects the words of `node`; none for `nil`.
  ///
  /// - Complexity: linear in the text of the node and its parts.
  public init(_ node: CatalogNode?) {
    if let node { collect(node) }
  }

  private mutating func collect(_ node: CatalogNode) {
    Self.append(node.text, to: &official)
    Self.append(node.summary, to: &summary)
    for part in node.children where part.kind.isPartOfItsParent && !part.isWithdrawn { collect(part) }
  }

  private static func append(_ text: String, to words: inout String) {
    for word in text.wordsBetweenBlanks {
      if !words.isEmpty { words.append(" ") }
      words.append(contentsOf: word)
    }
  }

  /// Whether there are no words of either kind.
  public var isEmpty: Bool { official.isEmpty && summary.isEmpty }

  /// The two texts of one kind that can be compared: official with official, else summary with summary; `nil` where
  /// neither kind is there on both sides.
  public func comparable(with other: RequirementText) -> (before: String, after: String)? {
    if !official.isEmpty, !other.official.isEmpty { return (official, other.official) }
    return summary.isEmpty || other.summary.isEmpty ? nil : (summary, other.summary)
  }

  /// Whether both have text of the same kind, and it is the same.
  public func isKnownToEqual(_ other: RequirementText) -> Bool {
    comparable(with: other).map { $0.before == $0.after } ?? false
  }
}
