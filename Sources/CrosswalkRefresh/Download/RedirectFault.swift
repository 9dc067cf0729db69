import CrosswalkModel

/// Why a redirect is not followed.
public enum RedirectFault: Error, Hashable, Sendable {
  /// An answer that redirects does not say where to.
  case noLocation
  /// The address may not be fetched from; it is shown without what may be secret.
  case address(String, AddressFault)
  /// A host that the source does not list.
  case host(String)
  /// A port that the source does not name.
  case port(String)
  /// An address that was visited before.
  case loop(String)
  /// More redirects than are followed.
  case tooMany(Int)

  /// What is wrong, in words.
  public var sentence: String {
    switch self {
    case .noLocation: "the answer does not say where to"
    case .address(let address, let fault): "\"\(address)\" \(fault.sentence)"
    case .host(let host): "the source does not list the host \(host)"
    case .port(let origin): "the source does not name the port of \(origin)"
    case .loop(let address): "\(address) leads back to itself"
    case .tooMany(let most): "more than \(most) in a row"
    }
  }

  /// What to do about it.
  var hint: String? {
    if case .host = self { "\"hosts\" of the source lists the hosts that redirects may lead to" } else { nil }
  }
}
