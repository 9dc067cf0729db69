extension FieldRecord {
  /// The record with every field that `catalog` describes and the record lacks put in as absent, at every depth.
  ///
  /// Templates look for a name that a record lacks in the records around it; in a complete record an absent field
  /// of an entry is absent, and never the field of the same name of the record around. Fields that the catalog does
  /// not describe stay. Cost: one pass over the record.
  public func completed(by catalog: FieldCatalog) -> FieldRecord { completed(by: catalog.roots) }

  private func completed(by descriptions: [FieldDescription]) -> FieldRecord {
    var complete = self
    for description in descriptions {
      complete[description.name] =
        self[description.name].map { $0.completed(by: description) } ?? .flag(false)
    }
    return complete
  }
}

extension FieldValue {
  fileprivate func completed(by description: FieldDescription) -> FieldValue {
    guard !description.fields.isEmpty else { return self }
    switch self {
    case .record(let record): return .record(record.completed(by: FieldCatalog(description.fields)))
    case .list(let entries): return .list(entries.map { $0.completed(by: description) })
    case .text, .flag: return self
    }
  }
}
