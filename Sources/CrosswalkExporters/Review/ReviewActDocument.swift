import CrosswalkModel

/// An act of review in JSON.
struct ReviewActDocument: Encodable {
  var id, act: String
  /// The claim acted on.
  @Nullable var claim: String?
  /// The claim that it made.
  @Nullable var result: String?
  var author, time: String
  @Nullable var reason: String?
  var givenFor: [String]

  init(_ act: ReviewAct) {
    id = act.id.rawValue
    self.act = act.kind.rawValue
    claim = act.claim?.rawValue
    result = act.result?.id.rawValue
    author = act.author
    time = act.time.description
    reason = act.reason
    givenFor = act.givenFor.map(\.description)
  }
}

/// What recording acts of review gave as JSON, schema `crosswalk-review-act/1`.
public struct RecordedReviewJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-review-act/1"
    var acts: [Entry]
  }

  private struct Entry: Encodable {
    var recorded: ReviewActDocument
    var new: Bool
    @Nullable var claim: ClaimDocument?
    @Nullable var result: ClaimDocument?
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; acts in the order given, claims as they count now.
  public func export(_ review: RecordedReview) throws(ExportError) -> [UInt8] {
    let entries = review.entries.map { entry in
      Entry(
        recorded: ReviewActDocument(entry.act), new: entry.isNew, claim: entry.claim.map(ClaimDocument.init),
        result: entry.result.map(ClaimDocument.init))
    }
    return try JSONDocument.bytes(of: Document(acts: entries))
  }
}
