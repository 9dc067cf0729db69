/// What the claims say about one statement of the target, given the source.
public enum Verdict: String, CaseIterable, Sendable {
  /// Its whole subject matter is addressed by something of the source.
  case covered
  /// Something of the source certainly shares subject matter with it, and covering is not proven.
  case partial
  /// Everything in the source is certainly disjoint from it.
  case gap
  /// None of these follows from the claims: nobody has judged it.
  case unknown
  /// The claims leave no relation possible.
  case contradicted

  /// The words people read.
  ///
  /// They never say that a duty is met.
  public var words: String {
    switch self {
    case .covered: "subject matter addressed"
    case .partial: "partly addressed"
    case .gap: "no counterpart"
    case .unknown: "not judged"
    case .contradicted: "claims conflict"
    }
  }
}

/// How much of a partly addressed statement may still turn out to be covered.
public enum Extent: String, Sendable {
  /// Overlap is proven and cover is excluded.
  case proper
  /// Cover is not excluded.
  case open
}

/// Whether a statement applies on the day of the report, to the role asked about.
public enum Applicability: Hashable, Sendable {
  case applies
  /// Not yet: from this day on; the note says what the day alone would get wrong.
  case from(CalendarDate, note: String? = nil)
  /// The day has come or is not known, and it depends on something, named here.
  case conditional(String, from: CalendarDate?)
  /// Only where the words hold, since it was placed on the market before a day of the transitional rules.
  case transitional(String)
  case notForThisRole
  case outOfScope

  /// The name in reports.
  public var state: String {
    switch self {
    case .applies: "applies"
    case .from: "from"
    case .conditional: "conditional"
    case .transitional: "transitional"
    case .notForThisRole: "not-for-this-role"
    case .outOfScope: "out-of-scope"
    }
  }

  /// Whether the statement concerns the one who asks, now, later or perhaps; what concerns another role or another
  /// route is shown and not counted.
  public var isCounted: Bool {
    switch self {
    case .applies, .from, .conditional, .transitional: true
    case .notForThisRole, .outOfScope: false
    }
  }
}
