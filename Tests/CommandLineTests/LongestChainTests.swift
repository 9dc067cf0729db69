import Foundation
import Testing

/// `gap --longest-chain`: how far claims are followed is said, never silent.
@Suite struct LongestChainTests {
  private static let question = ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]

  @Test func theReportSaysHowFarClaimsWereFollowed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let limited = try binary.run(Self.question + ["--longest-chain", "2", "--format", "json"])
    #expect(limited.status == 0, "\(limited.errors)")
    let basis = try #require(try limited.json()["basis"] as? [String: Any])
    #expect(basis["longestChain"] as? Int == 2)
    let unlimited = try binary.run(Self.question + ["--format", "json"])
    let all = try #require(try unlimited.json()["basis"] as? [String: Any])
    #expect(all["longestChain"] is NSNull)
    #expect(all["claims"] as? Int == basis["claims"] as? Int)
    let table = try binary.run(Self.question + ["--longest-chain", "1"])
    let words = table.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("chains of at most 1 claim"))
  }

  @Test(arguments: ["0", "-1", "many"]) func aLengthThatIsNoneIsRefused(length: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(Self.question + ["--longest-chain=\(length)"])
    #expect(result.status == 64)
    #expect(result.errors.contains("--longest-chain"))
  }
}
