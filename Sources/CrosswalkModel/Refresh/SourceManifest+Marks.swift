extension SourceManifest.Source {
  /// The marks that a catalog of this source does not have, in the order of the manifest; empty for the right one.
  public func missingMarks(in metadata: CatalogMetadata) -> [SourceManifest.Mark] {
    marks.filter { !$0.isFound(in: metadata) }
  }
}

extension SourceManifest.Mark {
  /// Whether a catalog prints what is expected.
  public func isFound(in metadata: CatalogMetadata) -> Bool {
    values(in: metadata).map(Self.folded).contains { value in
      switch match {
      case .equals(let text): value == Self.folded(text)
      case .contains(let text): value.contains(Self.folded(text))
      }
    }
  }

  /// What a catalog prints as this fact; empty where it says nothing.
  public func values(in metadata: CatalogMetadata) -> [String] {
    switch fact {
    case .publisher: metadata.publisher.map { [$0] } ?? []
    case .title: [metadata.title]
    case .language: metadata.language.map { [$0] } ?? []
    case .source: metadata.source.map { [$0] } ?? []
    case .property(let name): metadata.properties.filter { $0.name == name }.map(\.value)
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
