import CrosswalkModel
import CrosswalkReaders

extension ColumnProfile {
  /// Reads the profile in `file`.
  ///
  /// - Throws: ``ImportError`` `.malformedProfile` with line and column where the file is no profile or one that
  ///   contradicts itself.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    self = try StrictJSON.decode(ColumnProfile.self, from: file, limits: limits)
    if let fault {
      throw ImportError(.malformedProfile(fault), at: SourceLocation(file: file.name, line: 1, column: 1))
    }
  }

  /// What the members say against each other; `nil` where they agree.
  private var fault: String? {
    guard schema == Self.schemaVersion else { return "\"schema\" must be \"\(Self.schemaVersion)\"" }
    guard !name.isEmpty, !header.isEmpty else { return "\"name\" and \"header\" must not be empty" }
    if let headerRow, headerRow < 1 { return "\"headerRow\" counts from 1" }
    if let explanationRows, explanationRows < 0 { return "\"explanationRows\" must not be negative" }
    switch (catalog, mapping) {
    case (let catalog?, nil): return identityFault ?? catalog.fault(header: header)
    case (nil, let mapping?): return identity == nil ? mapping.fault : "a mapping has no \"identity\""
    default: return "a profile has either \"catalog\" or \"mapping\""
    }
  }

  private var identityFault: String? {
    guard let identity else { return nil }
    if FrameworkID(identity.framework) == nil { return "\"identity.framework\" is no framework identifier" }
    if let revision = identity.revision, RevisionID(revision) == nil {
      return "\"identity.revision\" is no revision"
    }
    if let date = identity.asOf, CalendarDate(date) == nil { return "\"identity.asOf\" is no day YYYY-MM-DD" }
    return nil
  }
}

extension CatalogRules {
  fileprivate func fault(header: [String]) -> String? {
    if let modality, Modality(rawValue: modality) == nil {
      return "\"catalog.modality\": \"\(modality)\" is none"
    }
    if let groups,
      groups.contains(where: { $0.mark.isEmpty }) || enhancementMark == ""
        || (levels ?? []).contains(where: { $0.splitAt == "" })
    {
      return "a mark must not be empty"
    }
    if levels != nil && (groups != nil || columns.parentID != nil) || groups != nil && columns.parentID != nil
    {
      return "\"levels\", \"groups\" and \"columns.parent_id\" exclude each other"
    }
    let tests = (withdrawn ?? []) + (levels ?? []).flatMap { $0.withdrawn ?? [] }
    if tests.contains(where: { ($0.equals == nil) == ($0.beginsWith == nil) }) {
      return "a test has either \"equals\" or \"beginsWith\""
    }
    if (links ?? []).contains(where: \.separator.isEmpty)
      || (several ?? [:]).values.contains(where: \.isEmpty)
    {
      return "a separator must not be empty"
    }
    // Without one of these columns the table would be read wrongly and not only less fully.
    let needed = [columns.id] + (levels ?? []).map(\.id) + tests.map(\.column)
    let known = Set(header.map(TableHeader.folded))
    let missing = needed.first { !known.contains(TableHeader.folded($0)) }
    return missing.map { "the column \"\($0)\" is needed and must stand in \"header\"" }
  }
}

extension MappingRules {
  fileprivate var fault: String? {
    guard (relation == nil) != (everyRelation == nil) else {
      return "a mapping has either \"relation\" or \"everyRelation\""
    }
    if let everyRelation, RelationWord(everyRelation) == nil {
      return
        "\"mapping.everyRelation\": \"\(everyRelation)\" is no relation; allowed: \(RelationWord.allowed)"
    }
    for name in [sourceFramework, targetFramework].compactMap(\.self) where FrameworkID(name) == nil {
      return "\"\(name)\" is no framework identifier"
    }
    if (separators == nil) != (several == nil) {
      return "\"mapping.separators\" and \"mapping.several\" go together"
    }
    if separators?.isEmpty == true || separators?.contains("") == true {
      return "a separator must not be empty"
    }
    for (word, meaning) in (rationales ?? [:]).sorted(by: { $0.key < $1.key })
    where MappingClaim.Rationale(rawValue: meaning) == nil {
      return "\"mapping.rationales\": \"\(meaning)\" for \"\(word)\" is no rationale"
    }
    for (word, meaning) in (relations ?? [:]).sorted(by: { $0.key < $1.key })
    where RelationWord(meaning) == nil {
      return
        "\"mapping.relations\": \"\(meaning)\" for \"\(word)\" is no relation; allowed: \(RelationWord.allowed)"
    }
    return nil
  }
}
