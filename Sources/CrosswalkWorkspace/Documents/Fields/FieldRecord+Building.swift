import CrosswalkModel

extension FieldValue {
  /// A text that may be missing: then it is empty, so that no field of the same name further out shows in its place.
  static func given(_ text: String?) -> FieldValue { .text(text ?? "") }

  /// A number.
  static func count(_ number: Int) -> FieldValue { .text(String(number)) }
}

extension FieldRecord {
  /// Sets a list of records together with the flag that says whether it has any.
  mutating func set(_ name: String, list entries: [FieldRecord]) {
    self[name] = .list(entries.map(FieldValue.record))
    self[Self.flag(of: name)] = .flag(!entries.isEmpty)
  }

  /// Sets a list of texts together with the flag that says whether it has any.
  mutating func set(_ name: String, texts: [String]) {
    self[name] = .list(texts.map(FieldValue.text))
    self[Self.flag(of: name)] = .flag(!texts.isEmpty)
  }

  /// The record with a list and its flag.
  func with(_ name: String, list entries: [FieldRecord]) -> FieldRecord {
    var record = self
    record.set(name, list: entries)
    return record
  }

  /// The record with the fields of `other`, which go before its own.
  func merging(_ other: FieldRecord) -> FieldRecord {
    FieldRecord(fields.merging(other.fields) { _, new in new })
  }

  /// The texts of the field at `path`, empty ones left out; of a list those of every entry.
  func texts(at path: String) -> [String] {
    FieldValue.record(self).texts(at: path.split(separator: ".").map(String.init)[...])
  }

  /// `hasEvidence` for `evidence`.
  static func flag(of list: String) -> String {
    "has" + list.prefix(1).uppercased() + list.dropFirst()
  }
}

extension FieldValue {
  fileprivate func texts(at path: ArraySlice<String>) -> [String] {
    switch self {
    case .text(let text): path.isEmpty && !text.isEmpty ? [text] : []
    case .flag: []
    case .list(let entries): entries.flatMap { $0.texts(at: path) }
    case .record(let record): path.first.flatMap { record[$0] }?.texts(at: path.dropFirst()) ?? []
    }
  }
}

extension FieldDescription {
  static func text(_ name: String, _ meaning: String, _ example: String = "") -> FieldDescription {
    FieldDescription(name, .text, meaning, example: example)
  }

  static func flag(_ name: String, _ meaning: String) -> FieldDescription {
    FieldDescription(name, .flag, meaning)
  }

  static func record(_ name: String, _ meaning: String, _ fields: [FieldDescription]) -> FieldDescription {
    FieldDescription(name, .record, meaning, fields: fields)
  }

  /// A list with the flag beside it; a list of texts where it has no fields.
  static func list(
    _ name: String, _ meaning: String, _ fields: [FieldDescription] = [], example: String = ""
  ) -> [FieldDescription] {
    [
      FieldDescription(name, .list, meaning, example: example, fields: fields),
      .flag(FieldRecord.flag(of: name), "Whether “\(name)” has any entry."),
    ]
  }
}
