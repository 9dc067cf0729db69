/// An amendment of one framework: nodes added, changed, withdrawn and removed.
public struct CatalogAmendment: Sendable {
  /// What an amendment says about one node; `nil` leaves it as it is.
  public struct Wording: Hashable, Sendable {
    /// Number or mark printed before it.
    public var label: String?
    /// Heading.
    public var title: String?
    /// The official text.
    public var text: String?
    /// A summary of it.
    public var summary: String?
    /// What the statement does.
    public var modality: Modality?
    /// Those whom it addresses.
    public var roles: RoleSet?
    /// First day of application.
    public var appliesFrom: CalendarDate?
    /// What the day alone would get wrong.
    public var appliesNote: String?

    /// Says nothing.
    public init() {}
  }

  /// A node that the amendment inserts.
  public struct Addition: Sendable {
    /// Its local name.
    public var local: String
    /// The node that holds it, which may be an added one; `nil` for the top of the framework.
    public var parent: String?
    /// The part of that node behind which it stands; `nil` for the end.
    public var after: String?
    /// What it is.
    public var kind: NodeKind
    /// What it says.
    public var wording: Wording
    /// Where the amendment names it.
    public var location: SourceLocation

    /// Creates an insertion.
    public init(
      local: String, parent: String?, after: String?, kind: NodeKind, wording: Wording,
      location: SourceLocation
    ) {
      self.local = local
      self.parent = parent
      self.after = after
      self.kind = kind
      self.wording = wording
      self.location = location
    }
  }

  /// A node that the amendment changes, withdraws or removes.
  public struct Mention: Sendable {
    /// Its local name, in any spelling that names one node only.
    public var local: String
    /// What it says from now on.
    public var wording: Wording
    /// Where the amendment names it.
    public var location: SourceLocation

    /// Names a node.
    public init(local: String, wording: Wording = Wording(), location: SourceLocation) {
      self.local = local
      self.wording = wording
      self.location = location
    }
  }

  /// The framework that is amended.
  public var framework: FrameworkID
  /// The revision that the amendment was written for; `nil` for any.
  public var revision: RevisionID?
  /// The name of the amended revision; `nil` to add `+patch` to that of the amended one.
  public var name: RevisionID?
  /// What the amendment is called; `nil` where it has no name.
  public var title: String?
  /// Where the amendment begins.
  public var location: SourceLocation
  /// Nodes inserted, those of one place in the order in which they will stand.
  public var additions: [Addition] = []
  /// Nodes with another wording.
  public var changes: [Mention] = []
  /// Nodes that require nothing any more, with all below them.
  public var withdrawn: [Mention] = []
  /// Nodes that are no longer there, with all below them.
  public var removed: [Mention] = []

  /// Creates an amendment without any change.
  public init(
    framework: FrameworkID, revision: RevisionID? = nil, name: RevisionID? = nil, title: String? = nil,
    location: SourceLocation
  ) {
    self.framework = framework
    self.revision = revision
    self.name = name
    self.title = title
    self.location = location
  }
}

/// Why an amendment does not fit the catalog that it amends.
public struct AmendmentError: DiagnosableError, Hashable {
  /// What does not fit.
  public enum Reason: Hashable, Sendable {
    case unknownNode(closest: [String])
    case severalNodes([String])
    /// The name of an addition is taken.
    case alreadyThere
    /// What it is placed behind is no part of its parent.
    case notBeside(parent: String?)
    /// The same node is named twice, or lies in one that is removed.
    case namedTwice
    /// The amendment was written for another revision.
    case otherRevision(RevisionID, given: FrameworkRevisionID)
    /// The parents of an addition lead back to it, or to one that could not be placed.
    case parentCycle
    /// No claim leads from the frameworks of the question to the amended one.
    case notPartOfTheQuestion
  }

  /// What does not fit.
  public let reason: Reason
  /// The local name that the amendment gives.
  public let local: String
  /// The revision that it was held against.
  public let revision: FrameworkRevisionID
  /// Where the amendment says it.
  public let location: SourceLocation

  /// Creates an error about the node called `local`.
  public init(_ reason: Reason, local: String, in revision: FrameworkRevisionID, at location: SourceLocation)
  {
    self.reason = reason
    self.local = local
    self.revision = revision
    self.location = location
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    let (message, hint) = text
    return Diagnostic(
      .error, code: "amendment-does-not-fit", message: message, location: location,
      control: local.isEmpty ? nil : local, hint: hint)
  }

  private var text: (message: String, hint: String?) {
    switch reason {
    case .unknownNode(let closest):
      (
        "\(revision) has no \"\(local)\"",
        closest.isEmpty ? nil : "did you mean \(closest.joined(separator: ", "))?"
      )
    case .severalNodes(let names):
      ("\"\(local)\" names several parts of \(revision)", "write one of: \(names.joined(separator: ", "))")
    case .alreadyThere: ("\(revision) has \"\(local)\" already", "\"change\" alters what is there")
    case .notBeside(let parent):
      ("\"\(local)\" is no part of \(parent ?? "the top of \(revision)")", "\"after\" names a sibling")
    case .namedTwice: ("\"\(local)\" is named twice, or lies in what is removed", "name every node once")
    case .otherRevision(let wanted, let given):
      ("the amendment is one of revision \(wanted), the question is about \(given)", nil)
    case .parentCycle: ("the parents of \"\(local)\" lead back to it", nil)
    case .notPartOfTheQuestion:
      (
        "\(revision.framework) is no part of the question: the amendment would change nothing",
        "name it with --from or --to"
      )
    }
  }
}
