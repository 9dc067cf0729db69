extension SourceAddress {
  /// The absolute text of what a server's `Location` names, seen from this address (RFC 3986, section 5.2).
  ///
  /// The fragment is left out: no server sees it. The text is not judged: that is for whoever reads it as an address.
  public func resolving(_ location: String) -> String {
    let reference = location.prefix { $0 != "#" }
    if Self.hasScheme(reference) { return String(reference) }
    if reference.hasPrefix("//") { return "\(scheme.rawValue):\(reference)" }
    if reference.hasPrefix("/") { return origin + Self.withoutDots(reference) }
    let path = target.prefix { $0 != "?" }
    if reference.isEmpty { return description }
    if reference.hasPrefix("?") { return origin + path + reference }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + Self.withoutDots(folder + reference)
  }

  private static func hasScheme(_ text: Substring) -> Bool {
    guard let end = text.firstIndex(where: { ":/?".contains($0) }), text[end] == ":" else { return false }
    return true
  }

  /// The path of `target` with its `.` and `..` followed; the query as it is.
  private static func withoutDots(_ target: Substring) -> String {
    let path = target.prefix { $0 != "?" }
    var kept: [Substring] = []
    let steps = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      if step == ".." { _ = kept.popLast() } else if step != "." { kept.append(step) }
      // A path that ends in dots names a folder.
      if index == steps.count - 1, step == "." || step == ".." { kept.append("") }
    }
    return "/" + kept.joined(separator: "/") + target[path.endIndex...]
  }
}
