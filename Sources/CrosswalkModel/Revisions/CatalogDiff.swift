/// What one revision of a framework has otherwise than another: node by node, in the document order of the revision
/// that has the node.
public struct CatalogDiff: Hashable, Sendable {
  /// The older side; the words "before" and "removed" are about it.
  public var from: Side
  /// The newer side; the words "after" and "inserted" are about it.
  public var to: Side
  /// Nodes that only the newer side has.
  public var added: [Entry] = []
  /// Nodes in force before that the publisher marks as withdrawn now; ``moved`` says where those went that it says so of.
  public var withdrawn: [Entry] = []
  /// Nodes in force before that are gone without a mark, and under no other name that is known; not the parts of a node
  /// that was withdrawn: those went with it.
  public var removed: [Entry] = []
  /// Nodes that were withdrawn before and are in force now.
  public var reinstated: [Entry] = []
  /// Nodes that went elsewhere: withdrawn with a link to where they went, or under another parent.
  public var moved: [Move] = []
  /// Nodes whose requirement stands in the same words under another identifier.
  public var renumbered: [Move] = []
  /// Nodes that both sides have and that say something else, or say it otherwise.
  public var changed: [Change] = []
  /// Nodes that both sides have and of whose words nothing can be said.
  public var notCompared: [NotCompared] = []
  /// Nodes of the older side whose requirement changed or ended: claims about them that name the older revision are
  /// stale where the newer one is current.
  public var staleRelevant: [Touched] = []
  /// What is said about the revision as a whole, such as its date: no part of ``isEmpty``.
  public var metadata: [Part] = []

  /// Creates a comparison in which nothing differs.
  public init(from: Side, to: Side) {
    self.from = from
    self.to = to
  }

  /// Whether nothing was found that differs; what could not be compared is not counted.
  public var isEmpty: Bool {
    added.isEmpty && withdrawn.isEmpty && removed.isEmpty && reinstated.isEmpty && moved.isEmpty
      && renumbered.isEmpty && changed.isEmpty
  }

  /// The controls, enhancements and articles in which something changed: names of the newer side, in its order.
  public var changedControls: [String] {
    var seen: Set<String> = []
    return changed.map(\.after).filter(\.isInControl).map(\.control).filter { seen.insert($0).inserted }
  }
}

extension CatalogDiff {
  /// One of the two revisions.
  public struct Side: Hashable, Sendable {
    /// Framework and revision.
    public var id: FrameworkRevisionID
    /// Title as printed.
    public var title: String
    /// The day from which it is the current text; `nil` where that is not known.
    public var asOf: CalendarDate?
    /// Language of the text (BCP 47); `nil` where that is not known.
    public var language: String?

    /// Describes the revision that `metadata` is about.
    public init(_ metadata: CatalogMetadata) {
      id = metadata.id
      title = metadata.title
      asOf = metadata.asOf
      language = metadata.language
    }
  }

  /// A node as one side has it.
  public struct Node: Hashable, Sendable {
    /// Its name.
    public var id: ControlID
    /// The number or mark printed before it; empty where there is none.
    public var label: String
    /// Its heading; empty where there is none.
    public var title: String
    /// What it is.
    public var kind: NodeKind
    /// Local name of the control, enhancement or article that it is or belongs to; of what belongs to none, its own.
    public var control: String
    /// The heading of that control; empty where there is none.
    public var controlTitle: String
    /// Its own words without those of its parts: the official text, else the summary.
    public var text: String

    /// Whether it is a control, an enhancement or an article, or belongs to one: groups and recitals do not.
    public var isInControl: Bool { control != id.local || kind.isControl }

    /// Describes `node`.
    ///
    /// - Complexity: linear in its text and in the nodes above it.
    public init(_ node: CatalogNode) {
      id = node.id
      label = node.label
      title = node.title
      kind = node.kind
      text = node.requirement
      let line = sequence(first: node, next: \.parent)
      let holder = line.first(where: \.kind.isControl) ?? node
      control = holder.local
      controlTitle = holder.title
    }
  }

  /// A node that came or went.
  public struct Entry: Hashable, Sendable {
    /// The node, on the side that has it; one that is on both, as the newer side has it.
    public var node: Node
    /// Which acts did it, as far as the newer side says so.
    public var marks: [AmendmentMark]

    /// Creates an entry.
    public init(_ node: Node, marks: [AmendmentMark] = []) {
      self.node = node
      self.marks = marks
    }
  }

  /// A node that went elsewhere.
  public struct Move: Hashable, Sendable {
    /// How it is known where it went.
    public enum Ground: String, CaseIterable, Sendable {
      /// The publisher withdrew it and says that it moved there.
      case movedTo = "moved-to"
      /// The publisher withdrew it and says that this has taken it in.
      case incorporatedInto = "incorporated-into"
      /// It stands under another parent; `to` is that parent.
      case otherParent = "other-parent"
      /// Its requirement stands there in the same words.
      case sameText = "same-text"
    }

    /// The node as the older side has it.
    public var from: Node
    /// Where it went; a name that the newer side lacks stands as the publisher wrote it.
    public var to: ControlID
    /// What is there; `nil` where the newer side has nothing of that name.
    public var destination: Node?
    /// How it is known where it went.
    public var ground: Ground

    /// Creates a move.
    public init(from: Node, to: ControlID, destination: Node?, ground: Ground) {
      self.from = from
      self.to = to
      self.destination = destination
      self.ground = ground
    }
  }

  /// A node of which nothing can be said as to its words.
  public struct NotCompared: Hashable, Sendable {
    /// Why not.
    public enum Reason: String, CaseIterable, Sendable {
      /// The two sides are in different languages.
      case otherLanguage = "other-language"
      /// One side has the official text, the other a summary.
      case otherKindOfText = "other-kind-of-text"
      /// One side has words, the other none.
      case textOnOneSide = "text-on-one-side"
      /// It requires something, and neither side has its words.
      case noText = "no-text"
    }

    /// The node as the newer side has it.
    public var node: Node
    /// Why its words were not compared.
    public var reason: Reason

    /// Creates an entry.
    public init(_ node: Node, _ reason: Reason) {
      self.node = node
      self.reason = reason
    }
  }

  /// A node of the older side whose requirement is not the same any more.
  public struct Touched: Hashable, Sendable {
    /// Its name on the older side.
    public var id: ControlID
    /// What became of it.
    public var outcome: RequirementComparison.Outcome

    /// Creates an entry.
    public init(_ id: ControlID, _ outcome: RequirementComparison.Outcome) {
      self.id = id
      self.outcome = outcome
    }
  }
}
