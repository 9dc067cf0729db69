import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// What profiles of mappings can say, on tables of our own.
@Suite struct MappingTablesTests {
  private func read(_ file: SourceFile, _ profile: ColumnProfile) throws -> (
    claims: [MappingClaim], notUsed: [NotUsed]
  ) {
    var graph = CrosswalkGraphBuilder()
    let (a, b) = (try #require(FrameworkID("a")), try #require(FrameworkID("b")))
    try GenericMappingImporter(profile: profile, source: a, target: b).importClaims(
      file, limits: .standard, into: &graph)
    return (graph.claims, graph.notUsed)
  }

  private func read(_ text: String, _ members: String) throws -> (claims: [MappingClaim], notUsed: [NotUsed])
  {
    let json =
      #"{"schema":"crosswalk-profile/1","name":"m","title":"M","header":["S","T"],"mapping":{"source":"S","target":"T","direction":"source-to-target","intersects":"loose",\#(members)}}"#
    return try read(TableFixtures.file(text), TableFixtures.profile(json: json))
  }

  private func pairs(_ claims: [MappingClaim]) -> [String] {
    func ends(_ end: ClaimEnd) -> String {
      guard case .nodes(let nodes) = end else { return "?" }
      return nodes.map(\.local).joined(separator: "+")
    }
    return claims.map { "\(ends($0.source))>\(ends($0.target))" }
  }

  @Test func takesEachIdentifierOfACellForItself() throws {
    let text = "S,T\n\" X-1\n; X-2\",\"AC-1; AC-2;\n AC-1\"\n"
    let claims = try read(text, #""everyRelation":"related","separators":[";"],"several":"each""#).claims
    #expect(pairs(claims) == ["X-1>AC-1", "X-1>AC-2", "X-2>AC-1", "X-2>AC-2"])
    #expect(Set(claims.map(\.id)).count == 4)
    let lines = try read(
      "S,T\nX,\"AC-1\nAC-2\"\n", #""everyRelation":"related","separators":["\n"],"several":"each""#)
    #expect(pairs(lines.claims) == ["X>AC-1", "X>AC-2"])
  }

  @Test func takesTheIdentifiersOfACellTogether() throws {
    let claims = try read(
      "S,T\nX,AC-1 AC-2\n", #""everyRelation":"superset-of","separators":[" "],"several":"together""#
    ).claims
    #expect(pairs(claims) == ["X>AC-1+AC-2"])
  }

  @Test(arguments: [
    "AC-2 through AC-5", "AC-2 to AC-5", "AC-2 – AC-5", "AC-2..AC-5", "AC-2…5", "1.1 - 1.4", "AC-2 thru AC-5",
  ])
  func namesRangesAsNotUnderstood(range: String) throws {
    let table = TableFixtures.marked("S,T\nX,⟦x⟧\"AC-1; \(range)\"\n")
    let error = try #require(throws: ImportError.self) {
      try read(table.text, #""everyRelation":"related","separators":[";"],"several":"each""#)
    }
    #expect(error.reason == .identifierRange(range))
    #expect(error.location == table["x"])
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: ["GOVERN 1.1", "AC-2(10)", "CCC-01", "A.5.1-2", "Art. 9(2)(a)", "Section 3 - Scope"])
  func takesOrdinaryIdentifiersForNoRanges(identifier: String) throws {
    #expect(
      try pairs(read("S,T\nX,\(identifier)\n", #""everyRelation":"related""#).claims) == ["X>\(identifier)"])
  }

  @Test func namesRowsWithOneEndOrRefusesThem() throws {
    let text = "S,T\nX,\nX,Y\n,Z\n"
    let read = try read(text, #""everyRelation":"related","unpaired":"not-used""#)
    #expect(pairs(read.claims) == ["X>Y"])
    #expect(read.notUsed.map(\.why) == ["it names no \"T\"", "it names no \"S\""])
    #expect(read.notUsed.map(\.location.line) == [2, 4])
    let error = try #require(throws: ImportError.self) { try self.read(text, #""everyRelation":"related""#) }
    #expect(error.reason == .emptyCell(column: "T"))
  }

  @Test func joinsTheRowsOfAGroup() throws {
    let text =
      "S,T,R,G,N\nX,A,superset-of,X:G1,one\nX,B,superset-of,X:G1,two\nX,C,equal-to,,\nY,D,superset-of,X:G1,\n"
    let read = try read(text, #""relation":"R","group":"G","comment":"N""#)
    #expect(pairs(read.claims) == ["X>A+B", "X>C", "Y>D"])
    #expect(read.claims.map(\.note) == ["one\ntwo", nil, nil])
    let error = try #require(throws: ImportError.self) {
      try self.read("S,T,R,G\nX,A,superset-of,g\nX,B,equal-to,g\n", #""relation":"R","group":"G""#)
    }
    #expect(error.location.line == 3)
  }

  @Test func readsStrengthConfidenceAndRationale() throws {
    let members =
      #""everyRelation":"related","strength":"P","confidence":"C","rationale":"W","rationales":{"Meaning":"semantic"}"#
    let claims = try read("S,T,P,C,W\nX,A,5.0,80%,Functional\nX,B,10,0.5,meaning\nX,C,,,\n", members).claims
    #expect(claims.map(\.strength) == [5, 10, nil])
    #expect(claims.map(\.confidence) == [0.8, 0.5, nil])
    #expect(claims.map(\.rationale) == [.functional, .semantic, nil])
    for (row, column) in [("11,,", 5), ("-1,,", 5), ("2.5,,", 5), (",101%,", 6), (",1e0,", 6), (",,odd", 7)] {
      let error = try #require(throws: ImportError.self) { try read("S,T,P,C,W\nX,A,\(row)\n", members) }
      #expect(error.location.line == 2 && error.location.column == column, "\(row): \(error.location)")
    }
  }

  @Test func holdsConstantsAndKeepsThePublishersWord() throws {
    let members =
      #""relation":"R","constants":{"D":"doc 1"},"relations":{"superset-of":"related"},"ignored":{"Z":"because"}"#
    let read = try read("S,T,R,D,Z\nX,A,superset-of,Doc 1,z\n", members)
    #expect(read.claims.map(\.relations) == [.related])
    #expect(read.claims.map(\.token) == ["superset-of"])
    #expect(read.notUsed.map(\.why) == ["because"])
    let error = try #require(throws: ImportError.self) {
      try self.read("S,T,R,D\nX,A,equal-to,doc 2\n", members)
    }
    #expect(error.location.column == 14)
  }

  @Test(arguments: [
    (#""relation":"R","everyRelation":"related""#, "either"), (#""comment":"R""#, "either"),
    (#""everyRelation":"close""#, "is no relation"),
    (#""everyRelation":"related","separators":[","]"#, "go together"),
    (#""everyRelation":"related","separators":[""],"several":"each""#, "must not be empty"),
    (#""everyRelation":"related","sourceFramework":"a b""#, "no framework identifier"),
    (#""everyRelation":"related","rationales":{"x":"y"}"#, "is no rationale"),
  ])
  func refusesRulesThatContradictThemselves(members: String, message: String) throws {
    let error = try #require(throws: ImportError.self) { try read("S,T\nX,Y\n", members) }
    guard case .malformedProfile(let what) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(what.contains(message), "\(what)")
  }

  // MARK: Profiles that ship

  private func shipped(_ file: SourceFile) throws -> (
    profile: ColumnProfile, claims: [MappingClaim], notUsed: [NotUsed]
  ) {
    switch try FormatDetection.detect(file, profiles: TableFixtures.profiles()) {
    case .mappingTable(let profile), .mappingSheet(let profile):
      let read = try read(file, profile)
      return (profile, read.claims, read.notUsed)
    case let other: throw ImportError(.malformedProfile("\(other)"), at: .init(file: "", line: 1, column: 1))
    }
  }

  @Test func readsTheTemplateOfInformativeReferences() throws {
    let rows: [[String?]] = [
      ["General information"],
      [
        "Focal Document\nElement", "Focal Document Element Description", "Rationale", "Relationship",
        "Reference Document\nElement",
        "Reference Document Element Description", "Fulfilled By (Y/N)", "Group Identifier\n(Optional)",
        "Comments\n(Optional)", "Strength of\nRelationship (Optional)",
      ],
      ["ID.AM-1", "d", "Semantic", "subset of", "5.1.1\n", "r", "Y", nil, "why", "8"],
      ["ID.AM-2", "d", "Functional", "Intersects with", "5.1.2", "r", "N", "ID.AM-2:G1", nil, nil],
      ["ID.AM-2", "d", "Functional", "intersects with", "5.1.3", "r", "N", "ID.AM-2:G1", nil, nil],
      ["ID.AM-3", "d", "Syntactic", "not related to", "5.1.4", "r", "N", nil, nil, nil],
      ["ID.AM-4", "d", nil, nil, nil, nil, nil, nil, nil, nil],
    ]
    let file = SourceFile(
      name: "o.xlsx",
      bytes: WorkbookMaker(sheets: [.init("General", rows: [["x"]]), .init("Relationships", rows: rows)])
        .bytes)
    let read = try shipped(file)
    #expect(read.profile.name == "olir-informative-reference")
    #expect(pairs(read.claims) == ["ID.AM-1>5.1.1", "ID.AM-2>5.1.2+5.1.3", "ID.AM-3>5.1.4"])
    #expect(read.claims.map(\.relations) == [.subsetOf, .related, .disjoint])
    #expect(read.claims.map(\.strength) == [8, nil, nil])
    #expect(read.claims.map(\.rationale) == [.semantic, .functional, .syntactic])
    #expect(read.claims.first?.note == "why")
    #expect(
      read.notUsed.contains { $0.location.description == "o.xlsx!Relationships:7:1" && $0.what == "row" })
  }

  @Test func readsTablesOfSetTheoryRelationships() throws {
    let text = """
      FDE #,FDE Name,Focal Document Element (FDE) Description,STRM Rationale,STRM Relationship,SCF Control,SCF #,Secure Controls Framework (SCF) Control Description,Strength of Relationship (optional),Notes (optional)
      1.1,n,d,Functional,Intersects With,c,GOV-01,d,5,
      1.1,n,d,Functional,Subset Of,c,GOV-02,d,10,note
      1.2,n,d,Functional,Equal,c,GOV-03,d,10,
      1.3,n,d,Functional,No Relationship,c,GOV-04,d,,

      """
    let read = try shipped(TableFixtures.file(text))
    #expect(read.profile.name == "scf-strm")
    #expect(pairs(read.claims) == ["1.1>GOV-01", "1.1>GOV-02", "1.2>GOV-03", "1.3>GOV-04"])
    #expect(read.claims.map(\.relations) == [.intersectsWith, .subsetOf, .equal, .disjoint])
    #expect(read.claims.map(\.strength) == [5, 10, 10, nil])
  }

  @Test func tellsConceptCrosswalksApartByTheirFirstRows() throws {
    let header =
      "\"Focal Document\nElement\",Focal Document Element Description,\"Reference Document\nElement\",\"Strength of\nRelationship\n(Optional)\"\n"
    let other = try shipped(TableFixtures.file(header + "A,d,,\nA-1,d,\"X-1\n\",\n"))
    #expect(other.profile.name == "olir-concept-crosswalk")
    #expect(other.profile.mappingFrameworks.source == nil)
    #expect(pairs(other.claims) == ["A-1>X-1"])
    let known = try shipped(TableFixtures.file(header + "GV.OC-01,d,PM-11,\n"))
    #expect(known.profile.name == "csf-2.0-to-sp-800-53-concepts")
    #expect(known.profile.mappingFrameworks.target?.rawValue == "nist-sp-800-53-r5")
  }
}
