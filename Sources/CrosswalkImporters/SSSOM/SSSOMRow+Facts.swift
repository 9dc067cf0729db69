import CrosswalkModel

extension SSSOMRow {
  /// The claim with everything that the row says about it.
  func completed(_ draft: MappingClaim) throws(ImportError) -> MappingClaim {
    var claim = draft
    claim.confidence = try number("confidence", in: 0...1)
    let justified = try method()
    claim.method = try word(.method)
    claim.method = claim.method ?? justified
    claim.rationale = try word(.rationale)
    claim.strength = try strength()
    claim.author = people("author")
    claim.date = try date("mapping_date")
    claim.note = value("comment")?.text
    claim.sourceRevision = value("subject_source_version").flatMap { RevisionID($0.text) }
    claim.targetRevision = value("object_source_version").flatMap { RevisionID($0.text) }
    claim.reviewer = people("reviewer")
    claim.reviewedOn = try date("review_date")
    if let day = value("review_date"), claim.reviewer == nil {
      throw ImportError(.contradictoryClaim("a day of review without a reviewer"), at: day.location)
    }
    let agreement = try number("reviewer_agreement", in: -1...1)
    let own: MappingClaim.Status? = try word(.status)
    claim.status = own ?? status(hasReviewer: claim.reviewer != nil, agreement: agreement)
    claim.properties = properties()
    return claim
  }

  /// SSSOM has no status.
  ///
  /// A named reviewer has confirmed the mapping, unless the agreement says that the reviewer disagrees (below 0) or
  /// does not know (0).
  private func status(hasReviewer: Bool, agreement: Double?) -> MappingClaim.Status {
    guard hasReviewer else { return .draft }
    guard let agreement else { return .complete }
    if agreement < 0 { return .rejected }
    return agreement > 0 ? .complete : .draft
  }

  private func method() throws(ImportError) -> MappingClaim.Method? {
    guard let value = value("mapping_justification") else {
      let place = columns.positions["mapping_justification"].map { row[$0].location } ?? row.location
      throw ImportError(.emptyCell(column: "mapping_justification"), at: place)
    }
    let iri = try metadata.prefixes.entity(value.text, at: value.location).iri
    if let known = SSSOMPredicate.justification(iri) { return known.method }
    throw invalid(value, "justification", SSSOMPredicate.justifications)
  }

  private func people(_ role: String) -> String? {
    for slot in ["\(role)_label", "\(role)_id"] {
      guard let value = value(slot) else { continue }
      let names = SSSOMSlots.values(of: value.text)
      if !names.isEmpty {
        return names.joined(separator: ", ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    return nil
  }

  private func number(_ slot: String, in range: ClosedRange<Double>) throws(ImportError) -> Double? {
    guard let value = value(slot) else { return nil }
    let digits = value.text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || (0x30...0x39).contains($0) }
    if digits, let number = Double(value.text), range.contains(number) { return number }
    throw invalid(value, slot, "\(Int(range.lowerBound)) through 1, with a decimal point")
  }

  private func date(_ slot: String) throws(ImportError) -> CalendarDate? {
    guard let value = value(slot) else { return nil }
    if let date = CalendarDate(value.text) { return date }
    throw invalid(value, slot, "a day YYYY-MM-DD")
  }

  /// Slots without a field of a claim: those of the row, then those of the set that hold for it.
  private func properties() -> [Property] {
    var properties: [Property] = []
    for slot in columns.kept {
      guard let value = value(slot) else { continue }
      let values = SSSOMSlots.multivalued.contains(slot) ? SSSOMSlots.values(of: value.text) : [value.text]
      properties += values.map { Property(name: slot, value: $0) }
    }
    for slot in ["author_id", "reviewer_id"] {
      // Where a label names the person, the identifier would be lost.
      guard value(slot.replacingSuffix("_id", "_label")) != nil, let value = value(slot) else { continue }
      properties += SSSOMSlots.values(of: value.text).map { Property(name: slot, value: $0) }
    }
    for slot in ["reviewer_agreement", "mapping_justification", "predicate_id"] {
      if let value = value(slot) { properties.append(Property(name: slot, value: value.text)) }
    }
    for slot in ["subject_source_version", "object_source_version"] {
      guard let value = value(slot), RevisionID(value.text) == nil else { continue }
      properties.append(Property(name: slot, value: value.text))
    }
    for slot in metadata.names where isKept(slot) && columns.positions[slot] == nil {
      properties += (metadata[slot]?.values ?? []).map { Property(name: slot, value: $0) }
    }
    return properties
  }

  private func isKept(_ slot: String) -> Bool {
    SSSOMSlots.provenance.contains(slot)
      || SSSOMSlots.propagated.contains(slot) && SSSOMSlots.properties.contains(slot)
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, _ other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
