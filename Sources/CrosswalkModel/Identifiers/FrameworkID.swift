/// The identity of a framework: what its publisher and this project call it, never a document's UUID.
///
/// `nist-ai-rmf-1.0`, `eu-ai-act`. Lower-case letters, digits, `.`, `-` and `_`, so that it can stand
/// in a reference and in a file name.
public struct FrameworkID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier in lower case.
  public let rawValue: String

  /// Creates an identifier; `nil` where `text` holds a character that an identifier must not hold.
  public init?(_ text: some StringProtocol) {
    let lowered = text.lowercased()
    guard !lowered.isEmpty, lowered.utf8.count <= 128, lowered.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    rawValue = lowered
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The identifier itself.
  public var description: String { rawValue }

  /// Orders by spelling.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The name of one revision of a framework, as its publisher numbers or dates it: `5.0.1`, `2026-07-27`.
public struct RevisionID: Hashable, Sendable, CustomStringConvertible {
  /// The name as its publisher spells it.
  public let rawValue: String

  /// Creates a revision name; `nil` where it is empty or holds a blank, `/`, `#`, `@` or a control character.
  public init?(_ text: some StringProtocol) {
    let forbidden: (Unicode.Scalar) -> Bool = {
      if $0 == "/" || $0 == "#" || $0 == "@" { return true }
      // The table of properties is not asked about plain letters and digits.
      return !("!"..."~" ~= $0) && ($0.properties.isWhitespace || $0.isUnsafeOnATerminal)
    }
    guard !text.isEmpty, text.utf8.count <= 128, !text.unicodeScalars.contains(where: forbidden) else {
      return nil
    }
    rawValue = String(text)
  }

  /// The name itself.
  public var description: String { rawValue }
}

/// One revision of one framework: `eu-ai-act@2026-07-27`.
public struct FrameworkRevisionID: Hashable, Sendable, CustomStringConvertible {
  /// The framework.
  public let framework: FrameworkID
  /// The revision of it.
  public let revision: RevisionID

  /// Creates the name of `revision` of `framework`.
  public init(framework: FrameworkID, revision: RevisionID) {
    self.framework = framework
    self.revision = revision
  }

  /// `framework@revision`.
  public var description: String { "\(framework)@\(revision)" }
}
