import CrosswalkModel

/// Makes the metadata of an act from what its publisher says, alike for every format.
struct EULawMetadata {
  let identity: ImportIdentity
  let known: KnownFrameworks
  let format: CatalogFormat

  /// The metadata.
  ///
  /// - Parameters:
  ///   - isAct: Whether the file holds the act, not annexes alone; those belong to no known framework.
  ///   - undated: What to report where nothing names the revision.
  /// - Throws: `unknownFramework` where neither the user, nor a rule, nor a printed CELEX number says what the act is.
  func metadata(
    of facts: EULawFacts, title: String, isAct: Bool, at place: SourceLocation,
    undated: ImportError.Reason
  ) throws(ImportError) -> CatalogMetadata {
    let rule = isAct ? known.rule(format: format, facts: facts.identifying(title: title)) : nil
    var properties = facts.properties
    let framework = try framework(rule, facts: facts, title: title, isAct: isAct, at: place, &properties)
    if identity.framework == nil, rule == nil, let celex = facts.celex {
      properties.append(Property(name: EULawProperty.namedAfter, value: celex))
    }
    guard let revision = identity.revision ?? facts.asOf.flatMap({ RevisionID($0.description) }) else {
      throw ImportError(undated, at: place)
    }
    return CatalogMetadata(
      id: FrameworkRevisionID(framework: framework, revision: revision), title: title,
      publisher: rule?.publisher ?? "European Union", language: facts.language,
      asOf: identity.asOf ?? facts.asOf, licence: rule?.licence ?? EULawFacts.licence,
      source: facts.consolidated == nil ? rule?.source ?? facts.source : facts.source ?? rule?.source,
      selection: isAct ? nil : "Annexes without their act.", properties: properties)
  }

  /// The framework that the user named, or the known one; another language of a known act is a framework of its own.
  private func framework(
    _ rule: KnownFrameworks.Rule?, facts: EULawFacts, title: String, isAct: Bool, at place: SourceLocation,
    _ properties: inout [Property]
  ) throws(ImportError) -> FrameworkID {
    if let framework = identity.framework { return framework }
    guard isAct else {
      throw ImportError(.unknownFramework(title: "\(title): an annex without its act"), at: place)
    }
    guard let framework = rule?.framework ?? facts.frameworkAfterCELEX else {
      throw ImportError(.unknownFramework(title: title), at: place)
    }
    guard let language = facts.language, language != "en",
      let version = FrameworkID("\(framework)-\(language)")
    else { return framework }
    properties.append(Property(name: EULawProperty.languageVersionOf, value: framework.description))
    return version
  }
}
