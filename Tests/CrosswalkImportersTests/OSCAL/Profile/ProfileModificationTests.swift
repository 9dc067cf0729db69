import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import Testing

@Suite struct ProfileModificationTests {
  private func modified(_ modify: String) throws -> ProfileFixture {
    try ProfileFixture(
      "<import href='c.xml'/><merge><as-is>true</as-is></merge><modify>\(modify)</modify>")
  }

  // MARK: Parameters

  @Test func whatIsSaidOnceIsReplacedAndTheRestAdded() throws {
    let resolved = try modified(
      """
      <set-parameter param-id="a-1_prm" class="new" depends-on="top"><prop name="p" value="1"/><link href="l"/>
      <label>new</label><constraint><description><p>c2</p></description></constraint>
      <guideline><p>g</p></guideline><select how-many="one"><choice>x</choice></select></set-parameter>
      """)
    let parameter = try resolved.element("a-1_prm")
    #expect(parameter["class"] == "new")
    #expect(parameter["depends-on"] == "top")
    #expect(
      parameter.elements.map(\.name) == [
        "prop", "link", "label", "usage", "constraint", "constraint", "guideline", "select",
      ])
    #expect(parameter.first("label")?.text == "new")
    #expect(parameter.elements("constraint").map(\.text) == ["c1", "c2"])
  }

  @Test func laterSettingsPrevail() throws {
    let resolved = try modified(
      "<set-parameter param-id='a-1_prm'><value>2</value><value>3</value></set-parameter>"
        + "<set-parameter param-id='a-1_prm'><value>4</value></set-parameter>")
    #expect(try resolved.element("a-1_prm").elements("value").map(\.text) == ["4"])
  }

  @Test func anUnknownParameterIsNamed() throws {
    let resolved = try modified("<set-parameter param-id='none'><value>2</value></set-parameter>")
    #expect(resolved.notUsed.map(\.why) == ["no parameter is called \"none\""])
  }

  // MARK: Removing

  @Test(arguments: [
    ("by-name='x'", "label"), ("by-item-name='prop'", ""), ("by-class='k'", "label"),
    ("by-ns='http://n'", "label"), ("by-name='label' by-class='k'", "label x"),
  ])
  func removesWhatFitsEveryCriterion(criteria: String, left: String) throws {
    let resolved = try modified("<alter control-id='a-1'><remove \(criteria)/></alter>")
    let properties = try resolved.element("a-1").elements("prop").map { $0["name"] ?? "" }
    #expect(properties.joined(separator: " ") == left)
    #expect(resolved.notUsed.isEmpty == (left != "label x"))
  }

  @Test func removesAPartByItsIdentifier() throws {
    let resolved = try modified("<alter control-id='a-1'><remove by-id='a-1_smt.a'/></alter>")
    #expect(try resolved.element("a-1_smt").elements("part").map { $0["id"] } == ["a-1_smt.b"])
  }

  @Test func aRemovalInAControlLeavesTheControlsInItAlone() throws {
    let resolved = try modified("<alter control-id='a-1'><remove by-item-name='title'/></alter>")
    #expect(try resolved.element("a-1").elements("title").isEmpty)
    #expect(try resolved.element("a-1.1").elements("title").count == 1)
  }

  // MARK: Adding

  @Test(arguments: [
    ("", "label x new"), ("position='ending'", "label x new"), ("position='after'", "label x new"),
    ("position='starting'", "new label x"), ("position='before'", "new label x"),
  ])
  func addsToTheControlInTheOrderOfTheSchema(position: String, order: String) throws {
    let resolved = try modified(
      "<alter control-id='a-1'><add \(position)><title>New</title><prop name='new' value='v'/>"
        + "<part name='n' id='n'/></add></alter>")
    let control = try resolved.element("a-1")
    #expect(control.elements("prop").map { $0["name"] ?? "" }.joined(separator: " ") == order)
    #expect(control.elements("title").map(\.text) == ["New"])
    #expect(
      control.elements.map(\.name) == [
        "title", "param", "prop", "prop", "prop", "link", "part", "part", "control", "control",
      ])
  }

  @Test(arguments: [
    ("before", "n a-1_smt.a a-1_smt.b"), ("after", "a-1_smt.a n a-1_smt.b"),
    ("starting", "a-1_smt.a(n) a-1_smt.b"), ("ending", "a-1_smt.a(n) a-1_smt.b"),
  ])
  func addsNextToWhatItNames(position: String, order: String) throws {
    let resolved = try modified(
      "<alter control-id='a-1'><add by-id='a-1_smt.a' position='\(position)'><part name='item' id='n'/></add></alter>"
    )
    let parts = try resolved.element("a-1_smt").elements("part").map { part in
      let inner = part.elements("part").compactMap { $0["id"] }.joined()
      return (part["id"] ?? "") + (inner.isEmpty ? "" : "(\(inner))")
    }
    #expect(parts.joined(separator: " ") == order)
  }

  @Test func whatChangesNothingIsNamed() throws {
    let resolved = try modified(
      "<alter control-id='no'><add><prop name='p' value='1'/></add></alter>"
        + "<alter control-id='a-1'><remove/><remove by-id='q'/><add by-id='q'/><add position='up'/></alter>")
    #expect(resolved.notUsed.count == 5)
  }

  // MARK: What stays

  @Test func parametersAndResourcesThatAreReferredToStay() throws {
    let resolved = try ProfileFixture(
      "<import href='c.xml'><include-controls><with-id>a-2</with-id></include-controls></import>")
    // a_prm is mentioned; top is not, and a-1_prm went with its control.
    #expect(resolved.catalog.elements("param").map { $0["id"] } == ["a_prm"])
    #expect(resolved.catalog.first("back-matter") == nil)
    let all = try ProfileFixture("<import href='c.xml'/>")
    #expect(all.catalog.first("back-matter")?.elements("resource").map { $0["uuid"] } == ["R-1", "r-2"])
  }

  @Test func aMentionedParameterOfAControlThatIsNotSelectedStays() throws {
    let resolved = try ProfileFixture(
      "<import href='c.xml'><include-controls><with-id>a-2</with-id></include-controls></import><modify>"
        + "<alter control-id='a-2'><add><part name='guidance'><p><insert type='param' id-ref='b-1_prm'/></p></part>"
        + "</add></alter></modify>")
    #expect(resolved.catalog.elements("param").map { $0["id"] } == ["a_prm", "b-1_prm"])
  }

  @Test func theMetadataIsThatOfTheProfile() throws {
    let resolved = try ProfileFixture("<import href='c.xml'/>")
    let metadata = try #require(resolved.catalog.first("metadata"))
    #expect(metadata.first("title")?.text == "P")
    #expect(metadata.first("oscal-version")?.text == "1.1.3")
    #expect(metadata.first("prop")?["name"] == "resolution-tool")
    #expect(metadata.first("link")?["href"] == "p.xml")
    #expect(metadata.first("link")?["rel"] == "source-profile")
    let again = try ProfileFixture("<import href='c.xml'/>")
    #expect(resolved.catalog["uuid"] == again.catalog["uuid"])
    #expect(resolved.catalog["uuid"]?.count == 36)
  }
}
