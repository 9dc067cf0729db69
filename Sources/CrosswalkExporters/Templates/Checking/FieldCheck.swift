import CrosswalkModel

/// Holds the tags of a template against the fields and labels that there are, as Mustache looks them up: the first name
/// from the innermost section outwards, the others below it.
struct FieldCheck {
  /// What is wrong, in order of place.
  private(set) var diagnostics: [Diagnostic] = []

  /// What a section pushes in front of the fields around it.
  private enum Scope {
    /// Fields of a record or of each entry of a list.
    case fields([FieldDescription])
    /// A text, or an entry of a list of texts.
    case text
    /// A flag.
    case flag
    /// A section over something that there is not: what is inside cannot be judged.
    case unknown
  }

  private var scopes: [Scope]
  private let labels: StringTable

  /// Prepares to check against `catalog` and `labels`.
  init(_ catalog: FieldCatalog, labels: StringTable) {
    scopes = [.fields(catalog.roots)]
    self.labels = labels
  }

  /// Checks tags in order; their sections match.
  mutating func check(_ tags: [TemplateTag]) {
    for tag in tags {
      switch tag.kind {
      case .field: checkShown(tag)
      case .section: scopes.append(scope(of: tag))
      // Nothing is in front of the fields around: there is nothing.
      case .inverted:
        _ = scope(of: tag)
        scopes.append(.fields([]))
      case .end: if scopes.count > 1 { scopes.removeLast() }
      case .partial, .comment: break
      }
    }
  }

  // MARK: - Tags

  private mutating func checkShown(_ tag: TemplateTag) {
    if tag.isEntryItself {
      switch scopes.last {
      case .text?, .unknown?: return
      default:
        let hint = "it shows an entry of a list of texts: name the field"
        return report(.error, "nothing-to-show", "`{{.}}` shows nothing here", hint, tag)
      }
    }
    if tag.path.first == "t" { return checkLabel(tag) }
    guard let description = resolve(tag) else { return }
    switch description.kind {
    case .text: break
    case .flag:
      report(
        .error, "nothing-to-show", "`\(tag.name)` is a flag", "ask it: {{#\(tag.name)}}…{{/\(tag.name)}}", tag
      )
    case .list, .record:
      let hint = "repeat or open it: {{#\(tag.name)}}…{{/\(tag.name)}}"
      report(.error, "nothing-to-show", "`\(tag.name)` is a \(description.kind.rawValue)", hint, tag)
    }
  }

  private mutating func scope(of tag: TemplateTag) -> Scope {
    if tag.path.first == "t" {
      checkLabel(tag)
      return .text
    }
    guard let description = resolve(tag) else { return .unknown }
    switch description.kind {
    case .text: return .text
    case .flag: return .flag
    case .record: return .fields(description.fields)
    case .list: return description.fields.isEmpty ? .text : .fields(description.fields)
    }
  }

  private mutating func checkLabel(_ tag: TemplateTag) {
    guard tag.path.count == 2, let name = tag.path.last else {
      return report(.error, "bad-label", "`\(tag.name)` names no label", "labels are written {{t.NAME}}", tag)
    }
    if labels[name] == nil {
      let closest = ClosestNames.to(name, among: labels.labels.keys)
      let hint = closest.isEmpty ? "add it to strings/en.json" : "closest: \(closest.joined(separator: ", "))"
      report(.error, "missing-label", "there is no label `\(name)`", hint, tag)
    } else if labels.fallbacks.contains(name) {
      let hint = "add it to strings/\(labels.language).json"
      report(
        .warning, "untranslated-label", "the label `\(name)` stands in English: \(labels.language) lacks it",
        hint, tag)
    }
  }

  // MARK: - Names

  /// The field that a tag names; reports and returns `nil` where there is none.
  private mutating func resolve(_ tag: TemplateTag) -> FieldDescription? {
    guard let first = tag.path.first else { return nil }
    var seen: [FieldDescription] = []
    for scope in scopes.reversed() {
      switch scope {
      case .unknown: return nil
      case .text, .flag: continue
      case .fields(let fields):
        if let found = fields.first(where: { $0.name == first }) { return descend(tag, into: found) }
        seen += fields
      }
    }
    unknown(first, in: nil, among: seen, tag)
    return nil
  }

  /// The field below `outer` that the rest of a tag's path names.
  private mutating func descend(_ tag: TemplateTag, into outer: FieldDescription) -> FieldDescription? {
    var description = outer
    for (index, name) in tag.path.enumerated().dropFirst() {
      let path = tag.path[..<index].joined(separator: ".")
      if description.kind == .list {
        let hint = "repeat it: {{#\(path)}}{{\(tag.path[index...].joined(separator: "."))}}{{/\(path)}}"
        report(.error, "list-in-path", "`\(path)` is a list", hint, tag)
        return nil
      }
      guard let next = description.fields.first(where: { $0.name == name }) else {
        unknown(name, in: path, among: description.fields, tag)
        return nil
      }
      description = next
    }
    return description
  }

  private mutating func unknown(
    _ name: String, in path: String?, among fields: [FieldDescription], _ tag: TemplateTag
  ) {
    let closest = ClosestNames.to(name, among: Set(fields.map(\.name)).sorted())
    let hint =
      closest.isEmpty ? "`template fields` lists every field" : "closest: \(closest.joined(separator: ", "))"
    let message = path.map { "`\($0)` has no field `\(name)`" } ?? "there is no field `\(name)`"
    report(.error, "unknown-field", message, hint, tag)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ hint: String, _ tag: TemplateTag
  ) {
    diagnostics.append(
      Diagnostic(severity, code: code, message: message, location: tag.location, hint: hint))
  }
}
