import CrosswalkModel
import Mustache

/// A record of fields as the template library looks values up in it.
///
/// The library looks for a name that a record lacks in the records around it: what may be absent has to be there as
/// absent (``FieldRecord/completed(by:)``).
struct TemplateFields: MustacheParent, MustacheCustomRenderable {
  private let record: FieldRecord

  /// Shows `record` to a template.
  init(_ record: FieldRecord) { self.record = record }

  /// Nothing: a record shows through its fields.
  ///
  /// Without this the library would print the type itself.
  let renderText = ""
  /// A record counts as present.
  let isNull = false

  /// The field called `name`.
  func child(named name: String) -> Any? { record[name].map(Self.value) }

  /// A value as the library tells texts, lists and records apart.
  private static func value(_ value: FieldValue) -> Any {
    switch value {
    case .text(let text): TemplateLeaf(renderText: text, isNull: text.isEmpty)
    case .flag(let holds): TemplateLeaf(renderText: "", isNull: !holds)
    case .list(let entries): TemplateList(entries: entries.map(Self.value))
    case .record(let record): TemplateFields(record)
    }
  }
}

/// A text or a flag: it has no fields, and where it is absent a section around it vanishes.
struct TemplateLeaf: MustacheCustomRenderable, MustacheParent {
  /// What a tag shows.
  let renderText: String
  /// Whether it counts as absent.
  let isNull: Bool

  /// Nothing: without this the library would look into the type itself.
  func child(named name: String) -> Any? { nil }
}

/// Entries that a section repeats over; where a tag asks to show them, nothing.
struct TemplateList: MustacheSequence, MustacheParent, MustacheCustomRenderable {
  /// The entries in order.
  let entries: [Any]

  /// Nothing: entries show in a section.
  let renderText = ""
  /// Whether there are none is for the section to see.
  let isNull = false

  /// The entries one after the other.
  func makeIterator() -> IndexingIterator<[Any]> { entries.makeIterator() }

  /// Nothing: a list has no fields.
  func child(named name: String) -> Any? { nil }
}
