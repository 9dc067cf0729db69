import CrosswalkModel

extension DocumentTemplate {
  /// What an author has to know about the template: what stands in the way of rendering it, fields and labels that
  /// there are not, labels that the language lacks.
  ///
  /// - Parameters:
  ///   - catalog: Every field that the toolkit and the template's own manifest know.
  ///   - compiling: Whether to make every format ready, too, which costs more than the rest; rendering does it for its
  ///     format, and throws what is wrong.
  /// - Returns: One message for each place, ordered by file, line and column; errors and warnings.
  public func check(_ catalog: FieldCatalog, compiling: Bool = true) -> [Diagnostic] {
    var found = Set(problems.map(\.diagnostic)).union(manifestLabels)
    if problems.isEmpty {
      for format in DocumentFormat.allCases {
        var check = FieldCheck(catalog, labels: source.strings)
        check.check(tags(for: format))
        let diagnostics = check.diagnostics
        found.formUnion(
          format == .docx ? word.map { diagnostics.map($0.withExcerpt) } ?? diagnostics : diagnostics)
      }
    }
    if compiling, found.allSatisfy({ $0.severity != .error }) {
      do { try compile() } catch { found.insert(error.diagnostic) }
    }
    return found.sorted { $0.precedes($1) }
  }

  /// Labels that the manifest names and neither the language nor English has.
  private var manifestLabels: [Diagnostic] {
    source.manifest.labels.filter { source.strings[$0] == nil }.map { name in
      Diagnostic(
        .error, code: "missing-label", message: "there is no label `\(name)`",
        location: SourceLocation(file: source.path(of: "template.json"), line: 1, column: 1),
        hint: "add it to strings/en.json")
    }
  }
}
