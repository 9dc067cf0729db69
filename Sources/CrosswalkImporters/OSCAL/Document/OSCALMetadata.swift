import CrosswalkModel

/// What a catalog says about itself as a whole.
struct OSCALMetadata {
  /// Place of the `catalog` element.
  var catalogPlace = SourceLocation(file: "", line: 1, column: 1)
  /// Place of the `metadata` element.
  var place = SourceLocation(file: "", line: 1, column: 1)
  /// Places of the fields in it.
  var fieldPlaces: [OSCALName: SourceLocation] = [:]

  private(set) var title = ""
  private(set) var published = ""
  private(set) var lastModified = ""
  private(set) var version = ""
  private(set) var oscalVersion = ""
  var language: String?
  /// Everything else, in the order of the file.
  var properties: [Property] = []
  /// What rules may recognise the publication by.
  private(set) var facts: [Property] = []
  /// Where the publisher keeps the text, as the file names it: a resource of its back matter or an address.
  private(set) var canonical: String?
  /// Whether a tool made the catalog from a profile.
  private(set) var isResolvedProfile = false

  /// Path of the record being read: `party:41a93829…`, `address`, `city`.
  var recordPath: [String] = []

  /// Takes a property of the catalog.
  mutating func add(property: Property) {
    properties.append(property)
    facts.append(property)
    if property.name == "resolution-tool" { isResolvedProfile = true }
  }

  /// Takes a link of the catalog; its name is the relation.
  mutating func add(link: Property) {
    properties.append(Property(name: "link:\(link.name)", value: link.value))
    if link.name == "source-profile" { isResolvedProfile = true }
    if link.name == "canonical", canonical == nil { canonical = link.value }
  }

  /// Takes a field that has ended.
  mutating func end(field: OSCALName, text: String) {
    switch field {
    case .title: title = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .published: published = text
    case .lastModified: lastModified = text
    case .version: version = text
    case .oscalVersion: oscalVersion = text
    default: break
    }
    if field != .title, !text.isEmpty { properties.append(Property(name: field.spelling, value: text)) }
  }

  /// The day as of which the text stands: that of its publication, else of its last change.
  var asOf: CalendarDate? { CalendarDate(published.prefix(10)) ?? CalendarDate(lastModified.prefix(10)) }

  /// What the publication is recognised by.
  ///
  /// A resolved profile carries over properties of the catalog it selects
  /// from, so that only its own title tells what it is.
  var identifyingFacts: [Property] {
    let title = Property(name: "title", value: title)
    return isResolvedProfile ? [title] : [title] + facts
  }

  /// The name of the party in the role of publisher.
  var publisher: String? {
    let parties = properties.lazy.filter { $0.name == "responsible-party:publisher/party-uuid" }.prefix(16)
    let names = parties.compactMap { party in properties.first { $0.name == "party:\(party.value)/name" } }
    return names.first?.value
  }
}
