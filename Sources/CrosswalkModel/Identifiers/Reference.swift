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
    let (head, localPart) = Self.halves(of: Substring(text), at: UInt8(ascii: "/"))
    let (name, revisionName) = Self.halves(of: head, at: UInt8(ascii: "@"))
    guard let framework = FrameworkID(name.trimmingBlanks) else { return nil }
    self.framework = framework
    if let revisionName {
      guard let revision = RevisionID(revisionName.trimmingBlanks) else { return nil }
      self.revision = revision
    } else {
      revision = nil
    }
    if let localPart {
      let local = localPart.trimmingBlanks
      guard !local.isEmpty else { return nil }
      self.local = String(local)
    } else {
      local = nil
    }
  }

  private static func halves(of text: Substring, at mark: UInt8) -> (Substring, Substring?) {
    guard let place = text.utf8.firstIndex(of: mark) else { return (text, nil) }
    return (text[..<place], text[text.utf8.index(after: place)...])
  }

  /// The reference as it would be typed.
  public var description: String {
    framework.rawValue + (revision.map { "@\($0)" } ?? "") + (local.map { "/\($0)" } ?? "")
  }
}

extension StringProtocol {
  /// The text without blanks, tabs, line ends and no-break spaces at either end.
  ///
  /// Cost: constant where, as mostly, a plain letter, digit or sign stands at both ends.
  @inlinable public var trimmingBlanks: SubSequence {
    if let first = unicodeScalars.first, let last = unicodeScalars.last, "!"..."~" ~= first, "!"..."~" ~= last
    {
      return self[...]
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex..<endIndex] }
    return self[first...last]
  }
}
