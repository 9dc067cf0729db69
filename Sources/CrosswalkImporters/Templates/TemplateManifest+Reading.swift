import CrosswalkModel
import CrosswalkReaders

extension TemplateManifest {
  /// The largest manifest, in bytes.
  public static let limit = 1 << 20

  /// Reads the manifest of a template (`template.json`, `Schemas/template.schema.json`).
  ///
  /// - Parameters:
  ///   - labels: The names of the labels that the template has; those that the manifest names are among them.
  ///   - holder: The manifest of the template whose sections this one takes; `nil` where there is no such template.
  ///   - catalog: Every field that a template with such a manifest may use; those that the manifest names are among
  ///     them.
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members, names that
  ///   are none, what stands twice, labels that no table has, fields that there are not.
  public init(
    _ file: SourceFile, labels: Set<String>, holder: (String) -> SourceFile? = { _ in nil },
    catalog: (TemplateManifest) -> FieldCatalog
  ) throws(ImportError) {
    let limits = ReadingLimits.standard.with(fileBytes: Self.limit)
    let read = try StrictJSON.document(TemplateManifest.self, from: file, limits: limits)
    var manifest = read.value
    if manifest.sections == nil, let name = manifest.sectionsOf {
      guard TemplateName.isName(name), let file = holder(name) else {
        throw read.error(
          "no template that ships is called \"\(name)\", so there are no sections to take; give \"sections\"",
          at: ["sectionsOf"])
      }
      manifest.take(
        sectionsOf: try StrictJSON.document(TemplateManifest.self, from: file, limits: limits).value)
    }
    try TemplateManifestCheck(
      read: read, manifest: manifest, labels: labels, catalog: catalog(manifest)
    ).check()
    self = manifest
  }
}

/// Holds a manifest against the rules that its JSON Schema cannot state.
private struct TemplateManifestCheck {
  typealias Path = [JSONPlaces.Step]

  let read: LocatedJSON<TemplateManifest>
  /// What was read, with the sections and fields that it takes from another template.
  let manifest: TemplateManifest
  let labels: Set<String>
  let catalog: FieldCatalog

  func check() throws(ImportError) {
    guard manifest.schema == TemplateManifest.schemaVersion else {
      throw read.error("\"schema\" must be \"\(TemplateManifest.schemaVersion)\"", at: ["schema"])
    }
    try name(manifest.name, at: ["name"])
    guard manifest.name != "shared" else {
      throw read.error("\"shared\" is what templates have in common, not one of them", at: ["name"])
    }
    try label(manifest.title, at: ["title"])
    for (member, text) in [("about", manifest.about), ("basis", manifest.basis)] where text.isEmpty {
      throw read.error("\"\(member)\" must not be empty", at: [.name(member)])
    }
    try checkFrameworks()
    try checkFields()
    try checkSections()
    try checkEvidence()
    for (index, block) in (manifest.signOff ?? []).enumerated() {
      let path: Path = ["signOff", .index(index)]
      try label(block.title, at: path + ["title"])
      if let field = block.name { try self.field(field, at: path + ["name"]) }
    }
    try unique(manifest.signOff?.map(\.title), at: ["signOff"], member: "title")
    for (index, variant) in (manifest.variants ?? []).enumerated()
    where !TemplateManifest.knownVariants.contains(variant) {
      let known = TemplateManifest.knownVariants.joined(separator: ", ")
      throw read.error(
        "there is no variant \"\(variant)\"; known: \(known)", at: ["variants", .index(index)])
    }
    try unique(manifest.variants, at: ["variants"])
  }

  private func checkFrameworks() throws(ImportError) {
    if let frameworks = manifest.frameworks {
      try unique(frameworks.sources.map(\.rawValue), at: ["frameworks", "sources"])
      if let index = frameworks.sources.firstIndex(of: frameworks.target) {
        throw read.error(
          "the target is compared with other frameworks, not with itself",
          at: ["frameworks", "sources", .index(index)])
      }
    } else if manifest.requirements != nil {
      throw read.error("\"requirements\" need \"frameworks\", whose target has them", at: ["requirements"])
    }
    try unique(manifest.requirements, at: ["requirements"])
  }

