import Foundation
import Testing

@testable import CrosswalkReaders

/// Runs over the hostile corpora beside the package.
///
/// What stands in them is theirs: only the verdicts are asserted.
@Suite struct XMLCorpusTests {
  @Test(.enabled(if: RealData.exists("hostile/defusedxml"), "corpus absent: defusedxml"))
  func refusesEveryDeclarationOfDefusedxml() throws {
    let declared = [
      "xmlbomb", "xmlbomb2", "cyclic", "quadratic", "dtd", "dtd_element", "external", "external_file",
    ]
    for name in declared {
      let path = RealData.path("hostile/defusedxml/\(name).xml")
      let error = faultOfXML(SourceFile(path: path))
      #expect(error?.reason == .doctype, "\(name)")
      #expect(error?.diagnostic.line.contains("DOCTYPE not allowed") == true)
    }
    for name in ["simple", "simple-ns"] {
      #expect(faultOfXML(SourceFile(path: RealData.path("hostile/defusedxml/\(name).xml"))) == nil)
    }
  }

  /// The suite's catalogue says of each document whether it is well-formed; `not-wf` must not be accepted, and what
  /// is valid may be refused for its DOCTYPE or its encoding only.
  @Test(
    .enabled(
      if: RealData.exists("hostile/xmlconf/xmlts20130923.zip"), "corpus absent: W3C XML conformance suite"),
    .timeLimit(.minutes(3)))
  func acceptsNothingOfTheConformanceSuiteThatIsNotWellFormed() throws {
    let folder = try TemporaryFolder()
    try unpack(RealData.path("hostile/xmlconf/xmlts20130923.zip"), into: folder.path)
    let tests = try ConformanceTest.all(under: folder.path)
    #expect(tests.count > 2_000)
    var refusals = 0
    for test in tests {
      let error = faultOfXML(SourceFile(path: test.path))
      if test.isNotWellFormed {
        refusals += 1
        #expect(error != nil, "accepted \(test.path)")
      } else if let error {
        #expect(test.allows(error.reason), "\(error.diagnostic.line)")
      }
      if let error { #expect(error.location.line >= 1 && error.location.column >= 1) }
    }
    #expect(refusals > 1_000)
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
  func readsEveryOfficialCatalogInPiecesOfAnySize() {
    for path in RealData.files(in: "oscal") where path.hasSuffix(".xml") {
      let whole = readXML(SourceFile(path: path))
      #expect(whole.error == nil)
      #expect(whole == readXML(SourceFile(path: path), pieceSize: 997), "\(path)")
    }
  }

  /// The oracle is the file itself: the bytes at each place that was told are the start of that tag.
  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
  func everyPlaceInAnOfficialCatalogIsTheStartOfItsTag() throws {
    let path = RealData.path("oscal/NIST_SP800-171_rev3_catalog.xml")
    let bytes = try SourceFile(path: path).bytes()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let outcome = readXML(SourceFile(path: path))
    for event in outcome.events where event.hasPrefix("<") || event.hasPrefix("/") {
      let parts = event.dropFirst().split(separator: " ")
      let place = parts[1].split(separator: ":").compactMap { Int($0) }
      let rest = lines[place[0] - 1].dropFirst(place[1] - 1)
      let open = "<\(parts[0])"
      let isEmptyOrStart = rest.starts(with: Array(open.utf8))
      #expect(isEmptyOrStart || rest.starts(with: Array("</\(parts[0])>".utf8)), "\(event)")
    }
  }

  private func unpack(_ archive: String, into folder: String) throws {
    let container = try ZipContainer(SourceFile(path: archive))
    for file in container.files {
      guard let member = file.name.split(separator: "!").last else { continue }
      let target = URL(fileURLWithPath: "\(folder)/\(member)")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes()).write(to: target)
    }
  }
}

/// One entry of the conformance suite's catalogues.
private struct ConformanceTest {
  let path: String
  let type: String
  let isNamespaceAware: Bool

  var isNotWellFormed: Bool { type == "not-wf" && isNamespaceAware }

  /// What else may be wrong with a document that the suite calls well-formed: we refuse DOCTYPE and most encodings
  /// by design, hold to XML 1.0 with namespaces, and `error` leaves the verdict to the parser.
  func allows(_ reason: ReadingError.Reason) -> Bool {
    switch reason {
    case .doctype, .encodingNotAllowed, .encodingConflict: true
    default: type == "error" || type == "not-wf" || !isNamespaceAware
    }
  }

  static func all(under folder: String) throws -> [ConformanceTest] {
    var tests: [ConformanceTest] = []
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    for case let name as String in walk where name.hasSuffix(".xml") {
      let path = "\(folder)/\(name)"
      let text = String(decoding: try SourceFile(path: path).bytes(), as: UTF8.self)
      guard text.contains("<TEST ") else { continue }
      tests += entries(of: text, beside: path)
    }
    return tests
  }

  private static func entries(of catalogue: String, beside path: String) -> [ConformanceTest] {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return catalogue.split(separator: "<TEST ").dropFirst().compactMap { entry in
      func value(_ name: String) -> String? {
        guard let start = entry.firstRange(of: "\(name)=") else { return nil }
        let quoted = entry[start.upperBound...]
        guard let quote = quoted.first else { return nil }
        return quoted.dropFirst().firstIndex(of: quote).map { String(quoted.dropFirst()[..<$0]) }
      }
      guard let type = value("TYPE"), let uri = value("URI") else { return nil }
      let file = "\(folder)/\(uri)"
      guard FileManager.default.fileExists(atPath: file) else { return nil }
      let isForOtherRules = value("RECOMMENDATION")?.contains("1.1") == true || value("EDITION") == "1 2 3 4"
      return ConformanceTest(
        path: file, type: type, isNamespaceAware: value("NAMESPACE") != "no" && !isForOtherRules)
    }
  }
}
