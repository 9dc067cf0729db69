/// What names and reasons of recorded acts may look like: they are shown on terminals for good.
enum RecordedText {
  /// The most bytes of a name.
  static let longestName = 200
  /// The most bytes of a reason.
  static let longestReason = 20_000

  /// What is wrong with them, in words; `nil` for sound ones.
  ///
  /// - Parameters:
  ///   - names: Each with what it is called in messages; none may be empty.
  ///   - reason: A text of several lines, called `called` in messages.
  static func complaint(
    names: [(what: String, text: String)], reason: String?, called: String = "reason"
  ) -> String? {
    for (what, text) in names {
      if text.isEmpty { return "the \(what) is empty" }
      if text.utf8.count > longestName { return "the \(what) is longer than \(longestName) bytes" }
      if text.unicodeScalars.contains(where: \.isUnsafeOnATerminal) {
        return "the \(what) holds a control character"
      }
    }
    guard let reason else { return nil }
    if reason.utf8.count > longestReason { return "the \(called) is longer than \(longestReason) bytes" }
    let isControl = reason.unicodeScalars.contains {
      $0.isUnsafeOnATerminal && $0 != "\n" && $0 != "\r" && $0 != "\t"
    }
    return isControl ? "the \(called) holds a control character" : nil
  }
}
