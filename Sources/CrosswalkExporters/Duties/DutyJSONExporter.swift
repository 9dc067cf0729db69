import CrosswalkModel

/// The list of duties as JSON, schema `crosswalk-duties/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct DutyJSONExporter: Exporter {
  private struct Counts: Encodable {
    var concerned, applying, later, conditional, transitional, otherRoles, otherRoutes: Int

    init(_ counts: ApplicabilityCounts) {
      concerned = counts.concerned
      applying = counts.applies
      later = counts.later
      conditional = counts.conditional
      transitional = counts.transitional
      otherRoles = counts.notForThisRole
      otherRoutes = counts.outOfScope
    }
  }

  private struct Group: Encodable {
    var id, label, title: String
    var counts: Counts

    init(_ chapter: DutyReport.Group) {
      id = chapter.id
      label = chapter.label
      title = chapter.title
      counts = Counts(chapter.counts)
    }
  }

  private struct Duty: Encodable {
    var id, title, text: String
    @Nullable var modality: String?
    var roles: [String]
    var applicability: ApplicabilityDocument
    var alternatives: [AlternativeDocument]
    var group, chapter: String

    init(_ duty: DutyReport.Duty) {
      id = duty.id.description
      title = duty.title
      text = duty.text
      modality = duty.modality?.rawValue
      roles = duty.roles.names
      applicability = ApplicabilityDocument(duty.applicability, duty.ground)
      alternatives = duty.alternatives.map(AlternativeDocument.init)
      group = duty.group
      chapter = duty.chapter
    }
  }

  private struct Document: Encodable {
    var schema = "crosswalk-duties/1"
    var framework, revision: String
    @Nullable var contentAsOf: String?
    @Nullable var selection: String?
    var asOf: String
    var roles: [String]
    @Nullable var route: RouteDocument?
    @Nullable var placedOnMarket: String?
    var summary: Counts
    var chapters, groups: [Group]
    var duties: [Duty]

    init(_ report: DutyReport) {
      framework = report.framework.id.framework.rawValue
      revision = report.framework.id.revision.rawValue
      contentAsOf = report.framework.asOf?.description
      selection = report.framework.selection
      asOf = report.asOf.description
      roles = report.roles.names
      route = report.route.map(RouteDocument.init)
      placedOnMarket = report.placedOnMarket?.description
      summary = Counts(report.counts)
      chapters = report.chapters.map(Group.init)
      groups = report.groups.map(Group.init)
      duties = report.duties.map(Duty.init)
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; every duty in document order, those of other roles and routes included.
  public func export(_ report: DutyReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(report))
  }
}
