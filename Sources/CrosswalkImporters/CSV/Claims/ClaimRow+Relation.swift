import CrosswalkModel

/// What the row says about the relation of its ends.
extension ClaimRow {
  private static let noCounterpart = MappingClaim.noCounterpartToken

  func relation(
    _ source: End, _ target: End
  ) throws(ImportError) -> (token: String, relations: RelationshipSet) {
    let cell = try needed(.relationship)
    let frameworks = [source.end, target.end].filter { if case .framework = $0 { true } else { false } }.count
    if cell.text.lowercased() == Self.noCounterpart {
      guard frameworks == 1 else {
        let what = "\"no-counterpart\" needs a whole framework at one end and controls at the other"
        throw ImportError(.contradictoryClaim(what), at: cell.location)
      }
      return (Self.noCounterpart, .disjoint)
    }
    if cell.text.lowercased() == MappingClaim.alternativeRouteToken {
      try checkRoute(target, at: cell)
      return (MappingClaim.alternativeRouteToken, .all)
    }
    guard let word = RelationWord(cell.text) else {
      let others = "\(Self.noCounterpart), \(MappingClaim.alternativeRouteToken)"
      throw invalid(cell, "relationship", "\(RelationWord.allowed), \(others)")
    }
    guard frameworks == 0 else {
      let what = "a whole framework can only stand in a claim of \"no-counterpart\""
      throw ImportError(.contradictoryClaim(what), at: cell.location)
    }
    let isStrict = try strictness() ?? false
    if word.token == "related", isStrict {
      let place = self.cell(.strict)?.location ?? cell.location
      throw ImportError(.contradictoryClaim("\"related\" is loose by what it means"), at: place)
    }
    return (word.token, word.relations(isStrict: isStrict))
  }

  private func strictness() throws(ImportError) -> Bool? {
    guard let cell = cell(.strict) else { return nil }
    if let answer = Self.strictness(cell.text) { return answer }
    throw invalid(cell, "answer to \"strict\"", "true, false, yes, no, 1, 0, strict, loose")
  }

  private static func strictness(_ answer: String) -> Bool? {
    switch answer.lowercased() {
    case "true", "yes", "1", "strict": true
    case "false", "no", "0", "loose": false
    default: nil
    }
  }

  /// The cell that calls a relation loose which has one meaning only; `nil` where there is none.
  var idleStrictness: NotUsed? {
    guard let cell = cell(.strict), Self.strictness(cell.text) == false,
      let word = self.cell(.relationship).flatMap({ RelationWord($0.text) }), word.hasOneMeaning
    else { return nil }
    return NotUsed(
      location: cell.location, what: "cell \"\(cell.text)\"",
      why: "\"\(word.token)\" has no loose meaning; it is taken as it stands")
  }

  // MARK: Alternative routes

  /// The duty that a route leads to is named; what the route goes by may be a whole framework.
  private func checkRoute(_ target: End, at cell: TableCell) throws(ImportError) {
    if case .framework = target.end {
      let what =
        "\"\(MappingClaim.alternativeRouteToken)\" needs controls as its target: the duty that is met"
      throw ImportError(.contradictoryClaim(what), at: cell.location)
    }
    // Without the condition, a reader would take the route for granted.
    _ = try needed(.note)
  }

  /// The place that makes the claim an alternative route.
  func basis() throws(ImportError) -> Property {
    Property(name: MappingClaim.basisProperty, value: try needed(.basis).oneLine)
  }

  /// A legal basis beside a claim about relations; `nil` where there is none.
  var idleBasis: NotUsed? {
    guard let cell = cell(.basis),
      self.cell(.relationship)?.text.lowercased() != MappingClaim.alternativeRouteToken
    else { return nil }
    return NotUsed(
      location: cell.location, what: "cell \"\(cell.text)\"",
      why: "only an \"\(MappingClaim.alternativeRouteToken)\" has a basis")
  }
}
