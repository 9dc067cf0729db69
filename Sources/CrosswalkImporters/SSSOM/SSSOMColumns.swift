import CrosswalkModel

/// The columns of a table of mappings.
struct SSSOMColumns {
  let positions: [String: Int]
  let header: TableHeader
  /// Columns whose cells are kept as properties, in the order of the table.
  let kept: [String]
  private let unread: [(position: Int, why: String)]

  /// - Throws: ``ImportError`` where a column is missing that every table of mappings has.
  init(_ header: TableHeader, _ metadata: SSSOMMetadata) throws(ImportError) {
    var positions: [String: Int] = [:]
    for name in header.names where !name.isEmpty { positions[name] = header.column(name) }
    for side in ["subject", "object"] where positions["\(side)_id"] == nil {
      // A table of literals has labels in place of names.
      let isLiteral = metadata["\(side)_type"]?.values == ["rdfs literal"] || positions["\(side)_type"] != nil
      guard isLiteral, positions["\(side)_label"] != nil else {
        throw ImportError(.missingColumn("\(side)_id", profile: "SSSOM"), at: header.location)
      }
    }
    for name in ["predicate_id", "mapping_justification"] where positions[name] == nil {
      throw ImportError(.missingColumn(name, profile: "SSSOM"), at: header.location)
    }
    self.positions = positions
    self.header = header
    let names = header.names
    kept = names.filter { SSSOMSlots.properties.contains($0) || Self.isForeignExtension($0, metadata) }
    unread = names.indices.compactMap { position in
      let name = names[position]
      if name.isEmpty || SSSOMSlots.fields.contains(name) || SSSOMSlots.properties.contains(name) {
        return nil
      }
      if let why = SSSOMSlots.idle[name] { return (position, why) }
      if metadata.extensions.contains(name) { return nil }
      return (position, "it is no slot of SSSOM, and extension_definitions does not declare it")
    }
  }

  private static func isForeignExtension(_ name: String, _ metadata: SSSOMMetadata) -> Bool {
    metadata.extensions.contains(name) && SSSOMExtension(rawValue: name) == nil
  }

  /// What was not read, once a column with the number of its cells.
  func notUsed(cells: [Int]) -> [NotUsed] {
    unread.map { column in
      let count = cells[column.position]
      return NotUsed(
        location: header.locations[column.position],
        what: "column \"\(header.names[column.position])\" (\(count) \(count == 1 ? "cell" : "cells"))",
        why: column.why)
    }
  }
}

/// The slots that this toolkit adds, so that what it writes comes back as it was.
enum SSSOMExtension: String, CaseIterable {
  case relationship = "crosswalk_relationship"
  case strict = "crosswalk_strict"
  case rationale = "crosswalk_rationale"
  case strength = "crosswalk_strength"
  case method = "crosswalk_method"
  case status = "crosswalk_status"
  /// Not read: whether the text of an end has changed is worked out anew.
  case stale = "crosswalk_stale"
}
