import CrosswalkModel
import CrosswalkOSCAL
import Testing

@testable import CrosswalkExporters

/// What names a document, and what of a claim holds as it stands.
@Suite struct InterchangeIdentityTests {
  private func identifier(_ report: GapReport?, _ form: OSCALForm) throws -> String {
    let text = String(
      decoding: OSCALMappingExporter(form: form, judgedBy: report).export(try ApplicationTests.mappingSet()),
      as: UTF8.self)
    let place = try #require(text.firstMatch(of: /uuid"?[=:] ?"([0-9a-f-]{36})"/))
    return String(place.1)
  }

  @Test func collectionsThatSayDifferentThingsHaveDifferentNames() throws {
    var reports = Array(repeating: Sample.gapReport, count: 6)
    reports[1].basis.minimumConfidence = 0.4
    reports[2].basis.assertedOnly = true
    reports[3].findings[0].verdict = .unknown
    reports[4].scope = "high-risk"
    reports[5].asOf = Sample.day("2026-11-02")
    let names = try reports.map { try identifier($0, .xml) } + [try identifier(nil, .xml)]
    #expect(Set(names).count == names.count, "\(names)")
    #expect(try identifier(reports[1], .xml) == names[1])
  }

  @Test func bothFormsHaveOneName() throws {
    #expect(try identifier(Sample.gapReport, .json) == identifier(Sample.gapReport, .xml))
  }

  @Test func onlyWhatHoldsAsItStandsIsAnAxiom() throws {
    let claim = try #require(try ApplicationTests.mappingSet().claims.first)
    func isAxiom(_ status: MappingClaim.Status, stale: Bool = false) -> Bool {
      var claim = claim
      claim.status = status
      guard case .node(let members) = LinkedMappings(stale: stale ? [claim.id] : []).node(of: claim),
        case .list(let types) = members["@type"]
      else { return false }
      return types.contains(.text("owl:Axiom"))
    }
    #expect(isAxiom(.draft) && isAxiom(.complete))
    #expect(!isAxiom(.rejected) && !isAxiom(.superseded) && !isAxiom(.deprecated))
    #expect(!isAxiom(.complete, stale: true))
  }
}
