import CrosswalkModel

/// Where a source's servers may send us: decided from the raw `Location` header, hop by hop.
struct RedirectPolicy {
  /// The hosts of the source: those of its addresses, and those that it lists besides.
  private let hosts: Set<String>
  /// Scheme, host and port of its addresses.
  private let origins: Set<String>

  init(_ source: SourceManifest.Source) {
    var files = source.files
    if case .signed(let policy) = source.verification { files += [policy.manifest, policy.signatures] }
    let addresses = files.flatMap(\.urls).compactMap { try? SourceAddress($0) }
    hosts = Set(addresses.map(\.host) + source.hosts)
    origins = Set(addresses.map(\.origin))
  }

  /// The address that `location` leads to from `address`.
  ///
  /// Plain `http` is taken only where the source itself names it; to any other listed host the hop goes by `https`.
  func next(from address: SourceAddress, location: String?) throws(RedirectFault) -> SourceAddress {
    guard let location, !location.isEmpty else { throw .noLocation }
    let next = try target(address.resolving(location))
    guard hosts.contains(next.host) else { throw .host(next.host) }
    guard next.port == next.scheme.port || origins.contains(next.origin) else { throw .port(next.origin) }
    return next
  }

  private func target(_ text: String) throws(RedirectFault) -> SourceAddress {
    if text.lowercased().hasPrefix("http://") {
      if let plain = try? SourceAddress(text), origins.contains(plain.origin) { return plain }
      let rest = text.dropFirst("http://".count)
      let secure = try parsed("https://" + rest)
      // The usual port of the one is not that of the other.
      return secure.port == 80 ? try parsed(secure.withUsualPort) : secure
    }
    return try parsed(text)
  }

  private func parsed(_ text: String) throws(RedirectFault) -> SourceAddress {
    do { return try SourceAddress(text) } catch { throw .address(SourceAddress.redacted(text), error) }
  }
}

extension SourceAddress {
  /// The same address at the usual port of its scheme, as text.
  fileprivate var withUsualPort: String { "\(scheme.rawValue)://\(host)\(target)" }
}
