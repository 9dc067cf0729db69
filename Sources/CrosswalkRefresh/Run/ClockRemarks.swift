import CrosswalkModel

/// What is odd about the clock: it is said, and nothing is concluded from it.
enum ClockRemarks {
  static func remarks(started: Moment, finished: Moment, last: RefreshRecord?) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if finished < started {
      remarks.append(warning("the clock went back during the run: it began \(started) and ended \(finished)"))
    }
    if let last,
      max(last.started, last.finished).secondsSinceEpoch > finished.secondsSinceEpoch + SourceAge.tolerance
    {
      remarks.append(
        warning(
          "the run before this one ended \(max(last.started, last.finished)), which is still to come by the clock"
        ))
    }
    return remarks
  }

  /// What the status says of sources whose last success is to come.
  static func remarks(ahead sources: [RefreshStatusReport.Source]) -> [Diagnostic] {
    sources.filter(\.age.isAhead).compactMap { source in
      source.age.lastSuccess.map { moment in
        Diagnostic(
          .warning, code: "refresh-clock",
          message: "\(source.id): the last success is of \(moment), which is still to come by the clock",
          hint: "how old it is cannot be known before the next success; it counts as overdue")
      }
    }
  }

  private static func warning(_ message: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "refresh-clock", message: message, hint: "ages cannot be known until it is right")
  }
}
