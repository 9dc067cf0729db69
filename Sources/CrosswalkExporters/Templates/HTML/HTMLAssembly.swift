/// Numbers the headings of a filled HTML template, gives them places to link to, and lists them.
struct HTMLAssembly {
  /// One heading, as the list of contents shows it.
  struct Heading: Hashable {
    /// 1 to 4.
    let level: Int
    /// `2.1`.
    let number: String
    /// Its place in the page.
    let anchor: String
    /// What it says, escaped.
    let html: String
  }

  /// The headings in order.
  private(set) var headings: [Heading] = []
  /// The page's body.
  private(set) var body = ""

  private var numbers = HeadingNumbers()

  /// Resolves the marks of `filled`.
  init(_ filled: String) {
    var rest = filled.unicodeScalars[...]
    while let start = rest.firstIndex(where: { PlaceMark.headings.contains($0) }) {
      let level = (PlaceMark.headings.firstIndex(of: rest[start]) ?? 0) + 1
      let afterMark = rest.index(after: start)
      let end = rest[afterMark...].firstIndex(of: PlaceMark.headingEnd) ?? rest.endIndex
      body += String(rest[..<start])
      add(level: level, html: String(rest[afterMark..<end]))
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    }
    body += String(rest)
  }

  /// Writes a heading; one whose words all vanished vanishes.
  private mutating func add(level: Int, html: String) {
    // Strong words that are gone leave their elements behind.
    guard html.replacing(/<[^>]*>/, with: "").contains(where: { !$0.isWhitespace }) else { return }
    let number = numbers.next(level: level)
    let anchor = "section-\(headings.count + 1)"
    headings.append(Heading(level: level, number: number, anchor: anchor, html: html))
    body +=
      "<h\(level + 1) id=\"\(anchor)\"><span class=\"number\">\(number)</span> \(html)</h\(level + 1)>\n"
  }

  /// The list of contents down to `depth` levels, as nested lists of links; empty without headings.
  func contents(depth: Int) -> String {
    let shown = headings.filter { $0.level <= depth }
    guard !shown.isEmpty else { return "" }
    var html = ""
    var level = 0
    for heading in shown {
      if heading.level > level {
        for _ in level..<heading.level { html += "<ol><li>" }
      } else {
        for _ in heading.level..<level { html += "</li></ol>" }
        html += "</li><li>"
      }
      level = heading.level
      html +=
        "<a href=\"#\(heading.anchor)\"><span class=\"number\">\(heading.number)</span> \(heading.html)</a>"
    }
    for _ in 0..<level { html += "</li></ol>" }
    return html
  }
}
