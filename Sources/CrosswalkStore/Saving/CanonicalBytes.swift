import CrosswalkDigest
import CrosswalkModel

extension Catalog {
  /// SHA-256 of what the catalog says, in hexadecimal: metadata, nodes, facts and resources.
  ///
  /// Where it says it is left out: the same act from loose files and from an archive has the same content.
  /// Cost: linear in the text.
  var contentDigest: String {
    var bytes = CanonicalBytes(capacity: rows.count * 128 + facts.count * 64 + textByteCount)
    bytes.add("crosswalk-content/1")
    bytes.add(metadata)
    bytes.add(rows.count)
    for row in rows { bytes.add(row, of: self) }
    bytes.add(facts.count)
    for fact in facts {
      bytes.add(Int(fact.node))
      bytes.add(fact.kind.name)
      bytes.add(fact.name, of: self)
      bytes.add(fact.value, of: self)
    }
    bytes.add(resources.count)
    for resource in resources {
      bytes.add(resource.id)
      bytes.add(resource.title)
      bytes.add(resource.citation)
      bytes.add(resource.links.count)
      for link in resource.links { bytes.add(link) }
    }
    return ContentDigest.hexadecimal(ContentDigest.sha256(bytes.bytes))
  }
}

/// Bytes of which two different sequences of values never have the same: every text is led by its length.
private struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
  mutating func add(_ text: String?) {
    if let text { add(text) } else { add(-1) }
  }
  mutating func add(_ span: TextSpan, of catalog: Catalog) {
    add(Int(span.length))
    catalog.withBytes(of: span) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ metadata: CatalogMetadata) {
    add(metadata.id.description)
    add(metadata.title)
    let facts = [
      metadata.publisher, metadata.language, metadata.asOf?.description, metadata.licence, metadata.source,
      metadata.selection,
    ]
    for fact in facts { add(fact) }
    add(metadata.properties.count)
    for property in metadata.properties {
      add(property.name)
      add(property.value)
    }
  }

  mutating func add(_ row: NodeRow, of catalog: Catalog) {
    add(Int(row.parent))
    add(row.kind.name)
    add(row.modality?.rawValue)
    add(Int(row.roles.rawValue))
    add(row.isWithdrawn ? 1 : 0)
    add(row.assessable.map { $0 ? 1 : 0 } ?? -1)
    add(row.isUnionOfParts ? 1 : 0)
    for span in [
      row.local, row.label, row.title, row.text, row.summary, row.appliesFrom, row.appliesNote,
    ] { add(span, of: catalog) }
  }
}
