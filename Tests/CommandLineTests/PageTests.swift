import Foundation
import Testing

/// The HTML report in a real browser.
@Suite struct PageTests {
  private static let hasBrowser =
    ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    && (try? outside("python3", ["-c", "import selenium"]))??.status == 0

  @Test(.enabled(if: hasBrowser, "chromium, chromium-driver or python3-selenium is not installed"))
  func thePageOpensWithoutAConsoleErrorAndFilters() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(
      "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "html", "--output", "report.html")
    #expect(result.status == 0, "\(result.errors)")
    let script = Checkout.root.appending(path: "Tests/CommandLineTests/Fixtures/open-page.py").path
    let page = try #require(
      try outside("python3", [script, binary.folder.appending(path: "report.html").path], in: binary.folder))
    #expect(page.status == 0, "\(page.output)")
  }
}
