import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

@Suite struct FormatDetectionTests {
  private func detect(_ text: String) throws -> DetectedFormat {
    try FormatDetection.detect(TableFixtures.file(text, name: "file"), profiles: TableFixtures.profiles())
  }

  @Test func knowsCatalogsOfOSCALWhateverStandsBeforeTheRoot() throws {
    let text =
      "<?xml version=\"1.0\"?>\n<!-- c --><o:catalog xmlns:o=\"http://csrc.nist.gov/ns/oscal/1.0\"><broken"
    #expect(try detect(text) == .oscal(.catalog, .xml))
  }

  @Test(arguments: OSCALRoot.allCases)
  func knowsEveryDocumentOfOSCALInBothForms(root: OSCALRoot) throws {
    let name = root.rawValue
    #expect(try detect("<\(name) xmlns='http://csrc.nist.gov/ns/oscal/1.0'/>") == .oscal(root, .xml))
    #expect(try detect("{\"\(name)\": {") == .oscal(root, .json))
    #expect(try detect("\u{FEFF} {\n\"$schema\": \"x\", \"\(name)\": 1}") == .oscal(root, .json))
  }

  @Test(arguments: ["ACT", "ANNEX", "DOC", "PUBLICATION", "CONS.ACT"])
  func knowsTheRootsOfFormex(root: String) throws {
    #expect(try detect("<\(root) xmlns:xsi='x'><A/></\(root)>") == .formex(root: root))
  }

  @Test(arguments: [
    ("\n <⟦x⟧assessment-plan xmlns='http://csrc.nist.gov/ns/oscal/1.0'/>", "an OSCAL assessment-plan"),
    ("{ ⟦x⟧\"component-definition\": {}}", "an OSCAL component-definition"),
    ("{\"$schema\": \"a\",\n ⟦x⟧\"mappings\": []}", "JSON with the key \"mappings\""),
    ("⟦x⟧{}", "JSON without an object of OSCAL"), ("⟦x⟧[1]", "JSON without an object of OSCAL"),
    ("<⟦x⟧akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>", "an Akoma Ntoso document"),
    ("<⟦x⟧catalog/>", "a <catalog> without a namespace"), ("<⟦x⟧svg/>", "XML with the root <svg>"),
    ("⟦x⟧<!DOCTYPE html><html></html>", "a web page"),
  ])
  func namesWhatIsNotImportedWithItsPlace(marked: String, found: String) throws {
    let table = MarkedSource(marked.replacing("<⟦x⟧", with: "⟦x⟧<"), name: "file")
    let error = try #require(throws: ImportError.self) { try detect(table.text) }
    guard case .unsupportedFormat(found, let hint) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(!hint.isEmpty)
    #expect(error.location == table["x"])
    #expect(error.exitStatus == .data)
  }

  @Test func refusesAnEmptyFile() throws {
    for text in ["", " \n"] {
      let error = try #require(throws: ImportError.self) { try detect(text) }
      guard case .reading(let reading) = error.reason else {
        Issue.record("\(error.reason)")
        return
      }
      #expect(reading.reason == .empty)
    }
  }

  @Test(arguments: [
    ("id,parent_id,title,text,assessable", "generic-catalog"),
    ("id\tparent_id\ttitle\ttext\tguidance", "generic-catalog"),
    ("ID;Parent_ID;Title;Text", "generic-catalog"), ("source_id,target_id,relation", "generic-mapping"),
    (
      "id,parent_id,kind,label,title,summary,text,modality,roles,applies_from,applies_note",
      "crosswalk-catalog"
    ),
    ("identifier,name,control_text,discussion,related,", "nist-sp-800-53-r5"),
    (",A 1.1\nsection_about,x\nsection_actions,x\nsection_doc,x\nsection_ref,x", "nist-ai-rmf-playbook"),
  ])
  func recognisesTablesByTheirHeader(header: String, profile: String) throws {
    switch try detect(header + "\n") {
    case .catalogTable(let found): #expect(found.name == profile && found.kind == .catalog)
    case .mappingTable(let found): #expect(found.name == profile && found.kind == .mapping)
    case let other: Issue.record("\(other)")
    }
  }

  @Test func recognisesAClaimsFileEvenWhereItLacksColumns() throws {
    #expect(try detect("source,target,relationship,strict\na/b,c/d,related,\n") == .claims)
  }

  @Test func namesTheColumnsAndTheProfilesWhereNoneFits() throws {
    let error = try #require(throws: ImportError.self) { try detect("Control,Text\nA,b\n") }
    let profiles = try TableFixtures.profiles()
    #expect(error.reason == .unknownTable(columns: ["Control", "Text"], profiles: profiles.names))
    #expect(error.diagnostic.line.contains("--profile"))
  }

  @Test func asksForTheProfileWhereTwoFitEquallyWell() throws {
    let json =
      #"{"schema":"crosswalk-profile/1","name":"NAME","title":"","header":["a","b"],"catalog":{"columns":{"id":"a"}}}"#
    let two = try ["x", "y"].map { try TableFixtures.profile(json: json.replacing("NAME", with: $0)) }
    let error = try #require(throws: ImportError.self) {
      try FormatDetection.detect(TableFixtures.file("A,B,c\n"), profiles: ProfileLibrary(two))
    }
    #expect(error.reason == .ambiguousTable(profiles: ["x", "y"]))
    #expect(error.exitStatus == .usage)
  }

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared not found"),
    arguments: [
      ("eu-law/ai-act/eu_ai_act_32024R1689_fmx4_2026-07-08.zip", DetectedFormat.formexContainer),
      ("eu-law/ai-act/L_202401689EN.000101.fmx.xml", .formex(root: "ACT")),
      ("eu-law/ai-act/L_202401689EN.013001.fmx.xml", .formex(root: "ANNEX")),
      ("eu-law/eidas-consolidated/CL2014R0910EN0020030.0001.xml", .formex(root: "CONS.ACT")),
      ("oscal/NIST_CSF_v2.0_catalog.xml", .oscal(.catalog, .xml)),
      ("oscal/NIST_SP-800-53_rev5_LOW-baseline_profile.xml", .oscal(.profile, .xml)),
      (
        "oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", .oscal(.catalog, .json)
      ),
      ("mappings/oscal/PCI_v4-to-Harmonized_V1.1.mapping-collection.json", .oscal(.mappingCollection, .json)),
    ])
  func recognisesWhatPublishersSend(path: String, format: DetectedFormat) throws {
    let file = RealData.file(path)
    #expect(try FormatDetection.detect(file, profiles: TableFixtures.profiles()) == format)
  }
}
