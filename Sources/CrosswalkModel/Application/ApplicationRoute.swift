/// A way in which a framework reaches its subjects: of a regulation, the class of system that its duties attach to.
///
/// Routes are declared by the framework's own content; no code knows any of them.
public struct ApplicationRoute: Hashable, Sendable {
  /// Short name, as the command line takes it: `annex-iii`.
  public var id: String
  /// What it is called.
  public var title: String
  /// Who or what is on it, in this project's words.
  public var summary: String
  /// The place of the framework that makes it a route.
  public var provision: String

  /// Creates a route.
  public init(id: String, title: String, summary: String, provision: String) {
    self.id = id
    self.title = title
    self.summary = summary
    self.provision = provision
  }
}
