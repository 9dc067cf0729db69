import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

@testable import CrosswalkWorkspace

/// What documents show of the pathway is in their language.
@Suite struct TranslationTests {
  private static let folder = DocumentFixture.root.appending(path: "Crosswalks")

  private static func pathway() throws -> RecognitionPathway {
    try RecognitionPathway(SourceFile(path: folder.appending(path: "Pathways/us-eu-ai.json").path))
  }

  private static func table(_ language: String) throws -> TextTranslations {
    let file = folder.appending(path: "Translations/us-eu-ai.\(language).json")
    return try TextTranslations(SourceFile(path: file.path))
  }

  /// The texts of the pathway that documents show.
  private static func shown() throws -> Set<String> {
    let pathway = try pathway()
    var texts = [pathway.title, pathway.notice]
    texts += pathway.questions.flatMap { [$0.asks, $0.provision] }
    texts += pathway.conditions.flatMap { [$0.says, $0.provision] }
    texts += pathway.contents.flatMap { [$0.title] + $0.parts.values.flatMap { [$0.says, $0.source] } }
    texts += pathway.terms.flatMap { [$0.says, $0.source] }
    for direction in pathway.directions {
      texts += [direction.legalBasis.says, direction.legalBasis.source]
      texts += direction.gate.map(\.title)
      texts += direction.gate.flatMap(\.rules).flatMap { [$0.says, $0.provision] }
      texts += direction.procedures.map(\.title)
      texts += direction.procedures.flatMap(\.steps).flatMap { [$0.title, $0.provision] }
    }
    return Set(texts)
  }

  /// The names of the routes of the act, and where they and the dates of application stand.
  private static func routes() throws -> Set<String> {
    struct File: Decodable {
      struct Application: Decodable { var routes, rules: [Entry] }
      struct Entry: Decodable {
        var title: String?
        var by: String
      }
      var application: Application
    }
    let data = try Data(contentsOf: folder.appending(path: "Frameworks/eu-ai-act@2026-07-27.json"))
    let application = try JSONDecoder().decode(File.self, from: data).application
    return Set((application.routes + application.rules).flatMap { [$0.title, $0.by] }.compactMap { $0 })
  }

  @Test(arguments: ["de", "fr"])
  func everyTextShownIsTranslatedAndNothingElse(language: String) throws {
    let (table, shown, routes) = (try Self.table(language), try Self.shown(), try Self.routes())
    #expect(table.language == language)
    #expect(shown.union(routes).subtracting(table.texts.keys).sorted() == [])
    // Some steps cite more of a procedure than documents show.
    let procedures = try Self.pathway().directions.flatMap(\.procedures).map(\.provision)
    #expect(
      Set(table.texts.keys).subtracting(shown).subtracting(routes).subtracting(procedures).sorted() == [])
  }

  @Test(arguments: [
    (
      "de", "Hochrisiko-System nach Anhang III (Artikel 6 Absatz 2 und Anhang III)",
      "Bewertung mit einer notifizierten Stelle"
    ),
    (
      "fr", "Système à haut risque de l’annexe III (article 6, paragraphe 2 et annexe III)",
      "Évaluation avec un organisme notifié"
    ),
  ])
  func theScopeOfADocumentIsInItsLanguage(language: String, systemClass: String, procedure: String) throws {
    let record = try DocumentFixture().fields(language).record
    #expect(record.text("scope.class") == systemClass)
    #expect(record.text("scope.procedure") == procedure)
  }

  @Test(arguments: [
    (#"{"schema":"crosswalk-translations/2","language":"de","texts":{}}"#, 2),
    (#"{"schema":"crosswalk-translations/1","language":"German","texts":{}}"#, 38),
    (#"{"schema":"crosswalk-translations/1","language":"de","texts":{"a":""}}"#, 63),
  ])
  func aTableThatIsNoneIsRefusedAtItsPlace(text: String, column: Int) throws {
    let error = try #require(throws: ImportError.self) {
      try TextTranslations(SourceFile(name: "t.json", bytes: Array(text.utf8)))
    }
    #expect(error.location.line == 1 && error.location.column == column)
  }
}
