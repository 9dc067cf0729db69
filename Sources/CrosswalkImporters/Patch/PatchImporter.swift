import CrosswalkModel
import CrosswalkReaders

/// Reads a patch in JSON (`Schemas/patch.schema.json`): an amendment of one framework, and claims beside it.
public struct PatchImporter: Sendable {
  /// Creates an importer.
  public init() {}

  /// Whether `file` is a JSON document that says of itself that it is a patch.
  ///
  /// Cost: the first bytes.
  public static func recognizes(_ file: SourceFile, limits: ReadingLimits) -> Bool {
    guard (try? file.sniff()) == .json, var reader = try? JSONEventReader(file, limits: limits),
      (try? reader.next())?.kind == .beginObject
    else { return false }
    // Its first members are strings; "schema" is one of them.
    while let event = try? reader.next(), case .name(let name) = event.kind {
      guard let value = try? reader.next(), case .string(let text) = value.kind else { return false }
      if name == "schema" { return text.hasPrefix("crosswalk-patch/") }
    }
    return false
  }

  /// The patch in `file`.
  ///
  /// - Throws: ``ImportError`` at the line and column of what is wrong.
  public func patch(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) -> ReadPatch {
    let document: PatchDocument
    do { document = try StrictJSON.decode(PatchDocument.self, from: file, limits: limits) } catch {
      guard case .malformedProfile(let what) = error.reason else { throw error }
      throw ImportError(.malformedPatch(what), at: error.location)
    }
    let places: JSONPlaces
    do { places = try JSONPlaces(file, limits: limits) } catch { throw ImportError(error) }
    return try PatchReading(document: document, places: places, file: file.name).patch()
  }
}

/// Turns a decoded patch into values, and knows where everything stands.
struct PatchReading {
  let document: PatchDocument
  let places: JSONPlaces
  let file: String

  func patch() throws(ImportError) -> ReadPatch {
    guard document.schema == PatchDocument.schemaVersion else {
      throw invalid(
        document.schema, of: "\"schema\"", allowed: PatchDocument.schemaVersion, [.name("schema")])
    }
    var patch = ReadPatch(claims: try PatchClaims(reading: self).patch())
    patch.amendment = try amendment()
    return patch
  }

  func place(_ path: [JSONPlaces.Step]) -> SourceLocation {
    var known = path
    while places.places[known] == nil, !known.isEmpty { known.removeLast() }
    return places.places[known] ?? SourceLocation(file: file, line: 1, column: 1)
  }

  func invalid(
    _ value: String, of what: String, allowed: String, _ path: [JSONPlaces.Step]
  ) -> ImportError {
    ImportError(.invalidValue(value, of: what, allowed: allowed), at: place(path))
  }

  // MARK: Amendment

  private func amendment() throws(ImportError) -> CatalogAmendment? {
    guard let name = document.framework else {
      guard !document.hasAmendment else {
        throw ImportError(.malformedPatch("the document has no \"framework\" to amend"), at: place([]))
      }
      return nil
    }
    guard let framework = FrameworkID(name) else {
      throw invalid(name, of: "framework", allowed: "an identifier", [.name("framework")])
    }
    var amendment = CatalogAmendment(
      framework: framework, revision: try revision(document.revision, "revision"),
      name: try revision(document.name, "name"), title: document.title, location: place([.name("framework")]))
    for (number, node) in (document.add ?? []).enumerated() {
      amendment.additions.append(try addition(node, [.name("add"), .index(number)]))
    }
    for (number, node) in (document.change ?? []).enumerated() {
      amendment.changes.append(try change(node, [.name("change"), .index(number)]))
    }
    amendment.withdrawn = mentions(document.withdraw, "withdraw")
    amendment.removed = mentions(document.remove, "remove")
    return amendment
  }

  private func revision(_ name: String?, _ member: String) throws(ImportError) -> RevisionID? {
    guard let name else { return nil }
    if let revision = RevisionID(name) { return revision }
    throw invalid(name, of: "revision", allowed: "a name without blanks, /, # and @", [.name(member)])
  }

  private func mentions(_ names: [String]?, _ member: String) -> [CatalogAmendment.Mention] {
    (names ?? []).enumerated().map { number, name in
      CatalogAmendment.Mention(local: name, location: place([.name(member), .index(number)]))
    }
  }

  private func addition(
    _ node: PatchDocument.Node, _ path: [JSONPlaces.Step]
  ) throws(ImportError) -> CatalogAmendment.Addition {
    let local = node.id.trimmingBlanks
    guard !local.isEmpty else { throw ImportError(.malformedPatch("\"id\" is empty"), at: place(path)) }
    guard let name = node.kind else {
      throw ImportError(.malformedPatch("an added node needs a \"kind\""), at: place(path))
    }
    guard let kind = NodeKind.allCases.first(where: { $0.name == name }) else {
      throw invalid(
        name, of: "kind", allowed: NodeKind.allCases.map(\.name).joined(separator: ", "),
        path + [.name("kind")])
    }
    return CatalogAmendment.Addition(
      local: String(local), parent: node.parent, after: node.after, kind: kind,
      wording: try wording(node, path), location: place(path + [.name("id")]))
  }

  private func change(
    _ node: PatchDocument.Node, _ path: [JSONPlaces.Step]
  ) throws(ImportError) -> CatalogAmendment.Mention {
    let fixed = [("parent", node.parent), ("after", node.after), ("kind", node.kind)]
    for (member, value) in fixed where value != nil {
      throw ImportError(
        .malformedPatch("\"\(member)\" cannot change: remove the node and add another"),
        at: place(path + [.name(member)]))
    }
    return CatalogAmendment.Mention(
      local: node.id, wording: try wording(node, path), location: place(path + [.name("id")]))
  }

  private func wording(
    _ node: PatchDocument.Node, _ path: [JSONPlaces.Step]
  ) throws(ImportError) -> CatalogAmendment.Wording {
    var wording = CatalogAmendment.Wording()
    wording.label = node.label
    wording.title = node.title
    wording.text = node.text
    wording.summary = node.summary
    wording.appliesNote = node.appliesNote
    if let name = node.modality {
      guard let modality = Modality(rawValue: name) else {
        throw invalid(
          name, of: "modality", allowed: Modality.allCases.map(\.rawValue).joined(separator: ", "),
          path + [.name("modality")])
      }
      wording.modality = modality
    }
    if let names = node.roles { wording.roles = try roles(names, path + [.name("roles")]) }
    if let day = node.appliesFrom {
      guard let date = CalendarDate(day) else {
        throw invalid(day, of: "day", allowed: "YYYY-MM-DD", path + [.name("appliesFrom")])
      }
      wording.appliesFrom = date
    }
    return wording
  }

  private func roles(_ names: [String], _ path: [JSONPlaces.Step]) throws(ImportError) -> RoleSet {
    var roles: RoleSet = []
    for (number, name) in names.enumerated() {
      guard let role = RoleSet(name: name) else {
        throw invalid(
          name, of: "role", allowed: RoleSet.names.joined(separator: ", "), path + [.index(number)])
      }
      roles.formUnion(role)
    }
    return roles
  }
}
