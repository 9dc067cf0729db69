/// What a server answered, without its body.
struct HTTPAnswer: Codable, Hashable, Sendable {
  let status: Int
  /// By names in lower case; what came several times is joined with `, `.
  ///
  /// Of names that differ only in case URLSession keeps one, whichever it happens to be: see ``length``.
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
      return .encoded(encoding.shortened)
    }
    let transfer = header("transfer-encoding")?.lowercased()
    if let transfer, transfer != "chunked" { return .encoded(transfer.shortened) }
    guard let text = header("content-length") else {
      // In HTTP/1 such a body ends where the connection does: nobody can tell that from a cut. HTTP/2 says where a body
      // ends in its frames, but URLSession does not say here which of them was spoken, so both are refused.
      return transfer == nil ? .ambiguousLength("neither a length nor chunks") : nil
    }
    guard transfer == nil else { return .ambiguousLength("a length and chunks") }
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let length = Int(text)
    else { return .ambiguousLength("Content-Length is \"\(text.shortened)\"") }
    return length > limit ? .tooLarge(limit: limit) : length == 0 ? .empty : nil
  }

  /// How many bytes its body has, by its own word.
  ///
  /// What came must be as many: a header that says the length twice, or an encoding beside "identity", can be hidden from us
  /// by names in other cases, and then the C library below cuts or decodes the body.
  var length: Int? { header("content-length").flatMap { Int($0) } }

  private var statusFault: DownloadError.Reason? {
    if status == 304 || isRedirect { return nil }
    return status < 400 ? .unexpectedStatus(status) : .status(status)
  }
}
