import CrosswalkModel

/// The changes that a consolidated act marks in its text by pairs of instructions.
///
/// `<?CLG.MDFO IDREF="C…" ACTION="INSERTED" ACTIVE.DOC="32024R1183" ACTIVE.LOC="AR:1;PT:5"?>` begins one and
/// `<?CLG.MDFC ID="C…"?>` ends it, at any two places of the text. Every provision that begins between the two is
/// changed as a whole; where none does, the provision around them is changed in part. Words deleted from a provision
/// are no part of its text: they stand in the fact about their deletion.
struct FormexChanges {

  private static let mostOpen = 32

  /// What was done to a part of the text.
  private struct Change {
    let action: String
    let act: String
    let location: String
    let start: SourceLocation
    var end: SourceLocation?
    /// Deleted words.
    var words = ""

    var isDeletion: Bool { action == "deleted" }

    var value: String {
      let quoted = FormexNumber.label(words)
      return [action, act, location, quoted.isEmpty ? "" : "\"\(quoted)\""].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }

  private var changes: [Change] = []
  private var open: [String: Int] = [:]
  private var deletedText: [String] = []
  private var notUsed: [NotUsed] = []

  /// Takes in text; `false` where it was deleted from the law.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let last = deletedText.last, let index = open[last] else { return true }
    changes[index].words += String(decoding: bytes, as: UTF8.self)
    return false
  }

  /// Takes in an instruction; `false` where it marks no change.
  ///
  /// - Throws: ``ImportError`` where it does not say what was done, or begins a change that is open.
  mutating func take(
    instruction target: String, data: String, at place: SourceLocation
  ) throws(ImportError) -> Bool {
    switch target {
    case "CLG.MDFO": try begin(Self.attributes(of: data), at: place)
    case "CLG.MDFC": end(Self.attributes(of: data), at: place)
    default: return false
    }
    return true
  }

  private mutating func begin(_ attributes: [String: String], at place: SourceLocation) throws(ImportError) {
    for name in ["IDREF", "ACTION", "ACTIVE.DOC"] where attributes[name] == nil {
      throw ImportError(.missingAttribute(name, element: "?CLG.MDFO"), at: place)
    }
    guard let id = attributes["IDREF"], let action = attributes["ACTION"] else { return }
    guard ["INSERTED", "REPLACED", "DELETED"].contains(action) else {
      throw ImportError(
        .invalidValue(action, of: "ACTION", allowed: "INSERTED, REPLACED, DELETED"), at: place)
    }
    if let earlier = open[id] {
      throw ImportError(.duplicateIdentifier(id, firstSeen: changes[earlier].start), at: place)
    }
    // Each open change is a fact of every provision that follows.
    guard open.count < Self.mostOpen else {
      throw ImportError(.unexpectedElement("?CLG.MDFO", in: "\(Self.mostOpen) open changes"), at: place)
    }
    open[id] = changes.count
    if attributes["LEVEL"] == "TEXT" && action == "DELETED" { deletedText.append(id) }
    changes.append(
      Change(
        action: action.lowercased(), act: attributes["ACTIVE.DOC"] ?? "",
        location: attributes["ACTIVE.LOC"] ?? "", start: place))
  }

  private mutating func end(_ attributes: [String: String], at place: SourceLocation) {
    guard let id = attributes["ID"], let index = open.removeValue(forKey: id) else {
      return leaveOut("the end of a change", at: place, why: "no open change is called so")
    }
    deletedText.removeAll { $0 == id }
    changes[index].end = place
  }

  private mutating func leaveOut(_ what: String, at place: SourceLocation, why: String) {
    notUsed.append(NotUsed(location: place, what: what, why: why))
  }

  /// `NAME="value"` pairs; an instruction has no attributes of its own in XML.
  private static func attributes(of data: String) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = data[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].drop(while: \.isWhitespace)
      let value = rest[rest.index(after: equals)...]
      guard let mark = value.first, mark == "\"" || mark == "'",
        let close = value.dropFirst().firstIndex(of: mark)
      else { break }
      attributes[String(name)] = String(value[value.index(after: value.startIndex)..<close])
      rest = value[value.index(after: close)...]
    }
    return attributes
  }
}

extension FormexChanges {
  /// Writes every change as facts of the provisions that it covers; gives those that cover nothing.
  ///
  /// - Parameter first: The row with which the file begins.
  /// - Complexity: O(*r* log *r*) for *r* rows, and one step for each provision in a change.
  mutating func write(into catalog: inout CatalogBuilder, from first: Int = 0) -> [NotUsed] {
    let places = PlacesOfRows(catalog.rows, from: first)
    for change in changes {
      guard let end = change.end else {
        leaveOut("a change by \(change.act)", at: change.start, why: "its end is missing")
        continue
      }
      let covered = places.rows(from: change.start, to: end)
      if covered.isEmpty {
        guard let row = places.row(before: change.start) else {
          leaveOut("a change by \(change.act)", at: change.start, why: "it covers no provision")
          continue
        }
        catalog.append(.property, name: EULawProperty.amendedInPartBy, value: change.value, to: row)
      }
      for row in covered {
        catalog.append(.property, name: EULawProperty.amendedBy, value: change.value, to: row)
        if change.isDeletion { catalog.rows[Int(row)].isWithdrawn = true }
      }
    }
    return notUsed
  }
}
