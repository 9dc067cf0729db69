import CrosswalkModel

/// What a user asks about the artefacts of a subject.
public struct EvidenceRequest: Hashable, Sendable {
  /// The path of the subject file.
  public var subject: String
  /// The framework whose supported statements are followed through claims; `nil` for all that the subject file names.
  public var from: Reference?
  /// The framework whose requirements are looked at; `nil` for all that the subject file names.
  public var to: Reference?
  /// The one artefact asked about, by its id; `nil` for all.
  public var artefact: String?
  /// The day by which revisions are chosen.
  public var asOf: CalendarDate

  /// Creates a request.
  public init(
    subject: String, from: Reference? = nil, to: Reference? = nil, artefact: String? = nil, asOf: CalendarDate
  ) {
    self.subject = subject
    self.from = from
    self.to = to
    self.artefact = artefact
    self.asOf = asOf
  }
}

/// The report on the artefacts of a subject, and what standard error has to say.
public struct EvidenceAnswer: Sendable {
  /// The report.
  public var report: ArtefactReport
  /// Evidence missing or changed, frameworks that the store lacks.
  public var warnings: [Diagnostic]
}
