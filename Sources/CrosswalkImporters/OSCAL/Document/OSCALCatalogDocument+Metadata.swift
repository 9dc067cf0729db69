import CrosswalkModel
import CrosswalkReaders

/// The metadata of the catalog, and what framework it makes it.
extension OSCALCatalogDocument {
  mutating func beginInMetadata(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    guard place == .metadata else { return beginInRecord(name, element) }
    switch name {
    case .title?, .published?, .lastModified?, .version?, .oscalVersion?, .remarks?:
      let field = name ?? .remarks
      if metadata.fieldPlaces.updateValue(location(element), forKey: field) != nil {
        throw failure(.unexpectedElement(element.localName, in: "metadata"), at: element)
      }
      return beginField(field, element)
    case .prop?: return try beginProperty(element)
    case .link?: return try beginLink(element)
    case .revisions?, .documentId?, .role?, .location?, .party?, .responsibleParty?, .action?:
      return beginRecord(element)
    default: return unexpected(element)
    }
  }

  // MARK: Records

  /// Begins an element whose parts become properties named by their path: `party:41a9…/address/city`.
  private mutating func beginRecord(_ element: XMLElement) -> Place {
    let key = [OSCALName.uuid, .id, .roleId].lazy.compactMap { element.string($0.rawValue) }.first
    metadata.recordPath.append(element.localName + (key.map { ":\($0)" } ?? ""))
    let path = metadata.recordPath.joined(separator: "/")
    for attribute in element.attributes where attribute.value != key {
      metadata.properties.append(Property(name: "\(path)@\(attribute.localName)", value: attribute.value))
    }
    fieldText.reset()
    collecting = .field
    return .record
  }

  private mutating func beginInRecord(_ name: OSCALName?, _ element: XMLElement) -> Place {
    if let name, name.isBlock || name.isInline { return beginMarkup(name, element) }
    guard name != nil || element.namespaceIndex == 0 else { return unexpected(element) }
    flushRecordText()
    return beginRecord(element)
  }

  mutating func endRecord() {
    flushRecordText()
    metadata.recordPath.removeLast()
  }

  private mutating func flushRecordText() {
    let text = plainFieldText()
    fieldText.reset()
    guard !text.isEmpty else { return }
    metadata.properties.append(Property(name: metadata.recordPath.joined(separator: "/"), value: text))
  }

  // MARK: Identity

  mutating func endMetadata() throws(ImportError) {
    try checkVersion()
    guard !metadata.title.isEmpty else {
      throw ImportError(.missingElement("title", in: "metadata"), at: metadata.place)
    }
    let rule = known.rule(format: .oscalCatalog, facts: metadata.identifyingFacts)
    guard let framework = identity.framework ?? rule?.framework else {
      throw ImportError(
        .unknownFramework(title: metadata.title), at: metadata.fieldPlaces[.title] ?? metadata.place)
    }
    // What a rule knows about another framework says nothing about the one that the user named.
    let facts = rule.flatMap { $0.framework == framework ? $0 : nil }
    catalogMetadata = CatalogMetadata(
      id: FrameworkRevisionID(framework: framework, revision: try revision()), title: metadata.title,
      publisher: facts?.publisher ?? metadata.publisher, language: metadata.language,
      asOf: identity.asOf ?? metadata.asOf, licence: facts?.licence, source: facts?.source)
  }

  private func checkVersion() throws(ImportError) {
    guard !metadata.oscalVersion.isEmpty else {
      throw ImportError(.missingElement("oscal-version", in: "metadata"), at: metadata.place)
    }
    guard OSCALVersion(metadata.oscalVersion)?.isSupported == true else {
      throw ImportError(
        .unsupportedVersion(String(metadata.oscalVersion.prefix(64)), supported: OSCALVersion.supported),
        at: metadata.fieldPlaces[.oscalVersion] ?? metadata.place)
    }
  }

  private func revision() throws(ImportError) -> RevisionID {
    if let revision = identity.revision { return revision }
    guard !metadata.version.isEmpty else {
      throw ImportError(.missingElement("version", in: "metadata"), at: metadata.place)
    }
    // A version is prose for people ("Revision 5"), a revision is part of a reference.
    let name = metadata.version.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    guard let revision = RevisionID(name) else {
      throw ImportError(
        .invalidValue(
          String(metadata.version.prefix(64)), of: "revision",
          allowed: "up to 128 bytes without / # @ and control characters"),
        at: metadata.fieldPlaces[.version] ?? metadata.place)
    }
    return revision
  }
}
