/// A run of bytes in a catalog's text arena.
public struct TextSpan: Hashable, Sendable {
  /// First byte in the arena.
  public var offset: UInt32
  /// Number of bytes.
  public var length: UInt32

  /// Creates a span of `length` bytes from `offset`.
  @inlinable public init(offset: UInt32, length: UInt32) {
    self.offset = offset
    self.length = length
  }

  /// No text.
  public static let empty = TextSpan(offset: 0, length: 0)
  /// Whether there is no text.
  @inlinable public var isEmpty: Bool { length == 0 }
}

/// One node as a catalog stores it: fixed size, its text in the arena.
///
/// Importers fill rows; everything else reads ``CatalogNode``, which turns spans into strings on demand.
public struct NodeRow: Sendable {
  /// What the node is.
  public var kind: NodeKind
  /// What the statement does; `nil` where its source does not say.
  public var modality: Modality?
  /// Those whom it addresses.
  public var roles: RoleSet = []
  /// Whether its publisher withdrew it.
  public var isWithdrawn = false
  /// What the source says about counting this node; `nil` where it says nothing.
  public var assessable: Bool?
  /// Whether the source declares that this node requires exactly what its parts require together.
  public var isUnionOfParts = false
  /// Row of the parent, -1 at the top.
  public var parent: Int32
  /// Place in the file, from 1.
  public var line: UInt32
  /// Column in its file, from 1, in bytes of UTF-8.
  public var column: UInt32
  /// Name inside the framework.
  public var local = TextSpan.empty
  /// Number or mark printed before it.
  public var label = TextSpan.empty
  /// Heading.
  public var title = TextSpan.empty
  /// The publisher's own text, parameters filled in, without footnotes.
  public var text = TextSpan.empty
  /// This project's summary of the text.
  public var summary = TextSpan.empty
  /// First day of application, `YYYY-MM-DD`.
  public var appliesFrom = TextSpan.empty
  /// What the date alone would get wrong.
  public var appliesNote = TextSpan.empty

  /// Creates a row without text; `parent` is -1 at the top.
  @inlinable public init(kind: NodeKind, parent: Int32, line: UInt32, column: UInt32) {
    self.kind = kind
    self.parent = parent
    self.line = line
    self.column = column
  }
}

extension NodeRow {
  /// Whether the node requires something of somebody, and so takes part in reasoning.
  public var requiresSomething: Bool {
    guard !isWithdrawn else { return false }
    switch kind {
    case .guidance, .recital: return false
    case .group, .control, .enhancement, .statement: return modality?.requiresSomething ?? true
    }
  }
}

/// A fact about one node that has no field in ``NodeRow``.
public struct NodeFact: Sendable {
  /// What sort of fact it is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Another spelling under which the node is found.
    case alias
    /// A named property of the source.
    case property
    /// A link: the name is its relation (`related`, `incorporated-into`), the value where it points.
    case link
    /// A footnote: the name is its mark, the value its text.
    case note
  }

  /// Row of the node that the fact is about.
  public var node: Int32
  /// What sort of fact it is.
  public var kind: Kind
  /// Name: of a property, a relation, a mark; empty for an alias.
  public var name: TextSpan
  /// Value.
  public var value: TextSpan

  /// Creates a fact about row `node`.
  @inlinable public init(node: Int32, kind: Kind, name: TextSpan, value: TextSpan) {
    self.node = node
    self.kind = kind
    self.name = name
    self.value = value
  }
}

/// A thing that the catalog cites (OSCAL back matter).
public struct Resource: Hashable, Sendable {
  /// Identifier in the catalog.
  public var id: String
  /// Title, where it has one.
  public var title: String?
  /// Citation in words, where there is one.
  public var citation: String?
  /// Where it can be found.
  public var links: [String]

  /// Creates a cited resource.
  public init(id: String, title: String? = nil, citation: String? = nil, links: [String] = []) {
    self.id = id
    self.title = title
    self.citation = citation
    self.links = links
  }
}
