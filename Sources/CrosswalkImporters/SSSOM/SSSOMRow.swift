import CrosswalkModel

/// One row of a table of mappings.
struct SSSOMRow {
  /// What becomes of a row.
  enum Outcome {
    case claim(MappingClaim)
    case notUsed(NotUsed)
  }

  let row: TableRow
  let columns: SSSOMColumns
  let metadata: SSSOMMetadata

  /// What the row says; the identity of a claim is still to be derived.
  ///
  /// - Throws: ``ImportError`` at the cell that is wrong.
  func outcome(_ subject: inout SSSOMSide, _ object: inout SSSOMSide) throws(ImportError) -> Outcome {
    for side in [subject, object] where value("\(side.role.rawValue)_type")?.text == "rdfs literal" {
      return notUsed("the \(side.role.rawValue) is a text, which names nothing in a framework")
    }
    let relation = try self.relation()
    let (from, to) = (try isAbsent("subject_id"), try isAbsent("object_id"))
    let claim: MappingClaim
    if from || to {
      guard from != to else { return notUsed("it compares two vocabularies as wholes") }
      guard relation.isAbsenceOfAll else {
        return notUsed(
          "unmapped by its publisher: that there is no such match does not say that nothing is shared")
      }
      claim = draft(
        try from ? whole(subject) : nodes(&subject), try to ? whole(object) : nodes(&object),
        RelationshipSet.disjoint, "no-counterpart")
    } else {
      claim = draft(
        try nodes(&subject), try nodes(&object), try relation.word.relations(isStrict: isStrict()),
        relation.word.token)
    }
    return .claim(try completed(claim))
  }

  private func notUsed(_ why: String) -> Outcome {
    .notUsed(NotUsed(location: row.location, what: "row", why: why))
  }

  private func draft(
    _ source: ClaimEnd, _ target: ClaimEnd, _ relations: RelationshipSet, _ token: String
  ) -> MappingClaim {
    MappingClaim(
      id: ClaimID(""), source: source, target: target, relations: relations, token: token,
      origin: SourceLocation(file: row.location.file, line: row.location.line, column: 1))
  }

  // MARK: Cells

  /// One value with its place: of the row, else of the whole set.
  struct Value {
    var text: String
    var location: SourceLocation
  }

  func value(_ slot: String) -> Value? {
    if let position = columns.positions[slot] {
      let cell = row[position]
      return cell.isBlank ? nil : Value(text: cell.text, location: cell.location)
    }
    guard SSSOMSlots.propagated.contains(slot), let set = metadata[slot], let first = set.values.first else {
      return nil
    }
    return Value(text: first, location: set.location)
  }

  private func own(_ slot: SSSOMExtension) -> Value? {
    metadata.extensions.contains(slot.rawValue) ? value(slot.rawValue) : nil
  }

  private func needed(_ slot: String) throws(ImportError) -> Value {
    if let value = value(slot) { return value }
    let place = columns.positions[slot].map { row[$0].location } ?? row.location
    throw ImportError(.emptyCell(column: slot), at: place)
  }

  func invalid(_ value: Value, _ what: String, _ allowed: String) -> ImportError {
    ImportError(.invalidValue(value.text, of: what, allowed: allowed), at: value.location)
  }

  // MARK: Ends

  private func isAbsent(_ slot: String) throws(ImportError) -> Bool {
    let value = try needed(slot)
    // "NoMapping" is the older name.
    let names = ["NoTermFound", "NoMapping"].map { SSSOMPrefixes.builtIn["sssom", default: ""] + $0 }
    return names.contains(try metadata.prefixes.entity(value.text, at: value.location).iri)
  }

  private func whole(_ side: SSSOMSide) throws(ImportError) -> ClaimEnd {
    if let framework = side.whole(value("\(side.role.rawValue)_source")?.text) {
      return .framework(framework)
    }
    throw side.unknownWhole(at: try needed("\(side.role.rawValue)_id").location)
  }

  private func nodes(_ side: inout SSSOMSide) throws(ImportError) -> ClaimEnd {
    let name = try needed("\(side.role.rawValue)_id")
    let source = value("\(side.role.rawValue)_source")?.text
    let entity = try metadata.prefixes.entity(name.text, at: name.location)
    guard value("\(side.role.rawValue)_type")?.text == "composed entity expression" else {
      return .nodes([try side.node(entity, source: source, at: name.location)])
    }
    guard entity.local.hasPrefix("union("), entity.local.hasSuffix(")") else {
      throw invalid(name, "composed entity that is understood", "PREFIX:union(NAME,NAME)")
    }
    var nodes: [ControlID] = []
    for member in entity.local.dropFirst(6).dropLast().split(separator: ",") {
      let part = SSSOMPrefixes.Entity(prefix: entity.prefix, local: String(member), iri: entity.iri)
      let node = try side.node(part, source: source, at: name.location)
      if !nodes.contains(node) { nodes.append(node) }
    }
    guard !nodes.isEmpty else { throw invalid(name, "union", "one member or more") }
    return .nodes(nodes)
  }

  // MARK: Relation

  private struct Relation {
    var word: RelationWord
    /// Whether the absence of such a match says that nothing is shared.
    var isAbsenceOfAll: Bool
  }

  private func relation() throws(ImportError) -> Relation {
    let predicate = try needed("predicate_id")
    let iri = try metadata.prefixes.entity(predicate.text, at: predicate.location).iri
    let modifier = value("predicate_modifier")
    if let modifier, modifier.text != "Not" { throw invalid(modifier, "predicate modifier", "Not") }
    guard let stated = SSSOMPredicate.word(iri, isNegated: modifier != nil) else {
      throw invalid(predicate, "predicate with a meaning here", SSSOMPredicate.allowed)
    }
    let isAbsence = iri == SSSOMPredicate.related && modifier == nil
    guard let spelled = own(.relationship), spelled.text != "no-counterpart" else {
      return Relation(word: stated, isAbsenceOfAll: isAbsence)
    }
    guard let word = RelationWord(spelled.text) else {
      throw invalid(spelled, "relationship", RelationWord.allowed)
    }
    guard word.relations.isSubset(of: stated.relations) else {
      throw ImportError(
        .contradictoryClaim("the predicate says \(stated.token), the column says \(word.token)"),
        at: spelled.location)
    }
    return Relation(word: word, isAbsenceOfAll: isAbsence)
  }

  private func isStrict() throws(ImportError) -> Bool {
    guard let strict = own(.strict) else { return false }
    guard ["true", "false"].contains(strict.text) else { throw invalid(strict, "answer", "true, false") }
    return strict.text == "true"
  }

  // MARK: The rest

  func word<Word: RawRepresentable & CaseIterable>(
    _ slot: SSSOMExtension
  ) throws(ImportError) -> Word? where Word.RawValue == String {
    guard let value = own(slot) else { return nil }
    if let word = Word(rawValue: value.text) { return word }
    throw invalid(value, slot.rawValue, Word.allCases.map(\.rawValue).joined(separator: ", "))
  }

  func strength() throws(ImportError) -> Int? {
    guard let value = own(.strength) else { return nil }
    if let number = Int(value.text), (0...10).contains(number) { return number }
    throw invalid(value, "strength", "a whole number, 0 through 10")
  }
}
