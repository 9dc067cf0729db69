import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct ScopeDefinitionTests {
  private func scope(_ text: String) throws -> ScopeDefinition {
    try ScopeDefinition(SourceFile(name: "scope.json", bytes: Array(text.utf8)))
  }

  private static let good = """
    {"schema": "crosswalk-scope/1", "name": "logs", "framework": "eu-ai-act", "title": "Logs",
     "description": "What is said about logs.",
     "parts": ["12",
       "19"], "partsIfPresent": ["26(6)"]}
    """

  @Test func aScopeFileNamesItsPartsWithTheirPlaces() throws {
    let scope = try scope(Self.good)
    #expect(scope.name == "logs")
    #expect(scope.framework.rawValue == "eu-ai-act")
    #expect(scope.parts.map(\.local) == ["12", "19"])
    #expect(scope.parts.map(\.location.line) == [3, 4])
    #expect(scope.parts.map(\.location.column) == [12, 4])
    #expect(scope.partsIfPresent.map(\.location.column) == [30])
  }

  @Test(arguments: [
    ("crosswalk-scope/1", "crosswalk-scope/9", 1, 2), ("\"19\"", "19", 4, 4),
    ("\"title\"", "\"titel\"", 1, 1),
    ("eu-ai-act", "eu ai act", 1, 49), ("\"logs\"", "\"\"", 1, 1), ("\"19\"]", "\"19\"], \"more\": 1", 4, 11),
  ])
  func whatIsWrongInItHasAPlace(good: String, wrong: String, line: Int, column: Int) throws {
    let error = try #require(throws: ImportError.self) { try scope(Self.good.replacing(good, with: wrong)) }
    #expect(error.location == SourceLocation(file: "scope.json", line: line, column: column), "\(error)")
  }
}
