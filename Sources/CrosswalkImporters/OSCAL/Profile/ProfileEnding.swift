import CrosswalkDigest
import CrosswalkModel
import CrosswalkOSCAL

/// The end of a profile resolution: the parameters and resources that are referred to stay, and the catalog gets its
/// metadata.
struct ProfileEnding {
  /// The namespace of the UUIDs of resolved catalogs: `b5d0a2f4-1c3e-5a8b-92f7-60d4c81e3b9a`, fixed for good.
  private static let namespace: [UInt8] = [
    0xb5, 0xd0, 0xa2, 0xf4, 0x1c, 0x3e, 0x5a, 0x8b, 0x92, 0xf7, 0x60, 0xd4, 0xc8, 0x1e, 0x3b, 0x9a,
  ]

  let profile: OSCALElement
  /// The profile's file.
  let name: String
  /// The catalogs that were imported.
  let sources: [OSCALElement]

  /// The catalog that the profile resolves to.
  func catalog(of modified: ProfileModification) throws(ImportError) -> OSCALElement {
    var catalog = OSCALElement("catalog", at: profile.location)
    catalog.append(try metadata())
    let parameters = keptParameters(of: modified)
    for child in parameters + modified.nodes { catalog.append(child) }
    let resources = keptResources(in: catalog)
    if !resources.isEmpty {
      catalog.append(OSCALElement("back-matter", [], resources.map(OSCALElement.Content.element)))
    }
    catalog.sortCanonically()
    let written = OSCALXMLWriter.write(catalog)
    catalog["uuid"] = ContentDigest.uuidVersion5(
      namespace: Self.namespace, name: ContentDigest.hexadecimal(ContentDigest.sha256(written)))
    return catalog
  }

  // MARK: Parameters

  /// Loose parameters that something mentions, or that the profile sets or asks to keep; the first of one name.
  private func keptParameters(of modified: ProfileModification) -> [OSCALElement] {
    var defined: Set<String> = []
    var mentioned: Set<String> = modified.parametersSet
    for node in modified.nodes {
      node.forEachElement { element in
        if element.name == "param", let id = element["id"] { defined.insert(id) }
      }
      mentioned.formUnion(Self.mentions(in: node))
    }
    var loose: [String: OSCALElement] = [:]
    var order: [String] = []
    for parameter in modified.looseParameters {
      guard let id = parameter["id"], !defined.contains(id), loose[id] == nil else { continue }
      loose[id] = parameter
      order.append(id)
    }
    // What a kept parameter mentions is kept as well.
    var open = order.filter { mentioned.contains($0) || loose[$0]?.isKeptAlways == true }
    var kept: Set<String> = []
    while let id = open.popLast() {
      guard kept.insert(id).inserted, let parameter = loose[id] else { continue }
      open += Self.mentions(in: parameter).filter { loose[$0] != nil }
    }
    return order.filter(kept.contains).compactMap { loose[$0] }
  }

  private static func mentions(in element: OSCALElement) -> Set<String> {
    var found: Set<String> = []
    element.forEachElement { element in
      switch element.name {
      case "insert": if let id = element["id-ref"] { found.insert(id) }
      case "param": if let id = element["depends-on"] { found.insert(id) }
      case "prop" where element["name"] == "aggregates": if let id = element["value"] { found.insert(id) }
      default: break
      }
    }
    return found
  }

  // MARK: Resources

  /// The resources that the catalog refers to, those of the sources before those of the profile.
  private func keptResources(in catalog: OSCALElement) -> [OSCALElement] {
    var resources: [String: (place: Int, element: OSCALElement)] = [:]
    var place = 0
    for document in sources + [profile] {
      for resource in document.first("back-matter")?.elements("resource") ?? [] {
        guard let id = resource["uuid"]?.lowercased() else { continue }
        // A later one replaces an earlier one, unless only the earlier one asks to be kept.
        if let earlier = resources[id], earlier.element.isKeptAlways, !resource.isKeptAlways { continue }
        resources[id] = (place, resource)
        place += 1
      }
    }
    var open = Self.fragments(in: catalog).union(
      resources.filter { $0.value.element.isKeptAlways }.map(\.key))
    var kept: [(place: Int, element: OSCALElement)] = []
    while let id = open.popFirst() {
      guard let resource = resources.removeValue(forKey: id) else { continue }
      kept.append(resource)
      open.formUnion(Self.fragments(in: resource.element))
    }
    return kept.sorted { $0.place < $1.place }.map(\.element)
  }

