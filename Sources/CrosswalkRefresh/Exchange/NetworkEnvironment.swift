import CrosswalkModel

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

  /// The whole environment of a process that speaks with the network.
  static func variables(proxy: ProxyAddress?) -> [String: String] {
    // Each arena maps much more than it uses, which would count.
    var variables = ["LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"]
    guard let proxy else { return variables }
    variables["https_proxy"] = proxy.description
    variables["no_proxy"] = "localhost,127.0.0.0/8,::1"
    return variables
  }

  /// The names that `environment` knows, which would have a say and have none.
  static func ignored(of environment: (String) -> String?) -> [String] {
    (proxies.flatMap { [$0, $0.uppercased()] } + trust).filter { environment($0)?.isEmpty == false }
  }

  /// What is said about them; `nil` where there are none.
  static func note(ignored: [String]) -> Diagnostic? {
    guard !ignored.isEmpty else { return nil }
    return Diagnostic(
      .note, code: "refresh-environment-ignored",
      message: "ignored from the environment: \(ignored.joined(separator: ", "))",
      hint: "a proxy is named with --proxy; certificates are those of the system")
  }

  /// Whether a named proxy is asked for this address: for `https`, and never for this machine.
  static func isByProxy(_ address: SourceAddress) -> Bool { address.scheme == .https && !address.isLoopback }
}
