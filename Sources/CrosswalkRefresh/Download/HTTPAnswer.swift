/// What a server answered, without its body.
struct HTTPAnswer: Sendable {
  let status: Int
  /// By names in lower case; what came several times is joined with `, `.
  let headers: [String: String]

  func header(_ name: String) -> String? { headers[name] }

  /// Whether it sends us elsewhere.
  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Why its body must not be read; `nil` where it may.
  ///
  /// Two lengths, or a length beside chunks, are how one reader is made to see another end than the next one.
  func fault(limit: Int) -> DownloadError.Reason? {
    guard status == 200 else { return statusFault }
    if let encoding = header("content-encoding")?.lowercased(), encoding != "identity", !encoding.isEmpty {
      return .encoded(encoding)
    }
    let transfer = header("transfer-encoding")?.lowercased()
    if let transfer, transfer != "chunked" { return .encoded(transfer) }
    guard let text = header("content-length") else {
      // Only HTTP/1 has this header, and there such a body ends where the connection does: nobody can tell that from a
      // cut. HTTP/2 says where a body ends in its frames.
      let isOpenEnded = transfer == nil && header("connection") != nil
      return isOpenEnded ? .ambiguousLength("neither a length nor chunks") : nil
    }
    guard transfer == nil else { return .ambiguousLength("a length and chunks") }
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let length = Int(text)
    else { return .ambiguousLength("Content-Length is \"\(text.prefix(40))\"") }
    return length > limit ? .tooLarge(limit: limit) : length == 0 ? .empty : nil
  }

  private var statusFault: DownloadError.Reason? {
    if status == 304 || isRedirect { return nil }
    return status < 400 ? .unexpectedStatus(status) : .status(status)
  }
}
