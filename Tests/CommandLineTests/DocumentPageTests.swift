import Foundation
import Testing

/// Joint documents as pages in a real browser, filled with text that tries to run.
@Suite struct DocumentPageTests {
  private static let hasBrowser =
    ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    && (try? outside("python3", ["-c", "import selenium"]))??.status == 0

  static let vectors = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "<svg onload=alert(1)>",
    "--><script>alert(1)</script><!--", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>", "<details open ontoggle=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<base href=http://127.0.0.1:9/><img src=x>",
    "<img src=http://127.0.0.1:9/x.png>", "\"; } </style><script>alert(1)</script>",
    "<input autofocus onfocus=alert(1)>",
  ]

  /// Templates that show the values: from an outline, and as a page of the author's own.
  private static let outline = """
    # {{provider.name}}

    {{provider.name}} **{{subject.name}}**

    {{#deployers}}
    - {{name}}
    {{/deployers}}

    | {{provider.name}} |
    |---|
    {{#deployers}}
    | {{name}} |
    {{/deployers}}
    """
  private static let page = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>{{provider.name}}</title><style>h1 { unicode-bidi: isolate; }</style></head>
    <body><h1 title="{{provider.name}}" class='{{provider.name}}'>{{provider.name}}</h1>
    {{#deployers}}<a href="#{{name}}" id="{{name}}" data-x="{{name}}">{{name}}</a>{{/deployers}}
    </body></html>
    """

  @Test(.enabled(if: hasBrowser, "chromium, chromium-driver or python3-selenium is not installed"))
  func hostileValuesShowNoDialogAndAskForNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "Crosswalks/Examples/border-screening-support.json"),
      to: binary.folder.appending(path: "system.json"))
    let subject: [String: Any] = [
      "schema": "crosswalk-subject/1", "id": "hostile", "system": "system.json",
      "notice": Self.vectors.joined(separator: " "),
      "provider": ["name": Self.vectors.joined(separator: "\n")],
      "deployers": Self.vectors.map { ["name": $0] },
    ]
    try JSONSerialization.data(withJSONObject: subject)
      .write(to: binary.folder.appending(path: "hostile.subject.json"))
    var pages: [String] = []
    for (name, files) in [
      ("outline", ["document.md": Self.outline]), ("page", ["document.md": nil, "document.html": Self.page]),
    ] {
      let template = try ExampleTemplate(binary, files)
      let result = try binary.run(
        "template", "render", template.path, "--subject", "hostile.subject.json", "--format", "html",
        "--output",
        "\(name).html", "--as-of", "2026-11-23")
      #expect(result.status == 0, "\(result.errors)")
      pages.append(binary.folder.appending(path: "\(name).html").path)
      #expect(try String(contentsOfFile: pages.last ?? "", encoding: .utf8).contains("alert(1)"))
      try FileManager.default.removeItem(at: binary.folder.appending(path: "our-plan"))
    }
    let script = Checkout.root.appending(path: "Tests/CommandLineTests/Fixtures/open-document.py").path
    let opened = try #require(try outside("python3", [script] + pages, in: binary.folder))
    #expect(opened.status == 0, "\(opened.output)")
  }

  @Test(
    .enabled(if: hasBrowser, "chromium, chromium-driver or python3-selenium is not installed"),
    arguments: ["en", "de", "fr"])
  func thePassportSummaryIsOneSheetOfPaper(language: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = Checkout.root.appending(path: "Crosswalks/Examples/border-screening-support.subject.json")
    let result = try binary.run(
      "template", "render", "passport-summary", "--subject", subject.path, "--language", language,
      "--as-of", "2026-11-23", "--output", "summary.html")
    #expect(result.status == 0, "\(result.errors)")
    let page = binary.folder.appending(path: "summary.html")
    let sheet = binary.folder.appending(path: "summary.pdf").path
    _ = try outside(
      "chromium",
      [
        "--headless", "--no-sandbox", "--user-data-dir=\(binary.folder.appending(path: "browser").path)",
        "--no-pdf-header-footer", "--print-to-pdf=\(sheet)", page.absoluteString,
      ])
    guard let facts = try outside("pdfinfo", [sheet]) else { return }
    #expect(facts.output.contains(/Pages: +1\n/), "\(facts.output)")
  }
}
