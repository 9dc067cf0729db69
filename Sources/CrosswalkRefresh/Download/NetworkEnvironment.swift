import CrosswalkModel
import Glibc
import Synchronization

/// What the C library below URLSession reads from the environment: nothing of it is left to whoever started the program.
enum NetworkEnvironment {
  /// Proxies that nobody named for this program.
  private static let proxies = ["http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "no_proxy"]
  /// Other certificates, the secrets of connections in a file, other settings of TLS.
  private static let trust = [
    "URLSessionCertificateAuthorityInfoFile", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "SSLKEYLOGFILE",
    "OPENSSL_CONF", "CURL_HOME",
  ]

  /// Takes away the variables, and names the proxy that the user named instead.
  ///
  /// It runs before a session is made, when no other thread of the program reads the environment.
  /// - Returns: One note, where there was something to ignore.
  static func prepare(proxy: ProxyAddress?) -> Diagnostic? {
    // What an earlier call set is none of the user's.
    let ours: Set<String> = proxy == nil ? [] : ["https_proxy", "no_proxy"]
    var ignored: [String] = []
    for name in proxies.flatMap({ [$0, $0.uppercased()] }) + trust {
      guard let value = getenv(name).map({ String(cString: $0) }) else { continue }
      if ours.contains(name), value == Self.value(of: name, proxy) { continue }
      unsetenv(name)
      if !value.isEmpty { ignored.append(name) }
    }
    for name in ours.sorted() where getenv(name) == nil { setenv(name, Self.value(of: name, proxy), 1) }
    guard !ignored.isEmpty else { return nil }
    everIgnored.withLock { $0 += ignored }
    return Diagnostic(
      .note, code: "refresh-environment-ignored",
      message: "ignored from the environment: \(ignored.joined(separator: ", "))",
      hint: "a proxy is named with --proxy; certificates are those of the system")
  }

  /// What was ignored since the program began: what may be missed where a connection fails.
  static var ignored: [String] { everIgnored.withLock { $0 } }

  private static let everIgnored = Mutex<[String]>([])

  /// Whether a named proxy is asked for this address: for `https`, and never for this machine.
  static func isByProxy(_ address: SourceAddress) -> Bool { address.scheme == .https && !address.isLoopback }

  private static func value(of name: String, _ proxy: ProxyAddress?) -> String {
    name == "https_proxy" ? proxy?.description ?? "" : "localhost,127.0.0.0/8,::1"
  }
}
