import CrosswalkModel

/// How long a server asks to wait: seconds or a date (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// Seconds from 0 on; `nil` where the text says neither, or a time that has passed.
  static func seconds(_ text: String?, now: Moment) -> Double? {
    guard let text else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      // More digits than a number has are simply long.
      return Double(Int(text) ?? Int.max)
    }
    guard let moment = HTTPDate.moment(text), moment > now else { return nil }
    return Double(moment.secondsSinceEpoch - now.secondsSinceEpoch)
  }
}
