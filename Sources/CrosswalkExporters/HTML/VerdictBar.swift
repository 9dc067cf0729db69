import CrosswalkModel

/// Segments of a bar in percent of its width; each verdict has a pattern and a colour of its own.
enum VerdictBar {
  /// One segment for each verdict that occurs.
  static func segments(of counts: VerdictCounts) -> [PageFields] {
    var start = 0.0
    return Verdict.allCases.filter { counts.count(of: $0) > 0 }.map { verdict in
      let share = Double(counts.count(of: verdict)) / Double(counts.statements)
      defer { start += share }
      return segment(verdict.rawValue, from: start, to: start + share)
    }
  }

  /// The interval as one bar: addressed up to `least`, open just before `most`, what is partly addressed
  /// between.
  static func interval(_ coverage: Coverage) -> [PageFields] {
    let opening = max(coverage.least, coverage.most - coverage.open)
    let edges = [
      ("covered", 0, coverage.least), ("partial", coverage.least, opening),
      ("unknown", opening, coverage.most),
      ("gap", coverage.most, 1),
    ]
    return edges.filter { $2 > $1 }.map { segment($0, from: $1, to: $2) }
  }

  /// `share` as a coordinate: percent with at most two decimals.
  static func coordinate(_ share: Double) -> String {
    let parts = Int((min(max(share, 0), 1) * 10_000).rounded())
    return "\(parts / 100)." + (parts % 100 < 10 ? "0" : "") + "\(parts % 100)%"
  }

  private static func segment(_ name: String, from start: Double, to end: Double) -> PageFields {
    PageFields(["fill": name, "x": coordinate(start), "width": coordinate(end - start)])
  }
}
