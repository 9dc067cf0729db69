import Testing

@testable import CrosswalkExporters

@Suite struct HeadingNumbersTests {
  /// What LibreOffice shows for headings of these levels.
  @Test(arguments: [
    ([1, 2, 2, 1, 2], ["1", "1.1", "1.2", "2", "2.1"]), ([1, 3, 2, 3], ["1", "1.1.1", "1.2", "1.2.1"]),
    ([2, 1, 2], ["1.1", "2", "2.1"]), ([1, 4, 1, 3], ["1", "1.1.1.1", "2", "2.1.1"]),
    ([3, 2, 1, 2, 3], ["1.1.1", "1.2", "2", "2.1", "2.1.1"]),
  ])
  func levelsThatAreLeftOutCountAsTheirFirst(levels: [Int], shown: [String]) {
    var numbers = HeadingNumbers()
    #expect(levels.map { numbers.next(level: $0) } == shown)
  }
}
