import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkExporters

@Suite struct ReviewLogTests {
  /// What the log says of the review of a claim with this status.
  private func act(_ status: MappingClaim.Status, stale: Bool) throws -> (text: String, act: [String: Any]) {
    var claim = try #require(try ApplicationTests.mappingSet().claims.first)
    claim.status = status
    let log = ReviewLog(acts: [.review(claim, reviewer: "R. Reviewer", stale: stale)])
    let json = try JSONSerialization.jsonObject(with: Data(ReviewLogJSONExporter().export(log)))
    let acts = try #require((json as? [String: Any])?["acts"] as? [[String: Any]])
    let text = ReviewLogTextExporter(style: TerminalStyle(width: 200, color: false)).export(log)
    return (String(decoding: text, as: UTF8.self), try #require(acts.first))
  }

  @Test func aReviewOfAChangedTextIsStale() throws {
    let (text, act) = try act(.complete, stale: true)
    #expect(act["stale"] as? Bool == true && act["counts"] as? Bool == true)
    #expect(text.contains("reviewed: complete, stale"))
    #expect(try self.act(.complete, stale: false).act["stale"] as? Bool == false)
  }

  @Test func aReviewOfASupersededClaimCountsNoMore() throws {
    #expect(try act(.superseded, stale: false).act["counts"] as? Bool == false)
    #expect(try act(.rejected, stale: false).act["counts"] as? Bool == true)
  }
}
