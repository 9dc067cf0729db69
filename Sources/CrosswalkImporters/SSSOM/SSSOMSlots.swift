import CrosswalkModel

/// The slots of mappings and of sets, and what becomes of each.
enum SSSOMSlots {
  /// Columns that become fields of a claim.
  static let fields: Set<String> = [
    "subject_id", "predicate_id", "predicate_modifier", "object_id", "mapping_justification",
    "subject_source",
    "object_source", "subject_source_version", "object_source_version", "subject_type", "object_type",
    "author_id", "author_label", "mapping_date", "confidence", "comment", "reviewer_id", "reviewer_label",
    "review_date", "reviewer_agreement",
  ]

  /// Columns that are kept with the claim as properties, value by value.
  static let properties: Set<String> = [
    "record_id", "creator_id", "creator_label", "license", "mapping_provider", "mapping_source",
    "mapping_tool",
    "mapping_tool_id", "mapping_tool_version", "publication_date", "subject_match_field",
    "object_match_field",
    "match_string", "subject_preprocessing", "object_preprocessing", "similarity_score", "similarity_measure",
    "curation_rule", "curation_rule_text", "see_also", "issue_tracker_item", "other",
  ]

  /// Columns with nothing to keep, and why.
  static let idle: [String: String] = [
    "subject_label": "titles come from the catalog", "object_label": "titles come from the catalog",
    "subject_category": "what an entity is, its catalog says",
    "object_category": "what an entity is, its catalog says",
    "predicate_label": "the predicate says it", "predicate_type": "the predicate says it",
    "mapping_cardinality": "it follows from the mappings themselves",
    "cardinality_scope": "it only explains mapping_cardinality",
  ]

  /// Slots of a set that hold for each of its mappings.
  static let propagated: Set<String> = [
    "subject_type", "object_type", "predicate_type", "subject_source", "subject_source_version",
    "object_source",
    "object_source_version", "mapping_provider", "mapping_tool", "mapping_tool_id", "mapping_tool_version",
    "mapping_date", "subject_match_field", "object_match_field", "subject_preprocessing",
    "object_preprocessing",
    "similarity_measure", "curation_rule", "curation_rule_text", "cardinality_scope",
  ]

  /// Slots of a set that say where each of its claims comes from, and under which terms.
  static let provenance: Set<String> = ["mapping_set_id", "mapping_set_version", "license"]

  /// Slots that hold several values in one cell, apart by `|`.
  static let multivalued: Set<String> = [
    "author_id", "author_label", "creator_id", "creator_label", "reviewer_id", "reviewer_label",
    "subject_match_field", "object_match_field", "match_string", "subject_preprocessing",
    "object_preprocessing",
    "curation_rule", "curation_rule_text", "see_also",
  ]

  /// The values of a cell: apart by `|`; `\|` is a bar and `\\` a backslash of a value.
  static func values(of cell: String) -> [String] {
    var values = [""]
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      switch (isEscaped, scalar) {
      case (true, "|"), (true, "\\"): values[values.count - 1].unicodeScalars.append(scalar)
      case (true, _):
        values[values.count - 1] += "\\"
        values[values.count - 1].unicodeScalars.append(scalar)
      case (false, "\\"):
        isEscaped = true
        continue
      case (false, "|"): values.append("")
      case (false, _): values[values.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    if isEscaped { values[values.count - 1] += "\\" }
    return values.map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
  }
}
