import CrosswalkModel

/// What a server is told about the bytes that we have, so that it can say that they are still the same.
struct Validators {
  /// The longest tag that is sent back.
  private static let longestTag = 256

  let headers: [(String, String)]

  /// Nothing is known, or nothing shall be said.
  static let none = Validators(headers: [])

  private init(headers: [(String, String)]) { self.headers = headers }

  /// What is known about the bytes of `state`; what is no tag and no date is not sent.
  init(_ state: SourceFileState) {
    let tag = Self.tag(state.etag).map { ("If-None-Match", $0) }
    let date = Self.date(state.lastModified, now: nil).map { ("If-Modified-Since", $0) }
    headers = [tag, date].compactMap { $0 }
  }

  var isEmpty: Bool { headers.isEmpty }

  /// `text` where it is an entity tag: `"…"` or `W/"…"` in printable ASCII (RFC 9110, section 8.8.3).
  static func tag(_ text: String?) -> String? {
    guard let text, text.utf8.count <= longestTag else { return nil }
    let quoted = text.hasPrefix("W/") ? text.dropFirst(2) : text[...]
    guard quoted.utf8.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\""),
      quoted.dropFirst().dropLast().utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 })
    else { return nil }
    return text
  }

  /// `text` where it is a date, and not later than `now`: a date to come would hide every change until then.
  static func date(_ text: String?, now: Moment?) -> String? {
    guard let text, let moment = HTTPDate.moment(text) else { return nil }
    if let now, moment > now { return nil }
    return text
  }
}
