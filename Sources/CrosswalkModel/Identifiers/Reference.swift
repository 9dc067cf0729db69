/// What a user types to name a framework or something in it.
///
/// `FRAMEWORK`, `FRAMEWORK@REVISION`, `FRAMEWORK/LOCAL`, `FRAMEWORK@REVISION/LOCAL`, each local with `#STATEMENT`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// The framework.
  public let framework: FrameworkID
  /// The revision; `nil` for the newest that applies.
  public let revision: RevisionID?
  /// The part of it; `nil` for the whole.
  public let local: String?

  /// Creates a reference from its parts.
  public init(framework: FrameworkID, revision: RevisionID? = nil, local: String? = nil) {
    self.framework = framework
    self.revision = revision
    self.local = local
  }

  /// Reads a reference; `nil` where the text has no framework, or an empty revision or local part.
  ///
  /// The first `/` ends the framework: a local part may hold further ones (`43(1)/2(a)`).
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = parts.first else { return nil }
    let names = head.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = names.first, let framework = FrameworkID(name.trimmingBlanks) else { return nil }
    self.framework = framework
    if names.count == 2 {
      guard let revision = RevisionID(names[1].trimmingBlanks) else { return nil }
      self.revision = revision
    } else {
      revision = nil
    }
    if parts.count == 2 {
      let local = parts[1].trimmingBlanks
      guard !local.isEmpty else { return nil }
      self.local = String(local)
    } else {
      local = nil
    }
  }

  /// The reference as it would be typed.
  public var description: String {
    framework.rawValue + (revision.map { "@\($0)" } ?? "") + (local.map { "/\($0)" } ?? "")
  }
}

extension StringProtocol {
  /// The text without blanks, tabs, line ends and no-break spaces at either end.
  public var trimmingBlanks: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex..<endIndex] }
    return self[first...last]
  }
}
