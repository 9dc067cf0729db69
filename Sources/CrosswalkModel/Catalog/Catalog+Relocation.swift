extension Catalog {
  /// The same catalog, each node in the place that `place` gives for the one it has.
  ///
  /// - Complexity: O(nodes and facts); texts are shared.
  public func relocated(_ place: (SourceLocation) -> SourceLocation) -> Catalog {
    var files: [String] = []
    var runs: [FileRun] = []
    var rows = rows
    for row in rows.indices {
      let place = place(self[row].location)
      if files.last != place.file {
        runs.append(FileRun(firstRow: Int32(row), file: Int32(files.count)))
        files.append(place.file)
      }
      rows[row].line = UInt32(clamping: place.line)
      rows[row].column = UInt32(clamping: place.column)
    }
    guard !files.isEmpty else { return self }
    return Catalog(
      metadata: metadata, files: files, fileRuns: runs, rows: rows, facts: facts, resources: resources,
      arena: arena)
  }
}
