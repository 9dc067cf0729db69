extension Catalog {
  /// The same catalog as another revision of its framework.
  ///
  /// - Complexity: O(nodes and facts); texts are shared.
  public func renamed(_ revision: RevisionID) -> Catalog {
    var metadata = metadata
    metadata.id = FrameworkRevisionID(framework: framework, revision: revision)
    return Catalog(
      metadata: metadata, files: files, fileRuns: fileRuns, rows: rows, facts: facts, resources: resources,
      arena: arena)
  }

  /// The same catalog with its files called otherwise.
  ///
  /// - Complexity: O(nodes and facts); texts are shared.
  public func renamingFiles(_ name: (String) -> String) -> Catalog {
    Catalog(
      metadata: metadata, files: files.map(name), fileRuns: fileRuns, rows: rows, facts: facts,
      resources: resources, arena: arena)
  }
}
