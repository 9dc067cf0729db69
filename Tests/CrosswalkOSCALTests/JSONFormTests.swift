import CrosswalkReaders
import Testing

@testable import CrosswalkOSCAL

@Suite struct JSONFormTests {
  private func read(_ text: String) throws -> OSCALElement {
    try OSCALJSONReader().read(SourceFile(name: "a.json", bytes: Array(text.utf8)))
  }

  private func xml(_ text: String) throws -> String {
    String(decoding: OSCALXMLWriter.write(try read(text)), as: UTF8.self)
  }

  @Test func childrenStandInTheOrderOfXML() throws {
    let text = """
      {"catalog": {"groups": [{"controls": [{"title": "A *b*", "id": "a", "parts": [{"prose": "x\\n\\ny", "name": "statement",
      "props": [{"value": "v", "name": "n"}]}], "params": [{"select": {"choice": ["c", "d"], "how-many": "one"}, "id": "p"}]}],
      "id": "g", "title": "G"}], "metadata": {"oscal-version": "1.1.3", "title": "T", "revisions": [{"version": "0"}],
      "document-ids": [{"identifier": "i", "scheme": "http://s"}]}, "uuid": "u"}, "$schema": "s"}
      """
    #expect(
      try xml(text) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
          <metadata>
            <title>T</title>
            <oscal-version>1.1.3</oscal-version>
            <revisions>
              <revision>
                <version>0</version>
              </revision>
            </revisions>
            <document-id scheme="http://s">i</document-id>
          </metadata>
          <group id="g">
            <title>G</title>
            <control id="a">
              <title>A <em>b</em></title>
              <param id="p">
                <select how-many="one">
                  <choice>c</choice>
                  <choice>d</choice>
                </select>
              </param>
              <part name="statement">
                <prop name="n" value="v"/>
                <p>x</p>
                <p>y</p>
              </part>
            </control>
          </group>
          <_schema xmlns="urn:crosswalk:json-key">s</_schema>
        </catalog>

        """)
  }

  @Test func placesAreThoseOfKeysAndOfValuesInLists() throws {
    let tree = try read(
      "{\"catalog\":\n {\"metadata\": {\"title\": \"x\"},\n \"controls\": [\n  {\"id\": \"a\"}, {\"odd\": [1, 2]}]}}"
    )
    #expect(tree.location?.description == "a.json:1:2")
    #expect(tree.first("metadata")?.first("title")?.location?.description == "a.json:2:16")
    #expect(tree.elements("control").map { $0.location?.description } == ["a.json:4:3", "a.json:4:16"])
    let odd = tree.elements("control")[1].elements
    #expect(odd.map(\.unknownKey) == ["odd", "odd"] && odd.map(\.text) == ["1", "2"])
    #expect(odd.map { $0.location?.description } == ["a.json:4:25", "a.json:4:28"])
  }

  @Test func whatOSCALDoesNotHaveIsKeptUnderItsKey() throws {
    let tree = try read(
      #"{"mapping-collection": {"uuid": "u", "mappings": {"maps": [{"type": "x", "sources": [{"id_ref": "a", "type": "control"}], "confidence-score": {"percentage": 0.950}, "relationship": "equal-to"}]}, "prop": {"name": {"a b": []}}, "none": null}}"#
    )
    let map = try #require(tree.first("mapping")?.first("map"))
    #expect(map.textOfUnknown(key: "type") == "x")
    #expect(map.first("source")?["type"] == "control")
    #expect(map.first("source")?.textOfUnknown(key: "id_ref") == "a")
    #expect(map.first("confidence-score")?.first("percentage")?.text == "0.950")
    #expect(tree.first("prop") == nil)
    #expect(tree.elements.compactMap(\.unknownKey) == ["prop", "none"])
    let written = String(decoding: OSCALJSONWriter.write(tree), as: UTF8.self)
    #expect(try read(written).elements.map(\.name) == tree.elements.map(\.name))
    #expect(written.contains("\"percentage\": 0.950") && written.contains("\"id_ref\": \"a\""))
  }

  @Test(arguments: [
    (#"{"catalog": ⟦x⟧[]}"#, ReadingError.Reason.valueMismatch(name: "catalog", expected: "an object")),
    (#"{"catalog": {"uuid": ⟦x⟧{}}}"#, .valueMismatch(name: "uuid", expected: "a string")),
    (#"{"catalog": {"uuid": ⟦x⟧null}}"#, .valueMismatch(name: "uuid", expected: "a string")),
    (#"{"catalog": {"controls": ⟦x⟧"a"}}"#, .valueMismatch(name: "controls", expected: "an array")),
    (#"{"catalog": {"controls": [⟦x⟧"a"]}}"#, .valueMismatch(name: "control", expected: "an object")),
    (
      #"{"catalog": {"uuid": ⟦x⟧"\u0001"}}"#,
      .valueMismatch(name: "uuid", expected: "text without control characters")
    ),
    (#"{"catalog": {}, ⟦x⟧"profile": {}}"#, .unexpectedName("profile")),
    (#"{⟦x⟧"catalogue": {}}"#, .unexpectedName("catalogue")),
    (#"⟦x⟧{"$schema": "a"}"#, .valueMismatch(name: "the document", expected: "an object of OSCAL")),
    (#"⟦x⟧[]"#, .valueMismatch(name: "the document", expected: "an object")),
    (#"{"catalog": {}} ⟦x⟧1"#, .malformedJSON(.contentAfterValue)),
  ])
  func refusesWhatIsNoDocumentOfOSCAL(marked: String, reason: ReadingError.Reason) throws {
    let column = (marked.split(separator: "⟦x⟧", omittingEmptySubsequences: false).first?.utf8.count ?? 0) + 1
    let error = try #require(throws: ReadingError.self) { try read(marked.replacing("⟦x⟧", with: "")) }
    #expect(error.reason == reason)
    #expect(error.location.column == column)
  }

  @Test func namesWhatJSONHasNoPlaceFor() throws {
    let text =
      #"<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" xmlns:s="urn:s" s:loc="1"><x:c xmlns:x="y"/><metadata>"#
      + #"<title a="b">T</title><title>U</title>stray</metadata><control id="a"/></catalog>"#
    let tree = try OSCALXMLReader().read(SourceFile(name: "a.xml", bytes: Array(text.utf8)))
    let written = OSCALJSONWriter.document(tree)
    #expect(
      written.omitted.map(\.what) == [
        "attribute \"{urn:s}loc\"", "element <{y}c>", "text \"stray\"", "second <title>", "attribute \"a\"",
      ])
    #expect(
      try OSCALJSONReader().read(SourceFile(name: "b", bytes: written.bytes)).first("control")?["id"] == "a")
  }

  @Test func aProfileComesBackAsItWas() throws {
    let text = """
      {
        "profile": {
          "uuid": "u",
          "imports": [
            {
              "href": "#c",
              "include-controls": [
                {
                  "with-child-controls": "yes",
                  "with-ids": [
                    "ac-1"
                  ],
                  "matching": [
                    {
                      "pattern": "ac-2.*"
                    }
                  ]
                }
              ],
              "exclude-controls": [
                {
                  "with-ids": [
                    "ac-2.1"
                  ]
                }
              ]
            },
            {
              "href": "d",
              "include-all": {}
            }
          ],
          "merge": {
            "combine": {
              "method": "keep"
            },
            "as-is": true
          },
          "modify": {
            "set-parameters": [
              {
                "param-id": "p",
                "values": [
                  "1"
                ]
              }
            ],
            "alters": [
              {
                "control-id": "ac-1",
                "removes": [
                  {
                    "by-name": "x"
                  }
                ],
                "adds": [
                  {
                    "position": "after",
                    "by-id": "ac-1_smt",
                    "parts": [
                      {
                        "name": "guidance",
                        "prose": "Do *it*.\\n\\n- a\\n- b"
                      }
                    ]
                  }
                ]
              }
            ]
          },
          "back-matter": {
            "resources": [
              {
                "uuid": "c",
                "rlinks": [
                  {
                    "href": "c.xml",
                    "hashes": [
                      {
                        "algorithm": "SHA-256",
                        "value": "00"
                      }
                    ]
                  }
                ],
                "base64": {
                  "filename": "f",
                  "value": "AA=="
                }
              }
            ]
          }
        }
      }

      """
    let tree = try read(text)
    #expect(String(decoding: OSCALJSONWriter.write(tree), as: UTF8.self) == text)
    let viaXML = try OSCALXMLReader().read(SourceFile(name: "x", bytes: OSCALXMLWriter.write(tree)))
    #expect(String(decoding: OSCALJSONWriter.write(viaXML), as: UTF8.self) == text)
  }
}
