import CrosswalkModel
import CrosswalkReaders

/// Resources that the catalog cites.
extension OSCALCatalogDocument {
  mutating func beginInBackMatter(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    switch (place, name) {
    case (.backMatter, .resource?):
      let id = String(decoding: try required(.uuid, of: element), as: UTF8.self)
      resources.append(Resource(id: id))
      checkAttributes(of: element, used: 1, known: [.uuid])
      return .resource
    case (.resource, .title?) where resources.last?.title != nil:
      return unexpected(element, why: "there is a title already")
    case (.resource, .title?): return beginField(.title, element)
    case (.resource, .description?): return beginField(.description, element)
    case (.citation, .text?): return beginField(.text, element)
    case (.resource, .citation?):
      checkAttributes(of: element, used: 0)
      return .citation
    case (.resource, .rlink?):
      resources[resources.count - 1].links.append(
        String(decoding: try required(.href, of: element), as: UTF8.self))
      checkAttributes(of: element, used: 1, known: [.href])
      return .resourceLink
    default:
      return unexpected(element, why: "a cited resource keeps its title, its citation and its links")
    }
  }

  mutating func endResourceField() {
    let text = plainFieldText()
    guard !text.isEmpty, !resources.isEmpty else { return }
    let last = resources.count - 1
    switch fieldName {
    case .title: resources[last].title = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // What a resource says about itself stands before its citation, or in place of one that it lacks.
    default: resources[last].citation = resources[last].citation.map { "\($0)\n\(text)" } ?? text
    }
  }
}
