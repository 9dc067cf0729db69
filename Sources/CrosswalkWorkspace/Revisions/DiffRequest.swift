import CrosswalkMapper
import CrosswalkModel

/// What a user asks of a comparison of revisions.
public struct DiffRequest: Hashable, Sendable {
  /// The older revision; without a second one, the framework whose newest two revisions are compared, or the revision
  /// that is held against the current one.
  public var from: Reference
  /// The newer revision.
  public var to: Reference?
  /// The frameworks to which verdicts are compared; none for all that claims connect.
  public var against: [Reference]
  /// The day by which revisions are chosen that are not named.
  public var asOf: CalendarDate

  /// Creates a request.
  public init(from: Reference, to: Reference? = nil, against: [Reference] = [], asOf: CalendarDate) {
    self.from = from
    self.to = to
    self.against = against
    self.asOf = asOf
  }
}
