import CrosswalkModel
import CrosswalkOSCAL

/// Who made the claims of a collection, and how, as OSCAL states it for a collection as a whole.
///
/// The format demands one method, one rationale and one status. Where the claims differ, the collection gets the word that
/// claims least, and a property says that they differ; each map has its own. A claim never gains certainty by that.
struct OSCALProvenance {
  private let set: MappingSet
  private let authors, reviewers: [String]

  init(_ set: MappingSet) {
    self.set = set
    authors = Set(set.claims.compactMap(\.author)).filter { !$0.isEmpty }.sorted()
    reviewers = Set(set.claims.filter(\.isReviewed).compactMap(\.reviewer)).filter { !$0.isEmpty }.sorted()
  }

  /// The roles and parties that the metadata has to name.
  var rolesAndParties: [OSCALElement] {
    let roles = responsible.map { id, title, _ in
      OSCALElement("role", [.init("id", id)], [.element(OSCALElement("title", text: title))])
    }
    return roles + Set(authors + reviewers).sorted().map(Self.party)
  }

  /// The provenance of the collection.
  var element: OSCALElement {
    let methods = Set(set.claims.map(\.method))
    let rationales = Set(set.claims.map(\.rationale))
    var provenance = OSCALElement(
      "provenance",
      [
        .init("method", (methods.count == 1 ? methods.first.flatMap(\.self) : nil)?.rawValue ?? "hybrid"),
        .init(
          "matching-rationale",
          (rationales.count == 1 ? rationales.first.flatMap(\.self) : nil)?.rawValue ?? "semantic"),
        .init("status", status),
      ])
    provenance.append(
      OSCALMappingExporter.blocks(
        "mapping-description",
        set.notice + " Method, rationale and status of the collection are required by the format; "
          + "those of each map are its own."))
    for (id, _, names) in responsible {
      let parties = names.map { OSCALElement("party-uuid", text: Self.uuid($0)) }
      provenance.append(
        OSCALElement("responsible-party", [.init("role-id", id)], parties.map { .element($0) }))
    }
    for (name, isMixed) in [("method", methods.count > 1), ("matching-rationale", rationales.count > 1)]
    where isMixed {
      provenance.append(OSCALMappingExporter.property(name, "differs from map to map"))
    }
    return provenance
  }

  /// Complete only where a reviewer stands behind every claim; deprecated or superseded only where every claim is.
  private var status: String {
    if !set.claims.isEmpty, set.claims.allSatisfy(\.isReviewed) { return "complete" }
    let states = Set(set.claims.map(\.status))
    return states == [.deprecated] || states == [.superseded] ? states.first?.rawValue ?? "draft" : "draft"
  }

  private var responsible: [(id: String, title: String, names: [String])] {
    [("creator", "Author of claims", authors), ("reviewer", "Reviewer of claims", reviewers)].filter {
      !$0.2.isEmpty
    }
  }

  /// The format demands a sort of party, which no claim states.
  private static func party(_ name: String) -> OSCALElement {
    var party = OSCALElement("party", [.init("uuid", uuid(name)), .init("type", "organization")])
    party.append(
      OSCALElement("name", text: name.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    party.append(
      OSCALMappingExporter.blocks(
        "remarks", "Whether this is a person or an organisation, the claims do not say."))
    return party
  }

  private static func uuid(_ name: String) -> String { OSCALMappingExporter.uuid("party \(name)") }
}
