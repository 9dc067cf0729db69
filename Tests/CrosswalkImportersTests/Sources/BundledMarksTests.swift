import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// The marks of the list that ships, held against official files: a mark that none of them has fails every night.
@Suite(.enabled(if: RealData.isPresent, "the official data is not there"))
struct BundledMarksTests {
  private static func source(_ id: String) throws -> SourceManifest.Source {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Crosswalks/sources.json"
    ).path
    return try #require(try SourceManifest(SourceFile(path: path)).sources.first { $0.id == id })
  }

  @Test(arguments: [
    ("nist-sp-800-53-r5", "NIST_SP-800-53_rev5.0.1_catalog.xml"),
    ("nist-sp-800-53-r5-high", "NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog.xml"),
    ("nist-sp-800-53-r5-high", "NIST_SP-800-53_rev5.1_HIGH-baseline-resolved-profile_catalog.earlier.xml"),
    ("nist-sp-800-171-r3", "NIST_SP800-171_rev3_catalog.xml"), ("nist-csf-2.0", "NIST_CSF_v2.0_catalog.xml"),
  ])
  func areThoseOfCatalogs(id: String, file: String) throws {
    let metadata = try OSCALFixture.read(RealData.file("oscal/\(file)")).catalog.metadata
    #expect(try Self.source(id).missingMarks(in: metadata).isEmpty, "\(metadata.title)")
    // A mark that every document has would say nothing.
    let other = try OSCALFixture.read(RealData.file("oscal/basic-catalog.xml")).catalog.metadata
    #expect(try !Self.source(id).missingMarks(in: other).isEmpty)
  }

  @Test(
    .enabled(if: RealActs.isPresent),
    arguments: [("eu-ai-act", "ai-act"), ("eu-nis2", "nis2"), ("eu-eidas", "eidas-consolidated")])
  func areThoseOfActs(id: String, folder: String) throws {
    let metadata = try #require(try RealActs.imported(RealActs.files(in: folder)).catalogs.first).metadata
    #expect(try Self.source(id).missingMarks(in: metadata).isEmpty, "\(metadata)")
  }
}
