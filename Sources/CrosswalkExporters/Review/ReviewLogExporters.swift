import CrosswalkModel

extension ReviewLog.Act {
  /// What was done, in words: what a side says, or how a reviewer left a claim.
  fileprivate var words: String {
    switch self {
    case .position(let position, let counts, let isStale):
      position.stance.words + (counts ? "" : ", overtaken") + (isStale ? ", stale" : "")
    case .review(let claim, _, let isStale):
      "reviewed: \(claim.status.rawValue)" + (isStale ? ", stale" : "")
    case .act(let act, _, let counts, let isStale):
      act.kind.pastWords + (counts ? "" : ", overtaken") + (isStale ? ", stale" : "")
    }
  }

  fileprivate var about: String {
    switch self {
    case .position(let position, _, _): position.about.description
    case .review(let claim, _, _): claim.id.rawValue
    case .act(let act, _, _, _): (act.claim ?? act.result?.id)?.rawValue ?? ""
    }
  }

  fileprivate var author: String {
    switch self {
    case .position(let position, _, _): position.author
    case .review(_, let reviewer, _): reviewer
    case .act(let act, _, _, _): act.author
    }
  }

  fileprivate var side: BilateralPosition.Side? {
    if case .position(let position, _, _) = self { position.side } else { nil }
  }

  fileprivate var subject: String? {
    if case .position(let position, _, _) = self { position.subject } else { nil }
  }

  /// Why; of a review that a claim came with, what the claim says.
  fileprivate var reason: String? {
    switch self {
    case .position(let position, _, _): position.reason
    case .review(let claim, _, _): claim.saying
    case .act(let act, _, _, _): act.reason
    }
  }

  /// Why, and what the claim of an act says now.
  fileprivate var reasonAndClaim: String {
    guard case .act(let act, let claim, _, _) = self, let claim else { return reason ?? "" }
    let says = act.result == nil ? claim.saying : "now \(claim.id): \(claim.saying)"
    return [act.reason, says].compactMap(\.self).joined(separator: " — ")
  }
}

/// The log of reviews for a terminal.
public struct ReviewLogTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One row for each act, oldest first.
  public func export(_ log: ReviewLog) -> [UInt8] {
    var page = TextPage(style: style)
    let about = log.about.map { " about \($0.onOneLine)" } ?? ""
    page.paragraph("\(Counted.of(log.acts.count, "act")) of review\(about)", ink: .strong)
    if let knownBy = log.knownBy { page.paragraph(knownBy.knownBySentence) }
    guard !log.acts.isEmpty else { return page.bytes }
    var table = TextTable(["time", "side", "act", "about", "author", "reason"].map { .init(name: $0) })
    for act in log.acts {
      let subject = act.subject.map { " for \($0.onOneLine)" } ?? ""
      table.append(
        [
          act.when.isEmpty ? "no day" : act.when.unbreakable, act.side?.name ?? "", act.words,
          act.about.unbreakable + subject, act.author.onOneLine, act.reasonAndClaim.onOneLine,
        ].map { .init($0) })
    }
    page.blank()
    table.write(to: &page, indent: 0)
    page.blank()
    page.paragraph(Legend.positionCaution, ink: .faint)
    return page.bytes
  }
}

/// The log of reviews as JSON, schema `crosswalk-review-log/1`.
public struct ReviewLogJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-review-log/1"
    @Nullable var about: String?
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    var acts: [Act]
  }

  private struct Act: Encodable {
    var kind, time: String
    @Nullable var side: String?
    var about, act, author: String
    @Nullable var subject: String?
    @Nullable var reason: String?
    /// Whether nothing newer has overtaken it.
    var counts: Bool
    var stale: Bool
    var id: String
    var givenFor: [String]
    /// The claim that an act made; left out for what made none.
    var result: String?

    init(_ act: ReviewLog.Act) {
      time = act.when
      side = act.side?.rawValue
      about = act.about
      author = act.author
      subject = act.subject
      reason = act.reason
      switch act {
      case .position(let position, let counts, let stale):
        kind = "position"
        self.act = position.stance.rawValue
        self.counts = counts
        self.stale = stale
        id = position.id.rawValue
        givenFor = position.givenFor.map(\.description)
      case .review(let claim, _, let stale):
        kind = "claim-review"
        self.act = claim.status.rawValue
        counts = claim.status != .superseded
        self.stale = stale
        id = claim.id.rawValue
        givenFor = claim.revisionsNamed.map(\.description)
      case .act(let act, _, let counts, let stale):
        kind = "review-act"
        self.act = act.kind.rawValue
        self.counts = counts
        self.stale = stale
        id = act.id.rawValue
        givenFor = act.givenFor.map(\.description)
        result = act.result?.id.rawValue
      }
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; acts oldest first.
  public func export(_ log: ReviewLog) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(about: log.about, knownBy: log.knownBy?.description, acts: log.acts.map(Act.init)))
  }
}
