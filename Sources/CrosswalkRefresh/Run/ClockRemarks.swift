import CrosswalkModel

/// What is odd about the clock: it is said, and nothing is concluded from it.
enum ClockRemarks {
  /// Seconds that clocks of two machines may differ without a word.
  private static let tolerance: Int64 = 86_400

  static func remarks(started: Moment, finished: Moment, last: RefreshRecord?) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if finished < started {
      remarks.append(warning("the clock went back during the run: it began \(started) and ended \(finished)"))
    }
    if let last, max(last.started, last.finished).secondsSinceEpoch > finished.secondsSinceEpoch + tolerance {
      remarks.append(
        warning(
          "the run before this one ended \(max(last.started, last.finished)), which is still to come by the clock"
        ))
    }
    return remarks
  }

  private static func warning(_ message: String) -> Diagnostic {
    Diagnostic(.warning, code: "refresh-clock", message: message, hint: "ages count as 0 until it is right")
  }
}
