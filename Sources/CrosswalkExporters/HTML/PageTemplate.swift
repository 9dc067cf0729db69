import Mustache

/// The template of the page with its style and script, parsed once, and the digests that its security policy
/// names.
struct PageTemplate: Sendable {
  private let library: MustacheLibrary
  /// SHA-256 of the style sheet, in base64.
  let styleDigest: String
  /// SHA-256 of what the page of revisions adds to the style sheet, in base64.
  let diffStyleDigest: String
  /// SHA-256 of the script, in base64.
  let scriptDigest: String

  /// The pages that there are.
  enum Page: String {
    case gap = "page"
    case equivalence
    case diff
  }

  private static let parts: [(name: String, bytes: [UInt8])] = [
    (Page.gap.rawValue, PackageResources.page_mustache), ("finding", PackageResources.finding_mustache),
    (Page.equivalence.rawValue, PackageResources.equivalence_mustache),
    (Page.diff.rawValue, PackageResources.diff_mustache), ("words", PackageResources.words_mustache),
    ("diffStyle", PackageResources.diff_css), ("style", PackageResources.style_css),
    ("script", PackageResources.script_js),
  ]

  /// Parses the parts of the page.
  init() throws(ExportError) {
    MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
    var library = MustacheLibrary()
    for part in Self.parts {
      do {
        try library.register(String(decoding: part.bytes, as: UTF8.self), named: part.name)
      } catch {
        throw ExportError(.template(name: part.name, problem: "\(error)"))
      }
    }
    self.library = library
    styleDigest = SecurityPolicy.digest(PackageResources.style_css)
    diffStyleDigest = SecurityPolicy.digest(PackageResources.diff_css)
    scriptDigest = SecurityPolicy.digest(PackageResources.script_js)
  }

  /// A page with `fields` filled in.
  func render(_ fields: PageFields, as page: Page = .gap) throws(ExportError) -> String {
    guard let text = library.render(fields, withTemplate: page.rawValue) else {
      throw ExportError(.template(name: page.rawValue, problem: "absent"))
    }
    return text
  }
}
