import CrosswalkModel

/// The page around a joint document: title page, contents, style, and the policy that lets it load nothing.
struct DocumentPage {
  /// Marks in the page's template where the other parts go.
  private enum Place {
    static let policy: Unicode.Scalar = "\u{E018}"
    static let style: Unicode.Scalar = "\u{E019}"
    static let contents: Unicode.Scalar = "\u{E01A}"
    static let body: Unicode.Scalar = "\u{E01B}"
    static let language: Unicode.Scalar = "\u{E01C}"
    static let title: Unicode.Scalar = "\u{E01D}"
  }

  private let fields: FieldRecord
  private let language: String

  /// Prepares the page of a document in `language` with `fields`.
  init(_ fields: FieldRecord, language: String) {
    self.fields = fields
    self.language = language
  }

  /// The page with the body of `assembly`.
  func text(_ assembly: HTMLAssembly) throws(TemplateError) -> String {
    let short = assembly.headings.isEmpty ? PackageResources.document_short_css : []
    let style =
      String(decoding: PackageResources.document_css, as: UTF8.self) + pageMargins
      + String(decoding: short, as: UTF8.self)
    let parts: [Unicode.Scalar: String] = [
      Place.policy: SecurityPolicy.text(styles: [Array(style.utf8)], embedsImages: false),
      Place.style: style, Place.contents: assembly.contents(depth: 3), Place.body: assembly.body,
      Place.language: Self.plain(language), Place.title: Self.plain(title),
    ]
    var page = ""
    var text = String.UnicodeScalarView()
    for scalar in try frame().unicodeScalars {
      if let part = parts[scalar] {
        page += String(text) + part
        text.removeAll()
      } else {
        text.append(scalar)
      }
    }
    return page + String(text)
  }

  /// The page's template filled in, with marks where the other parts go.
  private func frame() throws(TemplateError) -> String {
    let start = SourceLocation(file: "document.mustache", line: 1, column: 1)
    let scanner = TagScanner(PackageResources.document_mustache, from: start)
    return try CompiledTemplate(scanner.pieces { $0 }, escaping: DocumentHTMLEscaping()).render(fields)
  }

  /// What a browser calls the page.
  private var title: String { ["title", "subtitle"].compactMap { text($0) }.joined(separator: " – ") }

  /// `text` on one line, escaped and without any element: for attributes and the title.
  private static func plain(_ text: String) -> String {
    HTMLEscaping().escapeText(PlaceMark.removed(from: text).onOneLine)
  }

  // MARK: - Running head and foot

  /// Boxes in the margins of printed pages: the title, the system, the state of review and the page's number.
  ///
  /// A style sheet has no other way to the document's words than to hold them, so every character but ASCII letters and digits
  /// is written as a CSS escape.
  private var pageMargins: String {
    let state = text("draft") == nil ? "" : Self.string(text("draftText") ?? "")
    return """

      @page {
        @top-left { content: \(Self.string(text("title") ?? "")); }
        @top-right { content: \(Self.string(text("subtitle") ?? "")); }
        @bottom-left { content: \(state.isEmpty ? "\"\"" : state); }
      }
      @page :first { @top-left { content: ""; } @top-right { content: ""; } @bottom-left { content: ""; } }

      """
  }

  /// A field of `document` as text; `nil` where it is absent.
  ///
  /// A flag that is on is an empty text.
  private func text(_ name: String) -> String? {
    guard case .record(let document)? = fields["document"], let value = document[name], !value.isAbsent else {
      return nil
    }
    if case .text(let text) = value { return text }
    return ""
  }

  /// `text` as a CSS string, at most 120 characters of it.
  static func string(_ text: String) -> String {
    let line = text.onOneLine
    let shown = line.count > 120 ? line.prefix(119) + "…" : line[...]
    var string = "\""
    for scalar in shown.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || scalar == " " {
        string.unicodeScalars.append(scalar)
      } else {
        string += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return string + "\""
  }
}