  /// What attributes refer to inside the document: `#…`.
  private static func fragments(in element: OSCALElement) -> Set<String> {
    var found: Set<String> = []
    element.forEachElement { element in
      for attribute in element.attributes where attribute.value.hasPrefix("#") {
        found.insert(attribute.value.dropFirst().lowercased())
      }
    }
    return found
  }

  // MARK: Metadata

  private func metadata() throws(ImportError) -> OSCALElement {
    guard var metadata = profile.first("metadata") else {
      throw ImportError(.missingElement("metadata", in: "profile"), at: profile.place)
    }
    let newest = newestVersion(metadata.first("oscal-version")?.text)
    metadata = metadata.mappingElements { child in
      child.name == "oscal-version" && newest != nil
        ? [OSCALElement("oscal-version", text: newest ?? "", at: child.location)] : [child]
    }
    let own = [
      OSCALElement("prop", [.init("name", "resolution-tool"), .init("value", "crosswalk")]),
      OSCALElement("link", [.init("href", fileName), .init("rel", "source-profile")]),
    ]
    metadata.content.insert(
      contentsOf: own.map(OSCALElement.Content.element), at: Self.placeOfProperties(in: metadata))
    for kept in sources.flatMap({ $0.first("metadata")?.elements ?? [] }) {
      guard kept.name == "role" || kept.name == "party", kept.isKeptAlways else { continue }
      let isKnown = metadata.elements(kept.name).contains {
        $0["id"] == kept["id"] && $0["uuid"] == kept["uuid"]
      }
      guard !isKnown else { continue }
      let place = metadata.content.lastIndex { part in
        guard case .element(let element) = part else { return false }
        return kept.name == "role"
          ? !["location", "party", "responsible-party", "action", "remarks"].contains(element.name)
          : !["responsible-party", "action", "remarks"].contains(element.name)
      }
      metadata.content.insert(.element(kept), at: place.map { $0 + 1 } ?? metadata.content.count)
    }
    return Self.withPropertiesBeforeLinks(metadata)
  }

  /// The file of the profile, without the folders that it happened to be in.
  private var fileName: String {
    name.split(whereSeparator: { $0 == "/" || $0 == "!" }).last.map(String.init) ?? name
  }

  /// Behind the fields that describe the document.
  private static func placeOfProperties(in metadata: OSCALElement) -> Int {
    let before = [
      "title", "published", "last-modified", "version", "oscal-version", "revisions", "document-id",
    ]
    let last = metadata.content.lastIndex { part in
      if case .element(let element) = part { before.contains(element.name) } else { false }
    }
    return last.map { $0 + 1 } ?? 0
  }

  private static func withPropertiesBeforeLinks(_ metadata: OSCALElement) -> OSCALElement {
    let place = placeOfProperties(in: metadata)
    let properties = metadata.elements("prop")
    let links = metadata.elements("link")
    var copy = metadata.mappingElements { $0.name == "prop" || $0.name == "link" ? [] : [$0] }
    copy.content.insert(
      contentsOf: (properties + links).map(OSCALElement.Content.element), at: min(place, copy.content.count))
    return copy
  }

  /// The newest OSCAL version of all documents.
  private func newestVersion(_ own: String?) -> String? {
    let versions =
      [own] + sources.map { $0.first("metadata")?.first("oscal-version")?.text }
    return versions.compactMap { $0 }.max {
      Self.numbers(of: $0).lexicographicallyPrecedes(Self.numbers(of: $1))
    }
  }

  private static func numbers(of version: String) -> [Int] {
    version.split { !$0.isNumber }.map { Int($0) ?? 0 }
  }
}
