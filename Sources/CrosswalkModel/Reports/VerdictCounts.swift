/// Verdicts counted, and the interval that they leave for coverage.
public struct VerdictCounts: Hashable, Sendable {
  /// All that were counted.
  public private(set) var statements = 0
  /// Those whose subject matter is addressed.
  public private(set) var covered = 0
  /// Those that are partly addressed.
  public private(set) var partial = 0
  /// Those without counterpart.
  public private(set) var gap = 0
  /// Those that nobody judged.
  public private(set) var unknown = 0
  /// Those whose claims conflict.
  public private(set) var contradicted = 0
  /// Those of any verdict that rest on a stale claim.
  public private(set) var stale = 0
  /// Those that apply on the day of the report.
  public private(set) var applying = 0
  /// Those of the unknown that drafts call a gap.
  public private(set) var suggestedGap = 0
  private var coveredAndStale = 0
  /// Stale ones that are not already open as unknown or contradicted.
  private var staleOnly = 0

  /// Creates empty counts.
  public init() {}

  /// Counts one finding.
  public mutating func add(
    _ verdict: Verdict, stale isStale: Bool, suggestedGap isSuggestedGap: Bool, applies: Bool
  ) {
    statements += 1
    if applies { applying += 1 }
    switch verdict {
    case .covered: covered += 1
    case .partial: partial += 1
    case .gap: gap += 1
    case .unknown: unknown += 1
    case .contradicted: contradicted += 1
    }
    if isSuggestedGap { suggestedGap += 1 }
    guard isStale else { return }
    stale += 1
    if verdict == .covered { coveredAndStale += 1 }
    if verdict != .unknown && verdict != .contradicted { staleOnly += 1 }
  }

  /// Coverage as an interval, and the share that a review would settle.
  public var coverage: Coverage {
    guard statements > 0 else { return Coverage(least: 0, most: 0, open: 0) }
    let all = Double(statements)
    return Coverage(
      least: Double(covered - coveredAndStale) / all, most: Double(statements - gap) / all,
      open: Double(unknown + contradicted + staleOnly) / all)
  }
}

/// Coverage is an interval, never one number.
public struct Coverage: Hashable, Sendable {
  /// Covered and not stale, as a share of all.
  public let least: Double
  /// Everything that is no gap, as a share of all.
  public let most: Double
  /// Unknown, contradicted or stale, as a share of all: a review brings it to zero.
  public let open: Double

  /// Creates an interval with its open share, each 0 through 1.
  public init(least: Double, most: Double, open: Double) {
    self.least = least
    self.most = most
    self.open = open
  }
}
