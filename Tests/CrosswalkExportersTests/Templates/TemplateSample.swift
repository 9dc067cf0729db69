import CrosswalkModel
import FoundationEssentials

@testable import CrosswalkExporters

/// Templates and fields for tests.
enum TemplateSample {
  static let labels = [
    "title": "Sample", "contents": "Contents", "item": "Item", "owner": "Owner", "none": "None.",
  ]

  /// A template of an outline and other files.
  static func source(
    _ outline: String?, files: [String: String] = [:], labels: [String: String] = labels,
    fallbacks: [String] = []
  ) throws -> TemplateSource {
    var all = files.mapValues { Array($0.utf8) }
    if let outline { all["document.md"] = Array(outline.utf8) }
    let manifest = """
      {"schema":"crosswalk-template/1","name":"sample","title":"title","about":"A sample.","basis":"None."}
      """
    return TemplateSource(
      manifest: try JSONDecoder().decode(TemplateManifest.self, from: Data(manifest.utf8)), folder: "sample",
      files: all,
      strings: StringTable(language: "en", labels: labels, fallbacks: fallbacks))
  }

  static func template(_ outline: String?, files: [String: String] = [:]) throws -> DocumentTemplate {
    try DocumentTemplate(source(outline, files: files))
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  static let catalog = FieldCatalog([
    FieldDescription(
      "document", .record, "The document.",
      fields: [
        FieldDescription("title", .text, "Its title."), FieldDescription("dateText", .text, "Its day."),
        FieldDescription("draft", .flag, "Whether it is a draft."),
      ]),
    FieldDescription(
      "provider", .record, "The provider.",
      fields: [
        FieldDescription("name", .text, "Its name."),
        FieldDescription("given", .flag, "Whether it is known."),
      ]),
    FieldDescription(
      "groups", .list, "Groups.",
      fields: [
        FieldDescription("title", .text, "Its title."), FieldDescription("note", .text, "A note."),
        FieldDescription(
          "parts", .list, "Its parts.",
          fields: [
            FieldDescription("title", .text, "Its title."), FieldDescription("owner", .text, "Who."),
            FieldDescription("stale", .flag, "Whether it is stale."),
          ]), FieldDescription("hasParts", .flag, "Whether it has parts."),
      ]),
    FieldDescription("states", .list, "Member States."),
    FieldDescription("value", .text, "A value."),
  ])

  /// Fields of a document with one value besides its head.
  static func fields(_ others: FieldRecord = [:]) -> FieldRecord {
    var fields = others
    fields["document"] = .record([
      "title": .text("Joint documentation"), "subtitle": .text("Lantern 2.3"),
      "dateText": .text("23 November 2026"), "draft": .flag(true),
      "draftText": .text("0 of 359 claims reviewed"),
      "notice": .text("Invented example"), "basis": .text("Article 11"),
      "disclaimer": .text("Nothing here is an approval."),
      "toolkit": .text("crosswalk toolkit"), "language": .text("en"),
    ])
    return fields
  }
}
