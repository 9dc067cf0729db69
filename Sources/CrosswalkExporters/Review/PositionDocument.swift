import CrosswalkModel

/// A position in JSON.
struct PositionDocument: Encodable {
  var id, side, about: String
  @Nullable var subject: String?
  var stance: String
  @Nullable var reason: String?
  var author, time: String
  var givenFor: [String]
  var stale: Bool

  init(_ position: BilateralPosition, isStale: Bool) {
    id = position.id.rawValue
    side = position.side.rawValue
    about = position.about.description
    subject = position.subject
    stance = position.stance.rawValue
    reason = position.reason
    author = position.author
    time = position.time.description
    givenFor = position.givenFor.map(\.description)
    stale = isStale
  }
}

/// Both sides' positions in JSON; `null` for a side that has taken none yet.
struct BothPositionsDocument: Encodable {
  @Nullable var subject: String?
  @Nullable var us: PositionDocument?
  @Nullable var eu: PositionDocument?

  init(_ both: BothPositions) {
    subject = both.subject
    us = both.us.map { PositionDocument($0.position, isStale: $0.isStale) }
    eu = both.eu.map { PositionDocument($0.position, isStale: $0.isStale) }
  }
}

/// What recording a position gave as JSON, schema `crosswalk-position/1`.
public struct RecordedPositionJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-position/1"
    var recorded: PositionDocument
    var new: Bool
    var title: String
    var positions: BothPositionsDocument
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object.
  public func export(_ recorded: RecordedPosition) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        recorded: PositionDocument(recorded.position, isStale: false), new: recorded.isNew,
        title: recorded.title, positions: BothPositionsDocument(recorded.both)))
  }
}
