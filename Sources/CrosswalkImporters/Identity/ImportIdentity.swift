import CrosswalkModel

/// What the user said about the identity of a file's content; what is `nil` is taken from the file.
public struct ImportIdentity: Hashable, Sendable {
  /// The framework that the content is a revision of.
  public var framework: FrameworkID?
  /// The name of the revision.
  public var revision: RevisionID?
  /// The day from which it is the current text.
  public var asOf: CalendarDate?

  /// Creates an identity; every part may be left to the file.
  public init(framework: FrameworkID? = nil, revision: RevisionID? = nil, asOf: CalendarDate? = nil) {
    self.framework = framework
    self.revision = revision
    self.asOf = asOf
  }
}
