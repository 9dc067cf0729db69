/// One event of a JSON document, and where it stands.
public struct JSONEvent: Hashable, Sendable {
  /// What was read.
  public enum Kind: Hashable, Sendable {
    /// `{`
    case beginObject
    /// `}`
    case endObject
    /// `[`
    case beginArray
    /// `]`
    case endArray
    /// The name of a member, its escapes resolved; the value follows.
    case name(String)
    /// A string, its escapes resolved.
    case string(String)
    /// A number as it is written: nothing of it is rounded.
    case number(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`
    case null
  }

  /// What was read.
  public let kind: Kind
  /// Line of its first character, from 1.
  public let line: Int
  /// Column of its first character, from 1, in UTF-8 bytes of the decoded text.
  public let column: Int
}
