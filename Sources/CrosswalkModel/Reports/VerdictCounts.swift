/// Verdicts counted and weighed, and the interval that they leave for coverage.
public struct VerdictCounts: Hashable, Sendable {
  /// All that were counted.
  public private(set) var statements = 0
  /// Those whose subject matter is addressed.
  public private(set) var covered = 0
  /// Those that are partly addressed.
  public private(set) var partial = 0
  /// Those of the partly addressed for which cover is excluded: their overlap is proper.
  public private(set) var partialProper = 0
  /// Those without counterpart.
  public private(set) var gap = 0
  /// Those that nobody judged.
  public private(set) var unknown = 0
  /// Those whose claims conflict.
  public private(set) var contradicted = 0
  /// Those of any verdict that rest on a stale claim.
  public private(set) var stale = 0
  /// Those of the unknown that drafts call a gap.
  public private(set) var suggestedGap = 0
  /// What all that were counted weigh together: their number, where no weights are given.
  public private(set) var weight = 0.0
  // Sums of weights, each over part of what the sum above it is over and in the same order: rounding keeps order, so
  // none ever exceeds the one above it.
  private var withoutGaps = 0.0
  private var coveredAndFresh = 0.0
  private var open = 0.0

  /// Creates empty counts.
  public init() {}

  /// Counts one finding.
  ///
  /// - Parameter weight: What it weighs in the coverage, 0 or more; counts stay counts.
  public mutating func add(
    _ verdict: Verdict, extent: Extent? = nil, stale isStale: Bool, suggestedGap isSuggestedGap: Bool,
    weight: Double = 1
  ) {
    statements += 1
    switch verdict {
    case .covered: covered += 1
    case .partial: partial += 1
    case .gap: gap += 1
    case .unknown: unknown += 1
    case .contradicted: contradicted += 1
    }
    if verdict == .partial && extent == .proper { partialProper += 1 }
    if isSuggestedGap { suggestedGap += 1 }
    if isStale { stale += 1 }
    self.weight += weight
    if verdict != .gap { withoutGaps += weight }
    if verdict == .covered && !isStale { coveredAndFresh += weight }
    if isStale || verdict == .unknown || verdict == .contradicted { open += weight }
  }

  /// Coverage as an interval, and the share that a review would settle; all 0 where nothing was counted or weighs.
  public var coverage: Coverage {
    guard weight > 0 else { return Coverage(least: 0, most: 0, open: 0) }
    return Coverage(least: coveredAndFresh / weight, most: withoutGaps / weight, open: open / weight)
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
