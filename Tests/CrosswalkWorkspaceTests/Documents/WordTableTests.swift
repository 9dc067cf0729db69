import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkWorkspace

/// The words of the toolkit are in every language, and in none is one too many.
@Suite struct WordTableTests {
  private static func table(_ language: String) throws -> [String: String] {
    let url = DocumentFixture.root.appending(path: "Crosswalks/Templates/shared/words/\(language).json")
    return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: url))
  }

  /// What joins up with the text around it, and may begin with a blank.
  private static let marks: Set = ["word-percent", "word-decimal-mark", "word-colon", "word-semicolon"]

  /// Every French table of labels and words, by its path.
  private static func frenchTables() throws -> [(path: String, table: [String: String])] {
    let folder = DocumentFixture.root.appending(path: "Crosswalks/Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let paths = names.map { "\($0)/strings/fr.json" } + ["shared/words/fr.json"]
    return try paths.map { path in
      let data = try Data(contentsOf: folder.appending(path: path))
      return (path, try JSONDecoder().decode([String: String].self, from: data))
    }
  }

  @Test func frenchKeepsItsSignsOnTheLineOfTheirWord() throws {
    let tables = try Self.frenchTables()
    #expect(tables.count > 15)
    for (path, table) in tables {
      for (name, text) in table {
        let isBroken = text.contains(/(?:^|[^\u{A0}:])[:;?!»]/) || text.contains(/«[^\u{A0}]/)
        #expect(!isBroken, "\(path) \(name): \(text)")
      }
    }
  }

  @Test(arguments: ["en", "de", "fr"])
  func theTableHasTheWordsOfTheToolkit(language: String) throws {
    let table = try Self.table(language)
    #expect(table.keys.sorted() == Set(Words.names.map { "word-" + $0 }).sorted())
    for (name, word) in table where !Self.marks.contains(name) {
      #expect(!word.isEmpty && word == String(word.trimmingBlanks), "\(name)")
    }
  }

  @Test(arguments: ["de", "fr"])
  func theWordsHaveTheSamePlacesForValues(language: String) throws {
    let english = try Self.table("en")
    for (name, word) in try Self.table(language) {
      for mark in ["%1", "%2", "%3"] {
        #expect(word.contains(mark) == english[name]?.contains(mark), "\(name): \(mark)")
      }
    }
  }

  @Test func valuesAreNeverTakenForMarks() throws {
    let words = Words(strings: StringTable(language: "en", labels: try Self.table("en")))
    #expect(words(.reviewedOn, "%2", "%1") == "reviewed by %2 on %1")
    #expect(words(.asOf, "5% 100%1") == "as of 5% 100%1")
  }

  @Test(arguments: [
    ("en", "1 March 2028", "13.6%", "partly"), ("de", "1. März 2028", "13,6\u{A0}%", "teilweise"),
    ("fr", "1er mars 2028", "13,6\u{A0}%", "en partie"),
  ])
  func datesAndNumbersFollowTheLanguage(language: String, date: String, share: String, part: String) throws {
    let words = Words(strings: StringTable(language: language, labels: try Self.table(language)))
    #expect(words.date(try #require(CalendarDate("2028-03-01"))) == date)
    #expect(words.decimal(Share.percent(0.136)) == share)
    #expect(words(Verdict.partial).contains(part))
  }

  @Test func severalRelationsAreAlternatives() throws {
    let words = Words(strings: StringTable(language: "en", labels: try Self.table("en")))
    #expect(words(RelationshipSet.related) == "related" && words(RelationshipSet.all) == "nothing known")
    #expect(words([.equal, .subsetOf, .supersetOf]) == "equal, part of it or all of it and more")
  }

  @Test func signsAndDaysFollowTheLanguage() throws {
    let day = try #require(CalendarDate("2027-12-02"))
    let french = Words(strings: StringTable(language: "fr", labels: try Self.table("fr")))
    #expect(
      french.application(.conditional("si", from: day), nil)
        == "conditionnel, à partir du 2 décembre 2027\u{A0}: si")
    #expect(
      french.application(.from(day, note: "au plus tard"), nil)
        == "applicable à partir du 2 décembre 2027\u{A0}; au plus tard")
  }
}
