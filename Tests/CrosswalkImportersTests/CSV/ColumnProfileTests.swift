import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct ColumnProfileTests {
  @Test func everyShippedProfileReadsAndIsNamedAsItsFile() throws {
    let names = try TableFixtures.profiles().names
    #expect(names == names.sorted())
    #expect(
      Set(names).isSuperset(of: ["generic-catalog", "generic-mapping", "crosswalk-catalog", "nist-csf-2.0"]))
  }

  private static let start = #"{"schema":"crosswalk-profile/1","name":"x","title":"X","header":["id"],"#

  @Test(arguments: [
    (
      start + "\n" + #""catalog":{"columns":{"id":"id","⟦here⟧txet":"text"}}}"#,
      "\"catalog.columns.txet\" is not known here"
    ),
    (
      start + "\n" + #"⟦here⟧"colour":"red","catalog":{"columns":{"id":"id"}}}"#,
      "\"colour\" is not known here"
    ),
    (
      start + "\n" + #""catalog":{"columns":{"id":"id",⟦here⟧}}}"#,
      "not well-formed JSON: a comma before the end of the object or array"
    ),
    (
      start + "\n" + #""catalog":{"columns":{"id":"id",⟦here⟧"id":"x"}}}"#,
      "the name \"id\" stands twice in one object, first at 2:23"
    ),
    (start + "\n" + #""catalog":{⟦here⟧"columns":{"title":"t"}}}"#, "\"catalog.columns\" has no \"id\""),
    (start + "\n" + #""catalog":{"columns":{⟦here⟧"id":7}}}"#, "\"catalog.columns.id\" must be a string"),
    (
      start + "\n" + #"⟦here⟧"mapping":{"source":"a","target":"b","relation":"c","intersects":"loose"}}"#,
      "\"mapping\" has no \"direction\""
    ),
    (
      start + "\n" + #""mapping":{"source":"a","target":"b","relation":"c","direction":"source-to-target"}}"#,
      "\"mapping\" has no \"intersects\""
    ),
    (
      start + "\n"
        + #""mapping":{"source":"a","target":"b","relation":"c","intersects":"loose",⟦here⟧"direction":"both"}}"#,
      "\"mapping.direction\" has a value that is not allowed"
    ),
    (
      start + "\n" + #""catalog":{"columns":{"id":"id"}}} ⟦here⟧x"#,
      "not well-formed JSON: text after the end of the value"
    ),
  ])
  func namesThePlaceOfWhatIsWrong(json: String, message: String) throws {
    // A mark inside quotes stands before its name: the name's place is that of the quote.
    let marked = MarkedSource(json.replacing("\"⟦here⟧", with: "⟦here⟧\""), name: "profile.json")
    let error = try #require(throws: ImportError.self) { try TableFixtures.profile(json: marked.text) }
    #expect(error.reason == .malformedProfile(message))
    if marked["here"].line > 0 { #expect(error.location == marked["here"]) }
    #expect(error.exitStatus == .configuration)
  }

  @Test(arguments: [
    (#""catalog":{"columns":{"id":"ID "},"levels":[{"id":"group"}]}}"#, "the column \"group\" is needed"),
    (#""catalog":{"columns":{"id":"id"},"withdrawn":[{"column":"id"}]}}"#, "a test has either"),
    (#""catalog":{"columns":{"id":"id"},"modality":"wish"}}"#, "\"wish\" is none"),
    (#""catalog":{"columns":{"id":"id","parent_id":"p"},"groups":[{"mark":"-"}]}}"#, "exclude each other"),
    (#""title2":null}"#, "a profile has either"),
  ])
  func refusesMembersThatContradictEachOther(members: String, part: String) throws {
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.profile(json: Self.start + members)
    }
    #expect(error.diagnostic.message.contains(part))
  }

  @Test func findsColumnsWithoutRegardToCaseBlanksAndLineBreaks() throws {
    let text = "ID ,\"Parent\n_ID\",TITLE,\" te xt\"\nA,,Alpha,First\n"
    let catalog = try TableFixtures.catalog(text, "generic-catalog").catalog
    #expect(try catalog.node("A").title == "Alpha")
    #expect(try catalog.node("A").text == "First")
  }

  @Test func refusesTwoColumnsOfOneName() throws {
    let table = TableFixtures.marked("⟦first⟧id,parent_id,title,text,⟦second⟧ID\n")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "generic-catalog")
    }
    let first = table["first"]
    #expect(
      error.reason == .reading(ReadingError(.duplicateColumn("ID", firstSeen: first), at: error.location)))
    #expect(error.location == table["second"])
  }
}
