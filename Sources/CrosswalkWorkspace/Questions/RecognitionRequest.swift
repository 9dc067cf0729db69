import CrosswalkModel

/// What a user asks of a report on recognition.
public struct RecognitionRequest: Hashable, Sendable {
  /// The framework that the work is done against.
  public var from: Reference
  /// The framework whose requirements are assessed.
  public var to: Reference
  /// The file that describes the system.
  public var system: String
  /// The name of a pathway, or a file.
  public var pathway: String
  /// The name of a direction; `nil` for the one that assesses `to`.
  public var direction: String?
  /// The day of the report.
  public var asOf: CalendarDate

  /// Creates a request.
  public init(
    from: Reference, to: Reference, system: String, pathway: String = "us-eu-ai", direction: String? = nil,
    asOf: CalendarDate
  ) {
    self.from = from
    self.to = to
    self.system = system
    self.pathway = pathway
    self.direction = direction
    self.asOf = asOf
  }
}
