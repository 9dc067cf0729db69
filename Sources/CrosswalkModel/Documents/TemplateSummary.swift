/// A template of a joint document, as a list of templates shows it.
public struct TemplateSummary: Hashable, Sendable {
  /// Short name: `joint-technical-documentation`.
  public var name: String
  /// The title of the document, in English where the template has it.
  public var title: String
  /// What the document is, in a sentence.
  public var about: String
  /// Where the document comes from: a provision, or that no instrument asks for it.
  public var basis: String
  /// The formats that it can be rendered in, in alphabetical order: `docx`, `html`, `markdown`.
  public var formats: [String]
  /// The languages that its labels are in, in alphabetical order.
  public var languages: [String]
  /// Variants besides the full document.
  public var variants: [String]
  /// Its folder, named as in the checkout.
  public var source: String

  /// Creates a summary.
  public init(
    name: String, title: String, about: String, basis: String, formats: [String], languages: [String],
    variants: [String], source: String
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.basis = basis
    self.formats = formats
    self.languages = languages
    self.variants = variants
    self.source = source
  }
}
