import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct CSVCatalogImporterTests {
  @Test func readsAGenericCatalogWithItsTreeAndProperties() throws {
    let text = """
      id\tparent_id\ttitle\ttext\tassessable\towner
      A\t\tAlpha\t\t0\t
      A.1\tA\tOne\tDo this.\t1\tAnn
      A.1.x\tA.1\tMore\tDo more.\t1\t

      """
    let (catalog, notUsed) = try TableFixtures.catalog(text, "generic-catalog")
    #expect(catalog.nodes.map(\.local) == ["A", "A.1", "A.1.x"])
    #expect(catalog.nodes.map(\.kind) == [.group, .control, .enhancement])
    #expect(catalog.nodes.map { $0.parent?.local } == [nil, "A", "A.1"])
    #expect(catalog.nodes.map(\.isAssessable) == [false, true, true])
    #expect(try catalog.node("A.1").properties == [Property(name: "owner", value: "Ann")])
    #expect(notUsed.isEmpty)
  }

  @Test func keepsCellsAsTextWhateverTheyLookLike() throws {
    let cells = ["1E5", "0012", "3-4", "MARCH1", "1234567890123456", "=1+1", "0,5", "TRUE", "-"]
    let rows = cells.map { "\"\($0)\",,t,\"\($0)\"" }
    let text = "id,parent_id,title,text\n" + rows.joined(separator: "\n")
    let catalog = try TableFixtures.catalog(text, "generic-catalog").catalog
    #expect(catalog.nodes.map(\.local) == cells)
    #expect(catalog.nodes.map(\.text) == cells)
  }

  @Test func takesQuotesInsideTheCellsOfATabSeparatedTableAsText() throws {
    let text = "id\tparent_id\ttitle\ttext\nA\t\tthe \"big\" one\t5\" or \"more\"\nB\t\t\"tab\there\"\t\n"
    let catalog = try TableFixtures.catalog(text, "generic-catalog").catalog
    #expect(try catalog.node("A").title == "the \"big\" one")
    #expect(try catalog.node("A").text == "5\" or \"more\"")
    #expect(try catalog.node("B").title == "tab here")
    #expect(throws: ImportError.self) {
      try TableFixtures.catalog("id,parent_id,title,text\nA,,the \"big\" one,b\n", "generic-catalog")
    }
  }

  @Test func cleansIdentifiersOfBlanksAndLineBreaks() throws {
    let text = "id,parent_id,title,text\r\n\"G \r\n\",,\"A\r\ntitle\",\r\n\"X 1\r\n\",\" G\",,\"a\r\nb\"\r\n"
    let catalog = try TableFixtures.catalog(text, "generic-catalog").catalog
    #expect(catalog.nodes.map(\.local) == ["G", "X 1"])
    #expect(try catalog.node("G").title == "A title")
    #expect(try catalog.node("X 1").text == "a\nb")
    #expect(try catalog.node("X 1").parent?.local == "G")
  }

  @Test func putsParentsBeforeTheirChildrenWhereverTheyStand() throws {
    let text =
      "id,parent_id,title,text,note\nB.1,B,,b1,n1\nA,,,a,\nB.2,B,,b2,n2\nB,,Beta,,nb\nB.1.1,B.1,,b11,\n"
    let catalog = try TableFixtures.catalog(text, "generic-catalog").catalog
    #expect(catalog.nodes.map(\.local) == ["A", "B", "B.1", "B.1.1", "B.2"])
    #expect(catalog.nodes.map { $0.parent?.local } == [nil, nil, "B", "B.1", "B"])
    #expect(try catalog.node("B.2").properties == [Property(name: "note", value: "n2")])
    #expect(try catalog.node("B.1").location.line == 2)
    #expect(try catalog.node("B").kind == .group)
  }

  @Test func passesOverRowsWithoutAnyContent() throws {
    let text = "id,parent_id,title,text\n,,,\nA,,a,\n\n , ,,\nB,,b,\n,,,\n\n"
    #expect(try TableFixtures.catalog(text, "generic-catalog").catalog.nodes.map(\.local) == ["A", "B"])
  }

  @Test(arguments: ["\n", "\r\n"], [0, 1, 2])
  func placesErrorsOnTheFirstAMiddleAndTheLastLine(lineEnd: String, bad: Int) throws {
    let rows = (0..<3).map {
      $0 == bad ? "X\($0),⟦parent⟧nobody,é,text" : "X\($0),,\"two\(lineEnd)lines\",text"
    }
    let table = TableFixtures.marked((["id,parent_id,title,text"] + rows).joined(separator: lineEnd))
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "generic-catalog")
    }
    #expect(error.reason == .unknownParent("nobody"))
    #expect(error.location == table["parent"])
    #expect(error.control == "X\(bad)")
  }

  @Test func reportsBothPlacesOfADuplicate() throws {
    let table = TableFixtures.marked("id,parent_id,title,text\n⟦first⟧A,,,x\nB,,,x\n⟦second⟧\" A\",,,x")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "generic-catalog")
    }
    #expect(error.reason == .duplicateControl(firstSeen: table["first"]))
    #expect(error.location == table["second"])
  }

  @Test func refusesParentsThatLeadBack() throws {
    let table = TableFixtures.marked("id,parent_id,title,text\nR,,,\nA,⟦cycle⟧C,,\nB,A,,\nC,B,,\n")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "generic-catalog")
    }
    #expect(error.reason == .parentCycle)
    #expect(error.location == table["cycle"])
  }

  @Test(arguments: [
    ("id,parent_id,title,text\nA,,a\n", "A,,a", ReadingError.Reason.ragged(expected: 4, found: 3)),
    ("id,parent_id,title,text\nA,,a,b\nB,,a,b,c\n", "B,,", .ragged(expected: 4, found: 5)),
  ])
  func refusesRowsOfAnotherWidth(text: String, row: String, reason: ReadingError.Reason) throws {
    let error = try #require(throws: ImportError.self) { try TableFixtures.catalog(text, "generic-catalog") }
    let before = try #require(text.firstRange(of: row)).lowerBound
    #expect(error.location.line == text[..<before].count(where: \.isNewline) + 1)
    #expect(error.reason == .reading(ReadingError(reason, at: error.location)))
  }

  @Test func refusesAnEmptyIdentifierAndATableWithoutRows() throws {
    let table = TableFixtures.marked("parent_id,⟦id⟧id,title,text\n,A,a,b\n,⟦empty⟧ ,a,b")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "generic-catalog")
    }
    #expect(error.reason == .emptyCell(column: "id"))
    #expect(error.location == table["empty"])
    #expect(throws: ImportError.self) {
      try TableFixtures.catalog("id,parent_id,title,text\n", "generic-catalog")
    }
    #expect(throws: ImportError.self) { try TableFixtures.catalog("", "generic-catalog") }
  }

  @Test func namesAMissingColumnAtTheHeader() throws {
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog("id,title,text\nA,a,b\n", "generic-catalog")
    }
    #expect(error.reason == .missingColumn("parent_id", profile: "generic-catalog"))
    #expect(error.location == CrosswalkModel.SourceLocation(file: "table.csv", line: 1, column: 1))
  }

  private static let header =
    "id,parent_id,kind,label,title,summary,modality,roles,applies_from,applies_note\n"

  @Test func readsTheColumnsOfABundledCatalog() throws {
    let text =
      Self.header
      + "9,,control,Article 9,Risk,Sum,,,,\n9(1),9,statement,1.,Sys,Must,Duty,provider | AI office,2027-12-02,note\n"
    let catalog = try TableFixtures.catalog(text, "crosswalk-catalog").catalog
    let node = try catalog.node("9(1)")
    #expect(node.kind == .statement)
    #expect(node.label == "1.")
    #expect(node.summary == "Must")
    #expect(node.text.isEmpty)
    #expect(node.modality == .duty)
    #expect(node.roles.names == ["provider", "AI Office"])
    #expect(node.appliesFrom == CalendarDate("2027-12-02"))
    #expect(node.appliesNote == "note")
  }

  @Test(arguments: [
    ("A,,⟦x⟧article,,,s,,,,", "article", "kind"), ("A,,control,,,s,⟦x⟧must,,,", "must", "modality"),
    ("A,,control,,,s,duty,⟦x⟧provider | king,,", "provider | king", "role"),
    ("A,,control,,,s,duty,,⟦x⟧2027-02-30,", "2027-02-30", "date"),
  ])
  func refusesValuesOutsideTheirVocabulary(row: String, value: String, place: String) throws {
    let table = TableFixtures.marked(Self.header + "Z,,control,,,s,,,,\n" + row + "\n")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(table.text, "crosswalk-catalog")
    }
    guard case .invalidValue(value, of: place, _) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(error.location == table["x"])
    #expect(error.control == "A")
  }

  @Test func takesTheIdentityFromTheUserThenTheProfileThenTheBytes() throws {
    let csf = try TableFixtures.profile("nist-csf-2.0")
    let row = "Active,GV,GOVERN,,GV.OC,Context,,GV.OC-01,Text\n"
    let file = TableFixtures.file(
      "Status,Function ID,Function Name,Function Description,Category ID,Category Name,Category Description,Subcategory ID,Subcategory\n"
        + row)
    let published = try TableFixtures.catalog(file, csf, framework: nil, revision: nil).catalog.metadata
    #expect(published.id.description == "nist-csf-2.0@2024-02-26")
    #expect(published.publisher == "National Institute of Standards and Technology")
    let other = try TableFixtures.catalog(file, csf, framework: "mine", revision: nil).catalog.metadata
    #expect(other.publisher == nil)
    #expect(other.id.description.hasPrefix("mine@content-"))
    let again = try TableFixtures.catalog(file, csf, framework: "mine", revision: nil).catalog.metadata
    #expect(again == other)
    let generic = try TableFixtures.profile("generic-catalog")
    let error = try #require(throws: ImportError.self) {
      try TableFixtures.catalog(TableFixtures.file("id,parent_id,title,text\nA,,,b"), generic, framework: nil)
    }
    #expect(error.exitStatus == .usage)
  }
}
