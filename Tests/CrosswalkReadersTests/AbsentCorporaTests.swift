import Testing

@testable import CrosswalkReaders

/// Public corpora that may lie beside the checkout; a run says which of them it went without.
///
/// What they try is also tried by cases of our own. Here each file must be read or refused at a place, without a crash.
@Suite struct AbsentCorporaTests {
  @Test(
    .enabled(
      if: RealData.exists("hostile/sineemore"), "corpus absent: sineemore csv-test-data; own cases run"))
  func readsOrRefusesSineemore() { readTables(in: "hostile/sineemore") }

  @Test(.enabled(if: RealData.exists("hostile/csvw"), "corpus absent: W3C csvw tests; own cases run"))
  func readsOrRefusesCSVW() { readTables(in: "hostile/csvw") }

  @Test(.enabled(if: RealData.exists("hostile/commons-csv"), "corpus absent: commons-csv; own cases run"))
  func readsOrRefusesCommonsCSV() { readTables(in: "hostile/commons-csv") }

  @Test(.enabled(if: RealData.exists("hostile/go-fuzz-xml"), "corpus absent: go-fuzz xml; own cases run"))
  func readsOrRefusesGoFuzz() { readDocuments(in: "hostile/go-fuzz-xml") }

  @Test(
    .enabled(if: RealData.exists("hostile/libxml2-recurse"), "corpus absent: libxml2 recurse; own cases run"))
  func readsOrRefusesLibXMLRecurse() { readDocuments(in: "hostile/libxml2-recurse") }

  private func readTables(in folder: String) {
    for path in RealData.files(in: folder) {
      let outcome = readCSV(SourceFile(path: path))
      if let error = outcome.error {
        #expect(error.location.line >= 1 && error.location.column >= 1, "\(path)")
      }
    }
  }

  private func readDocuments(in folder: String) {
    for path in RealData.files(in: folder) {
      guard let error = faultOfXML(SourceFile(path: path)) else { continue }
      #expect(error.location.line >= 1 && error.location.column >= 1, "\(path)")
    }
  }
}
