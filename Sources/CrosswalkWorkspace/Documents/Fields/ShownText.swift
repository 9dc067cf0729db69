import CrosswalkImporters
import CrosswalkModel

/// The words of a provision as a document shows them: in its language where they were imported in it.
struct ShownText {
  /// Heading of the provision.
  var title: String
  /// The official text, or else the summary.
  var text: String
  /// Which of them it is, and in which language where that is not the document's.
  var note: String

  init(_ node: CatalogNode, _ words: Words) {
    let properties = node.properties
    let named = { (name: String) in properties.first { $0.name == name }?.value }
    let metadata = node.catalog.metadata
    let own = metadata.language ?? words.language
    title = named(EULawProperty.title(in: words.language)) ?? node.title
    if let parallel = named(EULawProperty.text(in: words.language)) {
      text = parallel
      note = words(.asksOfficial)
    } else {
      text = node.requirement
      let kind = node.text.isEmpty ? words(.asksSummary) : words(.asksOfficial)
      note =
        own == words.language
        ? kind : words.sequence([kind, words(.otherLanguage, words.name(ofLanguage: own))])
    }
    if text.isEmpty { note = "" }
  }
}

extension CatalogMetadata {
  /// The languages of parallel texts.
  var parallelLanguages: [String] {
    properties.filter { $0.name == EULawProperty.parallelLanguage }.map(\.value)
  }
}

extension [Catalog] {
  /// The titles of `ids`, or of what holds them where they have none of their own; ids that no catalog has are left out.
  func titles(of ids: Set<ControlID>, in words: Words) -> [ControlID: String] {
    var titles: [ControlID: String] = [:]
    for catalog in self where ids.contains(where: { $0.framework == catalog.framework }) {
      for node in catalog.nodes where ids.contains(node.id) {
        let shown = sequence(first: node, next: \.parent).lazy.map { ShownText($0, words).title }
        titles[node.id] = shown.first { !$0.isEmpty } ?? ""
      }
    }
    return titles
  }
}
