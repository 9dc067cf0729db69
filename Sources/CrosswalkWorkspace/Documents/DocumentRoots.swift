import CrosswalkModel

/// What has to be computed for the fields that a template uses.
struct DocumentRoots {
  private let names: Set<String>

  /// - Parameter names: The first names of the fields used, flags beside lists among them.
  init(_ names: Set<String>, _ manifest: TemplateManifest) {
    var all = Set(names.map(Self.list))
    var paths: [String] = []
    if all.contains("sections") { paths += (manifest.sections ?? []).flatMap { $0.needs ?? [] } }
    if all.contains("signOff") { paths += (manifest.signOff ?? []).compactMap(\.name) }
    all.formUnion(paths.compactMap { $0.split(separator: ".").first.map { Self.list(String($0)) } })
    self.names = all
  }

  /// The list that a flag stands beside, and what is built together.
  private static func list(_ name: String) -> String {
    var list = name
    if name.hasPrefix("has"), let first = name.dropFirst(3).first, first.isUppercase {
      list = first.lowercased() + name.dropFirst(4)
    }
    switch list {
    case "sectionList": return "sections"
    case "evidenceProblems": return "evidence"
    default: return list
    }
  }

  /// Whether the template uses `name`.
  func use(_ name: String) -> Bool { names.contains(name) }

  /// Whether any of `names` is used.
  func useAny(of names: String...) -> Bool { names.contains(where: self.names.contains) }

  /// Whether only a subject file fills one of them: a template that uses such a field is about a system.
  var needSubject: Bool {
    useAny(
      of: "subject", "system", "provider", "representative", "importer", "notifiedBody", "deployers",
      "reviewers", "usReviewers", "euReviewers", "scope", "sections", "evidence", "recognition", "details")
  }
  /// Whether gap reports are needed.
  var needGaps: Bool { useAny(of: "gap", "requirements", "evidence", "recognition") }
  /// Whether the frameworks have to be read.
  var needGraph: Bool {
    needGaps || useAny(of: "equivalence", "frameworks", "scope", "positions", "sections")
  }
}