  private func checkSections() throws(ImportError) {
    if let holder = manifest.sectionsOf { try name(holder, at: ["sectionsOf"]) }
    guard let sections = read.value.sections else {
      for section in manifest.sections ?? [] { try label(section.title, at: ["sectionsOf"]) }
      return
    }
    try unique(sections.map(\.id), at: ["sections"], member: "id")
    for (index, section) in sections.enumerated() {
      let path: Path = ["sections", .index(index)]
      try name(section.id, at: path + ["id"])
      try label(section.title, at: path + ["title"])
      for (number, field) in (section.needs ?? []).enumerated() {
        try self.field(field, at: path + ["needs", .index(number)])
      }
      try unique(section.needs, at: path + ["needs"])
      try unique(section.evidence?.map(\.rawValue), at: path + ["evidence"])
    }
  }

  private func checkEvidence() throws(ImportError) {
    for (index, evidence) in (manifest.evidence ?? []).enumerated() {
      let path: Path = ["evidence", .index(index)]
      if evidence.about.isEmpty {
        throw read.error("\"about\" names the requirement that the evidence is for", at: path + ["about"])
      }
      if evidence.kinds.isEmpty {
        throw read.error("evidence of no kind cannot be required", at: path + ["kinds"])
      }
      try unique(evidence.kinds.map(\.rawValue), at: path + ["kinds"])
    }
    if manifest.evidence != nil, manifest.frameworks == nil {
      throw read.error("\"evidence\" needs \"frameworks\", whose target has what it is for", at: ["evidence"])
    }
  }

  /// Declared fields lie below `details`, and only records and lists have fields.
  private func checkFields() throws(ImportError) {
    let fields = read.value.fields ?? []
    try unique(fields.map(\.path), at: ["fields"], member: "path")
    let kinds = Dictionary((manifest.fields ?? []).map { ($0.path, $0.kind) }) { first, _ in first }
    for (index, field) in fields.enumerated() {
      let path: Path = ["fields", .index(index)]
      guard TemplateName.isPath(field.path), field.path.hasPrefix("details.") else {
        throw read.error("\"\(field.path)\" is no path below \"details\"", at: path + ["path"])
      }
      if field.meaning.isEmpty { throw read.error("a field says what it means", at: path + ["meaning"]) }
      let names = field.path.split(separator: ".")
      for count in names.indices.dropFirst(2) {
        let holder = names[..<count].joined(separator: ".")
        if let kind = kinds[holder], kind != .list, kind != .record {
          throw read.error("\"\(holder)\" is no list or record, and has no fields", at: path + ["path"])
        }
      }
    }
  }

  private func name(_ text: String, at path: Path) throws(ImportError) {
    guard TemplateName.isName(text) else {
      throw read.error("\"\(text)\" is no name: lower-case words joined by \"-\"", at: path)
    }
  }

  private func label(_ name: String, at path: Path) throws(ImportError) {
    guard labels.contains(name) else {
      let closest = ClosestNames.to(name, among: labels.sorted())
      let hint = closest.isEmpty ? "" : "; did you mean \(closest.joined(separator: ", "))?"
      throw read.error("there is no label \"\(name)\"\(hint)", at: path)
    }
  }

  private func field(_ path: String, at place: Path) throws(ImportError) {
    guard TemplateName.isPath(path), catalog.field(at: path) != nil else {
      throw read.error("there is no field \"\(path)\"; `crosswalk template fields` lists them", at: place)
    }
  }

  /// - Parameter member: The member of each entry that is its name; `nil` where the entry is a name itself.
  private func unique(
    _ names: [String]?, at path: Path, member: String? = nil
  ) throws(ImportError) {
    var seen: Set<String> = []
    for (index, name) in (names ?? []).enumerated() where !seen.insert(name).inserted {
      throw read.error(
        "\"\(name)\" stands twice", at: path + [.index(index)] + (member.map { [.name($0)] } ?? []))
    }
  }
}
