import CrosswalkModel
import CrosswalkReaders

/// One act of the Official Journal with its annexes, gathered from the files that hold it.
public struct FormexPublication: Sendable {
  /// The file that lists the parts; `nil` where only parts were given.
  let document: FormexHeader?
  /// The entry of the act in that list.
  let entry: FormexElement?
  /// The act; `nil` where only annexes were given.
  let act: FormexHeader?
  /// In the order of the document.
  let annexes: [FormexHeader]
  /// What was seen while gathering and does not go in.
  let notUsed: [NotUsed]

  /// All files that go into the catalog, the list first, then the act, then its annexes in order.
  public var files: [SourceFile] { ([document, act].compactMap(\.self) + annexes).map(\.file) }

  /// The file that stands for the whole in reports: the list, or else the first part.
  public var name: String { files.first?.name ?? "" }

  /// The same acts, those in several languages together: the English text first, else the first given.
  ///
  /// Texts belong together where number, publication and consolidation are the same and the languages differ.
  public static func languageGroups(_ publications: [FormexPublication]) -> [[FormexPublication]] {
    var groups: [(key: [String], languages: Set<String>, publications: [FormexPublication])] = []
    for publication in publications {
      let facts = publication.facts
      let key = [facts?.number, facts?.published?.description, facts?.consolidated?.description].map {
        $0 ?? ""
      }
      let language = facts?.language ?? ""
      let place =
        key[0].isEmpty || language.isEmpty
        ? nil : groups.firstIndex { $0.key == key && !$0.languages.contains(language) }
      guard let place else {
        groups.append((key, [language], [publication]))
        continue
      }
      groups[place].languages.insert(language)
      groups[place].publications.insert(
        publication, at: language == "en" ? 0 : groups[place].publications.count)
    }
    return groups.map(\.publications)
  }

  /// What the bibliography of the act says; `nil` for annexes alone.
  private var facts: EULawFacts? {
    act.map { FormexActFacts.facts(part: $0, document: document, entry: entry, title: "") }
  }

  /// Gathers the acts in `files`: parts, lists of parts (`*.doc.xml`), tables of contents (`*.toc.xml`) or a zip of them.
  ///
  /// A part that a list names is looked for among `files`, then beside the list. For an act without its list, the
  /// list is looked for beside the act.
  ///
  /// - Returns: One value for each act, in the order of `files`.
  /// - Throws: ``ImportError`` where a file is no Formex of the Official Journal, or a listed part is missing.
  public static func publications(
    in files: [SourceFile], limits: ReadingLimits = .standard
  ) throws(ImportError) -> [FormexPublication] {
    var gathering = FormexGathering(limits: limits)
    for file in files { try gathering.add(file) }
    return try gathering.publications()
  }
}
