import CrosswalkModel

extension Workspace {
  /// Every field that a template may use: the toolkit's own, then what the template declares below `details`.
  ///
  /// Labels (`t.NAME`) are known from the template's string tables.
  public func fieldCatalog(_ manifest: TemplateManifest) -> FieldCatalog { FieldCatalog(for: manifest) }
}

extension FieldCatalog {
  /// The catalog for one template; the same tables describe the fields and build them.
  init(for manifest: TemplateManifest) {
    var roots: [FieldDescription] = [DocumentHeadFields.description]
    roots += SystemFields.descriptions
    roots.append(ScopeFields.description)
    roots += FrameworkFields.descriptions
    roots += RequirementFields.descriptions
    roots += SectionFields.descriptions(manifest)
    roots += EvidenceFields.descriptions
    roots += [GapFields.description, EquivalenceFields.description, RecognitionFields.description]
    roots += GlossaryFields.descriptions
    roots += PositionFields.descriptions
    roots += DocumentHeadFields.signOffDescriptions
    roots += FieldDescription.list(
      "warnings",
      "What a reader must know about the document itself: evidence missing or changed, frameworks left out.",
      example: "Evidence “test-report-2” has changed.")
    if let details = DetailFields.description(manifest.fields) { roots.append(details) }
    self.init(roots)
  }
}
