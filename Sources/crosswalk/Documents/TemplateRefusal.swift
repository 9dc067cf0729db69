import CrosswalkModel

/// A template with mistakes is not rendered: a tag that names nothing would leave a hole that nobody sees.
struct TemplateRefusal: DiagnosableError {
  private let errors: [Diagnostic]

  /// Refuses for the errors among `diagnostics`; `nil` where there is none.
  init?(_ diagnostics: [Diagnostic]) {
    errors = diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
  }

  /// The first error, and where to find the others.
  var diagnostic: Diagnostic {
    var first = errors[0]
    if errors.count > 1 {
      let others = "\(errors.count - 1) more: crosswalk template check lists them"
      first.hint = [first.hint, others].compactMap(\.self).joined(separator: "; ")
    }
    return first
  }
}
