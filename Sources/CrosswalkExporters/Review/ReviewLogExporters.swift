import CrosswalkModel

extension ReviewLog.Act {
  /// What was done, in words: what a side says, or how a reviewer left a claim.
  fileprivate var words: String {
    switch self {
    case .position(let position, let counts, let isStale):
      position.stance.words + (counts ? "" : ", overtaken") + (isStale ? ", stale" : "")
    case .review(let claim, _, let isStale):
      "reviewed: \(claim.status.rawValue)" + (isStale ? ", stale" : "")
    }
  }

  fileprivate var about: String {
    switch self {
    case .position(let position, _, _): position.about.description
    case .review(let claim, _, _): claim.id.rawValue
    }
  }

  fileprivate var author: String {
    switch self {
    case .position(let position, _, _): position.author
    case .review(_, let reviewer, _): reviewer
    }
  }

  fileprivate var side: BilateralPosition.Side? {
    if case .position(let position, _, _) = self { position.side } else { nil }
  }

  fileprivate var subject: String? {
    if case .position(let position, _, _) = self { position.subject } else { nil }
  }

  /// Why; of a review, what the claim says.
  fileprivate var reason: String? {
    switch self {
    case .position(let position, _, _): position.reason
    case .review(let claim, _, _):
      "\(ReferenceText.full(claim.source)) \(claim.token) \(ReferenceText.full(claim.target))"
    }
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
    guard !log.acts.isEmpty else { return page.bytes }
    var table = TextTable(["time", "side", "act", "about", "author", "reason"].map { .init(name: $0) })
    for act in log.acts {
      let subject = act.subject.map { " for \($0.onOneLine)" } ?? ""
      table.append(
        [
          act.when.isEmpty ? "no day" : act.when.unbreakable, act.side?.name ?? "", act.words,
          act.about.unbreakable + subject, act.author.onOneLine, act.reason?.onOneLine ?? "",
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
      }
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; acts oldest first.
  public func export(_ log: ReviewLog) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(about: log.about, acts: log.acts.map(Act.init)))
  }
}
