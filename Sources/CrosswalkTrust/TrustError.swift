import CrosswalkModel

/// Why signed content is not what a trusted key signed; exit status 65.
public struct TrustError: DiagnosableError, Hashable {
  /// What does not hold.
  public enum Reason: Hashable, Sendable {
    /// The manifest, its signatures or a trusted key are not as their format says.
    case malformed(String)
    /// There is no signature at all.
    case unsigned
    /// The signature of a trusted key is not the base64 of 64 bytes.
    case malformedSignature(key: String)
    /// Too few different trusted keys signed these bytes.
    case threshold(signed: Int, needed: Int, wrong: [String], unknown: [String])
    /// The manifest says nothing any more.
    case expired(Moment)
    /// The manifest was made at a time to come.
    case toCome(Moment)
    /// Another manifest of the same version was seen before.
    case versionTwice(Int)
    /// The manifest is older than one that was seen before.
    case olderThanSeen(version: Int, seen: Int)
    /// The manifest does not name a file.
    case missingEntry(String)
    /// A file is longer or shorter than the manifest says.
    case wrongLength(String, signed: Int, found: Int)
    /// A file has other bytes than those that were signed.
    case wrongDigest(String, signed: String, found: String)
  }

  /// What does not hold.
  public let reason: Reason
  /// Where: in the manifest or in its signatures.
  public let location: SourceLocation

  /// Creates an error about a place.
  public init(_ reason: Reason, at location: SourceLocation) {
    self.reason = reason
    self.location = location
  }

  /// Creates an error about a file as a whole.
  public init(_ reason: Reason, file: String) {
    self.init(reason, at: SourceLocation(file: file, line: 1, column: 1))
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "trust-\(text.code)", message: text.message, location: location, hint: text.hint)
  }

  private var text: (code: String, message: String, hint: String?) {
    switch reason {
    case .malformed(let what): ("malformed", what, nil)
    case .unsigned: ("unsigned", "nobody signed this manifest", nil)
    case .malformedSignature(let key):
      ("malformed-signature", "the signature of \"\(key)\" is not the base64 of 64 bytes", nil)
    case .threshold(let signed, let needed, let wrong, let unknown):
      (
        "threshold", "\(signed) of \(needed) needed keys signed these bytes" + Self.rest(wrong, unknown),
        "the manifest or its signatures were changed, or the list of keys is out of date"
      )
    case .expired(let moment):
      ("expired", "the manifest expired at \(moment)", "ask its publisher for a new one")
    case .toCome(let moment):
      (
        "to-come", "the manifest says that it was made at \(moment)",
        "the clock of its publisher, or the one of this machine, is wrong"
      )
    case .versionTwice(let version):
      (
        "version-twice", "version \(version) of the manifest is not the one that was seen before",
        "its publisher gives every release a higher version"
      )
    case .olderThanSeen(let version, let seen):
      (
        "rollback", "version \(version) of the manifest is older than version \(seen), which was seen before",
        nil
      )
    case .missingEntry(let name): ("missing-entry", "the manifest does not name \"\(name)\"", nil)
    case .wrongLength(let name, let signed, let found):
      ("wrong-length", "\"\(name)\" has \(found) bytes; \(signed) were signed", nil)
    case .wrongDigest(let name, let signed, let found):
      ("wrong-digest", "\"\(name)\" has the digest \(found); \(signed) was signed", nil)
    }
  }

  /// Names that anybody may have written; more of them than this say nothing more.
  private static let mostNames = 5

  private static func rest(_ wrong: [String], _ unknown: [String]) -> String {
    let parts = [
      wrong.isEmpty ? nil : "; wrong: \(wrong.joined(separator: ", "))",
      unknown.isEmpty ? nil : "; not trusted: \(list(unknown))",
    ]
    return parts.compactMap { $0 }.joined()
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count - mostNames
    let shown = names.prefix(mostNames).map(\.shortened).joined(separator: ", ")
    return more > 0 ? "\(shown) and \(more) more" : shown
  }
}
