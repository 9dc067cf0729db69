import CrosswalkModel

/// A value of a JSON-LD document.
indirect enum LinkedValue: Encodable, Hashable {
  case text(String)
  case list([LinkedValue])
  case node([String: LinkedValue])

  /// Text with its language, where that is known.
  static func text(_ text: String, language: String?) -> Self {
    guard let language else { return .text(text) }
    return .node(["@value": .text(text), "@language": .text(language)])
  }

  /// Texts; `nil` where there are none.
  static func texts(_ texts: [String]) -> Self? { texts.isEmpty ? nil : .list(texts.map(Self.text)) }

  /// Text; `nil` where there is none.
  static func words(_ text: String?) -> Self? { text.flatMap { $0.isEmpty ? nil : .text($0) } }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .node(let members): try container.encode(members)
    }
  }
}

/// The names of frameworks, nodes and claims in the web of data.
///
/// They hold the identifiers that the toolkit uses everywhere, are those of its SSSOM files, and never change with a
/// revision. They are URNs: nothing is behind them that a reader could be made to fetch.
enum LinkedName {
  /// `urn:x-crosswalk:framework:eu-ai-act`.
  static func framework(_ id: FrameworkID) -> String { "\(SSSOMExporter.namespace)framework:\(id)" }

  /// `urn:x-crosswalk:framework:eu-ai-act:9(2)(a)`; other characters than letters, digits and `-._~()/` are
  /// percent-encoded.
  static func node(_ id: ControlID) -> String {
    framework(id.framework) + ":" + PercentCoding.encoded(id.local, keeping: "()/")
  }

  /// One end of a claim: a node, or the union of several.
  static func end(_ end: ClaimEnd) -> String {
    switch end {
    case .framework(let framework): Self.framework(framework)
    case .nodes(let nodes) where nodes.count == 1: node(nodes[0])
    case .nodes(let nodes):
      framework(end.framework) + ":union("
        + nodes.map { PercentCoding.encoded($0.local, keeping: "/") }.joined(separator: ",") + ")"
    }
  }

  /// `urn:uuid:…`, or a name of the toolkit's where the identity is no UUID.
  static func claim(_ id: ClaimID) -> String {
    isUUID(id.rawValue)
      ? "urn:uuid:\(id)"
      : "\(SSSOMExporter.namespace)claim:\(PercentCoding.encoded(id.rawValue, keeping: ""))"
  }

  private static func isUUID(_ text: String) -> Bool {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    return fields.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && fields.joined().unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
  }

  /// The graph that holds what unreviewed claims say of pairs.
  static let drafts = "\(SSSOMExporter.namespace)graph:draft"
}
