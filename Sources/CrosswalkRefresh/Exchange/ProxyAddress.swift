/// A proxy that somebody named: `http://host:port`, without user and path.
public struct ProxyAddress: Hashable, Sendable, CustomStringConvertible {
  /// `http://host:port`.
  public let description: String

  /// Reads an address; `nil` for any other text.
  public init?(_ text: String) {
    guard text.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst("http://".count)
    let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
    guard let colon = authority.lastIndex(of: ":") else { return nil }
    let host = authority[..<colon]
    let digits = authority[authority.index(after: colon)...]
    guard Self.isHost(host), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
      (1...65_535).contains(port)
    else { return nil }
    description = "http://\(host):\(port)"
  }

  private static func isHost(_ host: Substring) -> Bool {
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
    let name = isAddress ? host.dropFirst().dropLast() : host
    guard !name.isEmpty, name.utf8.count <= 253 else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".": true
      case "-": !isAddress
      case ":": isAddress
      default: false
      }
    }
  }
}
