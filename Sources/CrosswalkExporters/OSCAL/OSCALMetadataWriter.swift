import CrosswalkDigest
import CrosswalkModel
import CrosswalkOSCAL

/// Writes what is known about a revision as OSCAL metadata.
struct OSCALMetadataWriter {
  let metadata: CatalogMetadata

  /// The version of OSCAL that documents are written in, where their source names none.
  static let version = "1.1.3"

  /// The `metadata` element.
  func element() -> OSCALElement {
    var fields: [String: String] = [:]
    var records = MetadataRecords()
    var properties: [OSCALElement] = []
    var links: [OSCALElement] = []
    var rest = metadata.properties.map {
      NodeAccount.Fact(kind: .property, name: $0.name, value: $0.value)
    }[...]
    while let fact = rest.popFirst() {
      if fact.name.hasPrefix("param:") || (isFromOSCAL && ["uuid", "link:inline"].contains(fact.name)) {
        continue
      }
      if Self.fields.contains(fact.name), isFromOSCAL, fields[fact.name] == nil {
        fields[fact.name] = fact.value
      } else if fact.name.hasPrefix("link:"), isFromOSCAL {
        links.append(NodeAccount.link(fact, named: String(fact.name.dropFirst("link:".count)), taking: &rest))
      } else if !isFromOSCAL || !records.take(Property(name: fact.name, value: fact.value)) {
        properties.append(NodeAccount.property(fact, named: propertyName(fact.name), taking: &rest))
      }
    }
    if !isFromOSCAL { complete(&fields, &properties, &links, &records) }
    return assembled(fields, properties, links, records.elements)
  }

  /// Whether the catalog was read from OSCAL.
  var isFromOSCAL: Bool { metadata.properties.contains { $0.name == "oscal-version" } }

  private static let fields = ["published", "last-modified", "version", "oscal-version", "remarks"]

  private func propertyName(_ name: String) -> String { isFromOSCAL ? name : OSCALToken.escaped(name) }

  /// What other sources say in fields of their own.
  private func complete(
    _ fields: inout [String: String], _ properties: inout [OSCALElement], _ links: inout [OSCALElement],
    _ records: inout MetadataRecords
  ) {
    if let day = metadata.asOf { fields["published"] = "\(day)T00:00:00Z" }
    fields["version"] = metadata.id.revision.rawValue
    fields["remarks"] = metadata.selection
    properties.insert(OSCALExtension.property("framework", metadata.id.framework.rawValue), at: 0)
    if let licence = metadata.licence { properties.append(OSCALExtension.property("licence", licence)) }
    if let language = metadata.language { properties.append(OSCALExtension.property("language", language)) }
    if let source = metadata.source {
      links.append(OSCALElement("link", [.init("href", source), .init("rel", "canonical")]))
    }
    guard let publisher = metadata.publisher else { return }
    let id = OSCALIdentity.uuid("party", publisher)
    for (name, value) in [
      ("role:publisher/title", "Publisher"), ("party:\(id)@type", "organization"),
      ("party:\(id)/name", publisher),
      ("responsible-party:publisher/party-uuid", id),
    ] {
      _ = records.take(Property(name: name, value: value))
    }
  }

  private func assembled(
    _ fields: [String: String], _ properties: [OSCALElement], _ links: [OSCALElement],
    _ records: [OSCALElement]
  ) -> OSCALElement {
    var element = OSCALElement("metadata", [], [.element(OSCALElement("title", text: metadata.title))])
    let modified = fields["last-modified"] ?? "\(metadata.asOf?.description ?? "1970-01-01")T00:00:00Z"
    if let published = fields["published"] { element.append(OSCALElement("published", text: published)) }
    element.append(OSCALElement("last-modified", text: modified))
    element.append(OSCALElement("version", text: fields["version"] ?? metadata.id.revision.rawValue))
    element.append(OSCALElement("oscal-version", text: fields["oscal-version"] ?? Self.version))
    let first = ["revisions", "document-id"]
    for record in records where first.contains(record.name) { element.append(record) }
    for child in properties + links { element.append(child) }
    for name in ["role", "location", "party", "responsible-party", "action"] {
      for record in records where record.name == name { element.append(record) }
    }
    if let remarks = fields["remarks"] {
      var blocks = OSCALProse().blocks(remarks)
      for link in inlineLinks.ofRemarks {
        blocks[blocks.count - 1].append(OSCALElement("a", [.init("href", link)]))
      }
      element.append(OSCALElement("remarks", [], blocks.map { .element($0) }))
    }
    return element
  }

  /// Targets of links inside texts: those of the remarks, which are noted right before them, and those of the back
  /// matter.
  ///
  /// Where in the text they stood is not known.
  var inlineLinks: (ofRemarks: [String], ofResources: [String]) {
    var links: (ofRemarks: [String], ofResources: [String]) = ([], [])
    var open: [String] = []
    for property in metadata.properties {
      if property.name == "link:inline" {
        open.append(property.value)
      } else {
        if property.name == "remarks" { links.ofRemarks += open } else { links.ofResources += open }
        open = []
      }
    }
    links.ofResources += open
    return links
  }
}

/// UUIDs of what is exported: the same content has the same.
enum OSCALIdentity {
  /// `7e3c9d51-40b8-5f26-8a17-c2d95be0461f`, fixed for good.
  private static let namespace: [UInt8] = [
    0x7e, 0x3c, 0x9d, 0x51, 0x40, 0xb8, 0x5f, 0x26, 0x8a, 0x17, 0xc2, 0xd9, 0x5b, 0xe0, 0x46, 0x1f,
  ]

  /// The UUID (version 5) of a thing of one sort.
  static func uuid(_ sort: String, _ name: String) -> String {
    ContentDigest.uuidVersion5(namespace: namespace, name: "\(sort)\u{1F}\(name)")
  }

  /// The UUID of a document with this content.
  static func uuid(of document: OSCALElement) -> String {
    uuid("document", ContentDigest.hexadecimal(ContentDigest.sha256(OSCALXMLWriter.write(document))))
  }

  /// Whether OSCAL takes it: version 4 or 5 in hexadecimal.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
      && (groups[2].first == "4" || groups[2].first == "5")
      && groups[3].first.map { "89abAB".contains($0) } == true
  }
}
