import CrosswalkModel

/// What the user said about the identity of a file's content; what is `nil` is taken from the file.
public struct ImportIdentity: Hashable, Sendable {
  public var framework: FrameworkID?
  public var revision: RevisionID?
  public var asOf: CalendarDate?

  /// Creates an identity; every part may be left to the file.
  public init(framework: FrameworkID? = nil, revision: RevisionID? = nil, asOf: CalendarDate? = nil) {
    self.framework = framework
    self.revision = revision
    self.asOf = asOf
  }
}
