import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Texts that a table has lost are named; a table that never had any, or has no full stops, is left alone.
@Suite struct LostTextTests {
  private func notes(_ texts: [String]) throws -> [String] {
    let rows = texts.enumerated().map { "C\($0.offset + 1),,t,\"\($0.element)\"\n" }.joined()
    return try TableFixtures.catalog("id,parent_id,title,text\n" + rows, "generic-catalog").notUsed
      .map { "\($0.location.line) \($0.what): \($0.why)" }
  }

  private let sentences = (1...19).map { "Text \($0) ends well." }

  @Test func namesARequirementWithoutAText() throws {
    #expect(try notes(["One", "", "Three"]) == ["3 text of C2: it has no text"])
    #expect(try notes(["", "", "Three"]).isEmpty)
  }

  @Test func namesATextWithoutItsEndWhereTheOthersHaveOne() throws {
    #expect(
      try notes(sentences + ["This one is cut in"]) == [
        "21 text of C20: its text ends without a full stop, unlike 19 others: it looks cut"
      ])
    #expect(try notes(sentences + ["(Well ended.)", "“And this!”", "Even this; "]).isEmpty)
    #expect(try notes(sentences + ["One", "Two"]).isEmpty, "a table in which two of 21 lack a full stop")
    #expect(try notes(Array(sentences.prefix(8)) + ["too few to judge"]).isEmpty)
    #expect(try notes((1...30).map { "Text \($0) never has a full stop" }).isEmpty)
  }

  @Test func namesATextThatEndsInTheMiddleOfASentence() throws {
    for end in [",", "-", "–", "("] {
      #expect(
        try notes(["Fine", "Not fine\(end)"]) == [
          "3 text of C2: its text ends in the middle of a sentence: it looks cut"
        ])
    }
  }

  @Test func leavesGroupsAndWithdrawnControlsAlone() throws {
    let text = "id,parent_id,title,text,assessable\nG,,Group,,0\nG-1,G,t,One.,1\nG-2,G,t,Two.,1\nG-3,G,t,,0\n"
    #expect(try TableFixtures.catalog(text, "generic-catalog").notUsed.isEmpty)
  }

  @Test(
    .enabled(if: RealData.isPresent, "publishers' tables absent: ../shared not found"),
    arguments: [
      ("nist-csv/NIST_SP-800-53_rev5_catalog_load.csv", "nist-sp-800-53-r5"),
      ("nist-csv/csf/csf-2.0.csv", "nist-csf-2.0"),
      ("nist-csv/ai-600-1/ai-600-1-1.0-actions.csv", "nist-ai-600-1-actions"),
      ("nist-csv/ai-600-1/ai-600-1-1.0-processed.csv", "nist-ai-600-1-sections"),
      ("eu-law/tables/ai-act-articles.csv", "ai-act-articles"),
      ("eu-law/tables/ai-act-annexes.csv", "ai-act-annexes"),
    ])
  func raisesNoFalseAlarmOnOfficialTables(path: String, profile: String) throws {
    let read = try TableFixtures.catalog(
      RealData.file(path), TableFixtures.profile(profile), framework: nil, revision: nil)
    #expect(read.notUsed.filter { $0.what.hasPrefix("text of") }.isEmpty)
  }
}
