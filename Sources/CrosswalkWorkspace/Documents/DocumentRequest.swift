import CrosswalkModel

/// What a user asks of a joint document.
public struct DocumentRequest: Sendable {
  /// The template, with labels in the language of the document.
  public var template: TemplateSource
  /// The variant, one that the manifest names; `nil` for the full form.
  public var variant: String?
  /// The gap report to show in place of that from the template's first framework.
  public var gap: GapReport?
  /// The report on equivalence to show, likewise.
  public var equivalence: EquivalenceReport?

  /// Creates a request.
  public init(
    template: TemplateSource, variant: String? = nil, gap: GapReport? = nil,
    equivalence: EquivalenceReport? = nil
  ) {
    self.template = template
    self.variant = variant
    self.gap = gap
    self.equivalence = equivalence
  }
}

/// The fields of one document.
public struct DocumentFields: Sendable {
  /// The fields that its template asked for.
  public var record: FieldRecord
  /// What standard error has to say: evidence missing or changed, frameworks and requirements left out.
  public var warnings: [Diagnostic]
  /// What the template requires and the subject file does not give: required fields and kinds of evidence.
  public var missing: [Diagnostic]
}
