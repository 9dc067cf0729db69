/// The parts of an absolute address, split where RFC 3986 splits them, and not yet judged.
struct AddressParts {
  /// In lower case.
  let scheme: String
  let host: String
  /// Digits, or empty.
  let port: String
  /// Path and query; `/` where there is none.
  let target: String

  private static let longest = 2_048

  init(_ text: String) throws(AddressFault) {
    guard text.utf8.count <= Self.longest, text.utf8.allSatisfy(Self.isAllowed), Self.hasWholeEscapes(text)
    else {
      throw .malformed
    }
    guard let colon = text.firstIndex(of: ":") else { throw .malformed }
    scheme = text[..<colon].lowercased()
    guard Self.isScheme(scheme) else { throw .malformed }
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else {
      guard SourceAddress.Scheme(rawValue: scheme) == nil else { throw .malformed }
      throw .scheme(scheme)
    }
    guard !rest.contains("#") else { throw .fragment }
    let behind = rest.dropFirst(2)
    let authority = behind.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@") else { throw .user }
    let afterAuthority = behind[authority.endIndex...]
    target = afterAuthority.hasPrefix("/") ? String(afterAuthority) : "/" + afterAuthority
    (host, port) = try Self.split(authority)
  }

  private static func split(_ authority: Substring) throws(AddressFault) -> (String, String) {
    var host = authority
    var port: Substring = ""
    if let end = authority.lastIndex(of: "]") {
      host = authority[...end]
      port = authority[authority.index(after: end)...]
      guard authority.hasPrefix("["), port.isEmpty || port.hasPrefix(":") else { throw .malformed }
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[colon...]
    }
    guard port != ":", port.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .port(String(port.dropFirst()))
    }
    return (String(host), String(port.dropFirst()))
  }

  private static func isScheme(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
  }

  /// Printable ASCII without what RFC 3986 keeps out of addresses.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
  }

  private static func hasWholeEscapes(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.allSatisfy { index in
      guard bytes[index] == UInt8(ascii: "%") else { return true }
      return bytes[(index + 1)...].prefix(2).filter { Character(Unicode.Scalar($0)).isHexDigit }.count == 2
    }
  }
}
