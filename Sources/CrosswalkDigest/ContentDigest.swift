import Crypto

/// Digests of content.
public enum ContentDigest {
  /// SHA-256 of `bytes`.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    return Array(hash.finalize())
  }

  /// SHA-256 of `parts`, one behind the other.
  public static func sha256(ofParts parts: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }

  /// `bytes` in lower-case hexadecimal.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// A UUID of version 5 (RFC 9562, section 5.5): the same name in the same namespace gives the same UUID.
  ///
  /// - Parameter namespace: The 16 bytes of the namespace's UUID.
  public static func uuidVersion5(namespace: [UInt8], name: String) -> String {
    var hash = Insecure.SHA1()
    hash.update(data: namespace)
    hash.update(data: Array(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
    return groups.map(hexadecimal).joined(separator: "-")
  }
}

/// SHA-256 of bytes that come piece by piece.
public struct ContentDigestStream {
  private var hash = SHA256()

  /// Creates the digest of no bytes.
  public init() {}

  /// Appends bytes.
  public mutating func append(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of all bytes so far, in lower-case hexadecimal.
  public var hexadecimal: String { ContentDigest.hexadecimal(hash.finalize()) }
}
