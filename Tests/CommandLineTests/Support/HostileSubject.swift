import Foundation

/// The example that ships, with every free text replaced by one that tries to be more than text.
struct HostileSubject {
  /// What texts try to be.
  enum Payload: String, CaseIterable {
    /// Markup of HTML, SVG, XML, Markdown and of templates, addresses that run, formulas.
    case markup
    /// Characters that XML cannot hold, that reorder lines, that end them, and escapes that look like them.
    case characters
    /// Texts longer than a cell of a spreadsheet holds, without a blank.
    case length

    var text: String {
      switch self {
      case .markup:
        """
        =cmd|' /C calc'!A0 "><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)> ' --> ]]> \
        {{document.title}} {{{subject.id}}} {{#requirements}} {{> ../../etc/passwd}} {{=<% %>=}} | a | b | `code` \
        [link](javascript:alert(4)) ![image](https://example.org/x.png) <https://example.org/y> data:text/html,<b> \
        *strong* _x0041_ &lt;b&gt; &#60;i&#62; <w:p/> \\| \\\\| # head \\
        """
      case .characters:
        "+1 \u{1}\u{8}\u{B}\u{1B}[31mred \u{7F}\u{85}\u{202E}reversed\u{2066} \u{FFFE}\u{FFFF} \u{2028}line\u{2029} "
          + "_x0000_ &#0; \u{FEFF}end\r\n---\r\n# head\rlast\tcell | x |\n\n{{/evidence}}"
      case .length: "@" + String(repeating: "Wörterschlange", count: 3_000)
      }
    }

    /// What is left of the text wherever it is shown, and shows that it was there.
    var trace: String {
      switch self {
      case .markup: "alert"
      case .characters: "reversed"
      case .length: "WörterschlangeWörterschlange"
      }
    }
  }

  /// Members that are names, references, paths, days and tokens, which the reader checks.
  private static let kept: Set<String> = [
    "schema", "id", "system", "path", "sha256", "date", "kind", "about", "supports", "side", "language",
  ]

  /// Writes the subject file and its bundle into the folder of a test, and gives the name of the file.
  static func write(_ payload: Payload, into binary: CrosswalkBinary) throws -> String {
    let examples = Checkout.root.appending(path: "Crosswalks/Examples")
    for name in ["border-screening-support", "border-screening-support.json"] {
      try FileManager.default.copyItem(
        at: examples.appending(path: name), to: binary.folder.appending(path: name))
    }
    let file = examples.appending(path: "border-screening-support.subject.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var texts = Texts(payload)
    let hostile = replaced(object, at: ("", ""), by: &texts)
    let bytes = try JSONSerialization.data(withJSONObject: hostile, options: [.sortedKeys])
    return try binary.file("hostile.subject.json", bytes)
  }

  /// What stands in the place of each text.
  private struct Texts {
    private let text: String
    private let again: String
    private var places: Set<String> = []

    init(_ payload: Payload) {
      text = payload.text
      // A long text in every one of some hundred answers shows no more than in the first of each kind.
      again = payload == .length ? String(payload.text.prefix(60)) : payload.text
    }

    mutating func next(at place: String) -> String { places.insert(place).inserted ? text : again }
  }

  private static func replaced(
    _ value: Any, at place: (parent: String, name: String), by texts: inout Texts
  ) -> Any {
    switch value {
    case var record as [String: Any]:
      for (name, member) in record.sorted(by: { $0.key < $1.key }) {
        record[name] = replaced(member, at: (place.name, name), by: &texts)
      }
      return record
    case let list as [Any]:
      // The names of evidence stand in a list of texts; the evidence itself in one of objects.
      if place.name == "evidence", list is [String] { return list }
      return list.map { replaced($0, at: place, by: &texts) }
    case is String:
      return kept.contains(place.name) ? value : texts.next(at: "\(place.parent)/\(place.name)")
    default: return value
    }
  }
}
