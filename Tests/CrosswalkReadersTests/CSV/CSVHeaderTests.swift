import CrosswalkModel
import Testing

@testable import CrosswalkReaders

@Suite struct CSVHeaderTests {
  private func header(_ text: String, _ emptyNames: CSVHeader.EmptyNames = .refused) throws -> CSVHeader? {
    var header: CSVHeader?
    do {
      try CSVReader().read(SourceFile(name: "t", bytes: Array(text.utf8))) {
        (row: CSVRow) throws(ReadingError) in
        if header == nil { header = try CSVHeader(row, emptyNames: emptyNames) }
      }
    } catch {
      throw error.fault
    }
    return header
  }

  @Test func findsColumnsByTheirNames() throws {
    let header = try #require(try header("id,\" Control\n(or  Enhancement)\",text \n"))
    #expect(header.names == ["id", "Control (or Enhancement)", "text"])
    #expect(header.column("text") == 2)
    #expect(header.column("Text") == nil)
    #expect(try header.requiredColumn("Control (or Enhancement)") == 1)
    #expect(header.locations.map(\.column) == [1, 4, 20])
  }

  @Test func refusesTwoColumnsOfOneName() {
    let error = #expect(throws: ReadingError.self) { try header("id,\"x\n\",y,x\n") }
    let first = SourceLocation(file: "t", line: 1, column: 4)
    #expect(error?.reason == .duplicateColumn("x", firstSeen: first))
    #expect(error?.location == SourceLocation(file: "t", line: 2, column: 5))
  }

  @Test func refusesColumnsWithoutANameUnlessTheyAreAllowed() throws {
    let error = #expect(throws: ReadingError.self) { try header("id,,x") }
    #expect(error?.reason == .emptyColumnName)
    #expect(error?.location.column == 4)
    #expect(try header(",id,,x", .allowed)?.column("x") == 3)
  }
}
