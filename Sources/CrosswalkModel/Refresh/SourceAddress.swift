/// An address that content may be fetched from: `https`, or `http` to this machine; no user, no fragment, no foreign script.
///
/// Two readers of one address must not see two hosts in it. So only the plain ASCII form is taken, and everything that
/// readers are known to disagree about is refused: users in front of hosts, backslashes, blanks, numbers that stand for
/// addresses, and hosts in other alphabets, which look like others (they are written as `xn--…`).
public struct SourceAddress: Hashable, Sendable, CustomStringConvertible {
  /// The two schemes.
  public enum Scheme: String, Hashable, Sendable {
    case https, http

    /// The port where none is named.
    public var port: Int { self == .https ? 443 : 80 }
  }

  /// The scheme; `http` only where the host is this machine.
  public let scheme: Scheme
  /// The host in lower case; an IPv6 address with its brackets.
  public let host: String
  /// The port.
  public let port: Int
  /// Path and query, from the first slash on.
  public let target: String

  /// Reads an absolute address.
  ///
  /// - Throws: ``AddressFault`` at the first rule that `text` breaks.
  public init(_ text: String) throws(AddressFault) {
    let parts = try AddressParts(text)
    let host = parts.host.lowercased()
    try Self.check(host: host)
    guard let scheme = Scheme(rawValue: parts.scheme) else { throw .scheme(parts.scheme) }
    guard scheme == .https || Self.isLoopback(host) else { throw .plainHTTP }
    guard let port = parts.port.isEmpty ? scheme.port : Int(parts.port), (1...65_535).contains(port) else {
      throw .port(parts.port)
    }
    self.init(scheme: scheme, host: host, port: port, target: parts.target)
  }

  private init(scheme: Scheme, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// Whether the host is this machine: `localhost`, `127.0.0.0/8` or `[::1]`.
  public var isLoopback: Bool { Self.isLoopback(host) }

  /// Scheme, host and port: `https://example.org`, with the port only where it is not the usual one.
  public var origin: String { "\(scheme.rawValue)://\(host)\(port == scheme.port ? "" : ":\(port)")" }

  /// The whole address.
  public var description: String { origin + target }

  /// The address as logs show it: what stands in a query may be a secret.
  public var redacted: String { Self.redacted(description) }

  /// Any text that was meant as an address, without users and queries, and not longer than 200 characters.
  public static func redacted(_ text: String) -> String {
    let end = text.firstIndex { $0 == "?" || $0 == "#" }
    var shown = end.map { text[..<$0] + "?…" } ?? text
    // In what is no address nobody knows where a user would end: everything up to the last @ may be one.
    if (try? SourceAddress(text)) == nil {
      let kept = start(of: shown)
      if let user = shown.lastIndex(of: "@") {
        shown = kept + "…@" + shown[shown.index(after: user)...]
      } else if text.contains("@") {
        // A user or a password with ? in it looks like a host with a query.
        shown = kept + "…"
      }
    }
    return shown.count > 200 ? shown.prefix(200) + "…" : shown
  }

  /// Scheme and slashes, as far as they are there.
  private static func start(of text: String) -> Substring {
    let scheme = text.prefix { $0 != ":" }
    let rest = Scheme(rawValue: scheme.lowercased()) == nil ? text[...] : text[scheme.endIndex...].dropFirst()
    return text[..<(rest.firstIndex { $0 != "/" } ?? text.endIndex)]
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || isAddress(host) && host.hasPrefix("127.")
  }

  /// Whether `host` is four decimal numbers as everybody reads them.
  private static func isAddress(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
  }

  /// Whether `host` may stand in an address; in lower case.
  public static func check(host: String) throws(AddressFault) {
    if isLoopback(host) { return }
    guard !host.hasPrefix("["), !isAddress(host) else { throw .literal(host) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    // A last label of digits makes some readers take the whole for a number: 2130706433, 0x7f.1, 127.1.
    guard host.utf8.count <= 253, labels.count > 1, labels.allSatisfy(isLabel),
      let last = labels.last?.utf8, !last.allSatisfy({ (0x30...0x39).contains($0) }),
      !last.starts(with: "0x".utf8)
    else { throw .host(host) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    let bytes = label.utf8
    return (1...63).contains(bytes.count) && bytes.first != 0x2D && bytes.last != 0x2D
      && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

/// Why a text is no address that may be fetched from.
public enum AddressFault: Error, Hashable, Sendable {
  /// Not an absolute address, or with characters that none has.
  case malformed
  /// Another scheme.
  case scheme(String)
  /// A user in front of the host.
  case user
  /// A host that is no plain name.
  case host(String)
  /// An IP address that is not this machine.
  case literal(String)
  /// Plain `http` to another machine.
  case plainHTTP
  /// A port that is none.
  case port(String)
  /// A part behind `#`.
  case fragment

  /// What is wrong, as the end of a sentence about the address.
  public var sentence: String {
    switch self {
    case .malformed: "is no absolute address in plain ASCII"
    case .scheme(let name): "has the scheme \"\(name.shortened)\"; only https is fetched"
    case .user: "names a user, which belongs in no list"
    case .host(let host):
      "has the host \"\(host.shortened)\", which is no plain host name (other alphabets are written as xn--…)"
    case .literal(let host): "has the host \(host.shortened), a number in place of a name"
    case .plainHTTP: "is plain http, which is taken only from this machine"
    case .port(let port): "has the port \"\(port.shortened)\", which is none"
    case .fragment: "has a part behind #, which no server sees"
    }
  }
}
