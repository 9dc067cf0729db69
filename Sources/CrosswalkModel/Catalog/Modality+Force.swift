extension Modality {
  /// What stands behind a statement: one force never discharges another.
  public enum Force: String, CaseIterable, Sendable {
    /// Law: it binds those whom it addresses.
    case legal
    /// A scheme that somebody certifies against.
    case certification
    /// Guidance that one may follow.
    case voluntary
  }

  /// What stands behind statements of this modality.
  public var force: Force {
    switch self {
    case .outcome: .voluntary
    case .criterion: .certification
    case .duty, .prohibition, .condition, .exception, .permission, .empowerment, .definition, .procedure,
      .recital:
      .legal
    }
  }
}

extension CatalogMetadata {
  /// The property by which a framework declares what those of its nodes are that do not say it themselves.
  public static let modalityProperty = "modality"

  /// What nodes are whose source does not say; `nil` where the framework declares nothing: then it is not stated.
  public var modality: Modality? {
    properties.first { $0.name == Self.modalityProperty }.flatMap { Modality(rawValue: $0.value) }
  }
}
