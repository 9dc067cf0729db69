import CrosswalkModel

/// Texts that look as if the table had lost them.
extension CatalogAssembler {
  /// A text of which its end is in doubt.
  struct TextEnd {
    var row: Int32
    var endsSentence: Bool
    var endsOpen: Bool
  }

  /// Names the requirements without a text, and those whose text looks cut.
  ///
  /// Both are judged by the table itself: only where most requirements have a text is one without named, and only
  /// where nearly all texts end as sentences is one that does not. A text that ends with a comma, a dash or an open
  /// bracket is cut in every table.
  mutating func reportTexts(of builder: borrowing CatalogBuilder) {
    guard columns.text != nil else { return }
    var blank: [Int32] = []
    var ends: [TextEnd] = []
    for (index, row) in builder.rows.enumerated() where Self.isRequirement(row) {
      let text = builder.string(row.text)
      if text.isEmpty {
        blank.append(Int32(index))
      } else {
        ends.append(
          TextEnd(row: Int32(index), endsSentence: Self.endsSentence(text), endsOpen: Self.endsOpen(text)))
      }
    }
    let sentences = ends.filter(\.endsSentence).count
    // Ten texts, and of twenty at most one that is no sentence: fewer show no habit.
    let isHabit = ends.count >= 10 && sentences * 20 >= ends.count * 19
    let cut = ends.filter { $0.endsOpen || isHabit && !$0.endsSentence }
    if ends.count > blank.count { blank.forEach { report($0, "it has no text", builder) } }
    for end in cut {
      report(
        end.row,
        end.endsOpen
          ? "its text ends in the middle of a sentence: it looks cut"
          : "its text ends without a full stop, unlike \(sentences) others: it looks cut", builder)
    }
    for erratum in rules.errata ?? [] { report(erratum, builder) }
  }

  /// Names a text that is known to be cut in this table, unless it is whole in the file at hand.
  private mutating func report(_ erratum: CatalogRules.Erratum, _ builder: borrowing CatalogBuilder) {
    for (index, row) in builder.rows.enumerated() where builder.string(row.local) == erratum.control {
      if builder.string(row.text).hasSuffix(erratum.textEndsWith) {
        report(Int32(index), erratum.note, builder)
      }
    }
  }

  private static func isRequirement(_ row: NodeRow) -> Bool {
    switch row.kind {
    case .control, .enhancement, .statement: !row.isWithdrawn && row.assessable != false
    case .group, .guidance, .recital: false
    }
  }

  private mutating func report(_ index: Int32, _ why: String, _ builder: borrowing CatalogBuilder) {
    let row = builder.rows[Int(index)]
    notUsed.append(
      NotUsed(
        location: SourceLocation(file: file, line: Int(row.line), column: Int(row.column)),
        what: "text of \(builder.string(row.local))", why: why))
  }

  /// Whether `text` ends with a mark that ends sentences, whatever brackets and quotation marks follow.
  private static func endsSentence(_ text: String) -> Bool {
    let end = text.unicodeScalars.last {
      !")]\"'”’»".unicodeScalars.contains($0) && !$0.properties.isWhitespace
    }
    return end.map { ".!?;:…。".unicodeScalars.contains($0) } ?? false
  }

  private static func endsOpen(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ",-–—([{/".unicodeScalars.contains($0) } ?? false
  }
}
