import CrosswalkModel

/// Compares what two revisions say about themselves.
struct MetadataComparison {
  /// What differs, besides the name of the revision.
  let parts: [CatalogDiff.Part]

  init(_ old: CatalogMetadata, _ new: CatalogMetadata) {
    var result = NodeComparison.Result()
    let values: [(CatalogDiff.Field, (CatalogMetadata) -> String?)] = [
      (.title, { $0.title }), (.publisher, \.publisher), (.language, \.language),
      (.asOf, { $0.asOf?.description }), (.licence, \.licence), (.source, \.source),
      (.selection, \.selection),
    ]
    for (field, value) in values { result.add(value: field, value(old) ?? "", value(new) ?? "") }
    let shown = { (metadata: CatalogMetadata) in metadata.properties.map { "\($0.name): \($0.value)" } }
    result.add(.properties, shown(old), shown(new))
    parts = result.parts
  }
}
