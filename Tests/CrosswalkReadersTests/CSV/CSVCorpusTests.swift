import Foundation
import Testing

@testable import CrosswalkReaders

/// The cells of csv-spectrum against its own JSON, and official tables.
@Suite struct CSVCorpusTests {
  @Test(.enabled(if: RealData.exists("hostile/csv-spectrum"), "corpus absent: csv-spectrum"))
  func readsEveryCellOfCSVSpectrum() throws {
    let files = RealData.files(in: "hostile/csv-spectrum/csvs").filter { $0.hasSuffix(".csv") }
    #expect(files.count == 12)
    for path in files {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      // Quotes in the middle of a bare cell: this file shows what must be refused.
      guard name != "location_coordinates" else {
        #expect(readCSV(SourceFile(path: path)).reason == .strayQuote)
        continue
      }
      let json = URL(fileURLWithPath: RealData.path("hostile/csv-spectrum/json/\(name).json"))
      let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: json)) as? [[String: String]]
      let bytes = try bytesOfCase(path, name: name)
      for pieceSize in [1, 256 << 10] {
        let outcome = readCSV(bytes, dialect: CSVDialect(), pieceSize: pieceSize)
        let header = outcome.rows.first ?? []
        let rows = outcome.rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        #expect(outcome.error == nil, "\(name)")
        #expect(rows == expected, "\(name)")
      }
    }
  }

  /// Copies of the corpus may have lost the CR of its `_crlf` cases on their way through version control.
  private func bytesOfCase(_ path: String, name: String) throws -> [UInt8] {
    let bytes = try SourceFile(path: path).bytes()
    guard name.hasSuffix("_crlf"), !bytes.contains(0x0D) else { return bytes }
    return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
  func readsTheOfficialTablesWhole() throws {
    for folder in ["nist-csv", "nist-csv/ai-rmf", "nist-csv/csf", "nist-csv/ai-600-1", "eu-law/tables"] {
      for path in RealData.files(in: folder) where path.hasSuffix(".csv") {
        let outcome = readCSV(SourceFile(path: path))
        #expect(outcome.error == nil, "\(outcome.error?.diagnostic.line ?? "")")
        #expect(readCSV(SourceFile(path: path), pieceSize: 11) == outcome)
      }
    }
  }
}
